import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { goneUnit as rule } from './gone-unit.ts'

test('gone for long', () => {
  checkRule(
    rule,
    `
[Unit]
After=network.target syslog.target
#                    ^^^^^^^^^^^^^ information: systemd has no 'syslog.target' since version 198: log messages are kept until a logger runs
Wants=mail-transfer-agent.target
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ information: systemd has no 'mail-transfer-agent.target' since version 198: nothing takes its place
Requires=syslog.target
#        ^^^^^^^^^^^^^ error: systemd has no 'syslog.target' since version 198: log messages are kept until a logger runs; with 'Requires=' the unit fails to start
[Install]
WantedBy=syslog.target
#        ^^^^^^^^^^^^^ warning: systemd has no 'syslog.target' since version 198: log messages are kept until a logger runs; it starts nothing
`,
    { version: 252 },
  )
})

test('gone with the runlevels', () => {
  checkRule(
    rule,
    `
[Unit]
Before=runlevel6.target
#      ^^^^^^^^^^^^^^^^ information: systemd has no 'runlevel6.target' since version 258: the runlevels of System V are gone
Requires=runlevel1.target
#        ^^^^^^^^^^^^^^^^ warning: systemd has no 'runlevel1.target' since version 258: the runlevels of System V are gone; with 'Requires=' the unit fails to start
[Install]
WantedBy=runlevel3.target
#        ^^^^^^^^^^^^^^^^ warning: systemd has no 'runlevel3.target' since version 258: the runlevels of System V are gone; it starts nothing
`,
    { version: 258 },
  )
})

test('not gone yet, and others', () => {
  checkRule(
    rule,
    '[Unit]\nAfter=runlevel3.target rsyslog.service syslog.socket\n[Install]\nAlias=syslog.target\n',
    { version: 257 },
  )
})

test('to the successor, or away', () => {
  checkFix(rule, '[Install]\nWantedBy=runlevel3.target\n', '[Install]\nWantedBy=multi-user.target\n', {
    version: 258,
  })
  checkFix(
    rule,
    '[Install]\nWantedBy=multi-user.target runlevel3.target\n',
    '[Install]\nWantedBy=multi-user.target\n',
    { version: 258 },
  )
  checkFix(rule, '[Unit]\nAfter=syslog.target network.target\n', '[Unit]\nAfter=network.target\n')
  checkFix(rule, '[Unit]\nAfter=syslog.target\nDescription=Web\n', '[Unit]\nDescription=Web\n')
})
