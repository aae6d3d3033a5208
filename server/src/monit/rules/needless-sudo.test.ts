import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { needlessSudo } from './needless-sudo.ts'

const web = (command: string, rest = '') =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}"${rest}\n`

test('monit is root', () =>
  checkRule(
    needlessSudo,
    `
check process web with pidfile /run/web.pid
  start program = "/usr/bin/sudo -u deploy /srv/run"
#                  ^^^^^^^^^^^^^ hint: monit is root, so 'sudo' is not needed; 'as uid' and 'gid' change the user
  stop program = "/usr/bin/sudo /srv/halt" as uid deploy and gid deploy
#                 ^^^^^^^^^^^^^ hint: 'sudo' needs NOPASSWD in sudoers here, as nobody can type a password; 'as uid' has changed the user already
`,
  ))

test.each(['/usr/bin/sudo -iu deploy /srv/run', '/usr/bin/sudo -u deploy -i /srv/run', '/srv/run sudo'])(
  '%s is right',
  (command) => expect(findingsOf(needlessSudo, web(command))).toEqual([]),
)

test('the fix changes the user', () =>
  checkFix(
    needlessSudo,
    web('/usr/bin/sudo -u deploy /srv/run -x', ' with timeout 9 seconds'),
    web('/srv/run -x', ' as uid "deploy" and gid "deploy" with timeout 9 seconds'),
  ))
test('the group of nobody has one number and several names', () =>
  checkFix(
    needlessSudo,
    web('/usr/bin/sudo -u nobody /srv/run'),
    web('/srv/run', ' as uid "nobody" and gid 65534'),
  ))
test('the fix takes a bare one away', () =>
  checkFix(needlessSudo, web('sudo /usr/bin/systemctl start web'), web('/usr/bin/systemctl start web')))
test.each(['/usr/bin/sudo -E /srv/run', '/usr/bin/sudo run', '/usr/bin/sudo -u <%= user %> /srv/run'])(
  'there is no fix for %s',
  (command) => expect(findingsOf(needlessSudo, web(command))[0]?.fixes).toEqual([]),
)
