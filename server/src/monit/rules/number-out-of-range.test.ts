import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { numberOutOfRange } from './number-out-of-range.ts'

test('a rate over more cycles than monit counts', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 90 cycles then restart
#                  ^^ error: monit looks back over 64 cycles at most, not 90; accepted: 1 to 64
`,
  )
  checkFix(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 90 cycles then restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 64 cycles then restart
`,
    { title: 'write 64' },
  )
})

test('a rate of nothing', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 0 cycles then restart
#                  ^ error: a test is made in 1 cycle at least, not 0; accepted: 1 to 64
  if memory > 80% for 0 times within 5 cycles then restart
#                     ^ error: a test has to fail at least once; accepted: 1 and more
`,
  )
  checkFix(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 0 cycles then restart
  if memory > 80% for 0 times within 5 cycles then restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 1 cycles then restart
  if memory > 80% for 0 times within 5 cycles then restart
`,
    { title: 'write 1' },
  )
})

test('more failures than tests', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 5 times within 3 cycles then restart
#                  ^ error: a test can't fail 5 times within 3 cycles
`,
  )
  checkFix(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 5 times within 3 cycles then restart
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% for 3 times within 5 cycles then restart
`,
    { title: 'swap the two numbers: 3 within 5 cycles' },
  )
})

test('more restarts than cycles', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if 5 restarts within 3 cycles then unmonitor
#    ^ error: monit restarts a service once a cycle at most, so never 5 times within 3 cycles
  if 0 restarts within 3 cycles then unmonitor
#    ^ error: restarts and cycles are counted from 1
`,
  )
  checkFix(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if 5 restarts within 3 cycles then unmonitor
  if 0 restarts within 3 cycles then unmonitor
`,
    `
check process app with pidfile /run/app.pid
  if 3 restarts within 5 cycles then unmonitor
  if 0 restarts within 3 cycles then unmonitor
`,
    { title: 'swap the two numbers: 3 within 5 cycles' },
  )
  checkFix(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if 5 restarts within 3 cycles then unmonitor
  if 0 restarts within 3 cycles then unmonitor
`,
    `
check process app with pidfile /run/app.pid
  if 5 restarts within 3 cycles then unmonitor
  if 1 restarts within 3 cycles then unmonitor
`,
    { title: 'write 1' },
  )
})

test('the rate of a recovery', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if succeeded for 65 cycles then alert
#                                               ^^ error: monit looks back over 64 cycles at most, not 65; accepted: 1 to 64
`,
  )
  checkFix(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if succeeded for 65 cycles then alert
`,
    `
check process app with pidfile /run/app.pid
  if cpu > 80% then alert else if succeeded for 64 cycles then alert
`,
    { title: 'write 64' },
  )
})

test('permissions that are not octal', () => {
  checkRule(
    numberOutOfRange,
    `
check file keys with path /etc/app/keys
  if failed permission 680 then alert
#                      ^^^ error: '680' can't be permissions: permissions are written in octal digits, 0 to 7; an example: 640
  if failed permission 17777 then alert
#                      ^^^^^ error: '17777' can't be permissions: permissions end at 7777; an example: 640
  if failed permission 0640 then alert
`,
  )
})

test('the size of a ping', () => {
  checkRule(
    numberOutOfRange,
    `
check host app with address 192.0.2.1
  if failed ping size 4 then alert
#                     ^ error: a ping carries 8 to 1492 bytes, not 4
  if failed ping size 1500 then alert
#                     ^^^^ error: a ping carries 8 to 1492 bytes, not 1500
  if failed ping size 64 then alert
`,
  )
  checkFix(
    numberOutOfRange,
    `
check host app with address 192.0.2.1
  if failed ping size 4 then alert
  if failed ping size 1500 then alert
  if failed ping size 64 then alert
`,
    `
check host app with address 192.0.2.1
  if failed ping size 8 then alert
  if failed ping size 1500 then alert
  if failed ping size 64 then alert
`,
    { title: 'write 8' },
  )
  checkFix(
    numberOutOfRange,
    `
check host app with address 192.0.2.1
  if failed ping size 4 then alert
  if failed ping size 1500 then alert
  if failed ping size 64 then alert
`,
    `
check host app with address 192.0.2.1
  if failed ping size 4 then alert
  if failed ping size 1492 then alert
  if failed ping size 64 then alert
`,
    { title: 'write 1492' },
  )
})

test('traffic over more than a day', () => {
  checkRule(
    numberOutOfRange,
    `
check network lan with interface eth0
  if total upload > 1 GB in last 2 days then alert
#                                ^^^^^^ error: monit adds traffic up over a day at most; accepted: 1 day, up to 24 hours, up to 60 minutes
  if total download > 1 GB in last 36 hours then alert
#                                  ^^^^^^^^ error: monit adds traffic up over a day at most; accepted: 1 day, up to 24 hours, up to 60 minutes
  if total upload > 1 GB in last 61 minutes then alert
#                                ^^^^^^^^^^ error: monit adds traffic up over a day at most; accepted: 1 day, up to 24 hours, up to 60 minutes
  if total download > 1 GB in last 60 minutes then alert
  if total download > 1 GB in last day then alert
`,
  )
  checkFix(
    numberOutOfRange,
    `
check network lan with interface eth0
  if total upload > 1 GB in last 2 days then alert
  if total download > 1 GB in last 36 hours then alert
  if total download > 1 GB in last 60 minutes then alert
  if total download > 1 GB in last day then alert
`,
    `
check network lan with interface eth0
  if total upload > 1 GB in last 1 days then alert
  if total download > 1 GB in last 36 hours then alert
  if total download > 1 GB in last 60 minutes then alert
  if total download > 1 GB in last day then alert
`,
    { title: 'write 1' },
  )
  checkFix(
    numberOutOfRange,
    `
check network lan with interface eth0
  if total upload > 1 GB in last 2 days then alert
  if total download > 1 GB in last 36 hours then alert
  if total download > 1 GB in last 60 minutes then alert
  if total download > 1 GB in last day then alert
`,
    `
check network lan with interface eth0
  if total upload > 1 GB in last 2 days then alert
  if total download > 1 GB in last 24 hours then alert
  if total download > 1 GB in last 60 minutes then alert
  if total download > 1 GB in last day then alert
`,
    { title: 'write 24' },
  )
})

test('the hops of SIP', () => {
  checkRule(
    numberOutOfRange,
    `
check host app with address 192.0.2.1
  if failed port 5060 type udp protocol sip target a@example.org maxforward 300 then alert
#                                                                           ^^^ warning: monit takes 70 in place of 300; accepted: 0 to 255
`,
  )
})

test('a timeout of nothing', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 0 seconds
#                                               ^ error: a timeout of 0 is refused since monit 5.34.4; accepted: 1 second and more
  if cpu > 80% then exec "/srv/dump" with timeout 0 seconds
`,
    { monitVersion: '6.0.0' },
  )
})

