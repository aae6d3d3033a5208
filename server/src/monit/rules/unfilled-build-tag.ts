import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import { identifyMonit } from '../identity.ts'
import { meaningAt } from '../syntax/meaning.ts'
import { kindOf } from '../syntax/tokens.ts'
import { type MonitTree, tokenText } from '../syntax/tree.ts'
import { monitManual, monitRule } from './rule.ts'

/** A name that a build fills in, as Autoconf, Meson and CMake have it. */
const buildTag = /^@[A-Za-z_]\w*@$/
/** Texts with a lexer of their own, to which `@` is a character like any other. */
const plainTexts: ReadonlySet<string> = new Set(['mail-text', 'http-header', 'host-group', 'cron', 'url'])

export const unfilledBuildTag = monitRule({
  id: 'unfilled-build-tag',
  kind: 'verdict',
  severity: 'information',
  docs: {
    summary: 'an `@NAME@` without quotes in a file that is not named as a template',
    why: "A build fills in `@NAME@` on the way from `monitrc.in` to `monitrc`. In a file that bears its final name nothing may come to fill it in, and monit refuses an `@` that stands without quotes: `syntax error '@'`. In quotes it is read, and so is a password with odd characters that is filled in later.",
    bad: [{ file: 'monitrc', text: 'set httpd port 2812 allow admin:@MONIT_PASSWD@\n' }],
    good: [
      { file: 'monitrc', text: 'set httpd port 2812 allow admin:"@MONIT_PASSWD@"\n' },
      { file: 'monitrc.in', text: 'set httpd port 2812 allow admin:@MONIT_PASSWD@\n' },
    ],
    refs: [monitManual('THE MONIT CONTROL FILE', 'THE-MONIT-CONTROL-FILE')],
  },
  on: {
    file(ctx, { path, tree }) {
      if (tree.tags.length === 0 || identifyMonit(path)?.template) return
      for (const tag of tree.tags) {
        const name = tree.text.slice(tag.start, tag.end)
        if (!buildTag.test(name)) continue
        const found = bareValueAt(tree, tag)
        if (!found) continue
        ctx.report(
          { start: tag.start, end: tag.end },
          `'${name}' is not filled in; monit would refuse its '@', which stands without quotes`,
          { fixes: found.fixes },
        )
      }
    },
  },
})

/** The value without quotes that a tag is part of, with the fix that quotes it where monit takes a text there. */
function bareValueAt(tree: MonitTree, { start }: Span): { readonly fixes: readonly Fix[] } | undefined {
  const at = meaningAt(tree, start)
  if (at?.meaning.term.kind !== 'value' || plainTexts.has(at.meaning.term.value)) return undefined
  const raw = tokenText(tree, at.token)
  if (/^["']/.test(raw) || kindOf(tree.tokens, at.token) === 'ARGUMENT') return undefined
  if (!at.meaning.term.tokens.includes('STRING') || !buildTag.test(raw)) return { fixes: [] }
  const span = { start: tree.tokens.starts[at.token]!, end: tree.tokens.ends[at.token]! }
  return { fixes: [{ title: `Write "${raw}"`, safe: false, edits: [{ span, newText: `"${raw}"` }] }] }
}
