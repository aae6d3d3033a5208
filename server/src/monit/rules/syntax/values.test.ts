import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a path that is not absolute', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile run/app.pid
#                              ^^^^^^^^^^^ error: 'run/app.pid' must be an absolute path, which begins with '/'
check process web with pidfile $HOME/web.pid
#                              ^^^^^^^^^^^^^ error: monit knows no variables, so '$HOME/web.pid' is no absolute path; write it out
check file keys with path ~/keys
#                         ^^^^^^ error: monit doesn't know '~', so '~/keys' is no absolute path; write the folder out
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile run/app.pid
check process web with pidfile $HOME/web.pid
check file keys with path ~/keys
`,
    `
check process app with pidfile /run/app.pid
check process web with pidfile $HOME/web.pid
check file keys with path ~/keys
`,
    { title: "write '/run/app.pid'" },
  )
})

test('a word of the language for a value', () => {
  checkRule(
    monitSyntax,
    `
set httpd port 2812
  allow admin:password
#             ^^^^^^^^ error: 'password' is a word of monit's language; as a value it needs quotes
`,
  )
  checkFix(
    monitSyntax,
    `
set httpd port 2812
  allow admin:password
`,
    `
set httpd port 2812
  allow admin:"password"
`,
    { title: 'write "password"' },
  )
})

test('a character that ends a word', () => {
  checkRule(
    monitSyntax,
    `
set httpd port 2812
  allow admin:pa(ss
#             ^^^^^ error: '(' ends a word that stands without quotes; write "pa(ss"
`,
  )
  checkFix(
    monitSyntax,
    `
set httpd port 2812
  allow admin:pa(ss
`,
    `
set httpd port 2812
  allow admin:"pa(ss"
`,
    { title: 'write "pa(ss"' },
  )
})

test('a password that looks like a mail address', () => {
  checkRule(
    monitSyntax,
    `
set httpd port 2812
  allow admin:p@ssw0rd
#             ^^^^^^^^ error: monit takes 'p@ssw0rd' for a mail address; as a text it needs quotes
`,
  )
  checkFix(
    monitSyntax,
    `
set httpd port 2812
  allow admin:p@ssw0rd
`,
    `
set httpd port 2812
  allow admin:"p@ssw0rd"
`,
    { title: 'write "p@ssw0rd"' },
  )
})

test('a mail address in quotes', () => {
  checkRule(
    monitSyntax,
    `
set alert "ops@example.org"
#         ^^^^^^^^^^^^^^^^^ error: a mail address stands without quotes
`,
  )
  checkFix(
    monitSyntax,
    `
set alert "ops@example.org"
`,
    `
set alert ops@example.org
`,
    { title: 'write ops@example.org' },
  )
})

test('a name for a mail address', () => {
  checkRule(
    monitSyntax,
    `
set alert root
#         ^^^^ error: 'root' is no mail address: there is no '@' in it
`,
  )
  checkFix(
    monitSyntax,
    `
set alert root
`,
    `
set alert root@localhost
`,
    { title: "write 'root@localhost'" },
  )
})

test('two mail addresses', () => {
  checkRule(
    monitSyntax,
    `
set alert a@example.org, b@example.org
#                        ^^^^^^^^^^^^^ error: 'set alert' takes one address; write another 'set alert' for 'b@example.org'
`,
  )
  checkFix(
    monitSyntax,
    `
set alert a@example.org, b@example.org
`,
    `
set alert a@example.org
set alert b@example.org
`,
    { title: "write a second 'set alert'" },
  )
})

test('no event at all', () => {
  checkRule(
    monitSyntax,
    `
set alert ops@example.org not on {}
#                                ^^ error: at least one event must stand in the braces, such as 'nonexist' or 'timeout'
`,
  )
})

test('an event that does not exist', () => {
  checkRule(
    monitSyntax,
    `
set alert ops@example.org only on { timeut }
#                                   ^^^^^^ error: 'timeut' is no event; accepted: connection, content, exec, nonexist, resource, status, timeout and others
`,
  )
  checkFix(
    monitSyntax,
    `
set alert ops@example.org only on { timeut }
`,
    `
set alert ops@example.org only on { timeout }
`,
    { title: "write 'timeout'" },
  )
})

test('a unit behind the poll time', () => {
  checkRule(
    monitSyntax,
    `
set daemon 2 minutes
#            ^^^^^^^ error: 'set daemon' takes a bare number, the seconds between two cycles
`,
  )
  checkFix(
    monitSyntax,
    `
set daemon 2 minutes
`,
    `
set daemon 120
`,
    { title: "write '120'" },
  )
})

test('a URL in quotes', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address example.com
  if failed url "https://example.com/" then alert
#               ^^^^^^^^^^^^^^^^^^^^^^ error: an address such as this stands without quotes
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address example.com
  if failed url "https://example.com/" then alert
`,
    `
check host shop with address example.com
  if failed url https://example.com/ then alert
`,
    { title: 'write https://example.com/' },
  )
})

test('a page for a host', () => {
  checkRule(
    monitSyntax,
    `
check host shop with address https://example.com/
#                            ^^^^^^^^^^^^^^^^^^^^ error: a host name or IP address must stand here; a page is tested with 'if failed url …'
  if failed port 443 then alert
`,
  )
  checkFix(
    monitSyntax,
    `
check host shop with address https://example.com/
  if failed port 443 then alert
`,
    `
check host shop with address example.com
  if failed port 443 then alert
`,
    { title: "write 'example.com'" },
  )
})

test('symbolic permissions', () => {
  checkRule(
    monitSyntax,
    `
check file keys with path /etc/app/keys
  if failed permission u+rw then alert
#                      ^^^^ error: 'u+rw' can't be permissions; accepted: an octal number such as 640
`,
  )
})

test('a field of mail that does not exist', () => {
  checkRule(
    monitSyntax,
    `
set mail-format { to: a@example.org }
#                 ^^ error: 'to:' is no part of a mail; accepted: from:, reply-to:, subject:, message:
`,
  )
})

test('a double quote within a command', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/bin/sh -c "cd /srv && if true""
#                             ^ error: this quote ends the command, and nothing escapes one; within a command write single quotes
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  start program = "/bin/sh -c "cd /srv && if true""
`,
    `
check process app with pidfile /run/app.pid
  start program = "/bin/sh -c 'cd /srv && if true'"
`,
    { title: 'Use single quotes inside' },
  )
})

test('a number for a password', () => {
  checkRule(
    monitSyntax,
    `
set httpd port 2812
  allow admin:1234
#             ^^^^ error: monit takes '1234' for a number; as a text it needs quotes
`,
  )
  checkFix(
    monitSyntax,
    `
set httpd port 2812
  allow admin:1234
`,
    `
set httpd port 2812
  allow admin:"1234"
`,
    { title: 'write "1234"' },
  )
})

test('a text that begins with a slash', () => {
  checkRule(
    monitSyntax,
    `
check program api with path /srv/check-api
  if content = "/health" then alert
#              ^^^^^^^^^ error: monit takes what begins with '/' for a path, which can't stand here; write [/] for the character
`,
  )
  checkFix(
    monitSyntax,
    `
check program api with path /srv/check-api
  if content = "/health" then alert
`,
    `
check program api with path /srv/check-api
  if content = "[/]health" then alert
`,
    { title: 'write "[/]health"' },
  )
})
