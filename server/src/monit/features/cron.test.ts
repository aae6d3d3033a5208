import { expect, test } from 'vitest'
import { cronText, ordinal } from './cron.ts'

test.each([
  ['* * * * *', 'every minute'],
  ['*/15 * * * *', 'every 15 minutes'],
  ['5 * * * *', 'at minute 5 of every hour'],
  ['0,30 8-18 * * *', 'at minute 0 and 30 of hour 8 to 18'],
  ['30 4 1 * *', 'at 04:30, on day 1 of the month'],
  ['0 0 * 1,7 0', 'at 00:00, in January and July, on Sunday'],
  ['* 1-5/2 * * 7', 'every minute of hour 1 to 5 in steps of 2, on weekday 7'],
  [
    '10-30/5,45 * 1,15 * 1-5',
    'at minute 10 to 30 in steps of 5 and 45 of every hour, on day 1 and 15 of the month, if that is Monday to Friday',
  ],
])('%s is %s', (expression, words) => expect(cronText(expression)).toBe(words))

test('what is no cron expression has no words', () => {
  for (const text of ['', '* * *', 'a b c d e', '@daily']) expect(cronText(text)).toBeUndefined()
})

test('ordinals', () => {
  expect([1, 2, 3, 4, 11, 12, 21, 112].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '21st',
    '112th',
  ])
})
