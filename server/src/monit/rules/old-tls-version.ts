import { kindOf } from '../syntax/tokens.ts'
import { type Node, spanOfNode } from '../syntax/tree.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

/** Versions that are switched off by now, by what monit calls them. */
const names: Readonly<Record<string, string>> = {
  sslv2: 'SSL 2',
  sslv3: 'SSL 3',
  tlsv1: 'TLS 1.0',
  tlsv11: 'TLS 1.1',
}

export const oldTlsVersion = monitRule({
  id: 'old-tls-version',
  kind: 'trap',
  severity: 'information',
  reach: 'check',
  docs: {
    summary: 'a version of TLS that today’s machines have switched off',
    why: 'A version that is named is the only one monit speaks. OpenSSL 3 and most servers refuse TLS 1.0 and 1.1, so the test fails although the server is well; SSL 2 and 3 are mostly not even built in, and then monit refuses the whole control file. Without a version the two sides agree on the best they both know.',
    bad: [
      {
        file: 'monitrc',
        text: 'check host web with address example.com\n  if failed port 443 with ssl { version: tlsv1 } then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check host web with address example.com\n  if failed port 443 with ssl { version: tlsv12 tlsv13 } then alert\n',
      },
      { file: 'monitrc', text: 'set ssl { version: auto -sslv2 -sslv3 -tlsv1 -tlsv11 }\n' },
    ],
    refs: [monitManual('SSL OPTIONS', 'SSL-OPTIONS')],
  },
  on: {
    global(ctx, { name, node }) {
      if (node && (name === 'ssl' || name === 'mailserver' || name === 'mmonit' || name === 'httpd')) {
        checkVersions(ctx, node)
      }
    },
    test(ctx, { test }) {
      for (const { subject, node } of test.conditions) {
        if (subject === 'connection') for (const part of node.children) checkVersions(ctx, part)
      }
    },
  },
})

/** Looks at the versions that a part names; those with a new one beside them hurt nobody. */
function checkVersions(ctx: MonitContext, node: Node): void {
  const { tree } = ctx.document
  const versions = node.children.filter(({ term }) => term.id === 'tls-version')
  const kinds = versions.map(({ first }) => kindOf(tree.tokens, first) as string)
  const hasNew = kinds.some((kind) => kind === 'auto' || kind === 'tlsv12' || kind === 'tlsv13')
  for (const [index, kind] of kinds.entries()) {
    const isRefused = kind === 'sslv2' || kind === 'sslv3'
    if (!Object.hasOwn(names, kind) || (hasNew && !isRefused)) continue
    const span = spanOfNode(tree, versions[index]!)
    ctx.report(
      span,
      isRefused
        ? `most machines no longer have ${names[kind]}, and monit then refuses the file`
        : `${names[kind]} is switched off on most machines, so no connection comes about`,
      {
        severity: isRefused ? 'warning' : 'information',
        fixes:
          kinds.length > 1
            ? []
            : [{ title: "Change to 'tlsv12'", safe: false, edits: [{ span, newText: 'tlsv12' }] }],
      },
    )
  }
  for (const part of node.children) if (part.term.id !== 'tls-version') checkVersions(ctx, part)
}
