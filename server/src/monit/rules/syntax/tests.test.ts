import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('a test of another type of check', () => {
  checkRule(
    monitSyntax,
    `
check system $HOST
  if failed ping then alert
#           ^^^^ error: 'ping' is a test of 'check host', and this is a check of type 'system'
  if totalmem > 80% then alert
#    ^^^^^^^^ error: 'totalmem' is a test of 'check process', and this is a check of type 'system'; here it is 'memory' or 'cpu'
  if disk usage > 80% then alert
#    ^^^^ error: 'disk' is a test of 'check process', and this is a check of type 'system'; how full a disk is, 'check filesystem' tests with 'space'
`,
  )
  checkFix(
    monitSyntax,
    `
check system $HOST
  if failed ping then alert
  if totalmem > 80% then alert
  if disk usage > 80% then alert
`,
    `
check system $HOST
  if failed ping then alert
  if memory > 80% then alert
  if disk usage > 80% then alert
`,
    { title: "write 'memory'" },
  )
})

test('a test by another name', () => {
  checkRule(
    monitSyntax,
    `
check filesystem root with path /
  if disk usage > 80% then alert
#    ^^^^ error: monit calls this test 'space'
`,
  )
  checkFix(
    monitSyntax,
    `
check filesystem root with path /
  if disk usage > 80% then alert
`,
    `
check filesystem root with path /
  if space usage > 80% then alert
`,
    { title: "write 'space'" },
  )
})

test('a test that does not exist', () => {
  checkRule(
    monitSyntax,
    `
check filesystem root with path /
  if fullness > 80% then alert
#    ^^^^^^^^ error: 'fullness' is no test of 'check filesystem'; accepted: exist, changed, failed, inodes, space, read, write, service time
  if > 80% then alert
#    ^ error: what is compared is missing before '>'; accepted: exist, changed, failed, inodes, space, read, write, service time
`,
  )
})

test('a test turned round with not', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if not cpu > 80% then alert
#    ^^^ error: 'not' can't stand before 'cpu'; turn the comparison round
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if not cpu > 80% then alert
`,
    `
check process app with pidfile /run/app.pid
  if cpu <= 80% then alert
`,
    { title: "write '<='" },
  )
})

test('a misspelt comparison', () => {
  checkRule(
    monitSyntax,
    `
check program backup with path /srv/check-backup
  if status is not 0 then alert
#              ^^^ error: 'not' can't stand here; write '!='
`,
  )
  checkFix(
    monitSyntax,
    `
check program backup with path /srv/check-backup
  if status is not 0 then alert
`,
    `
check program backup with path /srv/check-backup
  if status is != 0 then alert
`,
    { title: "write '!='" },
  )
})

test('a statement outside of any check', () => {
  checkRule(
    monitSyntax,
    `
if cpu > 80% then alert
^^ error: 'if' belongs to a check, and none begins before it; a file that only others include may begin so
`,
  )
})

test('a group outside of any check', () => {
  const marked = (severity: string) => `
group web
^^^^^ ${severity}: 'group' belongs to a check, and none begins before it; a file that only others include may begin so
`
  checkRule(monitSyntax, marked('error'))
  checkRule(monitSyntax, marked('information'), { file: '/etc/monit/templates/common' })
  checkRule(
    monitSyntax,
    `
group
^^^^^ error: the name of the group must stand behind 'group', on its line
  web
`,
  )
})

test('not monitored', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  not monitored
# ^^^^^^^^^^^^^ error: there is no 'not monitored'; 'onreboot nostart' keeps monit from watching this check after its start
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  not monitored
`,
    `
check process app with pidfile /run/app.pid
  onreboot nostart
`,
    { title: "write 'onreboot nostart'" },
  )
})

test('a test without its `if`', () => {
  const text = `
check process web with pidfile /run/web.pid
  start program = "/srv/run"
  cpu > 80% for 3 cycles then restart
# ^^^ error: a test begins with 'if', which is missing before 'cpu'
check host shop with address shop.example
  failed port 80 protocol http then alert
# ^^^^^^ error: a test begins with 'if', which is missing before 'failed'
  group web
`
  checkRule(monitSyntax, text)
  const plain = text.replace(/^#.*\n/gm, '')
  checkFix(monitSyntax, plain, plain.replace('  cpu', '  if cpu'))
})

test.each([
  ['a test that is wrong itself', 'cpu > 80 MB then restart'],
  ['what is no test', 'cpu'],
  ['an action of its own', 'then alert'],
])('`if` is not offered before %s', (_, line) => {
  const text = `check process web with pidfile /run/web.pid\n  ${line}\n`
  const titles = allFindings(text).flatMap(({ fixes }) => fixes.map(({ title }) => title))
  expect(titles).not.toContain("write 'if'")
})
