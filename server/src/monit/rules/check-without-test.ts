import type { Fix } from '../../base/edit.ts'
import type { Service } from '../model/service.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

export const checkWithoutTest = monitRule({
  id: 'check-without-test',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a check of a host or of a program that tests nothing',
    why: 'Other checks test of themselves whether their process or file is there. A host is only reached by a test of a port, an address or a ping, and what a program said only counts in a test of its status or output; without one monit refuses the whole configuration, and tells no line.',
    bad: [
      { file: 'monitrc', text: 'check host shop with address shop.example.com\n' },
      {
        file: 'monitrc',
        text: 'check program backup with path /usr/local/bin/check-backup\n  every 10 cycles\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check host shop with address shop.example.com\n  if failed port 443 protocol https then alert\n',
      },
      {
        file: 'monitrc',
        text: 'check program backup with path /usr/local/bin/check-backup\n  if status != 0 then alert\n',
      },
    ],
    refs: [
      monitManual('CONNECTION TESTS', 'CONNECTION-TESTS'),
      monitManual('PROGRAM STATUS TEST', 'PROGRAM-STATUS-TEST'),
    ],
  },
  on: {
    service(ctx, service) {
      const { type, head, tests, statements } = service
      const lacks = type === 'host' ? hostTests : type === 'program' ? programTests : undefined
      if (!lacks || !head.node || head.incomplete) return
      const isTested = tests.some(({ conditions }) =>
        conditions.some(({ subject }) => lacks.subjects.has(subject)),
      )
      // What can't be read may be the test, and so may what stands in an included file.
      if (isTested || statements.some(({ incomplete }) => incomplete) || isContinued(ctx, service)) return
      ctx.report({ start: head.start, end: head.end }, lacks.message, {
        fixes: [insertTest(ctx, service, lacks.test)],
      })
    },
  },
})

const hostTests = {
  subjects: new Set(['connection', 'ping']),
  message:
    "this check tests nothing, and monit refuses a 'check host' without a test of a port, an address or a ping",
  test: 'if failed ping then alert',
}

const programTests = {
  subjects: new Set(['status', 'content', 'content changed']),
  message:
    "this check tests nothing, and monit refuses a 'check program' without a test of its status or output",
  test: 'if status != 0 then alert',
}

/** True where an include or a template's tag stands between the check and the next statement. */
function isContinued({ document }: MonitContext, { start, end }: Service): boolean {
  const { items, tags, text } = document.tree
  const next = items.find((item) => item.start > end)?.start ?? text.length
  const within = (span: { readonly start: number }) => span.start >= start && span.start <= next
  return document.includes.some(within) || tags.some(within)
}

function insertTest({ document }: MonitContext, { head, end, statements }: Service, test: string): Fix {
  const { text } = document.tree
  const last = statements.at(-1)
  const line = last && text.slice(text.lastIndexOf('\n', last.start - 1) + 1, last.start)
  const base = text.slice(text.lastIndexOf('\n', head.start - 1) + 1, head.start)
  const indent = line !== undefined && /^[ \t]+$/.test(line) ? line : `${/^[ \t]*$/.test(base) ? base : ''}  `
  const lineEnd = text.indexOf('\n', end)
  const at = lineEnd === -1 ? text.length : text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  const newline = text[lineEnd - 1] === '\r' ? '\r\n' : '\n'
  return {
    title: `add '${test}'`,
    safe: false,
    edits: [{ span: { start: at, end: at }, newText: `${newline}${indent}${test}` }],
  }
}
