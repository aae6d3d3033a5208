import type { Diagnostic } from '../base/diagnostic.ts'
import type { TextEdit } from '../base/edit.ts'
import { nearest } from '../base/nearest.ts'
import type { RuleSettings } from '../base/settings.ts'
import type { Span } from '../base/span.ts'
import type { Control } from './control-comment.ts'
import type { Reporter } from './rule.ts'

/** What the rules about comments to this program need, in whatever language the comments stand. */
export interface ControlContext extends Reporter {
  /** The ids of all rules of the language. */
  readonly ruleIds: readonly string[]
  readonly settings: RuleSettings
}

/** What these rules say is the same in every language; each has examples of its own. */
export const unknownRuleText = {
  summary: 'a comment that silences a rule which does not exist',
  why: 'A misspelt name silences nothing, and the finding that it was written for comes as before. A rule may also have gone or got another name since.',
}

/** Reports the names of rules that don't exist. */
export function reportUnknownRules(ctx: ControlContext, controls: readonly Control[]): void {
  for (const { comment } of controls) {
    if (comment.kind !== 'allow') continue
    for (const { id, span } of comment.rules) {
      if (ctx.ruleIds.includes(id)) continue
      const guess = nearest(id, ctx.ruleIds)
      ctx.report(
        span,
        `there is no rule '${id}'; ${guess ? `did you mean '${guess}'?` : 'this silences nothing'}`,
        guess
          ? { fixes: [{ title: `Change to ${guess}`, safe: true, edits: [{ span, newText: guess }] }] }
          : {},
      )
    }
  }
}

export const unusedAllowText = {
  summary: 'a comment that silences a rule which finds nothing there',
  why: 'The mistake that the comment was written for is gone, or stands elsewhere: a comment above the first section or statement speaks of the whole file, any other of what follows it only. Left there, it would hide the next mistake of its kind.',
}

/**
 * Reports the names of rules that find nothing where the comment speaks.
 * @param found what all other rules found, before comments silence any of it
 * @param undecided rules of which nobody can tell whether they would find something
 */
export function reportUnusedAllows(
  ctx: ControlContext,
  text: string,
  controls: readonly Control[],
  found: readonly Diagnostic[],
  undecided: readonly string[] = [],
): void {
  for (const control of controls) {
    if (control.comment.kind !== 'allow') continue
    const { rules } = control.comment
    for (const { id, span } of rules) {
      // Of names that don't exist another rule speaks; a rule that is off finds nothing anywhere.
      if (id === 'unused-allow' || !ctx.ruleIds.includes(id) || ctx.settings[id] === 'off') continue
      if (undecided.includes(id)) continue
      if (found.some((each) => each.rule === id && isWithin(each.span, control.scope))) continue
      const edit = rules.length === 1 ? removeLine(text, control.span) : removeName(text, span)
      ctx.report(span, `'${id}' finds nothing that this comment speaks of`, {
        tag: 'unnecessary',
        fixes: [{ title: `Remove '${id}'`, safe: true, edits: [edit] }],
      })
    }
  }
}

function isWithin({ start }: Span, scope: Span): boolean {
  return start >= scope.start && start < scope.end
}

function removeLine(text: string, { start, end }: Span): TextEdit {
  const after = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))![0].length
  return { span: { start: blanksBefore(text, start), end: end + after }, newText: '' }
}

/** A name goes with the comma behind it, or, as the last one, with the one before it. */
function removeName(text: string, { start, end }: Span): TextEdit {
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end))?.[0].length
  if (after !== undefined) return { span: { start, end: end + after }, newText: '' }
  const blanks = blanksBefore(text, start)
  const before = text[blanks - 1] === ',' ? blanksBefore(text, blanks - 1) : blanks
  return { span: { start: before, end }, newText: '' }
}

/** Where the blanks begin that end at an offset. */
function blanksBefore(text: string, end: number): number {
  let start = end
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return start
}
