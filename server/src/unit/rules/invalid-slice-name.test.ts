import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidSliceName } from './invalid-slice-name.ts'

test('dashes too many', () =>
  checkRule(
    invalidSliceName,
    `
[Service]
Slice=web--app.slice
#     ^^^^^^^^^^^^^^ error: 'web--app.slice' can't be loaded: no dash may be at an end of a slice's name or beside another
`,
  ))

test.each(['web-app.slice', '-.slice', 'user-%U.slice', 'web--app.service', 'web-%H.slice'])(
  'nothing to say of %s',
  (name) => checkRule(invalidSliceName, `[Service]\nSlice=${name}\n`),
)

test('the fix', () =>
  checkFix(invalidSliceName, '[Service]\nSlice=-web.slice\n', '[Service]\nSlice=web.slice\n'))
