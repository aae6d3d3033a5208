import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../../server/src/base/diagnostic.ts'
import { readMonit } from '../../server/src/monit/document.ts'
import { lintMonit } from '../../server/src/monit/lint.ts'
import { monitRules } from '../../server/src/monit/rules/index.ts'
import { parseWhole } from '../../server/src/monit/syntax/parse.ts'
import { parseAgain } from '../../server/src/monit/syntax/parse-again.ts'
import type { MonitTree } from '../../server/src/monit/syntax/tree.ts'
import { runs } from './runs.ts'

/** Checks with and without mistakes: the examples of all rules, which are one or several checks each. */
const checks = monitRules
  .flatMap(({ docs }) => [...docs.bad, ...docs.good].map(({ text }) => text))
  .filter((text) => text.includes('check '))
const others = [
  'check process odd with pidfile /run/odd.pid\n  start program = "/bin/odd" every 2 cycles\n',
  '  check file indented with path /x\n    if cpu > 80%\n',
  'check process one matching "a" check process two matching "\\d+"\n',
  'check process app with pidfile /a.pid # about it\n  include /etc/x/*\n  every 3 cycles\n',
  'check process twice with pidfile /t.pid\n  start "/bin/a"\n  start "/bin/b"\n',
  'set daemon 60\n',
  'set limits { startTimeout: 9 seconds }\n',
  'if cpu > 3% then alert\n',
  'check program p with path "/bin/p a b"\n  if status 0 then exec "/bin/sh -c \'a',
  '\\ \n',
]
const files = fc
  .array(fc.constantFrom(...checks, ...others), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))

const typed = fc.oneof(
  fc.constantFrom(
    '',
    '',
    ' ',
    '\n',
    '\r\n',
    '0',
    'x',
    '#',
    '"',
    "'",
    '}',
    '@',
    '%',
    ':',
    '\\',
    'check ',
    'set ',
  ),
  fc.constantFrom(
    'check process a matching "b"\n',
    ' then alert',
    '<%= x %>',
    'message: y',
    'total',
    'uid',
    '80 %',
  ),
)
const edit = fc.record({ at: fc.nat(), length: fc.constantFrom(0, 0, 0, 1, 2, 9), typed })

/** A text and what becomes of it, edit by edit. */
const histories = fc.tuple(files, fc.array(edit, { minLength: 1, maxLength: 6 })).map(([file, edits]) => {
  const texts = [file]
  for (const { at, length, typed } of edits) {
    const before = texts.at(-1)!
    const start = at % (before.length + 1)
    texts.push(before.slice(0, start) + typed + before.slice(start + length))
  }
  return texts
})

function plain({ tokens, items, comments, includes, tags, problems }: MonitTree) {
  const { count, kinds, starts, ends, closingQuotes } = tokens
  return {
    tokens: [kinds, starts, ends].map((each) => [...each.subarray(0, count)]),
    closingQuotes: [...closingQuotes],
    items,
    comments,
    includes,
    tags,
    problems: problems.map((problem) => ({
      ...problem,
      ...(problem.kind === 'unexpected' ? { expected: problem.expected } : {}),
    })),
  }
}

test('what is kept of the tree before an edit is what parsing all of it gives', () => {
  let kept = 0
  fc.assert(
    fc.property(histories, (texts) => {
      let last = parseWhole(texts[0]!)
      for (const text of texts.slice(1)) {
        const again = parseAgain(last, text)
        if (again) kept++
        const whole = parseWhole(text)
        if (again) expect(plain(again.tree)).toEqual(plain(whole.tree))
        last = again ?? whole
      }
    }),
    runs(1000),
  )
  expect(kept).toBeGreaterThan(500)
})

function findings(text: string, settings: Readonly<Record<string, never>>): readonly Diagnostic[] {
  const found = lintMonit(readMonit(text, 'monitrc'), { version: '6.0.0' }, settings, () => [])
  return found.map((each) => ({ ...each, span: { start: each.span.start, end: each.span.end } }))
}

test('what is remembered of checks is what the rules find in them anew', () => {
  fc.assert(
    fc.property(histories, (texts) => {
      const settings = {}
      const remembered = texts.map((text) => findings(text, settings))
      expect(remembered).toEqual(texts.map((text) => findings(text, {})))
    }),
    runs(500),
  )
})