test('a timeout of nothing was fine once', () => {
  checkRule(
    numberOutOfRange,
    `
check process app with pidfile /run/app.pid
  start program = "/srv/app start" with timeout 0 seconds
`,
    { monitVersion: '5.34.3' },
  )
})

test('limits of nothing, and beyond all bounds', () => {
  checkRule(
    numberOutOfRange,
    `
set limits { programOutput: 0 B, fileContentBuffer: 2 GB, stopTimeout: 0 seconds }
#                           ^ error: 'programOutput' can't be 0: since monit 5.34 every limit is 1 at least
#                                                   ^^^^ error: 'fileContentBuffer' ends below 2 GB
#                                                                      ^ error: 'stopTimeout' can't be 0: since monit 5.34 every limit is 1 at least
`,
    { monitVersion: '6.0.0' },
  )
})

test('limits of nothing were fine once', () => {
  checkRule(
    numberOutOfRange,
    `
set limits { programOutput: 0 B, fileContentBuffer: 2 GB }
`,
    { monitVersion: '5.33.0' },
  )
})

test('the poll time', () => {
  checkRule(
    numberOutOfRange,
    `
set daemon 0
#          ^ error: monit can't check every 0 seconds; accepted: 1 and more, usually 30 or 60
set daemon 2147483648
#          ^^^^^^^^^^ error: the time between two cycles ends at 31556952 seconds
`,
    { monitVersion: '6.0.0' },
  )
})
