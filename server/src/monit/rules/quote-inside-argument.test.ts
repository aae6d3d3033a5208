import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { quoteInsideArgument } from './quote-inside-argument.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`

test('a quote inside an argument keeps nothing together', () =>
  checkRule(
    quoteInsideArgument,
    `
check process web with pidfile /run/web.pid
  start program = "/srv/run --title='two words' x"
#                           ^^^^^^^^^^^^^^^^^^^ error: monit splits this at blanks, as the quote does not begin the argument; the program gets '--title='two' and 'words''
  stop program = "/srv/run --title='one'"
#                          ^^^^^^^^^^^^^ error: the quotes do not begin the argument, so the program gets them too
`,
  ))

test.each([
  "/srv/run '--title=two words'",
  '/srv/run \'it "is" so\'',
  "/srv/run it's",
  "/srv/run <%= x['a b'] %>",
])('%s is right, or no pair', (command) => expect(findingsOf(quoteInsideArgument, web(command))).toEqual([]))

test('the fix moves it to the front', () =>
  checkFix(quoteInsideArgument, web("/srv/run --title='two words' x"), web("/srv/run '--title=two words' x")))
