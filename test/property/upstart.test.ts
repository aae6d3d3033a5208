// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of shells, not of ours
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scriptValue } from '../../server/src/scaffold/quote.ts'
import { convertJob } from '../../server/src/scaffold/upstart/convert.ts'
import { parseJob } from '../../server/src/scaffold/upstart/parse-job.ts'
import { parseUnit } from '../../server/src/unit/syntax/parse.ts'
import { readValue } from '../../server/src/unit/syntax/value.ts'
import { parseCommandLine } from '../../server/src/unit/values/commands/command-line.ts'
import { runs } from './runs.ts'
import { anyString } from './texts.ts'

const stanzas = [
  ...[
    'description ',
    'author ',
    'env ',
    'env A=',
    'export ',
    'instance ',
    'instance $A',
    'setuid ',
    'chdir ',
  ],
  ...['start on ', 'stop on ', 'runlevel [2345]', 'started ', 'stopping ', ' and ', ' or ', '(', ')', 'X!=y'],
  ...[
    'exec ',
    'script\n',
    'end script\n',
    'pre-start ',
    'post-stop ',
    'post_script ',
    'respawn',
    'limit nofile ',
  ],
  ...[
    'normal exit ',
    'kill signal ',
    'reload signal ',
    'console ',
    'oom ',
    'nice ',
    'umask ',
    'chroot ',
    'task\n',
  ],
  ...[
    'cd ',
    'sudo -u deploy ',
    'su - deploy -c ',
    'start-stop-daemon --exec ',
    'env ',
    '/bin/sh -c ',
    'bin/x',
  ],
  ...[
    '| logger -t ',
    '>> ',
    '2>&1',
    '<<EOT\n',
    'EOT\n',
    '&& ',
    '|| true',
    'if ',
    'export A=',
    '$A',
    '${A}',
    '$(',
    '`',
  ],
  ...[
    '"',
    "'",
    '\\',
    '\\\n',
    '\\\\',
    'apparmor switch x',
    '#',
    ';',
    ';;',
    '%',
    '%i',
    '$',
    '{',
    '}',
    '[',
    '*',
    '~/',
    '/',
    '..',
    '=',
    '\t',
    '\r',
  ],
  ...['\n', '\n', '\n', ' ', ' ', '0', '30', 'unlimited', 'TERM', '日', '\0', '\uD800', '\u2028', '/srv/a b'],
]
const jobs = fc.oneof(
  anyString,
  fc.array(fc.constantFrom(...stanzas), { maxLength: 60 }).map((each) => each.join('')),
)
const managers = fc.constantFrom('system' as const, 'user' as const)

describe('whatever the job is', () => {
  test('a unit is made of it that says what a service must, and nothing that is no line', () => {
    fc.assert(
      fc.property(jobs, managers, (text, manager) => {
        const unit = convertJob(parseJob(text), manager, 'web', 'web.conf').text
        const tree = parseUnit(unit)
        const odd = tree.items.filter(({ kind }) => kind === 'junk')
        expect(odd).toEqual([])
        const lines = tree.items.flatMap((item) => (item.kind === 'assignment' ? [item] : []))
        expect(lines.filter(({ section }) => section === undefined)).toEqual([])
        const starts = lines.filter(({ key }) => key === 'ExecStart')
        expect(starts.length).toBeGreaterThan(0)
        expect(lines.filter(({ key }) => key === 'Type').length).toBe(1)
        for (const line of lines.filter(({ key }) => key.startsWith('Exec'))) {
          const value = readValue(tree, line).text
          const { commands, problems } = parseCommandLine(value)
          expect([value, problems]).toEqual([value, []])
          expect([value, commands.length]).toEqual([value, 1])
        }
      }),
      runs(3000),
    )
  })
})

test('a shell is given the script that was written, but for comments and blanks at the beginnings of lines', () => {
  const line = fc.array(fc.constantFrom(...'ab;#%$"\\{} \t-'.split(''), '$$', '%h', '${A}', 'é'), {
    maxLength: 8,
  })
  const scripts = fc
    .array(
      line.map((each) => each.join('')),
      { minLength: 1, maxLength: 5 },
    )
    .map((each) => each.join('\n'))
  fc.assert(
    fc.property(scripts, fc.boolean(), (script, isFolded) => {
      const tree = parseUnit(
        `[Service]\nExecStart=${scriptValue('/bin/sh -c', script, isFolded)}\nType=simple\n`,
      )
      const [line, last] = tree.items.filter((item) => item.kind === 'assignment')
      expect(last?.key).toBe('Type')
      const { commands, problems } = parseCommandLine(readValue(tree, line!).text)
      expect(problems).toEqual([])
      const [, text] = commands[0]!.arguments
      const read = text!.text.replaceAll('%%', '%').replaceAll('$$', '$')
      if (isFolded) expect(bare(read)).toEqual(bare(script))
      else expect(read).toBe(script)
    }),
    runs(2000),
  )
})

/** The lines of a script that are more than comments, without what folding them adds or takes away. */
function bare(script: string): readonly string[] {
  const lines = script.replaceAll('\t', '  ').split('\n')
  return lines
    .filter((line, at) => !/^\s*#/.test(line) || isTakenIn(lines, at))
    .map((line) => line.replace(/^\s+/, ''))
    .filter((line) => line.trim() !== '')
}

/** Whether the line before, which is no comment, goes on in this one. */
function isTakenIn(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]
  if (!before?.endsWith('\\')) return false
  return !/^\s*#/.test(before) || isTakenIn(lines, at - 1)
}
