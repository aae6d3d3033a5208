import { editDistance, nearest } from '../../base/nearest.ts'
import { directivesOf, findFoldedDirective, sectionsWith, statusAt } from '../data/directives.ts'
import { sectionsFor } from '../data/section-names.ts'
import { moveToSection } from '../edit/move.ts'
import type { Section } from '../syntax/tree.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const unknownDirective = unitRule({
  id: 'unknown-directive',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a directive that no version of systemd has',
    why: 'systemd logs `Unknown key` and ignores the line, so a misspelt `Restrat=always` leaves the service without restarts. Keys of your own begin with `X-` and are left alone.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestrat=always\n' }],
    good: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nRestart=always\nX-Owner=web team\n' },
    ],
    refs: [man('systemd.directives'), man('systemd.syntax')],
  },
  on: {
    stray(ctx, { assignment, section }) {
      const { key, keySpan } = assignment
      if (key === '' || findFoldedDirective(section.name, key) || sectionsWith(key).length > 0) return
      const unknown = `unknown directive '${key}=' in [${section.name}]`
      const guess = nearestName(key, section.name, ctx.target.version)
      if (guess) {
        // Further off than one slip of a finger, it may be a directive that this program has yet to learn of.
        const safe = editDistance(key.toLowerCase(), guess.toLowerCase(), 1) <= 1 && !/\d/.test(key)
        ctx.report(keySpan, `${unknown}; did you mean '${guess}='?`, {
          fixes: [{ title: `Change to ${guess}=`, safe, edits: [{ span: keySpan, newText: guess }] }],
        })
        return
      }
      const elsewhere = guessElsewhere(ctx, key, section)
      if (!elsewhere) {
        ctx.report(keySpan, `${unknown}; the line is ignored`)
        return
      }
      const { home, name } = elsewhere
      ctx.report(keySpan, `${unknown}; did you mean '${name}=' in [${home}]?`, {
        fixes: [
          {
            title: `Write ${name}= in [${home}]`,
            safe: false,
            edits: moveToSection(ctx.document.tree, assignment, home, name),
          },
        ],
      })
    },
  },
})

/** How many guesses are remembered at most. */
const most = 1000
const guesses = new Map<string, string | undefined>()

/** The name that `[section]` has today and that comes nearest to a key; the same mistake is looked up, not thought over. */
function nearestName(key: string, section: string, version: number): string | undefined {
  const question = `${version} ${section} ${key}`
  if (!guesses.has(question)) {
    if (guesses.size >= most) guesses.clear()
    guesses.set(question, nearest(key, currentNames(section, version)))
  }
  return guesses.get(question)
}

/** The names that `[section]` has today, old spellings left out. */
function currentNames(section: string, version: number): readonly string[] {
  return directivesOf(section)
    .filter((each) => statusAt(each, version) === 'known' && !each.legacy)
    .map(({ name }) => name)
}

/** A directive of another section of this unit type that the key may have been meant to be. */
function guessElsewhere(ctx: UnitContext, key: string, { name: here }: Section) {
  for (const home of sectionsFor(ctx.document.identity.type)) {
    const name = home === here ? undefined : nearestName(key, home, ctx.target.version)
    if (name) return { home, name }
  }
  return undefined
}
