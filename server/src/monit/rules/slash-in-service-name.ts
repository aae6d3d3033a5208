import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const slashInServiceName = monitRule({
  id: 'slash-in-service-name',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'the name of a check that begins with a slash',
    why: 'A name is part of addresses in monit’s web interface, so none may begin with `/`. What is watched stands behind the name, not in place of it.',
    bad: [{ file: 'monitrc', text: 'check filesystem /data with path /data\n' }],
    good: [{ file: 'monitrc', text: 'check filesystem data with path /data\n' }],
    refs: [monitManual('Service checks', 'Service-checks')],
  },
  on: {
    service(ctx, { name }) {
      if (!name?.text.startsWith('/') || holdsTag(ctx.document.tree, name)) return
      const bare = name.text.replace(/^\/+/, '').replaceAll('/', '_')
      const quote = name.quote ?? ''
      ctx.report(name, `the name of a check can't begin with '/'; '${name.text}' reads like a path`, {
        fixes: bare
          ? [
              {
                title: `name it '${bare}'`,
                safe: false,
                edits: [{ span: { start: name.start, end: name.end }, newText: quote + bare + quote }],
              },
            ]
          : [],
      })
    },
  },
})
