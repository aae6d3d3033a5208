import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { dependencyOnItself as rule } from './dependency-on-itself.ts'

test('in the lists of which systemd says so', () => {
  checkRule(
    rule,
    `
[Unit]
After=network.target web.service
#                    ^^^^^^^^^^^ warning: 'web.service' is this unit itself; systemd drops 'After=' of it
Conflicts=web.service other.service
#         ^^^^^^^^^^^ warning: 'web.service' is this unit itself; systemd drops 'Conflicts=' of it
OnFailure=%n
#         ^^ warning: '%n' is this unit itself; systemd drops 'OnFailure=' of it
Wants=web.service
Requires=web.service
`,
  )
})

test.each([
  ['web@.service', 'After=web@%i.service', 1],
  ['web@.service', 'After=%p@%i.service', 1],
  ['web@.service', 'After=web@%H.service web@1.service web.service', 0],
  ['web@1.service', 'Before=web@1.service web@2.service', 1],
  ['web.service', 'OnFailure=tell@%n.service web.socket', 0],
  ['web.service.d/a.conf', 'After=web.service', 1],
  ['web.service.j2', 'After=web.service', 0],
  ['web.service', 'After={{ name }}web.service', 0],
  ['web.timer', 'Before=web.service', 0],
])('in %s %s', (file, line, count) =>
  expect(findingsOf(rule, `[Unit]\n${line}\n`, { file })).toHaveLength(count),
)

test('leaves the list', () =>
  checkFix(rule, '[Unit]\nAfter=a.service web.service b.service\n', '[Unit]\nAfter=a.service b.service\n'))
