import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic, Severity } from '../../server/src/base/diagnostic.ts'
import type { ControlFile } from '../../server/src/base/environment.ts'
import { noOutsideFindings } from '../../server/src/base/language.ts'
import { defaultSettings, type RuleSettings, type Settings } from '../../server/src/base/settings.ts'
import { monit } from '../../server/src/monit/index.ts'
import { monitRules } from '../../server/src/monit/rules/index.ts'
import { parseWhole } from '../../server/src/monit/syntax/parse.ts'
import { parseAgain } from '../../server/src/monit/syntax/parse-again.ts'
import type { MonitTree } from '../../server/src/monit/syntax/tree.ts'
import { testEnvironment } from '../../server/src/monit/testing/check.ts'
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
  'check process lone matching lone\n  start "/bin/a \'b c" as uid 3\n  stop = "/bin/a b\'"\n',
  'check host web with address web\nif failed url http://a:b\ncheck\tprocess\ttabs\tmatching\ttabs\n',
  'check host heads with address a\n  if failed port 80 protocol http with http headers [A: "b, C: d] then alert\n',
  'set mmonit http://a:b@c:80/ set eventqueue basedir /q slots 5\n',
  'set mail-format { from: a@b subject: $EVENT message: x "y }\n',
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
    '""',
    "''",
    '{',
    ']',
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
    '# unitwright: allow relative-program, uid-without-gid\n',
    '# unitwright: monit=5.27.2\n',
    '<% if x %>',
    'set daemon 300\n',
    'include /etc/monit/conf.d/*\n',
  ),
)
/** Where pieces end that are kept as they are, or read anew. */
const boundaries = [/(?=check\b)/, /(?<=check \w+)\b/, /(?<=\n)/, /(?=\r?\n)/, /\b/]
const edit = fc.record({
  at: fc.nat(),
  near: fc.constantFrom(undefined, undefined, ...boundaries),
  length: fc.constantFrom(0, 0, 0, 1, 2, 9),
  typed,
})

interface Edit {
  readonly at: number
  /** The next place of that kind, where it is not any. */
  readonly near: RegExp | undefined
  readonly length: number
  readonly typed: string
}

function edited(text: string, { at, near, length, typed }: Edit): string {
  const from = at % (text.length + 1)
  const found = near ? text.slice(from).search(near) : 0
  const start = found === -1 ? from : from + found
  return text.slice(0, start) + typed + text.slice(start + length)
}

/** A text and what becomes of it, edit by edit. */
const histories = fc.tuple(files, fc.array(edit, { minLength: 1, maxLength: 6 })).map(([file, edits]) => {
  const texts = [file]
  for (const edit of edits) {
    texts.push(edited(texts.at(-1)!, edit))
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

/** What is known when a file is looked at. */
interface Moment {
  readonly text: string
  readonly path: string
  readonly settings: Settings
  readonly others: readonly ControlFile[]
}

/** As an editor sends them: the same object until they change. */
const settingsChosen: readonly Settings[] = [
  { ...defaultSettings, monitVersion: '6.0.0' },
  { ...defaultSettings, monitVersion: '5.27.2' },
  { ...defaultSettings, monitVersion: '6.0.0', rules: everyRule('information') },
  { ...defaultSettings, monitVersion: '6.0.0', rules: { ...everyRule('hint'), 'relative-program': 'off' } },
  { ...defaultSettings, monitVersion: '5.33.0', rules: everyRule('hint') },
]

function everyRule(severity: Severity): RuleSettings {
  return Object.fromEntries(monitRules.map(({ id }) => [id, severity]))
}

const othersChosen: readonly (readonly ControlFile[])[] = [
  [],
  [{ path: '/etc/monit/conf.d/db', text: 'check process db matching "db"\n  depends on web\n' }],
  [
    {
      path: '/etc/monit/monitrc',
      text: 'set daemon 300\nset mailserver localhost\ninclude /etc/monit/conf.d/*\n',
    },
    { path: '/etc/monit/conf.d/web', text: `${checks[0]}check file Web with path /x\n` },
  ],
]

/** From one look at a file to the next one: most often something was typed. */
const step = fc.oneof(
  { weight: 6, arbitrary: edit.map((edit) => ({ edit })) },
  { weight: 1, arbitrary: fc.constantFrom(...settingsChosen).map((settings) => ({ settings })) },
  { weight: 1, arbitrary: fc.constantFrom(...othersChosen).map((others) => ({ others })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('/etc/monit/monitrc', '/etc/monit/conf.d/app', 'web.monit')
      .map((path) => ({ path })),
  },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n').map((lineBreak) => ({ lineBreak })) },
  { weight: 1, arbitrary: files.map((text) => ({ text })) },
)

const sessions = fc.tuple(files, fc.array(step, { minLength: 1, maxLength: 12 })).map(([file, steps]) => {
  const moments: Moment[] = [
    { text: file, path: '/etc/monit/monitrc', settings: settingsChosen[0]!, others: [] },
  ]
  for (const step of steps) {
    const last = moments.at(-1)!
    if ('edit' in step) moments.push({ ...last, text: edited(last.text, step.edit) })
    else if ('lineBreak' in step) moments.push({ ...last, text: last.text.replace(/\r?\n/g, step.lineBreak) })
    else moments.push({ ...last, ...step })
  }
  return moments
})

function findings({ text, path, settings, others }: Moment): readonly Diagnostic[] {
  const environment = { ...testEnvironment(), settings, controlFiles: () => others }
  const found = monit.lint(monit.read(text, path), environment, () => noOutsideFindings)
  return found.map((each) => ({ ...each, span: { start: each.span.start, end: each.span.end } }))
}

/** The same with nothing remembered: no check of the last file is in this one, and of a tree with tags nothing is kept. */
function findingsAnew(moment: Moment): readonly Diagnostic[] {
  findings({ ...moment, text: '' })
  monit.read('<%= forget %>', 'monitrc')
  return findings(moment)
}

test('what is found while a file is typed, the settings change and files come and go is what is found anew', () => {
  fc.assert(
    fc.property(sessions, (moments) => {
      const remembered = moments.map(findings)
      expect(remembered).toEqual(moments.map(findingsAnew))
    }),
    runs(700),
  )
})
