import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a check of a type that monit does not have', () => {
  checkRule(
    monitSyntax,
    `
check service app with pidfile /run/app.pid
#     ^^^^^^^ error: monit has no 'check service'; accepted: process, file, fifo, directory, filesystem, host, network, system, program
`,
  )
  checkFix(
    monitSyntax,
    `
check service app with pidfile /run/app.pid
`,
    `
check process app with pidfile /run/app.pid
`,
    { title: "write 'check process'" },
  )
})

test('a name on the next line', () => {
  checkRule(
    monitSyntax,
    `
check process
^^^^^^^^^^^^^ error: the name must stand on the line of 'check process'
app with pidfile /run/app.pid
`,
  )
  checkFix(
    monitSyntax,
    `
check process
app with pidfile /run/app.pid
`,
    `
check process app with pidfile /run/app.pid
`,
    { title: 'join the lines' },
  )
})

test('a forgotten name', () => {
  checkRule(
    monitSyntax,
    `
check system
  if memory > 80% then alert
# ^^ error: a name is missing behind 'check system', so monit takes 'if' for it
`,
  )
  checkFix(
    monitSyntax,
    `
check system
  if memory > 80% then alert
`,
    `
check system $HOST
  if memory > 80% then alert
`,
    { title: "name it '$HOST'" },
  )
})

test('a colon in a name', () => {
  checkRule(
    monitSyntax,
    `
check process app:web with pidfile /run/app.pid
#                ^ error: ':' ends a name that stands without quotes
`,
  )
  checkFix(
    monitSyntax,
    `
check process app:web with pidfile /run/app.pid
`,
    `
check process "app:web" with pidfile /run/app.pid
`,
    { title: 'write "app:web"' },
  )
})

test('a program with a PID file', () => {
  checkRule(
    monitSyntax,
    `
check program app with pidfile /run/app.pid
#                      ^^^^^^^ error: 'check program' runs a program and tests how it ends; a process with a PID file is watched by 'check process'
`,
  )
  checkFix(
    monitSyntax,
    `
check program app with pidfile /run/app.pid
`,
    `
check process app with pidfile /run/app.pid
`,
    { title: "write 'check process'" },
  )
})

test('a head without its path', () => {
  checkRule(
    monitSyntax,
    `
check file keys
^^^^^^^^^^^^^^^ error: 'check file' needs 'path' with a path behind its name
  if changed checksum then alert
`,
  )
})

test('a path without its word', () => {
  checkRule(
    monitSyntax,
    `
check file keys /etc/app/keys
#               ^^^^^^^^^^^^^ error: 'path' is missing before '/etc/app/keys'
`,
  )
  checkFix(
    monitSyntax,
    `
check file keys /etc/app/keys
`,
    `
check file keys with path /etc/app/keys
`,
    { title: "write 'with path /etc/app/keys'" },
  )
})

test('another word for the PID file', () => {
  checkRule(
    monitSyntax,
    `
check process app with pid /run/app.pid
#                      ^^^ error: 'check process' has no 'pid'; accepted: 'pidfile' with a path, or 'matching' with a pattern
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pid /run/app.pid
`,
    `
check process app with pidfile /run/app.pid
`,
    { title: "write 'pidfile'" },
  )
})

test('a process that is found in two ways', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid matching "app"
#                                           ^^^^^^^^ error: a process is found by one of 'pidfile' and 'matching'; 'pidfile' stands here already
`,
  )
})
