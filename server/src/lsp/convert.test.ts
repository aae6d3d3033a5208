import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { runs } from '../../../test/property/runs.ts'
import type { Completion } from '../base/features.ts'
import { readFeatures } from './capabilities.ts'
import {
  offsetOf,
  rangeOf,
  toCompletionList,
  toDiagnostic,
  toFoldingRanges,
  toMarkup,
  toWorkspaceEdit,
} from './convert.ts'

const bare = readFeatures({ capabilities: {} })
const textOf = (content: string) => TextDocument.create('file:///web.service', 'systemd-unit', 3, content)
const at = (line: number, character: number) => ({ line, character })

test('columns count UTF-16 units, as the protocol does', () => {
  const text = textOf('[Unit]\r\nDescription=ä😀b\n')
  const b = text.getText().indexOf('b')
  expect(rangeOf(text, { start: b, end: b + 1 })).toEqual({ start: at(1, 15), end: at(1, 16) })
  expect(offsetOf(text, at(1, 15))).toBe(b)
})

test('every offset survives the way to a position and back, but within a line break', () => {
  const content = fc
    .array(fc.constantFrom('a', '\r', '\n', '\r\n', '😀'), { maxLength: 20 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(content, fc.nat(40), (raw, where) => {
      const text = textOf(raw)
      const offset = Math.min(where, raw.length)
      const { start } = rangeOf(text, { start: offset, end: offset })
      const torn = raw[offset - 1] === '\r' && raw[offset] === '\n'
      expect(offsetOf(text, start)).toBe(torn ? offset - 1 : offset)
    }),
    runs(100),
  )
})

test.each([
  [at(0, 99), 6],
  [at(1, 0), 7],
  [at(2, 0), undefined],
  [at(-1, 0), undefined],
  [at(0, -1), undefined],
  [at(Number.NaN, 0), undefined],
])('the position %j is at offset %s', (position, offset) => {
  expect(offsetOf(textOf('[Unit]\n'), position)).toBe(offset)
})

test.each([
  ['error', 1],
  ['warning', 2],
  ['information', 3],
  ['hint', 4],
] as const)('%s is severity %i', (severity, number) => {
  const finding = {
    rule: 'r',
    kind: 'trap',
    severity,
    span: { start: 0, end: 6 },
    message: 'm',
    fixes: [],
  } as const
  expect(toDiagnostic(textOf('[Unit]\n'), finding)).toEqual({
    range: { start: at(0, 0), end: at(0, 6) },
    severity: number,
    source: 'unitwright',
    code: 'r',
    message: 'm',
  })
  expect(toDiagnostic(textOf('[Unit]\n'), { ...finding, tag: 'unnecessary' }).tags).toEqual([1])
})

const completion: Completion = {
  replace: { start: 0, end: 2 },
  context: 'where',
  items: [
    { label: 'Restart', kind: 'directive', insertText: 'Restart=', detail: 'often', rank: 7 },
    { label: 'on', kind: 'value', deprecated: true },
  ],
}

test('what items share is said once, each property only to a client that takes it so', () => {
  const text = textOf('Re')
  const range = { start: at(0, 0), end: at(0, 2) }
  const client = { ...bare, deprecatedItemTag: true }
  expect(
    toCompletionList(text, 'unit', completion, { ...client, itemDefaults: new Set(['editRange', 'data']) }),
  ).toEqual({
    isIncomplete: false,
    itemDefaults: { editRange: range, data: { language: 'unit', context: 'where' } },
    items: [
      { label: 'Restart', kind: 10, detail: 'often', sortText: '!007', textEditText: 'Restart=' },
      { label: 'on', kind: 12, tags: [1] },
    ],
  })
  expect(toCompletionList(text, 'unit', completion, bare).items[1]).toEqual({
    label: 'on',
    kind: 12,
    textEdit: { range, newText: 'on' },
    data: { language: 'unit', context: 'where' },
  })
})

test('items that people use most come before all others', () => {
  const { items } = toCompletionList(textOf('Re'), 'unit', completion, bare)
  expect(items[0]!.sortText! < '%').toBe(true)
})

test('a fold of one line is none', () => {
  const text = textOf('[A]\n[B]\nx=1\n')
  const folds = [
    { kind: 'section', span: { start: 0, end: 3 } },
    { kind: 'section', span: { start: 4, end: 11 } },
  ] as const
  expect(toFoldingRanges(text, folds, bare)).toEqual([{ startLine: 1, endLine: 2 }])
})

test('edits carry the version of the text where the client can compare it', () => {
  const edits = [{ span: { start: 1, end: 2 }, newText: 'x' }]
  const changes = [{ range: { start: at(0, 1), end: at(0, 2) }, newText: 'x' }]
  expect(toWorkspaceEdit(textOf('abc'), edits, bare)).toEqual({ changes: { 'file:///web.service': changes } })
  expect(toWorkspaceEdit(textOf('abc'), edits, { ...bare, documentChanges: true })).toEqual({
    documentChanges: [{ textDocument: { uri: 'file:///web.service', version: 3 }, edits: changes }],
  })
})

test('markdown goes only to those that show it', () => {
  expect(toMarkup('**a**', true)).toEqual({ kind: 'markdown', value: '**a**' })
  expect(toMarkup('**a**', false)).toEqual({ kind: 'plaintext', value: 'a' })
})
