import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../server/src/base/edit.ts'
import type { DocumentSymbol } from '../../server/src/base/features.ts'
import type { Span } from '../../server/src/base/span.ts'
import { openSource } from '../../server/src/workspace/documents.ts'
import { environmentOf } from '../oracle/our-verdicts.ts'
import { mutatedControlFile, wordSalad } from './control-files.ts'
import { runs } from './runs.ts'

const environment = environmentOf(257)
const texts = fc.oneof(wordSalad, mutatedControlFile)

/** A source and some offsets that a cursor can be at. */
const cursors = fc.tuple(texts, fc.array(fc.nat(), { minLength: 8, maxLength: 8 })).map(([text, some]) => ({
  source: openSource('monit', 'monitrc', text)!,
  offsets: some.map((each) => each % (text.length + 1)),
  text,
}))

function expectAround({ start, end }: Span, offset: number, length: number): void {
  expect(start).toBeGreaterThanOrEqual(0)
  expect(start).toBeLessThanOrEqual(offset)
  expect(end).toBeGreaterThanOrEqual(offset)
  expect(end).toBeLessThanOrEqual(length)
}

test('completion replaces what the cursor stands in', () => {
  fc.assert(
    fc.property(cursors, ({ source, offsets, text }) => {
      for (const offset of offsets) {
        const completion = source.complete(offset, environment)
        if (!completion) continue
        expectAround(completion.replace, offset, text.length)
        expect(completion.items.every(({ label }) => label.trim() !== '')).toBe(true)
      }
    }),
    runs(300),
  )
})

test('hover speaks of what stands under the pointer', async () => {
  await fc.assert(
    fc.asyncProperty(cursors, async ({ source, offsets, text }) => {
      for (const offset of offsets) {
        const hover = await source.hover(offset, environment)
        if (!hover) continue
        expectAround(hover.span, offset, text.length)
        expect(hover.markdown.trim()).not.toMatch(/^$|undefined|NaN/)
      }
    }),
    runs(300),
  )
})

test('symbols and folds lie in the text, children in their parents', () => {
  const expectSymbol = ({ name, span, nameSpan, children }: DocumentSymbol, within: Span) => {
    expect(name).not.toBe('')
    expect([span.start >= within.start, span.end <= within.end]).toEqual([true, true])
    expect([nameSpan.start >= span.start, nameSpan.end <= span.end]).toEqual([true, true])
    for (const child of children) expectSymbol(child, span)
  }
  fc.assert(
    fc.property(texts, (text) => {
      const source = openSource('monit', 'monitrc', text)!
      for (const symbol of source.symbols()) expectSymbol(symbol, { start: 0, end: text.length })
      for (const { span } of source.folds()) expectAround(span, span.start, text.length)
    }),
    runs(500),
  )
})

test('a new name is found where the old one was', () => {
  fc.assert(
    fc.property(cursors, ({ source, offsets, text }) => {
      for (const offset of offsets) {
        if (!source.renamable(offset)) continue
        const count = source.references(offset, true, environment).length
        const renaming = source.rename(offset, 'quite new', environment)!
        if (renaming.kind === 'refused') continue
        const edits = renaming.files[0]!.edits
        const first = Math.min(...edits.map(({ span }) => span.start))
        const renamed = openSource('monit', 'monitrc', applyEdits(text, edits))!
        expect(renamed.references(first + 1, true, environment)).toHaveLength(count)
      }
    }),
    runs(500),
  )
})
