import { expect } from 'vitest'
import type { Diagnostic } from '../../base/diagnostic.ts'
import { applyEdits } from '../../base/edit.ts'
import {
  type Accounts,
  type DropIn,
  type Environment,
  noAccounts,
  noDropIns,
} from '../../base/environment.ts'
import type { Completion } from '../../base/features.ts'
import { LineIndex } from '../../base/line-index.ts'
import { defaultSettings, type Settings } from '../../base/settings.ts'
import { readMarkedText } from '../../base/testing/marked-text.ts'
import { unit } from '../index.ts'
import type { UnitRule } from '../rules/rule.ts'

/** How a test's file is read, where it isn't a service for the newest systemd. */
export interface CheckOptions {
  readonly file?: string
  readonly version?: number
  readonly instance?: Settings['instance']
  readonly unitNames?: readonly string[]
  readonly accounts?: Accounts
  readonly dropIns?: readonly DropIn[]
}

/** An environment for tests: no machine, no manual, the settings given. */
export function testEnvironment({
  version,
  instance,
  unitNames = [],
  accounts = noAccounts,
  dropIns = noDropIns,
}: CheckOptions = {}): Environment {
  return {
    settings: { ...defaultSettings, systemdVersion: version ?? 'auto', instance: instance ?? 'auto' },
    machineVersion: undefined,
    machineMonit: undefined,
    controlFiles: () => [],
    units: () => [],
    unitNames: () => unitNames,
    accounts: () => accounts,
    dropIns: () => dropIns,
    manual: async () => undefined,
  }
}

/** The findings of one rule on a text. */
export function findingsOf(rule: UnitRule, text: string, options: CheckOptions = {}): readonly Diagnostic[] {
  return allFindings(text, options).filter((finding) => finding.rule === rule.id)
}

/** The findings of all rules on a text. */
export function allFindings(text: string, options: CheckOptions = {}): readonly Diagnostic[] {
  return unit.lint(unit.read(text, options.file ?? 'web.service'), testEnvironment(options))
}

/** Expects exactly the findings of a rule that the caret lines of `marked` name. */
export function checkRule(rule: UnitRule, marked: string, options: CheckOptions = {}): void {
  const { text, expected } = readMarkedText(marked)
  const lines = new LineIndex(text)
  const found = findingsOf(rule, text, options).map(({ span, severity, message }) => {
    const { start, end } = lines.range(span)
    return { line: start.line, from: start.character, to: end.character, severity, message }
  })
  expect(found).toEqual(expected)
}

/** Expects that the fix of the rule's first finding, or the one of that title, turns one text into the other. */
export function checkFix(
  rule: UnitRule,
  before: string,
  after: string,
  options: CheckOptions & { title?: string } = {},
): void {
  const text = before.replace(/^\n/, '')
  const fixes = findingsOf(rule, text, options).flatMap((finding) => finding.fixes)
  const fix = options.title ? fixes.find(({ title }) => title === options.title) : fixes[0]
  expect(fix, `a fix among: ${fixes.map(({ title }) => title).join(', ') || 'none'}`).toBeDefined()
  expect(applyEdits(text, fix!.edits)).toBe(after.replace(/^\n/, ''))
}

/** The completion at `$0`. */
export function completionAt(marked: string, options: CheckOptions = {}): Completion | undefined {
  const { text, cursor } = readMarkedText(marked)
  return unit.complete(unit.read(text, options.file ?? 'web.service'), cursor!, testEnvironment(options))
}

/** What the text becomes when the item of that label is accepted at `$0`. */
export function acceptAt(marked: string, label: string, options: CheckOptions = {}): string {
  const { text } = readMarkedText(marked)
  const completion = completionAt(marked, options)
  const item = completion?.items.find((each) => each.label === label)
  expect(item, `an item '${label}'`).toBeDefined()
  return applyEdits(text, [{ span: completion!.replace, newText: item!.insertText ?? item!.label }])
}

/** The hover's markdown at `$0`. */
export async function hoverAt(marked: string, options: CheckOptions = {}): Promise<string | undefined> {
  const { text, cursor } = readMarkedText(marked)
  const hover = await unit.hover(
    unit.read(text, options.file ?? 'web.service'),
    cursor!,
    testEnvironment(options),
  )
  return hover?.markdown
}
