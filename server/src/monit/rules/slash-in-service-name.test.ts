import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { slashInServiceName } from './slash-in-service-name.ts'

test('a path for a name', () => {
  checkRule(
    slashInServiceName,
    `
check filesystem /var/lib with path /var/lib
#                ^^^^^^^^ error: the name of a check can't begin with '/'; '/var/lib' reads like a path
`,
  )
  checkFix(
    slashInServiceName,
    `
check filesystem /var/lib with path /var/lib
`,
    `
check filesystem var_lib with path /var/lib
`,
    { title: "name it 'var_lib'" },
  )
})

test('a path in quotes for a name', () => {
  checkRule(
    slashInServiceName,
    `
check filesystem "/data" with path /data
#                ^^^^^^^ error: the name of a check can't begin with '/'; '/data' reads like a path
`,
  )
  checkFix(
    slashInServiceName,
    `
check filesystem "/data" with path /data
`,
    `
check filesystem "data" with path /data
`,
    { title: "name it 'data'" },
  )
})
