import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { reservedMountOption as rule } from './reserved-mount-option.ts'

const file = 'srv.automount'

test('options of systemd', () =>
  checkRule(
    rule,
    `
[Automount]
ExtraOptions=strictexpire,direct
#                         ^^^^^^ error: the option 'direct' is systemd's own for automounts; systemd refuses the unit with it in 'ExtraOptions='
`,
    { file },
  ))

test('with a value', () =>
  checkRule(
    rule,
    `
[Automount]
ExtraOptions=minproto=5
#            ^^^^^^^^^^ error: the option 'minproto' is systemd's own for automounts; systemd refuses the unit with it in 'ExtraOptions='
`,
    { file },
  ))

test('others', () => {
  checkRule(rule, '[Automount]\nExtraOptions=strictexpire,directed,x=fd, direct\n', { file })
  checkRule(rule, '[Automount]\nExtraOptions=direct,{{ more }}\n', { file: 'srv.automount.j2' })
})
