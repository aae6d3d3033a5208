import { expect, test } from 'vitest'
import { growsInProportion } from '../../../../test/property/duration.ts'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { missingLoginShell } from './missing-login-shell.ts'

const web = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"\n`

test('no profile is read', () =>
  checkRule(
    missingLoginShell,
    `
check process web with pidfile /run/web.pid
  start program = "/usr/local/bin/bundle exec puma"
#                  ^^^^^^^^^^^^^^^^^^^^^ information: monit starts 'bundle' in / and without a login profile; if it needs one: /bin/bash -lc 'cd … && …'
  stop program = "/bin/bash -c 'cd /srv/web && pm2 stop web'"
#                           ^^ information: the shell reads no login profile, so 'pm2' of a version manager is not found; -l reads it
`,
  ))

test.each([
  "/bin/bash -lc 'bundle exec puma'",
  "/bin/bash -l -c 'bundle exec puma'",
  "/bin/bash -c 'source /home/deploy/.profile; bundle exec puma'",
  "/bin/bash -c 'PATH=/opt/ruby/bin:$PATH bundle exec puma'",
  "/bin/bash -c '/home/deploy/.rbenv/shims/bundle exec puma'",
  "/bin/bash -c 'cat /srv/npm/log'",
  '/srv/web/run bundle',
])('%s is right', (command) => expect(findingsOf(missingLoginShell, web(command))).toEqual([]))

test('the fix reads it', () =>
  checkFix(
    missingLoginShell,
    web("/bin/bash -c 'cd /srv && bundle exec puma'"),
    web("/bin/bash -lc 'cd /srv && bundle exec puma'"),
  ))

test('variables again and again take time in proportion', () => {
  const text = (times: number) => web(`/bin/sh -c '${'A=b; '.repeat(times)}'`)
  expect(growsInProportion((times) => findingsOf(missingLoginShell, text(times)), 2000)).toBe(true)
})
