import { describe, expect, test } from 'vitest'
import { isPlainCalendar, isProblem, readCalendar } from './calendar.ts'
import { formatCalendar } from './calendar-text.ts'

function normal(text: string): string {
  const read = readCalendar(text)
  return isProblem(read) ? `${text.slice(read.from, read.to)}: ${read.message}` : formatCalendar(read)
}

describe('the normal form', () => {
  test.each([
    ['minutely', '*-*-* *:*:00'],
    ['Daily', '*-*-* 00:00:00'],
    ['weekly', 'Mon *-*-* 00:00:00'],
    ['quarterly', '*-01,04,07,10-01 00:00:00'],
    ['semi-annually', '*-01,07-01 00:00:00'],
    ['anually', '*-01-01 00:00:00'],
    ['daily utc', '*-*-* 00:00:00 UTC'],
    ['daily Europe/Berlin', '*-*-* 00:00:00 Europe/Berlin'],
    ['daily cest', '*-*-* 00:00:00 cest'],
    ['Mon', 'Mon *-*-* 00:00:00'],
    ['mon-fri 3:5', 'Mon..Fri *-*-* 03:05:00'],
    ['Sat,Sun 10:00', 'Sat,Sun *-*-* 10:00:00'],
    ['Sun,Mon,tuesday, 10:00', 'Mon,Tue,Sun *-*-* 10:00:00'],
    ['Mon..Sun 10:00', '*-*-* 10:00:00'],
    ['*:0/15', '*-*-* *:00/15:00'],
    ['8..18/3:00', '*-*-* 08..17/3:00:00'],
    ['8..9/5:00', '*-*-* 08:00:00'],
    ['*:*:*', '*-*-* *:*:*'],
    ['*:*:0/0.5', '*-*-* *:*:00/0.500000'],
    ['0:0:5.1234567', '*-*-* 00:00:05.123457'],
    ['3,1,1,2..2:00', '*-*-* 01,02,03:00:00'],
    ['12-24', '*-12-24 00:00:00'],
    ['24-12-24', '2024-12-24 00:00:00'],
    ['70-1-1', '1970-01-01 00:00:00'],
    ['*-02~03', '*-02~03 00:00:00'],
    ['02~03', '*-02~03 00:00:00'],
    ['*-*~07/1 10:00', '*-*~07/1 10:00:00'],
    ['*-*~*', '*-*-* 00:00:00'],
    ['@1700000000', '2023-11-14 22:13:20 UTC'],
    ['@0 Europe/Berlin', '1970-01-01 00:00:00 UTC'],
  ])('of %s is %s', (text, expected) => expect(normal(text)).toBe(expected))
})

describe('what is refused, and where', () => {
  test.each([
    ['', ''],
    ['5', '5'],
    ['*', '*'],
    ['Mond 10:00', 'Mond'],
    ['Mon.Fri 10:00', '.'],
    ['Mon..Wed..Fri 10:00', '.'],
    ['Fri..Mon 10:00', 'Fri..Mon'],
    ['Mon.. 10:00', ' '],
    ['Mon, Wed 10:00', 'Wed'],
    ['24:00', '24'],
    ['10:60', '60'],
    ['10:00:60', '60'],
    ['2026-13-01', '13'],
    ['2200-01-01', '2200'],
    ['1969-01-01', '1969'],
    ['*-*-32', '32'],
    ['*-*~29', '29'],
    ['*-*~01,26', '26'],
    ['02~03-07', '-'],
    ['0/24:00', '0/24'],
    ['0/0:00', '0/0'],
    ['18..8:00', '18..8'],
    ['*:*/15', '/'],
    ['10:00 ', ' '],
    ['*:*:5..5.5', '5..5.5'],
    ['10:00:5.', '10:00:5.'],
    ['@5.5', '@5.5'],
    ['@7258118400', '@7258118400'],
    ['@-1', '@-1'],
    ['daily Europe/Nowhere', 'daily'],
    ['2026-12-24T18:00:00', 'T'],
    ['99999999999999999999:00', '99999999999999999999'],
  ])('%j at %j', (text, part) => {
    const read = readCalendar(text)
    expect(read).toHaveProperty('message')
    if (isProblem(read)) expect(text.slice(read.from, read.to)).toBe(part)
  })
})

// Each further value that is counted from the end takes three more days away; a flaw of all versions.
test('lists of days from the end of the month', () => {
  expect(normal('*-*~01,25')).toBe('*-*~01,25 00:00:00')
  expect(readCalendar('*-*~01,26')).toHaveProperty('message')
})

test('up to 241 values may stand in a list', () => {
  const list = (length: number) => `*:${Array.from({ length }, (_, index) => index % 60).join(',')}`
  expect(readCalendar(list(241))).not.toHaveProperty('message')
  expect(readCalendar(list(242))).toHaveProperty('message')
})

test('what needs no closer look is right', () => {
  const plain = [
    'daily',
    'Mon..Fri 03:00',
    'Mon,Sun 23:59:59',
    '*-*-* 04:00:00',
    '*-*-01 4:0',
    '*:0/15',
    '0/23:0/59',
    '*:*',
  ]
  expect(plain.filter((text) => !isPlainCalendar(text))).toEqual([])
  expect(plain.filter((text) => isProblem(readCalendar(text)))).toEqual([])
  const wrong = [
    '24:00',
    '*:60',
    '*-*-32 10:00',
    '*-*-0 10:00',
    '*:0/60',
    '0/24:00',
    'Fri..Mon 10:00',
    'dayly',
    '',
  ]
  expect(wrong.filter(isPlainCalendar)).toEqual([])
})
