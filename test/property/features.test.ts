import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentSymbol } from '../../server/src/base/features.ts'
import type { Span } from '../../server/src/base/span.ts'
import { explainItem, openSource } from '../../server/src/workspace/documents.ts'
import { environmentOf } from '../oracle/our-verdicts.ts'
import { runs } from './runs.ts'
import { nastyText, unitPath } from './texts.ts'

const some = runs(150)
const environment = environmentOf(257)

/** The source and every offset that a cursor can be at. */
const cursors = fc.tuple(unitPath, nastyText).map(([path, text]) => ({
  source: openSource('unit', path, text),
  offsets: Array.from({ length: text.length + 1 }, (_, offset) => offset),
  length: text.length,
}))

function expectWithin({ start, end }: Span, length: number): void {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(end).toBeGreaterThanOrEqual(start)
  expect(end).toBeLessThanOrEqual(length)
}

test('completion answers at every offset, and replaces what the cursor stands in', () => {
  fc.assert(
    fc.property(cursors, ({ source, offsets, length }) => {
      for (const offset of offsets) {
        const completion = source?.complete(offset, environment)
        if (!completion) continue
        expectWithin(completion.replace, length)
        expect(completion.replace.start).toBeLessThanOrEqual(offset)
        expect(completion.replace.end).toBeGreaterThanOrEqual(offset)
        expect(completion.items.every(({ label }) => label !== '')).toBe(true)
      }
    }),
    some,
  )
})

test('hover answers at every offset', async () => {
  await fc.assert(
    fc.asyncProperty(cursors, async ({ source, offsets, length }) => {
      for (const offset of offsets) {
        const hover = await source?.hover(offset, environment)
        if (!hover) continue
        expectWithin(hover.span, length)
        expect(hover.markdown.trim()).not.toBe('')
      }
    }),
    some,
  )
})

test('whatever completion offers can be explained or not, but never fails', async () => {
  await fc.assert(
    fc.asyncProperty(cursors, fc.nat(), async ({ source, length }, at) => {
      const completion = source?.complete(at % (length + 1), environment)
      for (const { label } of completion?.items.slice(0, 20) ?? []) {
        expect(await explainItem('unit', completion!.context, label)).not.toBe('')
      }
    }),
    some,
  )
})

test('symbols and folds lie in the text, children in their parents', () => {
  const expectSymbol = ({ span, nameSpan, children }: DocumentSymbol, within: Span) => {
    expect([span.start >= within.start, span.end <= within.end]).toEqual([true, true])
    expect([nameSpan.start >= span.start, nameSpan.end <= span.end]).toEqual([true, true])
    for (const child of children) expectSymbol(child, span)
  }
  fc.assert(
    fc.property(cursors, ({ source, length }) => {
      for (const symbol of source?.symbols() ?? []) expectSymbol(symbol, { start: 0, end: length })
      for (const { span } of source?.folds() ?? []) expectWithin(span, length)
    }),
    runs(500),
  )
})
