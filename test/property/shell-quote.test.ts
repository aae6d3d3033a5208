import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { quoteLine, quoteSteps, type Shell, withExitStatus } from '../../server/src/actions/shell-quote.ts'
import { runs } from './runs.ts'

/** Shells, and how each is started for a person without that person's settings. */
const shells: Readonly<Record<string, { readonly language: Shell; readonly typed: string }>> = {
  dash: { language: 'posix', typed: 'dash -i' },
  sh: { language: 'posix', typed: 'bash --norc --posix -i' },
  bash: { language: 'bash', typed: 'bash --norc -i' },
  zsh: { language: 'zsh', typed: 'zsh --no-rcs -i' },
  fish: { language: 'fish', typed: 'fish --no-config --interactive' },
}

const nasty = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    "'",
    '"',
    '`',
    '$',
    '$(touch pwned)',
    '$' + '{HOME}',
    '\\',
    '\\x2d',
    '\\n',
    '!',
    '!!',
    '!$',
  ],
  ...[
    '^',
    '^a^b',
    '~',
    '~root',
    '*',
    '?',
    '[a-z]',
    '{a,b}',
    '(',
    ')',
    '<',
    '>',
    '>pwned',
    '|',
    '&',
    ';',
    ';touch pwned',
  ],
  ...[
    '#',
    '%',
    '%1',
    '%s',
    '=',
    '=ls',
    'a=b',
    ',',
    ':',
    '@',
    '@(x)',
    '+',
    '-',
    '--',
    '-n',
    '',
    '\x03',
    '\x04',
    '\x1b',
  ],
  ...[
    '\x1b[201~',
    '\x16',
    '\x7f',
    '\x07',
    '\x85',
    '\u00a0',
    'é',
    '…',
    '‘',
    '“',
    '😀',
    'web@',
    '.service',
    '\u2028',
    '%b',
  ],
]

const word = fc.oneof(
  fc.array(fc.constantFrom(...nasty, 'a', '1', 'Z'), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', '')),
)

/** Every sample by itself, at the ends and in the middle of words, and some at random. */
const vectors: readonly (readonly string[])[] = [
  ...nasty.map((sample) => [sample, `a${sample}`, `${sample}b`, `a${sample}b`, `${sample}${sample}`]),
  ...fc.sample(fc.array(word, { minLength: 1, maxLength: 5 }), runs(60)),
]

const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TERM: 'xterm', HOME: '/nonexistent' }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unitwright-quote-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A line that writes its arguments into the file `out`, and what is then written. */
function dumping(argv: readonly string[], shell: Shell): { readonly line: string; readonly written: string } {
  const line = quoteLine(['/usr/bin/printf', '%s\\0', ...argv, 'end'], shell)
  return { line: `${line} >>out`, written: [...argv, 'end'].map((argument) => `${argument}\0`).join('') }
}

function output(): string {
  return readFileSync(path.join(folder, 'out'), 'utf8')
}

/** Only what was meant to be written is in the folder. */
function nothingElse(): void {
  expect(readdirSync(folder).sort()).toEqual(['out'])
}

describe.each(Object.entries(shells))('%s', (name, { language, typed }) => {
  const missing = spawnSync(name, ['-c', 'true']).error && `${name} is not installed`

  test('hands over exactly these arguments when it reads them from a file', (ctx) => {
    if (missing) ctx.skip(missing)
    const script = path.join(folder, '..', `${path.basename(folder)}.script`)
    writeFileSync(script, '')
    for (const argv of vectors) appendFileSync(script, `${dumping(argv, language).line}\n`)
    const { stderr } = spawnSync(name, [script], { cwd: folder, env: environment, encoding: 'utf8' })
    rmSync(script)
    expect(stderr).toBe('')
    expect(output()).toBe(vectors.map((argv) => dumping(argv, language).written).join(''))
    nothingElse()
  })

  // Where there is no editor of lines, nothing can be pasted.
  const ways = name === 'dash' ? ['typed'] : ['typed', 'pasted']
  test.for(ways)(
    'hands over exactly these arguments when they are %s',
    { timeout: 60_000 },
    async (how, ctx) => {
      if (missing) ctx.skip(missing)
      const terminal = spawn('script', ['--quiet', '--return', '--command', typed, '/dev/null'], {
        cwd: folder,
        env: environment,
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      terminal.stdout.resume()
      writeFileSync(path.join(folder, 'out'), '')
      try {
        let written = ''
        for (const argv of vectors) {
          const dump = dumping(argv, language)
          expect(dump.line).not.toMatch(/[\x00-\x1f\x7f-\x9f]/)
          terminal.stdin.write(how === 'pasted' ? `\x1b[200~${dump.line}\x1b[201~\r` : `${dump.line}\r`)
          written += dump.written
          await until(() => output().length >= written.length)
          expect(output().slice(written.length - dump.written.length)).toBe(dump.written)
        }
        nothingElse()
      } finally {
        terminal.kill()
      }
    },
  )

  test('runs steps one after the other, and on only where one went well or may fail', (ctx) => {
    if (missing) ctx.skip(missing)
    const step = (word: string, mayFail = false) => ({
      argv: ['sh', '-c', 'echo "$0" >>out; test "$0" != bad', word],
      why: '',
      ...(mayFail ? ({ mayFail: true } as const) : {}),
    })
    const run = (line: string) => {
      writeFileSync(path.join(folder, 'out'), '')
      const { status } = spawnSync(name, ['-c', line], { cwd: folder, env: environment })
      return { status, ran: output().trim().split('\n') }
    }
    expect(run(quoteSteps([step('a'), step('b')], language))).toEqual({ status: 0, ran: ['a', 'b'] })
    expect(run(quoteSteps([step('bad'), step('b')], language))).toEqual({ status: 1, ran: ['bad'] })
    const mayFail = [step('bad', true), step('bad', true), step('c'), step('d')]
    expect(run(quoteSteps(mayFail, language))).toEqual({ status: 0, ran: ['bad', 'bad', 'c', 'd'] })
    expect(run(quoteSteps([step('bad', true), step('bad'), step('d')], language))).toEqual({
      status: 1,
      ran: ['bad', 'bad'],
    })
  })

  test('writes an exit status into a file of any name', (ctx) => {
    if (missing) ctx.skip(missing)
    const file = path.join(folder, "it's $(touch pwned) !")
    for (const [command, status] of [
      ['exit 7', '7'],
      ['exit 0', '0'],
    ] as const) {
      spawnSync(name, ['-c', withExitStatus(quoteLine(['sh', '-c', command], language), language, file)], {
        cwd: folder,
        env: environment,
      })
      expect(readFileSync(file, 'utf8').trim()).toBe(status)
    }
    expect(readdirSync(folder)).toEqual([path.basename(file)])
  })
})

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 20_000
  while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 2))
}
