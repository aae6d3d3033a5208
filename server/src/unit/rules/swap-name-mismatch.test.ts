import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { swapNameMismatch } from './swap-name-mismatch.ts'

test('a swap that is called something else', () =>
  checkRule(
    swapNameMismatch,
    `
[Swap]
What=/dev/vg-main/swap
#    ^^^^^^^^^^^^^^^^^ error: '/dev/vg-main/swap' is the path of 'dev-vg\\x2dmain-swap.swap', and this file is 'dev-vg-main-swap.swap'; systemd refuses a unit that is not named after its 'What='
`,
    { file: 'dev-vg-main-swap.swap' },
  ))

test.each([
  ['swapfile.swap', '/swapfile'],
  ['swap.swap', 'LABEL=swap'],
])('nothing to say of %s with What=%s', (file, what) =>
  checkRule(swapNameMismatch, `[Swap]\nWhat=${what}\n`, { file }),
)
