import { removeItem } from '../edit/list-item.ts'
import { hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import { expandName } from '../values/names/expand-name.ts'
import { man, unitRule } from './rule.ts'

/** The dependencies of which systemd says so (`unit_should_warn_about_dependency()`); others go without a word. */
const spoken: ReadonlySet<string> = new Set(['After', 'Before', 'Conflicts', 'OnFailure', 'OnSuccess'])

/** Specifiers that follow from the name alone; in a template they stand for the same in the name and in the value. */
const fromName = /%[nNpi]/g

export const dependencyOnItself = unitRule({
  id: 'dependency-on-itself',
  kind: 'verdict',
  severity: 'warning',
  wants: ({ section, name }) => section === 'Unit' && spoken.has(name),
  docs: {
    summary: 'a unit that waits for, excludes or calls for itself',
    why: 'systemd drops such a dependency with a warning, so nothing comes of it. Mostly a file was copied and another name was meant: the database that the service waits for, or the service that tells of its failure.',
    bad: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network.target web.service\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network.target db.service\nOnFailure=tell@%n.service\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.unit', 'After='), man('systemd.unit', 'OnFailure=')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      const { tree, identity } = ctx.document
      // What a template becomes may have another name.
      if (identity.type === undefined || identity.template) return
      const { text } = ctx.value(assignment)
      if (!text.includes('%') && !text.includes(identity.name)) return
      const place = { directive, ...ctx.target, unit: identity.name }
      const own = expandName('%n', place)
      const value = ctx.value(assignment)
      for (const { 0: word, index: from } of value.text.matchAll(/\S+/g)) {
        const to = from + word.length
        const span = spanIn(value, from, to)
        if (hasTag(tree, span) || word.replace(fromName, '').includes('%')) continue
        if (expandName(word, place) !== own) continue
        ctx.report(span, `'${word}' is this unit itself; systemd drops '${directive.name}=' of it`, {
          fixes: [
            {
              title: `Remove ${word}`,
              safe: false,
              edits: [removeItem(assignment, value, { from, to })],
            },
          ],
        })
      }
    },
  },
})
