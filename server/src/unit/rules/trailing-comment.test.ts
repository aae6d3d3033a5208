import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { trailingComment as rule } from './trailing-comment.ts'

const message = "a comment can't stand behind a value; systemd takes this as part of it"

test('comments behind what systemd takes as it stands', () =>
  checkRule(
    rule,
    `
[Service]
  ExecStart = /srv/web/run --port 3000   # the app
#                                        ^^^^^^^^^ warning: ${message}
WorkingDirectory=/srv/web #here
#                         ^^^^^ warning: ${message}
`,
  ))

test('comments behind what systemd minds are the business of the rule that knows the value', () => {
  const owners = (line: string) => findingsOfAll(line).map((each) => each.rule)
  expect(owners('TimeoutStopSec=30 # s')).toEqual(['invalid-time'])
  expect(owners('LimitNOFILE=65536 # files')).toEqual(['invalid-number'])
  expect(owners('Slice=app.slice # web')).toEqual(['invalid-unit-name'])
})

function findingsOfAll(line: string) {
  return allFindings(`[Service]\nExecStart=/srv/web/run\n${line}\n`)
}

test('a # that is no comment', () =>
  checkRule(
    rule,
    `
[Unit]
Description=Web # the app
Documentation=https://example.com/#anchor
Documentation=man:web(8) # as always
[Service]
ExecStart=/bin/sh -c 'echo a # b'
ExecStart=/bin/echo "a # b" --title='c # d' a#b #5 \\# c
ExecStart=/srv/web/run \\
  # between the lines
  --port 3000
Environment=COLOR=#fff "NOTE=a # b" #1
StandardInputText=a # b
SetCredential=a:b # c
X-Note=a # b
`,
  ))

test('the comment of a line that goes on ends with the line', () => {
  checkRule(
    rule,
    `
[Service]
ExecStart=/srv/web/run # the app \\
#                      ^^^^^^^^^ warning: ${message}
  --port 3000
`,
  )
  checkFix(
    rule,
    '[Service]\nExecStart=/a # the app \\\n  --port 3000\n',
    '[Service]\n# the app\nExecStart=/a \\\n  --port 3000\n',
  )
})

test('the fix puts the comment above, on request only', () => {
  checkFix(rule, '[Service]\nExecStart=/a # b\nType=exec\n', '[Service]\n# b\nExecStart=/a\nType=exec\n')
  checkFix(rule, '[Service]\r\n\tExecStart=/a  # b', '[Service]\r\n\t# b\r\n\tExecStart=/a')
  checkFix(rule, '[Service]\nExecStart=/a \\\n  --b # c\n', '[Service]\n# c\nExecStart=/a \\\n  --b\n')
  expect(findingsOf(rule, '[Service]\nExecStart=/a # b\n')[0]?.fixes[0]?.safe).toBe(false)
})

test('tags: a # inside of one is not a comment, one behind it is', () => {
  checkRule(rule, '[Service]\nExecStart=/a <%= b # c %> d\nUser={{ a # b }}\nWorkingDirectory=/a {# b #}\n')
  checkRule(
    rule,
    `
[Service]
User={{ user }} # of the app
#               ^^^^^^^^^^^^ warning: ${message}
`,
  )
})

test('one finding, from the rule that knows the value', () => {
  const rules = (line: string, version = 262) =>
    allFindings(`[Service]\nExecStart=/a\n${line}\n`, { version }).map((each) => each.rule)
  expect(rules('RemainAfterExit=yes # a')).toEqual(['invalid-boolean'])
  expect(rules('Restart=always # a')).toEqual(['invalid-enum-value'])
  expect(rules('MountFlags=shared # a', 252)).toEqual(['invalid-enum-value'])
  expect(rules('MountAPIVFS=yes # a', 252)).toEqual(['invalid-boolean'])
  expect(rules('MemoryMax=1G # a')).toEqual(['invalid-number'])
  expect(rules('RootMStack=/a # b', 252)).toEqual(['directive-too-new'])
})
