import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { invalidSpecifier as rule } from './invalid-specifier.ts'

test('a percent sign in a text', () =>
  checkRule(
    rule,
    `
[Unit]
Description=Web at 100%z, 50%
#                     ^^ warning: '%z' in 'Description=' is no specifier; a percent sign is written '%%'
`,
  ))
