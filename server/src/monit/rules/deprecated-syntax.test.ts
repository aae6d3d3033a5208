import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { deprecatedSyntax } from './deprecated-syntax.ts'

test('the log file', () => {
  checkRule(
    deprecatedSyntax,
    `
set logfile syslog facility log_daemon
#   ^^^^^^^ information: 'logfile' is deprecated since monit 6.0; write 'set log'
`,
  )
  checkFix(
    deprecatedSyntax,
    `
set logfile syslog facility log_daemon
`,
    `
set log syslog facility log_daemon
`,
    { title: "write 'log'" },
  )
})

test('patterns', () => {
  checkRule(
    deprecatedSyntax,
    `
check file log with path /var/log/app.log
  if match "fatal" then alert
#    ^^^^^ information: 'match' is deprecated since monit 6.0; write 'content'
  if not match "alive" then alert
#        ^^^^^ information: 'match' is deprecated since monit 6.0; write 'content'
  ignore match "debug"
#        ^^^^^ information: 'match' is deprecated since monit 6.0; write 'content'
`,
  )
  checkFix(
    deprecatedSyntax,
    `
check file log with path /var/log/app.log
  if match "fatal" then alert
  if not match "alive" then alert
  ignore match "debug"
`,
    `
check file log with path /var/log/app.log
  if content = "fatal" then alert
  if not match "alive" then alert
  ignore match "debug"
`,
    { title: "write 'content ='" },
  )
  checkFix(
    deprecatedSyntax,
    `
check file log with path /var/log/app.log
  if match "fatal" then alert
  if not match "alive" then alert
  ignore match "debug"
`,
    `
check file log with path /var/log/app.log
  if match "fatal" then alert
  if content != "alive" then alert
  ignore match "debug"
`,
    { title: "write 'content !='" },
  )
})

test('cycles whose length is known', () => {
  checkRule(
    deprecatedSyntax,
    `
set daemon 60
check process app with pidfile /run/app.pid
  every 5 cycles
#       ^^^^^^^^ information: 'every 5 cycles' is deprecated since monit 6.0; write a cron expression
`,
  )
  checkFix(
    deprecatedSyntax,
    `
set daemon 60
check process app with pidfile /run/app.pid
  every 5 cycles
`,
    `
set daemon 60
check process app with pidfile /run/app.pid
  every "*/5 * * * *"
`,
    { title: 'write \'"*/5 * * * *"\'' },
  )
})

test('cycles whose length is not known', () => {
  checkRule(
    deprecatedSyntax,
    `
check process app with pidfile /run/app.pid
  every 5 cycles
#       ^^^^^^^^ information: 'every 5 cycles' is deprecated since monit 6.0; write a cron expression
`,
  )
})

test('a mode', () => {
  checkRule(
    deprecatedSyntax,
    `
check process app with pidfile /run/app.pid
  mode manual
# ^^^^^^^^^^^ information: 'mode manual' is deprecated since monit 6.0; write 'onreboot laststate'
`,
  )
  checkFix(
    deprecatedSyntax,
    `
check process app with pidfile /run/app.pid
  mode manual
`,
    `
check process app with pidfile /run/app.pid
  onreboot laststate
`,
    { title: "write 'onreboot laststate'" },
  )
})

test('a link', () => {
  checkRule(
    deprecatedSyntax,
    `
check network lan with interface eth0
  if failed link then alert
#    ^^^^^^^^^^^ information: 'failed link' is deprecated since monit 6.0; write 'if link down'
`,
  )
  checkFix(
    deprecatedSyntax,
    `
check network lan with interface eth0
  if failed link then alert
`,
    `
check network lan with interface eth0
  if link down then alert
`,
    { title: "write 'link down'" },
  )
})

test('TLS and buffers', () => {
  checkRule(
    deprecatedSyntax,
    `
set expectbuffer  10  kB
#   ^^^^^^^^^^^^ information: 'expectbuffer' is deprecated since monit 6.0; write 'set limits { sendExpectBuffer: … }'
check host app with address 192.0.2.1
  if failed port 443 type tcpssl certmd5 8f7f419955cefa0b33a2ba316cba3659 then alert
#                         ^^^^^^ information: 'tcpssl' is deprecated since monit 6.0; write 'type tcp with ssl'
#                                ^^^^^^^ information: 'certmd5' is deprecated since monit 6.0; write 'certificate checksum'
`,
  )
  checkFix(
    deprecatedSyntax,
    `
set expectbuffer  10  kB
check host app with address 192.0.2.1
  if failed port 443 type tcpssl certmd5 8f7f419955cefa0b33a2ba316cba3659 then alert
`,
    `
set limits { sendExpectBuffer: 10 kB }
check host app with address 192.0.2.1
  if failed port 443 type tcpssl certmd5 8f7f419955cefa0b33a2ba316cba3659 then alert
`,
    { title: "write 'limits { sendExpectBuffer: 10 kB }'" },
  )
  checkFix(
    deprecatedSyntax,
    `
set expectbuffer  10  kB
check host app with address 192.0.2.1
  if failed port 443 type tcpssl certmd5 8f7f419955cefa0b33a2ba316cba3659 then alert
`,
    `
set expectbuffer  10  kB
check host app with address 192.0.2.1
  if failed port 443 type tcpssl certificate checksum 8f7f419955cefa0b33a2ba316cba3659 then alert
`,
    { title: "write 'certificate checksum'" },
  )
})

test('they were fine once', () => {
  checkRule(
    deprecatedSyntax,
    `
set logfile /var/log/monit.log
`,
    { monitVersion: '5.33.0' },
  )
})
