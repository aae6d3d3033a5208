import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { protocolConflict } from './protocol-conflict.ts'

test('send and expect behind a protocol', () => {
  checkRule(
    protocolConflict,
    `
check host app with address 192.0.2.1
  if failed port 25 protocol smtp send "HELO" expect "250" then alert
#                                 ^^^^^^^^^^^ error: monit speaks smtp itself here and refuses 'send'; leave out 'send' or 'protocol smtp'
#                                             ^^^^^^^^^^^^ error: monit speaks smtp itself here and refuses 'expect'; leave out 'expect' or 'protocol smtp'
`,
  )
})

test("send and expect of one's own", () => {
  checkRule(
    protocolConflict,
    `
check host app with address 192.0.2.1
  if failed port 25 send "HELO" expect "250" then alert
  if failed port 25 protocol default send "HELO" then alert
`,
  )
})

test('RADIUS over TCP', () => {
  checkRule(
    protocolConflict,
    `
check host app with address 192.0.2.1
  if failed port 1812 protocol radius secret "x" then alert
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: monit speaks RADIUS over UDP only, and a port is TCP unless 'type udp' says otherwise
  if failed port 1812 type tcp protocol radius then alert
#                              ^^^^^^^^^^^^^^^ error: monit speaks RADIUS over UDP only, and a port is TCP unless 'type udp' says otherwise
  if failed port 1812 protocol radius type udp then alert
`,
  )
  checkFix(
    protocolConflict,
    `
check host app with address 192.0.2.1
  if failed port 1812 protocol radius secret "x" then alert
  if failed port 1812 type tcp protocol radius then alert
  if failed port 1812 protocol radius type udp then alert
`,
    `
check host app with address 192.0.2.1
  if failed port 1812 type udp protocol radius secret "x" then alert
  if failed port 1812 type tcp protocol radius then alert
  if failed port 1812 protocol radius type udp then alert
`,
    { title: "add 'type udp'" },
  )
})

test('the key of MySQL without a login', () =>
  checkRule(
    protocolConflict,
    `
check host data with address 192.0.2.1
  if failed port 3306 protocol mysql rsakey checksum 1f65afb2eb4ff6dcc6f8a4e2b3b4e8ba3a6e1e37 then alert
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: 'rsakey' needs a login to MySQL; write 'username' and 'password' behind 'protocol mysql' too
  if failed port 3306 protocol mysql username "u" rsakey checksum 1f65afb2eb4ff6dcc6f8a4e2b3b4e8ba3a6e1e37 then alert
`,
  ))

test('HEAD where a page is looked into', () =>
  checkRule(
    protocolConflict,
    `
check host web with address 192.0.2.1
  if failed port 80 protocol http method head content = "x" then alert
#                                 ^^^^^^^^^^^ error: an answer to HEAD has no body, so monit refuses it together with 'content'; leave out 'method head' or 'content'
  if failed port 80 content = "x" protocol http request "/" method head then alert
#                                                           ^^^^^^^^^^^ error: an answer to HEAD has no body, so monit refuses it together with 'content'; leave out 'method head' or 'content'
  if failed port 443 protocol https method head checksum 8f7f419955cefa0b33a2ba316cba3659 then alert
#                                   ^^^^^^^^^^^ error: an answer to HEAD has no body, so monit refuses it together with 'checksum'; leave out 'method head' or 'checksum'
  if failed port 80 protocol http method head method get content = "x" then alert
  if failed port 80 protocol http method head then alert
`,
  ))
