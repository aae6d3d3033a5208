import { expect } from 'vitest'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { applyEdits } from '../../base/edit.ts'
import type { Environment, UnitFile } from '../../base/environment.ts'
import { LineIndex } from '../../base/line-index.ts'
import type { RuleSettings } from '../../base/settings.ts'
import { readMarkedText } from '../../base/testing/marked-text.ts'
import { testEnvironment } from '../../monit/testing/check.ts'
import { isAppConfig } from '../app-config.ts'
import { check } from '../check.ts'
import { openSource, recognise } from '../documents.ts'

/** A file of a test. */
interface TestFile {
  readonly file: string
  readonly text: string
}

/** Reads a text of several files, each under a line `-- name --`; the first one is the one in question. */
function readFiles(literal: string): readonly [TestFile, ...TestFile[]] {
  const parts = literal.split(/^-- (.+) --\n/m).slice(1)
  const files: TestFile[] = []
  for (let at = 0; at < parts.length; at += 2) files.push({ file: parts[at]!, text: parts[at + 1]! })
  return files as [TestFile, ...TestFile[]]
}

/** An environment that has the other files at hand, the drop-ins of the own one among them. */
function environmentOf(own: string, beside: readonly TestFile[], rules: RuleSettings): Environment {
  const files = beside.map(({ file, text }): UnitFile => ({ path: `/srv/repo/${file}`, text }))
  const units = files.filter(({ path }) => recognise(path) === 'unit' || isAppConfig(path))
  const plain = testEnvironment({ controlFiles: files.filter((each) => !units.includes(each)) })
  const dropIns = beside.flatMap(({ file, text }) =>
    file.startsWith(`${own}.d/`) ? [{ name: file, text }] : [],
  )
  return {
    ...plain,
    settings: { ...plain.settings, rules },
    units: () => units,
    dropIns: () => dropIns,
  }
}

/** All findings in a file that has others beside it. */
export function findingsBeside(
  { file, text }: TestFile,
  beside: readonly TestFile[],
  rules: RuleSettings = {},
): readonly Diagnostic[] {
  const path = `/srv/repo/${file}`
  return check(openSource(recognise(path, text)!, path, text)!, environmentOf(file, beside, rules))
}

/** All findings in the first file of a literal. */
export function allFindings(literal: string, rules?: RuleSettings): readonly Diagnostic[] {
  const [own, ...beside] = readFiles(literal)
  return findingsBeside(own, beside, rules)
}

/** Expects exactly the findings of a rule that the caret lines in the first file of a literal name. */
export function checkAcross(rule: { readonly id: string }, literal: string): void {
  const [own, ...beside] = readFiles(literal)
  const { text, expected } = readMarkedText(own.text)
  const lines = new LineIndex(text)
  const found = findingsBeside({ ...own, text }, beside)
    .filter((finding) => finding.rule === rule.id)
    .map(({ span, severity, message }) => {
      const { start, end } = lines.range(span)
      return { line: start.line, from: start.character, to: end.character, severity, message }
    })
  expect(found).toEqual(expected)
}

/** What the first file of a literal becomes by the first fix of a rule; undefined where there is none. */
export function fixedAcross(rule: { readonly id: string }, literal: string): string | undefined {
  const [own, ...beside] = readFiles(literal)
  const finding = findingsBeside(own, beside).find((each) => each.rule === rule.id)
  const fix = finding?.fixes[0]
  return fix && applyEdits(own.text, fix.edits)
}
