import type { Fix } from '../../base/edit.ts'
import type { Text } from '../model/values.ts'
import { relativeTo } from '../relative-path.ts'
import { isDivided, otherDocuments } from './other-documents.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const duplicateService = monitRule({
  id: 'duplicate-service',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'two checks of one name',
    why: 'Every check has a name of its own, whatever its type, over all files that one monit reads; `App` and `app` count as the same. At the second one monit refuses the whole configuration.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\ncheck file Web with path /srv/web/app\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\ncheck file web_bin with path /srv/web/app\n',
      },
    ],
    refs: [monitManual('Service checks', 'Service-checks')],
  },
  on: {
    file(ctx, document) {
      const known = new Map<string, Text>()
      const elsewhere = new Map<string, string>()
      for (const other of otherDocuments(ctx)) {
        for (const { name } of other.services) {
          if (name && !holdsTag(other.tree, name)) elsewhere.set(name.text.toLowerCase(), other.path)
        }
      }
      const taken = new Set(document.services.map(({ name }) => name?.text.toLowerCase()))
      for (const { name } of document.services) {
        if (!name || holdsTag(document.tree, name)) continue
        const key = name.text.toLowerCase()
        const first = known.get(key)
        const file = elsewhere.get(key)
        if (first && isDivided(document.tree, first.end, name.start)) continue
        if (first) report(ctx, name, `a check above is named '${first.text}' already`, taken)
        else if (file !== undefined) {
          const place = relativeTo(document.path, file)
          report(ctx, name, `a check in ${place} is named '${name.text}' already`, taken)
        }
        if (!first) known.set(key, name)
      }
    },
  },
})

/** @param taken the names of the file in lower case */
function report(ctx: MonitContext, name: Text, told: string, taken: ReadonlySet<string | undefined>): void {
  ctx.report(name, `${told}, and monit refuses a second one; upper and lower case count as the same`, {
    fixes: [rename(name, taken)],
  })
}

function rename(name: Text, taken: ReadonlySet<string | undefined>): Fix {
  let number = 2
  while (taken.has(`${name.text}_${number}`.toLowerCase())) number++
  const renamed = `${name.text}_${number}`
  const end = name.quote ? name.end - 1 : name.end
  return {
    title: `rename it '${renamed}'`,
    safe: false,
    edits: [{ span: { start: end, end }, newText: `_${number}` }],
  }
}
