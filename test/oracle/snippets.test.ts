// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how snippets are written
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { expandSnippet } from './expand-snippet.ts'

interface Snippet {
  readonly prefix: string | readonly string[]
  readonly description: string
  readonly body: readonly string[]
}

interface Case {
  readonly snippet: string
  /** Where the text goes; the snippet's variables see this name. */
  readonly file: string
  readonly manager?: 'user'
  /** The snippet is a part of a file: what stands around it. */
  readonly around?: (text: string) => string
  /** Files that the unit speaks of: a name, and the snippet in it or the text itself. */
  readonly beside?: Readonly<Record<string, string>>
}

const snippets = JSON.parse(
  readFileSync(new URL('../../snippets/systemd-unit.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Snippet>>

const plainService = '[Service]\nExecStart=/bin/true\n'
const inService = (text: string) => `[Service]\nUser=deploy\nExecStart=/bin/true\n${text}`

const cases: readonly Case[] = [
  { snippet: 'System service', file: 'shop.service' },
  { snippet: 'User service', file: 'shop.service', manager: 'user' },
  { snippet: 'Service template', file: 'shop-worker@.service' },
  { snippet: 'Socket', file: 'shop.socket', beside: { 'shop.service': 'Service behind a socket' } },
  { snippet: 'Socket', file: 'mine.socket', manager: 'user', beside: { 'mine.service': 'User service' } },
  { snippet: 'Service behind a socket', file: 'shop.service', beside: { 'shop.socket': 'Socket' } },
  { snippet: 'Timer', file: 'backup.timer', beside: { 'backup.service': 'Job of a timer' } },
  { snippet: 'Interval timer', file: 'clean.timer', beside: { 'clean.service': 'Job of a timer' } },
  { snippet: 'Job of a timer', file: 'backup.service' },
  { snippet: 'Path', file: 'restart.path', beside: { 'restart.service': 'Job of a timer' } },
  { snippet: 'Mount', file: 'srv-data.mount' },
  {
    snippet: 'Drop-in: another command',
    file: 'shop.service.d/command.conf',
    beside: { 'shop.service': plainService },
  },
  {
    snippet: 'Drop-in: environment',
    file: 'shop.service.d/environment.conf',
    beside: { 'shop.service': plainService },
  },
  { snippet: 'Hardening', file: 'shop.service', around: inService },
  { snippet: 'Readiness and watchdog', file: 'shop.service', around: inService },
  { snippet: 'Limits', file: 'shop.service', around: inService },
  { snippet: 'Graceful stop', file: 'shop.service', around: inService },
  { snippet: 'Reload by signal', file: 'shop.service', around: inService },
]

const analyze = spawnSync('systemd-analyze', ['--version']).status === 0
const whyNot = 'systemd-analyze is not installed here'
const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

describe('systemd accepts, at its defaults,', () => {
  test.for(cases)('$snippet in $file', ({ snippet, file, manager, around, beside }, ctx) => {
    if (!analyze) ctx.skip(whyNot)
    const text = insert(snippet, file)
    const files = Object.entries(beside ?? {}).map(
      ([name, content]) => [name, snippets[content] ? insert(content, name) : content] as const,
    )
    expect(verify([[file, around ? around(text) : text], ...files], manager)).toEqual([])
  })
})

test('what systemd finds wrong would be seen', (ctx) => {
  if (!analyze) ctx.skip(whyNot)
  const files = [
    ['a.service', `${plainService}Restrat=no\n`],
    ['a.service.d/b.conf', '[Service]\nRestart=sometimes\n'],
  ] as const
  expect(verify(files)).toEqual([
    expect.stringMatching(/a\.service:3: .*Restrat/),
    expect.stringMatching(/b\.conf:2: .*sometimes/),
  ])
})

test('every snippet is put to the test', () => {
  expect([...new Set(cases.map(({ snippet }) => snippet))].sort()).toEqual(Object.keys(snippets).sort())
})

test('no two snippets share a prefix', () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix)
  expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([])
})

describe('a snippet left at its defaults', () => {
  const variables = { TM_FILENAME_BASE: 'srv-data-a' }
  test.each([
    ['a${1:b}c$1$0', 'abcb'],
    ['$1-${1:later}', 'later-later'],
    ['${1|x,y|}=\\$MAINPID\\}', 'x=$MAINPID}'],
    ['${1:in ${2:side}} $2', 'in side side'],
    ['/${TM_FILENAME_BASE/-/\\//g}', '/srv/data/a'],
    ['${TM_FILENAME_BASE/-.*//}.socket', 'srv.socket'],
  ])('%j inserts %j', (body, text) => expect(expandSnippet(body, variables)).toBe(text))

  test.each(['${1:open', '${UNKNOWN}', '${1?x}'])('%j is refused', (body) => {
    expect(() => expandSnippet(body, variables)).toThrow()
  })
})

function insert(name: string, file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1, file.lastIndexOf('.'))
  return `${expandSnippet(snippets[name]!.body.join('\n'), { TM_FILENAME_BASE: base })}\n`
}

/**
 * The messages of `systemd-analyze verify` on these files. Programs and units that this machine lacks are no fault of
 * the text.
 */
function verify(files: readonly (readonly [string, string])[], manager?: 'user'): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'))
  folders.push(folder)
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const units = files.map(([name]) => name).filter((name) => !name.includes('/'))
  const options = ['verify', '--man=no', '--recursive-errors=one', ...(manager ? ['--user'] : [])]
  const { stderr } = spawnSync('systemd-analyze', [...options, ...units.map((name) => join(folder, name))], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C.UTF-8',
      XDG_RUNTIME_DIR: folder,
      HOME: folder,
      SYSTEMD_LOG_TARGET: 'console-prefixed',
    },
  })
  return stderr
    .split('\n')
    .filter((line) => line !== '' && !/is not executable|Unit \S+ not found/.test(line))
}
