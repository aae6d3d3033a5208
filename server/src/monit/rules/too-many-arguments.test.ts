import { expect, test } from 'vitest'
import { findingsOf } from '../testing/check.ts'
import { tooManyArguments } from './too-many-arguments.ts'

const check = (command: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "${command}`

test('the first word too many is told, once', () => {
  const text = check(`/srv/web/run${' a'.repeat(62)} b c"\n`)
  const [finding, ...others] = findingsOf(tooManyArguments, text)
  expect(others).toEqual([])
  expect(text.slice(finding!.span.start, finding!.span.end)).toBe('b c')
})

test('words behind the closing quote count', () => {
  expect(findingsOf(tooManyArguments, check(`/srv/web/run${' a'.repeat(60)}" x y\n`))).toEqual([])
  expect(findingsOf(tooManyArguments, check(`/srv/web/run${' a'.repeat(60)}" x y z\n`))).toHaveLength(1)
})

test('nobody counts what a template prints', () =>
  expect(findingsOf(tooManyArguments, check(`/srv/web/run${' a'.repeat(63)} <%= b %>"\n`))).toEqual([]))
