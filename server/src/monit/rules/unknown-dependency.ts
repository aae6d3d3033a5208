import { nearest } from '../../base/nearest.ts'
import { isWhole, otherDocuments } from './other-documents.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const unknownDependency = monitRule({
  id: 'unknown-dependency',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: '`depends on` a check that does not exist',
    why: 'What a check depends on is the name of another check, not of a program or a unit of systemd’s. Where there is none of that name, monit refuses the whole configuration, and tells no line. Files that others include are only judged where the others are at hand.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\n  depends on postgres\ncheck process postgresql with pidfile /run/pg.pid\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\n  depends on postgresql\ncheck process postgresql with pidfile /run/pg.pid\n',
      },
    ],
    refs: [monitManual('SERVICE DEPENDENCIES', 'SERVICE-DEPENDENCIES')],
  },
  on: {
    file(ctx, { services, tree }) {
      if (services.every(({ dependencies }) => dependencies.length === 0)) return
      const others = otherDocuments(ctx)
      if (!isWhole(ctx, others)) return
      const all = [ctx.document, ...others]
      if (all.some(({ tree }) => tree.tags.length > 0)) return
      const names = new Map<string, string>()
      for (const { name } of all.flatMap((each) => each.services)) {
        if (name) names.set(name.text.toLowerCase(), name.text)
      }
      for (const dependency of services.flatMap(({ dependencies }) => dependencies)) {
        if (names.has(dependency.text.toLowerCase()) || holdsTag(tree, dependency)) continue
        const meant = nearest(dependency.text, names.values())
        const quote = dependency.quote ?? (meant && /[^\w.-]/.test(meant) ? '"' : '')
        const question = meant === undefined ? '' : `; did you mean '${meant}'?`
        ctx.report(dependency, `no check is named '${dependency.text}'${question}`, {
          fixes:
            meant === undefined
              ? []
              : [
                  {
                    title: `write '${meant}'`,
                    safe: false,
                    edits: [
                      {
                        span: { start: dependency.start, end: dependency.end },
                        newText: quote + meant + quote,
                      },
                    ],
                  },
                ],
        })
      }
    },
  },
})
