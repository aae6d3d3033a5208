import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Target } from '../../server/src/actions/action.ts'
import { actions } from '../../server/src/actions/actions.ts'
import { plan } from '../../server/src/actions/plan.ts'
import { quoteSteps } from '../../server/src/actions/shell-quote.ts'

const programs = ['systemctl', 'journalctl', 'loginctl', 'mkdir', 'install', 'rm', 'sudo', 'pkexec']

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unitwright-actions-'))
  mkdirSync(path.join(folder, 'bin'))
  mkdirSync(path.join(folder, 'here'))
  for (const name of programs) {
    const program = `#!/bin/sh\nprintf '%s\\0' "\${0##*/}" "$@" >>"${folder}/argv"\nprintf '\\0' >>"${folder}/argv"\n`
    writeFileSync(path.join(folder, 'bin', name), program, { mode: 0o755 })
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The calls that a line of shell makes of the programs. */
function calls(shell: string, line: string): readonly (readonly string[])[] {
  rmSync(path.join(folder, 'argv'), { force: true })
  spawnSync(shell, ['-c', line], {
    cwd: path.join(folder, 'here'),
    env: { PATH: `${folder}/bin:/usr/bin:/bin` },
  })
  expect(readdirSync(path.join(folder, 'here'))).toEqual([])
  const recorded = readFileSync(path.join(folder, 'argv'), 'utf8')
  return recorded
    .split('\0\0')
    .slice(0, -1)
    .map((call) => call.split('\0'))
}

const units = [
  String.raw`a\x2db.service`,
  String.raw`web@a\x20b\x24.service`,
  '-.service',
  '--force.service',
  'a:b_c.d.service',
  String.raw`\x21\x21.service`,
]
const paths = [
  "/srv/it's $(touch pwned) `touch pwned`/web.service",
  '/srv/"quotes" \\ \\x2d !! ^a^b/web.service',
  '/srv/line\nfeed\ttab\x1b[0m/web.service',
  '/srv/;touch pwned;#&|<>*?[a]{b,c}~/web.service',
  '/srv/größe 😀/web.service',
]

test.each([
  ['sh', 'posix'],
  ['bash', 'bash'],
] as const)('exactly what an action means reaches the programs through %s', (shell, language) => {
  for (const [index, source] of paths.entries()) {
    const target: Target = {
      manager: index % 2 === 0 ? 'user' : 'system',
      units: units.map((name) => ({ name })),
      files: [{ source, place: `${units[index]}.d/$(touch pwned) 'x'\n!.conf` }],
      unitFolder: `${path.dirname(source)}/-units`,
      user: "-deploy $(touch pwned)'",
      elevation: index % 2 === 0 ? 'none' : 'sudo',
    }
    for (const action of actions) {
      const plain = { ...target, files: [{ source, place: 'web.service' }] }
      const planned = plan(action, action.id === 'link' ? plain : target)
      if (planned.kind === 'refused') throw new Error(planned.reason)
      const argvs = planned.steps.map(({ argv }) => argv)
      expect(calls(shell, quoteSteps(planned.steps, language)), action.id).toEqual(argvs)
    }
  }
})
