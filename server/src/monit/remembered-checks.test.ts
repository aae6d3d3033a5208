import { expect, test } from 'vitest'
import type { Diagnostic } from '../base/diagnostic.ts'
import { RememberedChecks } from './remembered-checks.ts'

const span = (start: number, end: number) => ({ start, end })
const finding = (by: number): Diagnostic => ({
  rule: 'r',
  kind: 'trap',
  severity: 'warning',
  span: span(by + 2, by + 4),
  message: 'm',
  fixes: [{ title: 't', safe: true, edits: [{ span: span(by + 3, by + 3), newText: 'n' }] }],
})
const settings = {}
const version = '6.0.0'

test('what was found moves with its check, fixes included, one run after another', () => {
  new RememberedChecks({ version, settings }).remember('check', 10, [finding(10)])
  expect(new RememberedChecks({ version, settings }).recall('check', 10)).toEqual([finding(10)])
  expect(new RememberedChecks({ version, settings }).recall('check', 15)).toEqual([finding(15)])
  expect(new RememberedChecks({ version, settings }).recall('check', 7)).toEqual([finding(7)])
})

test('what the last file did not hold is forgotten', () => {
  new RememberedChecks({ version, settings }).remember('check', 0, [])
  new RememberedChecks({ version, settings }).remember('other', 0, [])
  const now = new RememberedChecks({ version, settings })
  expect([now.recall('check', 0), now.recall('other', 0)]).toEqual([undefined, []])
})

test.each([
  ['version', { version: '5.33.0', settings }],
  ['settings', { version, settings: {} }],
])('another %s asks anew', (_, circumstances) => {
  new RememberedChecks({ version, settings }).remember('check', 0, [])
  expect(new RememberedChecks(circumstances).recall('check', 0)).toBeUndefined()
})
