import { expect, test } from 'vitest'
import type { Diagnostic } from '../base/diagnostic.ts'
import { type FileReport, report, summarise } from './report.ts'

const finding: Diagnostic = {
  rule: 'some-rule',
  kind: 'trap',
  severity: 'warning',
  span: { start: 9, end: 11 },
  message: "'\x1b[2J' is odd",
  fixes: [{ title: 'Do it', safe: false, edits: [{ span: { start: 9, end: 9 }, newText: 'x' }] }],
}
const file: FileReport = { path: 'a b\n.service', text: '[Unit]\r\nA=1\r\n', findings: [finding], mended: [] }
const clean: FileReport = { ...file, findings: [] }

test('text: one line a finding, safe for a terminal', () => {
  expect(report([clean, file], 'text', false)).toBe(
    "a b\\n.service:2:2: warning: '\\x1b[2J' is odd [some-rule]\n",
  )
})

test('text: what was mended comes first, at the place where it was', () => {
  const mended = [{ finding: { ...finding, message: 'gone' }, text: '\n\n\n\n\n\n\n\n\n..' }]
  expect(report([{ ...clean, mended }], 'text', false)).toBe('a b\\n.service:10:1: fixed: gone [some-rule]\n')
})

test('colours change nothing but the colours', () => {
  const coloured = report([file], 'text', true)
  expect(coloured).toContain('\x1b[33mwarning\x1b[0m')
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(report([file], 'text', false))
})

test('json: one array, places from zero', () => {
  expect(report([clean], 'json', false)).toBe('[]\n')
  const text = report([file, clean, file], 'json', true)
  const at = (line: number, character: number) => ({ line, character })
  const expected = {
    file: 'a b\n.service',
    range: { start: at(1, 1), end: at(1, 3) },
    severity: 'warning',
    rule: 'some-rule',
    kind: 'trap',
    message: "'\x1b[2J' is odd",
    fixes: [
      { title: 'Do it', safe: false, edits: [{ range: { start: at(1, 1), end: at(1, 1) }, newText: 'x' }] },
    ],
  }
  expect(JSON.parse(text)).toEqual([expected, expected])
})

test.each([
  [[clean], 'no problems in 1 file\n'],
  [[clean, clean], 'no problems in 2 files\n'],
  [[clean, file], '1 warning in 1 of 2 files\n'],
  [
    [{ ...file, findings: [finding, { ...finding, severity: 'error' as const }, finding] }],
    '1 error, 2 warnings in 1 of 1 file\n',
  ],
  [[{ ...clean, mended: [{ finding, text: '' }] }, file], '1 warning in 1 of 2 files, 1 fixed\n'],
])('summary %#', (files, text) => {
  expect(summarise(files)).toBe(text)
})
