import { expect, test } from 'vitest'
import { growsInProportion } from '../../../test/property/duration.ts'
import { explainedWords } from './explained-line.ts'

test.each([
  [
    'Nov 21 06:00:00 box systemd[1]: web.service: Main process exited, code=exited, status=216/GROUP',
    'status=216/GROUP',
    'web.service',
  ],
  [
    '   Process: 12 ExecStart=/bin/x (code=exited, status=203/EXEC)',
    'code=exited, status=203/EXEC',
    undefined,
  ],
  ['x web@8080.service: Failed with status=217/USER', 'status=217/USER', 'web@8080.service'],
  ['puma.service is not active, cannot reload.', 'puma.service is not active, cannot reload', 'puma.service'],
  ['see web.services or web.service-old: status=203/EXEC', 'status=203/EXEC', undefined],
])('%s', (line, words, unit) => {
  const [found, ...others] = explainedWords(line)
  expect(others).toEqual([])
  expect(found?.words).toContain(words)
  expect(line.slice(found!.startIndex, found!.startIndex + found!.length)).toBe(found!.words)
  expect(found?.unit).toBe(unit)
})

test('what anybody may write is no message', () => {
  expect(explainedWords('$ git status --short && echo web.service')).toEqual([])
})

test('a line that goes on and on takes no ages', () => {
  const read = (times: number) => explainedWords(`${'a.'.repeat(times)} status=216`)
  expect(growsInProportion(read, 240)).toBe(true)
  expect(growsInProportion(read, 6_000)).toBe(true)
  expect(explainedWords(`${'a.'.repeat(50_000)} status=216/GROUP`)).toEqual([])
})
