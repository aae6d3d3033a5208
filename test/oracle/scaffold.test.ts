import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { encodeText } from '../../server/src/base/decode.ts'
import { managerOf } from '../../server/src/scaffold/answers.ts'
import { pathInFolder } from '../../server/src/scaffold/place.ts'
import type { Manager, ScaffoldFile } from '../../server/src/scaffold/template.ts'
import { templates } from '../../server/src/scaffold/templates.ts'
import { combinations, someSources } from '../../server/src/scaffold/testing/combinations.ts'
import { askMonit, monitsToAsk } from './monit/run-monit.ts'
import { analyzeOf } from './other-versions.ts'
import { type Analyze, installedVersion, verify, verifySettings } from './verify.ts'

// Every combination of choices of every template, put to the programs that the files are for.

const installed = installedVersion()
const versions = [...new Set([installed, ...(process.env.UNITWRIGHT_ORACLE ? [252, 257, 262] : [])])].filter(
  (version) => version !== undefined,
)
const monits = monitsToAsk()

const rendered = templates.flatMap((template) =>
  combinations(template).map((answers) => ({
    id: template.id,
    manager: managerOf(template, answers),
    files: template.render(answers, someSources).files,
  })),
)
const ids = templates.map(({ id }) => id)

/** What a template makes for one of the managers. */
const unitsOf = (id: string, manager: Manager) =>
  rendered
    .filter((each) => each.id === id && each.manager === manager)
    .flatMap(({ files }) => files.filter(({ isUnit }) => isUnit))
const checksOf = (id: string) =>
  rendered
    .filter((each) => each.id === id)
    .flatMap(({ files }) => files.filter(({ path: file }) => file.endsWith('.monit')))

describe.each(['system', 'user'] as const)("units for the %s's systemd are right to it", (manager) => {
  test.for(ids.filter((id) => unitsOf(id, manager).length > 0))('%s', (id, ctx) => {
    if (versions.length === 0) ctx.skip('there is no systemd-analyze on this machine')
    for (const version of versions) expect(complaints(unitsOf(id, manager), manager, version)).toEqual([])
  })
})

describe('checks are taken by monit', () => {
  test.for(ids.filter((id) => checksOf(id).length > 0))('%s', async (id, ctx) => {
    if (monits.length === 0) ctx.skip('there is no monit on this machine')
    const texts = checksOf(id).map(({ text }) => onThisMachine(text))
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
  const dropIn = {
    path: 'config/systemd/user/a.timer.d/b.conf',
    text: '[Timer]\nOnCalender=x\n',
    isUnit: true,
  }
  for (const version of versions) {
    expect(complaints(wrong, 'user', version).length, String(version)).toBeGreaterThan(1)
    expect(complaints(wrong, 'system', version).length, String(version)).toBeGreaterThan(1)
    expect(complaints([dropIn], 'user', version).length, String(version)).toBe(1)
  }
})

/** Units that there is nothing to say of, by the endings of their names. */
const plain: Readonly<Record<string, string>> = {
  '.service': '[Service]\nExecStart=/bin/true\n',
  '.socket': '[Socket]\nListenStream=1\nService=dbus.service\n',
  '.timer': '[Timer]\nOnCalendar=yearly\nUnit=dbus.service\n',
}

/** What systemd says of units; that this machine lacks the programs is no fault of theirs. */
function complaints(units: readonly ScaffoldFile[], manager: Manager, version: number): readonly string[] {
  const byName = new Map(
    units.flatMap((unit) => {
      const name = pathInFolder(unit)
      const [base, isDropIn] = name.split('.d/')
      const file: [string, Uint8Array] = [name, encodeText(unit.text)]
      // What a drop-in belongs to is there, and nothing is wrong with it.
      return isDropIn ? [[base!, encodeText(plain[path.extname(base!)]!)] as const, file] : [file]
    }),
  )
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
