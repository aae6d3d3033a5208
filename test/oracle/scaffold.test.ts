import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeText } from '../../server/src/base/decode.ts'
import type { ScaffoldFile } from '../../server/src/scaffold/template.ts'
import { templates } from '../../server/src/scaffold/templates.ts'
import { combinations } from '../../server/src/scaffold/testing/combinations.ts'
import { askMonit, monitsToAsk } from './monit/run-monit.ts'
import { analyzeOf } from './other-versions.ts'
import { type Analyze, installedVersion, verify, verifySettings } from './verify.ts'

// Every combination of choices of every template, put to the programs that the files are for.

const installed = installedVersion()
const versions = [...new Set([installed, ...(process.env.UNITWRIGHT_ORACLE ? [252, 257, 262] : [])])].filter(
  (version) => version !== undefined,
)
const monits = monitsToAsk()

describe.each(templates)('$id', (template) => {
  const files = combinations(template).flatMap((answers) => template.render(answers).files)

  const units = files.filter(({ isUnit }) => isUnit)
  if (units.length > 0) {
    test('is right to systemd', (ctx) => {
      if (versions.length === 0) ctx.skip('there is no systemd-analyze on this machine')
      for (const version of versions) expect(complaints(units, template.manager, version)).toEqual([])
    })
  }

  test('has checks that monit takes', async (ctx) => {
    if (monits.length === 0) ctx.skip('there is no monit on this machine')
    const checks = files.filter((file) => file.path.endsWith('.monit'))
    expect(checks.length).toBeGreaterThan(0)
    const texts = checks.map(({ text }) => onThisMachine(text))
    for (const monit of monits) {
      const verdicts = await askMonit(monit, texts)
      const refused = verdicts.filter(
        ({ outcome, messages }) => outcome !== 'accepted' || messages.length > 0,
      )
      expect(refused, monit.version).toEqual([])
    }
  })
})

test('what systemd finds wrong would be seen', (ctx) => {
  if (installed === undefined) ctx.skip('there is no systemd-analyze on this machine')
  const text = '[Service]\nExecStart=relative/program\nRestrat=no\n'
  const wrong = [{ path: 'config/systemd/user/a.service', text, isUnit: true }]
  for (const version of versions) {
    expect(complaints(wrong, 'user', version).length, String(version)).toBeGreaterThan(1)
    expect(complaints(wrong, 'system', version).length, String(version)).toBeGreaterThan(1)
  }
})

/** What systemd says of units; that this machine lacks the programs is no fault of theirs. */
function complaints(
  units: readonly ScaffoldFile[],
  manager: 'system' | 'user',
  version: number,
): readonly string[] {
  const byName = new Map(units.map(({ path: file, text }) => [path.posix.basename(file), encodeText(text)]))
  const analyze = analyzeOf(version)
  const messages =
    manager === 'system'
      ? verify(byName, analyze)
      : verify(byName, (folder, args) => (analyze ?? installedForUsers)(folder, ['--user', ...args]))
  return [...messages].flatMap(([name, each]) =>
    each
      .filter(({ text }) => !/ is not executable: |Unit \S+ not found/.test(text))
      .map(({ line, text }) => `${name}:${line ?? ''}: ${text}`),
  )
}

/** The machine's own, which wants a user's manager to have folders of its own, even where root asks. */
const installedForUsers: Analyze = (folder, args) => {
  const env = { ...process.env, ...verifySettings, HOME: folder, XDG_RUNTIME_DIR: folder }
  const { stderr, error } = spawnSync('systemd-analyze', args, { env, maxBuffer: 64 * 1024 * 1024 })
  if (error) throw error
  return stderr.toString()
}

/** monit looks for programs and users; this machine has its own. */
function onThisMachine(text: string): string {
  return text.replaceAll('/usr/bin/systemctl ', '/bin/true ').replaceAll('"deploy"', '"root"')
}
