import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidPattern } from './invalid-pattern.ts'

test('a star at the beginning', () => {
  checkRule(
    invalidPattern,
    `
check process app with matching "*gunicorn"
#                                ^ error: there is nothing before this '*' that it could repeat; '.*' stands for any text, '\\*' for the character itself
`,
  )
  checkFix(
    invalidPattern,
    `
check process app with matching "*gunicorn"
`,
    `
check process app with matching ".*gunicorn"
`,
    { title: "write '.*', any text" },
  )
  checkFix(
    invalidPattern,
    `
check process app with matching "*gunicorn"
`,
    `
check process app with matching "\\*gunicorn"
`,
    { title: "write '\\*', the character itself" },
  )
})

test("a group of Perl's", () => {
  checkRule(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "(?:fatal|panic)" then alert
#                ^ error: '(?' begins a group of Perl's, which monit's patterns don't have; accepted: ( … )
  if content = "(?=fatal)" then alert
#                ^ error: '(?' begins a group of Perl's, which monit's patterns don't have; accepted: ( … )
`,
  )
  checkFix(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "(?:fatal|panic)" then alert
  if content = "(?=fatal)" then alert
`,
    `
check file log with path /var/log/app.log
  if content = "(fatal|panic)" then alert
  if content = "(?=fatal)" then alert
`,
    { title: "write '('" },
  )
})

test('brackets that stay open', () => {
  checkRule(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "[error" then alert
#               ^ error: this '[' is never closed, and monit can't read the pattern; write '\\[' for the character itself
  if content = "main(" then alert
#                   ^ error: this '(' is never closed, and monit can't read the pattern; write '\\(' for the character itself
  ignore content = "a{2"
#                    ^ error: this '{' is never closed, and monit can't read the pattern; write '\\{' for the character itself
`,
  )
  checkFix(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "[error" then alert
  if content = "main(" then alert
  ignore content = "a{2"
`,
    `
check file log with path /var/log/app.log
  if content = "\\[error" then alert
  if content = "main(" then alert
  ignore content = "a{2"
`,
    { title: "write '\\[', the character itself" },
  )
  checkFix(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "[error" then alert
  if content = "main(" then alert
  ignore content = "a{2"
`,
    `
check file log with path /var/log/app.log
  if content = "[error" then alert
  if content = "main\\(" then alert
  ignore content = "a{2"
`,
    { title: "write '\\(', the character itself" },
  )
  checkFix(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "[error" then alert
  if content = "main(" then alert
  ignore content = "a{2"
`,
    `
check file log with path /var/log/app.log
  if content = "[error" then alert
  if content = "main(" then alert
  ignore content = "a\\{2"
`,
    { title: "write '\\{', the character itself" },
  )
})

test('classes, ranges and counts', () => {
  checkRule(
    invalidPattern,
    `
check host app with address 192.0.2.1
  if failed port 80 content = "[[:word:]]" then alert
#                               ^^^^^^^^ error: '[:word:]' is no class of characters; accepted: [:alpha:], [:digit:], [:alnum:], [:space:], [:upper:], [:lower:] and the like
  if failed port 80 expect "[z-a]" then alert
#                            ^^^ error: the range 'z-a' ends before it begins
  if failed port 80 expect "a{3,1}" then alert
#                            ^^^^^ error: '{3,1}' is no count; accepted: {3}, {3,}, {3,5}, and '\\{' for the character itself
  if failed port 80 expect "a{99999}" then alert
#                            ^^^^^^^ error: '{99999}' is too large; monit's patterns count up to 32767
`,
  )
  checkFix(
    invalidPattern,
    `
check host app with address 192.0.2.1
  if failed port 80 content = "[[:word:]]" then alert
  if failed port 80 expect "[z-a]" then alert
  if failed port 80 expect "a{3,1}" then alert
  if failed port 80 expect "a{99999}" then alert
`,
    `
check host app with address 192.0.2.1
  if failed port 80 content = "[[:word:]]" then alert
  if failed port 80 expect "[a-z]" then alert
  if failed port 80 expect "a{3,1}" then alert
  if failed port 80 expect "a{99999}" then alert
`,
    { title: "write 'a-z'" },
  )
})

test('a backslash at the end', () => {
  checkRule(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "C:\\\\" then alert
#              ^^^^^^ error: the pattern ends in a backslash with nothing behind it, and monit can't read it
`,
  )
})

test('a file of patterns is none', () => {
  checkRule(
    invalidPattern,
    `
check file log with path /var/log/app.log
  if content = "/etc/monit/*" then alert
`,
  )
})

test('blanks at the ends are no part of a pattern', () =>
  checkRule(
    invalidPattern,
    String.raw`
check file log with path /var/log/app.log
  if content = "done\\ " then alert
#              ^^^^^^^^^ error: the pattern ends in a backslash with nothing behind it, and monit can't read it
  if content = "done\\\\ " then alert
`,
  ))
