import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { looksLikeMonit } from '../../server/src/monit/identity.ts'
import { expandSnippet } from './expand-snippet.ts'

interface Snippet {
  readonly prefix: readonly string[]
  readonly description: string
  readonly body: readonly string[]
}

const snippets = JSON.parse(
  readFileSync(new URL('../../snippets/monit.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Snippet>>

/** What stands before a snippet that is a part of a check. */
const before: Readonly<Record<string, string>> = {
  'Test: port': 'check process shop with pidfile /run/shop.pid\n',
  'Test: Unix socket': 'check process shop with pidfile /run/shop.pid\n',
  'Test: memory': 'check process shop with pidfile /run/shop.pid\n',
  'Test: processor': 'check process shop with pidfile /run/shop.pid\n',
  'Test: restarts': 'check process shop with pidfile /run/shop.pid\n',
  'Run a command': 'check program shop with path /bin/true\n',
}

/** Programs, files, users and groups of the examples, and what every machine has in their place. */
const stand = [
  [/\/usr\/local\/bin\/\S+?(?=[\s"])|\/usr\/bin\/systemctl/g, '/bin/true'],
  [/\/etc\/ssh\/sshd_config/g, '/etc/passwd'],
  [/"(?:deploy|www-data)"/g, '"root"'],
] as const

const names = Object.keys(snippets)
const monit = spawnSync('monit', ['--version'], { timeout: 10_000 }).status === 0
const whyNot = 'monit is not installed here'
const onlyRoot = 'only root’s monit may switch users'
const root = process.getuid?.() === 0

describe('monit accepts, at its defaults,', () => {
  test.for(names)('%s', (name, ctx) => {
    if (!monit) ctx.skip(whyNot)
    const text = `${before[name] ?? ''}${inserted(name)}`
    if (!root && /\b(?:uid|gid) "\w+" (?:and|with)|\bgid "/.test(text)) ctx.skip(onlyRoot)
    expect(verify(text)).toEqual({ status: 0, messages: [] })
  })

  test('all of them in one file', (ctx) => {
    if (!monit) ctx.skip(whyNot)
    if (!root) ctx.skip(onlyRoot)
    const whole = names.filter((name) => !before[name]).map(inserted)
    expect(verify(whole.join('\n'))).toEqual({ status: 0, messages: [] })
  })
})

test('what monit finds wrong would be seen', (ctx) => {
  if (!monit) ctx.skip(whyNot)
  const wrong = verify('check process a with pidfile /run/a.pid\n  if memory > 80MB then alert\n')
  expect(wrong).toEqual({ status: 1, messages: [expect.stringMatching(/:3: syntax error '80MB'/)] })
})

test('the command of a user service tells systemctl where its bus is', () => {
  const text = inserted('Process of a systemd user service')
  expect(text).toContain(
    `start program = "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /bin/true --user start puma.service'"`,
  )
  expect(text).toMatch(/as uid "root" and gid "root" with timeout 60 seconds/)
})

test('a file that begins with a whole snippet is known by its first line', () => {
  const whole = names.filter((name) => !before[name])
  expect(whole.filter((name) => !looksLikeMonit(inserted(name)))).toEqual([])
})

test('no two snippets share a prefix', () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix)
  expect(prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index)).toEqual([])
})

test('parts of checks are snippets', () => {
  expect(Object.keys(before).filter((name) => !snippets[name])).toEqual([])
})

function inserted(name: string): string {
  const text = `${expandSnippet(snippets[name]!.body.join('\n'), {})}\n`
  return stand.reduce((sofar, [pattern, substitute]) => sofar.replace(pattern, substitute), text)
}

/**
 * What `monit -t` says of a text, as a private copy, since monit wants that of its control file. Even a test run
 * writes the files of `set idfile` and `set log`; they are led into the copy's folder.
 */
function verify(text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'monit-snippet-'))
  try {
    const file = join(folder, 'monitrc')
    const own = text.replaceAll('/var/lib/monit/', `${folder}/`)
    writeFileSync(file, own.includes('set idfile') ? own : `set idfile ${folder}/id\n${own}`, { mode: 0o600 })
    const { status, stderr } = spawnSync('monit', ['-t', '-l', '/dev/null', '-c', file], {
      encoding: 'utf8',
      timeout: 5000,
      killSignal: 'SIGKILL',
    })
    return { status, messages: stderr.split('\n').filter((line) => /:\d+: |error/i.test(line)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
