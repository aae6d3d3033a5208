import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../base/diagnostic.ts'
import { parseControlComment, withoutSuppressed } from './control-comment.ts'

/** What a comment at offset 100 says, each span as the text that it covers. */
function read(text: string) {
  const cover = ({ start, end }: { start: number; end: number }) => text.slice(start - 100, end - 100)
  const comment = parseControlComment(text, 100)
  switch (comment?.kind) {
    case undefined:
      return undefined
    case 'allow':
      return comment.rules.map(({ id, span }) => [id, cover(span)])
    case 'set':
      return { [comment.key]: comment.value, spans: [cover(comment.keySpan), cover(comment.valueSpan)] }
    case 'unclear':
      return { unclear: comment.words, span: cover(comment.span) }
  }
}

test.each([
  ['# unitwright: allow a', ['a']],
  ['#unitwright:allow a', ['a']],
  ['; unitwright:  allow\ta-b, c ,d  e,', ['a-b', 'c', 'd', 'e']],
  ['# unitwright: allow a, a', ['a', 'a']],
  ['# unitwright: allow allow', ['allow']],
])('%j allows', (text, ids) => expect(read(text)).toEqual(ids.map((id) => [id, id])))

test.each([
  ['# unitwright: instance=user', 'instance', 'user'],
  ['; unitwright:instance = user  ', 'instance', 'user'],
  ['# unitwright: a-b=c=d', 'a-b', 'c=d'],
  ['# unitwright: allow=x', 'allow', 'x'],
  ['# unitwright: user=user', 'user', 'user'],
])('%j sets', (text, key, value) => expect(read(text)).toEqual({ [key]: value, spans: [key, value] }))

test.each([
  ['# unitwright: disable a', 'disable a'],
  ['# unitwright: allow', 'allow'],
  ['# unitwright: allow ,', 'allow ,'],
  ['# unitwright: allows a', 'allows a'],
  ['# unitwright: instance=', 'instance='],
  ['# unitwright: instance=user # mine ', 'instance=user # mine'],
])('%j says nothing', (text, words) => expect(read(text)).toEqual({ unclear: words, span: words }))

test('with no words at all the comment itself is the culprit', () =>
  expect(read('#  unitwright: ')).toEqual({ unclear: '', span: '#  unitwright: ' }))

test.each([
  '# allow a',
  '# unitwright',
  '# by unitwright: allow a',
  'unitwright: allow a',
  '# Unitwright: allow a',
  '',
])('%j is a comment like any other', (text) => expect(read(text)).toBeUndefined())

describe('suppressions', () => {
  const finding = (rule: string, start: number): Diagnostic => ({
    rule,
    kind: 'trap',
    severity: 'warning',
    span: { start, end: start + 5 },
    message: '',
    fixes: [],
  })
  const found = [finding('a', 0), finding('a', 10), finding('b', 10), finding('a', 20)]
  const left = (...suppressions: Parameters<typeof withoutSuppressed>[1]) =>
    withoutSuppressed(found, suppressions).map(({ rule, span }) => `${rule}${span.start}`)

  test('none', () => expect(withoutSuppressed(found, [])).toBe(found))

  test('cover findings of their rules that start in their scope', () => {
    expect(left({ rules: ['a'], scope: { start: 10, end: 20 } })).toEqual(['a0', 'b10', 'a20'])
    expect(left({ rules: ['a', 'b'], scope: { start: 8, end: 11 } })).toEqual(['a0', 'a20'])
    expect(left({ rules: ['c'], scope: { start: 0, end: 99 } })).toHaveLength(4)
    expect(left({ rules: [], scope: { start: 0, end: 99 } })).toHaveLength(4)
  })

  test('several', () =>
    expect(
      left({ rules: ['a'], scope: { start: 0, end: 1 } }, { rules: ['b'], scope: { start: 0, end: 99 } }),
    ).toEqual(['a10', 'a20']))
})
