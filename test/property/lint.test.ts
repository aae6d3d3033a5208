import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../server/src/base/diagnostic.ts'
import { applyEdits, type Fix } from '../../server/src/base/edit.ts'
import { fixAll } from '../../server/src/lint/fix-all.ts'
import { findingsOf } from '../oracle/our-verdicts.ts'
import { runs } from './runs.ts'
import { nastyText, unitPath } from './texts.ts'

const version = fc.constantFrom(252, 254, 257, 262)
const many = runs(600)

test('no rule crashes, and findings lie in the text, in order', () => {
  fc.assert(
    fc.property(unitPath, nastyText, version, (path, text, target) => {
      const findings = findingsOf(path, text, target)
      let last = 0
      for (const { rule, message, span } of findings) {
        expect(rule, message).not.toBe('internal/rule-crashed')
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(span.end).toBeGreaterThanOrEqual(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        last = span.start
      }
    }),
    many,
  )
})

test('messages begin in lower case or with what they quote, and end without a full stop', () => {
  fc.assert(
    fc.property(unitPath, nastyText, version, (path, text, target) => {
      for (const { message } of findingsOf(path, text, target)) {
        expect(message).not.toBe('')
        expect(message).not.toMatch(/^[A-Z][a-z]|\.$/)
      }
    }),
    runs(200),
  )
})

test('every fix can be applied, and what it is for is gone', () => {
  fc.assert(
    fc.property(unitPath, nastyText, version, (path, text, target) => {
      const findings = findingsOf(path, text, target)
      for (const finding of findings) {
        for (const fix of finding.fixes) {
          const mended = applyEdits(text, fix.edits)
          expect(mended, fix.title).not.toBe(text)
          const left = findingsOf(path, mended, target)
          const stays = isStill(finding, fix, left) && alike(left, finding) >= alike(findings, finding)
          expect(stays, `${fix.title}: ${JSON.stringify(mended)}`).toBe(false)
        }
      }
    }),
    many,
  )
})

/** True where a finding says the same at the place to which the fix has moved the old one. */
function isStill(finding: Diagnostic, { edits }: Fix, left: readonly Diagnostic[]): boolean {
  const before = edits.filter(({ span }) => span.end <= finding.span.start)
  const shift = before.reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0)
  return left.some((each) => alike([each], finding) === 1 && each.span.start === finding.span.start + shift)
}

/** How many findings say the same of the same words. A fix may uncover another one elsewhere. */
function alike(findings: readonly Diagnostic[], { rule, message }: Diagnostic): number {
  return findings.filter((each) => each.rule === rule && each.message === message).length
}

test.each([[false], [true]])('fix-all comes to an end (suggestions: %s)', (unsafe) => {
  fc.assert(
    fc.property(unitPath, nastyText, version, (path, text, target) => {
      const check = (current: string) => findingsOf(path, current, target)
      const mended = fixAll(text, check, unsafe)
      expect(fixAll(mended.text, check, unsafe)).toEqual({ text: mended.text, rounds: 0 })
    }),
    runs(300),
  )
})
