import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a protocol without a port', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed protocol https then alert
#           ^^^^^^^^ error: 'port' is missing before 'protocol': monit assumes none, whatever the protocol
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address example.com
  if failed protocol https then alert
`,
    `
check host shop with address example.com
  if failed port 443 protocol https then alert
`,
    { title: "add 'port 443'" },
  )
})

test('a protocol before its port', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed protocol http port 8080 then alert
#           ^^^^^^^^ error: the port must stand before 'protocol'
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address example.com
  if failed protocol http port 8080 then alert
`,
    `
check host shop with address example.com
  if failed port 8080 protocol http then alert
`,
    { title: "write 'port 8080 protocol http'" },
  )
})

test('a port before its host', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 80 host web then alert
#                   ^^^^ error: 'host' must stand before 'port'
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 80 host web then alert
`,
    `
check host shop with address example.com
  if failed host web port 80 then alert
`,
    { title: "put 'host web' first" },
  )
})

test('an option of a protocol that stands too late', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 80 protocol http content = "ok" request "/health" then alert
#                                                ^^^^^^^ error: 'request' is an option of the protocol and must follow it directly, before 'content'
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 80 protocol http content = "ok" request "/health" then alert
`,
    `
check host shop with address example.com
  if failed port 80 protocol http request "/health" content = "ok" then alert
`,
    { title: 'move it to the protocol' },
  )
})

test('a protocol by another name', () => {
  checkRule(
    monitSyntax,
    `
check host data with address 192.0.2.1
  if failed port 5432 protocol postgresql then alert
#                              ^^^^^^^^^^ error: monit calls this protocol 'pgsql'
`,
  )
  checkFix(
    monitSyntax,
    `
check host data with address 192.0.2.1
  if failed port 5432 protocol postgresql then alert
`,
    `
check host data with address 192.0.2.1
  if failed port 5432 protocol pgsql then alert
`,
    { title: "write 'pgsql'" },
  )
})

test('a TLS version outside of the braces', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 443 using tlsv12 then alert
#                          ^^^^^^ error: a version of TLS stands in the braces of 'ssl': with ssl { version: tlsv12 }
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address example.com
  if failed port 443 using tlsv12 then alert
`,
    `
check host shop with address example.com
  if failed port 443 with ssl { version: tlsv12 } then alert
`,
    { title: "write 'with ssl { version: tlsv12 }'" },
  )
})
