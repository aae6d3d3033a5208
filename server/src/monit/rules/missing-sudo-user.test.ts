import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { missingSudoUser } from './missing-sudo-user.ts'

test('the program is taken for the user', () =>
  checkRule(
    missingSudoUser,
    `
check process web with pidfile /run/web.pid
  start program = "/usr/bin/sudo -iu  /bin/bash -c '/srv/run'"
#                                     ^^^^^^^^^ error: sudo takes '/bin/bash' for the name of the user, as there is none behind '-iu'
`,
  ))

test.each(['-iu deploy /bin/bash', '-u <%= user %> /bin/bash', '-E /bin/bash'])('%s is right', (words) =>
  expect(
    findingsOf(
      missingSudoUser,
      `check process web with pidfile /run/web.pid\n  start program = "/usr/bin/sudo ${words}"\n`,
    ),
  ).toEqual([]),
)
