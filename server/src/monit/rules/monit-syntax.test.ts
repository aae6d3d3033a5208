import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { monitSyntax } from './monit-syntax.ts'

test('what follows only from an unread quote is not told again', () => {
  const text = 'check process app with pidfile /run/app.pid\n  group "a b" "c d"\n'
  expect(findingsOf(monitSyntax, text)).toHaveLength(1)
})

test('lines for a check are fine in a file that others include', () => {
  const severities = (file: string) =>
    findingsOf(monitSyntax, 'if cpu > 80% then alert\n', { file }).map(({ severity }) => severity)
  expect(severities('templates/load')).toEqual(['information'])
  expect(severities('monitrc')).toEqual(['error'])
})

test('one mistake costs one finding, and those behind it are found too', () =>
  checkRule(
    monitSyntax,
    `
check process app with pidfile /run/app.pid
  if memory > 800MB for 3 cycles then restart
#             ^^^^^ error: '800MB' is one word to monit; write '800 MB'
  start program = "/srv/app start" with timeout 30
#                                               ^^ error: '30' lacks its unit, which monit never assumes here; write '30 seconds'
  stop program = "/srv/app stop"
set daemon 30
`,
  ))

test('what a template tag decides is not judged', () =>
  checkRule(
    monitSyntax,
    `
check process app with pidfile <%= pid %>
  if cpu > {{ limit }} then <%= action %>
  <% if mail %> alert {{ who }} <% end %>
`,
  ))
