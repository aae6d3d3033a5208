import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { mixedLinkTests } from './mixed-link-tests.ts'

test('up beside down', () => {
  checkRule(
    mixedLinkTests,
    `
check network lan with interface eth0
  if link down then alert
  if link up then alert
#    ^^^^^^^ error: a test above is for a link that is down, and monit refuses one for a link that is up beside it; use the 'else' of the first test
`,
  )
})

test('the old word beside up', () => {
  checkRule(
    mixedLinkTests,
    `
check network lan with interface eth0
  if link up then alert
  if failed link then alert
#           ^^^^ error: a test above is for a link that is up, and monit refuses one for a link that is down beside it; use the 'else' of the first test
`,
  )
})

test('one direction in two words', () => {
  checkRule(
    mixedLinkTests,
    `
check network lan with interface eth0
  if link down then alert
  if failed link then alert
`,
  )
})
