import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { swappedSystemctlWords } from './swapped-systemctl-words.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`

test('the words are in the wrong order', () =>
  checkRule(
    swappedSystemctlWords,
    `
check process web with pidfile /run/web.pid
  start program = "/bin/systemctl web start"
#                                 ^^^^^^^^^ error: 'systemctl' wants 'start web': it takes 'web' for what it is to do and ends
  stop program = "/usr/sbin/service stop web"
#                                   ^^^^^^^^ error: 'service' wants 'web stop': it takes 'stop' for the name of a service and ends
`,
  ))

test.each([
  '/bin/systemctl start web',
  '/usr/sbin/service web start',
  '/bin/systemctl start status',
  '/bin/systemctl --quiet start',
  '/bin/systemctl <%= x %> start',
])('%s is right, or nobody knows', (command) =>
  expect(findingsOf(swappedSystemctlWords, web(command))).toEqual([]),
)

test('the fix swaps them', () =>
  checkFix(swappedSystemctlWords, web('/bin/systemctl web stop'), web('/bin/systemctl stop web')))
