import { monitManual, monitRule } from './rule.ts'

const downTests = new Set(['link down', 'failed link'])

export const mixedLinkTests = monitRule({
  id: 'mixed-link-tests',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'tests for a link that is down and for one that is up in one check',
    why: 'A check of a network watches its link for going down or for coming up, not for both; monit refuses the whole configuration. What is to happen once the link is back stands in the `else` of the one test.',
    bad: [
      {
        file: 'monitrc',
        text: 'check network lan with interface eth0\n  if link down then alert\n  if link up then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check network lan with interface eth0\n  if link down then alert else if succeeded then alert\n',
      },
    ],
    refs: [monitManual('NETWORK INTERFACE TESTS', 'NETWORK-INTERFACE-TESTS')],
  },
  on: {
    service(ctx, { type, tests }) {
      if (type !== 'network' || ctx.document.tree.tags.length > 0) return
      const links = tests.flatMap(({ conditions }) => conditions.filter(({ subject }) => isLinkTest(subject)))
      const [first] = links
      if (!first) return
      const other = links.find(({ subject }) => downTests.has(subject) !== downTests.has(first.subject))
      if (!other) return
      const [here, above] = downTests.has(first.subject) ? ['up', 'down'] : ['down', 'up']
      ctx.report(
        { start: other.start, end: other.end },
        `a test above is for a link that is ${above}, and monit refuses one for a link that is ${here} beside it; use the 'else' of the first test`,
      )
    },
  },
})

function isLinkTest(subject: string): boolean {
  return subject === 'link up' || downTests.has(subject)
}
