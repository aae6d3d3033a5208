import { expect, test } from 'vitest'
import { unit } from '../index.ts'

const text = '# a\n# b\n[Unit]\nAfter=b.service\n\n[Service]\nExecStart=/bin/x \\\n  y\n=z\n'
const document = unit.read(text, 'web.service')
const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

test('the outline has sections and their directives', () => {
  expect(
    unit
      .symbols(document)
      .map(({ name, span, children }) => [name, at(span), children.map((child) => child.name)]),
  ).toEqual([
    ['Unit', '[Unit]\nAfter=b.service', ['After']],
    ['Service', '[Service]\nExecStart=/bin/x \\\n  y\n=z', ['ExecStart', '=']],
  ])
})

test('a name lies within its symbol', () => {
  for (const { span, nameSpan, children } of unit.symbols(document)) {
    for (const each of [{ span, nameSpan }, ...children]) {
      expect(each.nameSpan.start).toBeGreaterThanOrEqual(each.span.start)
      expect(each.nameSpan.end).toBeLessThanOrEqual(each.span.end)
    }
  }
})

test('sections, comments and continued values fold', () => {
  expect(unit.folds(document).map(({ kind, span }) => [kind, at(span)])).toEqual([
    ['section', '[Unit]\nAfter=b.service'],
    ['section', '[Service]\nExecStart=/bin/x \\\n  y\n=z'],
    ['comment', '# a\n# b'],
    ['continuation', 'ExecStart=/bin/x \\\n  y'],
  ])
})
