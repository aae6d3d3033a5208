import { expect, test } from 'vitest'
import { readCron } from './cron.ts'

test.each([
  ['0 3 * * *', '*-*-* 03:00:00'],
  ['*/15 * * * *', '*-*-* *:00/15:00'],
  ['5,35 9-17/2 * * 1-5', 'Mon..Fri *-*-* 09..17/2:05,35:00'],
  ['0 0 1 */3 *', '*-01/3-01 00:00:00'],
  ['0 0 * * sun,6', 'Sun,Sat *-*-* 00:00:00'],
  ['0 0 * * 7', 'Sun *-*-* 00:00:00'],
])('%s is %s', (cron, calendar) => expect(readCron(cron)).toEqual([calendar]))

test('there are no words for either of two days', () => expect(readCron('0 0 1 * 1')).toEqual([]))
test('nor for a step without a range', () => expect(readCron('0-x 0 1 * *')).toBeUndefined())
test.each(['daily', 'Mon *-*-* 03:00', '0 3 * *', '0 3 * * * *'])('%s is no crontab', (text) =>
  expect(readCron(text)).toBeUndefined(),
)
