import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { invalidEnumValue as rule } from './invalid-enum-value.ts'

const restarts = 'accepted: no, on-success, on-failure, on-abnormal, on-watchdog, on-abort, always'

test('words that nobody knows', () =>
  checkRule(
    rule,
    `
[Service]
Restart=allways
#       ^^^^^^^ warning: 'allways' is not accepted by 'Restart='; ${restarts}
  Restart = Always
#           ^^^^^^ warning: 'Always' is not accepted by 'Restart='; ${restarts}
Restart=
^^^^^^^ warning: 'Restart=' can't be empty; ${restarts}
CPUSchedulingPolicy=99
#                   ^^ warning: '99' is not accepted by 'CPUSchedulingPolicy='; accepted: other, batch, idle, fifo, ext, rr, 0 to 7
ProtectSystem=ful
#             ^^^ warning: 'ful' is not accepted by 'ProtectSystem='; accepted: yes, no, full, strict
`,
  ))

test('words of a later version', () => {
  const text = `
[Service]
Type=notify-reload
#    ^^^^^^^^^^^^^ warning: 'notify-reload' of 'Type=' needs systemd 253; systemd 252 ignores the line
PrivateTmp=disconnected
#          ^^^^^^^^^^^^ warning: 'disconnected' of 'PrivateTmp=' needs systemd 257; systemd 252 ignores the line
ProtectHostname=yes:web
#                  ^^^^ warning: an argument to 'yes' of 'ProtectHostname=' needs systemd 258; systemd 252 ignores the line
`
  checkRule(rule, text, { version: 252 })
  checkRule(rule, text.replace(/^#.*\n/gm, ''))
})

test('a directive that took only booleans once', () =>
  checkRule(
    rule,
    `
[Service]
PrivateTmp=enabled
#          ^^^^^^^ warning: 'enabled' is not accepted by 'PrivateTmp='; accepted: yes, no
PrivateTmp=
^^^^^^^^^^ warning: 'PrivateTmp=' can't be empty; accepted: yes, no
PrivateUsers=on
`,
    { version: 252 },
  ))

test('lists: each wrong word for itself', () =>
  checkRule(
    rule,
    `
[Service]
RestrictNamespaces=~user nett \\
#                        ^^^^ warning: 'nett' is not accepted by 'RestrictNamespaces='; accepted: yes, no, cgroup, ipc, net, mnt, pid, user, uts, time
  foo
# ^^^ warning: 'foo' is not accepted by 'RestrictNamespaces='; accepted: yes, no, cgroup, ipc, net, mnt, pid, user, uts, time
RestrictAddressFamilies=AF_INET none
#                               ^^^^ warning: 'none' is accepted by 'RestrictAddressFamilies=' only as the whole value
Delegate=
RestrictAddressFamilies=none
RestrictAddressFamilies="AF_INET" 'AF_UNIX'
`,
  ))

test('quotes are part of a single word, and of the words of some lists', () => {
  checkRule(
    rule,
    `
[Service]
Restart="always"
#       ^^^^^^^^ warning: '"always"' is not accepted by 'Restart='; ${restarts}
RestrictNamespaces="user"
#                  ^^^^^^ warning: '"user"' is not accepted by 'RestrictNamespaces='; accepted: yes, no, cgroup, ipc, net, mnt, pid, user, uts, time
`,
  )
  checkFix(rule, '[Service]\nRestart="always"\n', '[Service]\nRestart=always\n')
  checkFix(rule, '[Service]\nStandardOutput="file:/a"\n', '[Service]\nStandardOutput=file:/a\n')
})

test('arguments', () =>
  checkRule(
    rule,
    `
[Service]
StandardOutput=journal:web
#                     ^^^^ warning: 'journal' of 'StandardOutput=' takes no argument
StandardOutput=append:/var/log/web.log
ProtectHostname=private:web
ProtectHostname=true:web
`,
  ))

test('what the other manager would do', () => {
  const text = `
[Unit]
FailureAction=reboot
#             ^^^^^^ warning: 'reboot' is for the system manager; a user manager ignores it
`
  checkRule(rule, text, { instance: 'user' })
  checkRule(rule, text.replace('ignores it', "reads it as 'exit-force'"), { instance: 'user', version: 252 })
  checkRule(rule, '[Unit]\nFailureAction=reboot\n')
})

test('one finding for a comment of many words', () => {
  const text = `
[Service]
RestrictAddressFamilies=AF_INET # v4 and only v4
#                               ^^^^^^^^^^^^^^^^ warning: a comment can't stand behind a value; systemd takes '# v4 and only v4' as part of it and refuses it
MountFlags=shared # for the others
#                 ^^^^^^^^^^^^^^^^ warning: a comment can't stand behind a value; systemd takes '# for the others' as part of it and refuses it
`
  checkRule(rule, text)
  checkRule(rule, text, { version: 252 })
  expect(allFindings('[Service]\nExecStart=/a\nMountFlags=shared # a b\n', { version: 252 })).toHaveLength(1)
})

test('a comment between continued lines moves alone', () =>
  checkFix(
    rule,
    '[Service]\nRestrictAddressFamilies=AF_INET # v4 \\\n  AF_INET6\n',
    '[Service]\n# v4\nRestrictAddressFamilies=AF_INET \\\n  AF_INET6\n',
  ))

test('fixes', () => {
  checkFix(rule, '[Service]\r\nRestart=allways\r\n', '[Service]\r\nRestart=always\r\n')
  checkFix(rule, '[Service]\nRestart=ON-FAILURE', '[Service]\nRestart=on-failure')
  checkFix(rule, '[Service]\nProtectHome=enabled\n', '[Service]\nProtectHome=yes\n')
  checkFix(rule, '[Service]\nDelegate=cpu \\\n  memry\n', '[Service]\nDelegate=cpu \\\n  memory\n')
  const safe = (value: string) =>
    findingsOf(rule, `[Service]\nRestart=${value}\n`)[0]?.fixes.map((fix) => fix.safe)
  expect(safe('Always')).toEqual([true])
  expect(safe('allways')).toEqual([false])
  expect(safe('whenever')).toEqual([])
})

test('tags, keys of your own, and directives that the target does not read', () => {
  checkRule(rule, '[Service]\nRestart={{ x }}\nType=<%= x %>\nKillMode=@MODE@\nRestrictNamespaces=~a @B@\n')
  checkRule(rule, '[Service]\nX-Restart=foo\n[X-Service]\nRestart=foo\n')
  checkRule(rule, '[Service]\nRestartMode=foo\n', { version: 252 })
})

test('values that systemd looks at only later', () =>
  checkRule(rule, '[Unit]\nConditionArchitecture=foo\n[Service]\nSecureBits=foo\n'))
