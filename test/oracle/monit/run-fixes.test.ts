import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { applyEdits } from '../../../server/src/base/edit.ts'
import { needlessSudo } from '../../../server/src/monit/rules/needless-sudo.ts'
import type { MonitRule } from '../../../server/src/monit/rules/rule.ts'
import { systemctlUserWithoutRuntimeDir } from '../../../server/src/monit/rules/systemctl-user-without-runtime-dir.ts'
import { findingsOf } from '../../../server/src/monit/testing/check.ts'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { type Monit, monitsToAsk } from './run-monit.ts'
import { runPrograms, type Started } from './run-programs.ts'

const monits = monitsToAsk()
/** monit changes users for root alone. */
const isRoot = process.getuid?.() === 0
const missing =
  monits.length === 0
    ? 'there is no monit on this machine'
    : isRoot
      ? undefined
      : 'only root can have monit start programs as others'

/** A user that every machine has, with a group of the same name. */
const user = 'daemon'
const asUser = ` as uid "${user}" and gid "${user}"`

interface Case {
  readonly rule: MonitRule
  /** The program and all that follows; `DIR` is the folder of the programs. */
  readonly command: string
  readonly ran: readonly string[]
}

const runtimeDir = () => `/run/user/${execFileSync('id', ['-u', user], { encoding: 'utf8' }).trim()}`

const cases = (): readonly Case[] => [
  {
    rule: systemctlUserWithoutRuntimeDir,
    command: `"/bin/bash -lc 'DIR/systemctl --user start web'"${asUser}`,
    ran: [`daemon:daemon XDG_RUNTIME_DIR=${runtimeDir()} [--user] [start] [web]`],
  },
  {
    rule: systemctlUserWithoutRuntimeDir,
    command: `"/bin/sh -c 'cd / && systemctl stop web --user; systemctl --user start web'"${asUser}`,
    ran: [
      `daemon:daemon XDG_RUNTIME_DIR=${runtimeDir()} [stop] [web] [--user]`,
      `daemon:daemon XDG_RUNTIME_DIR=${runtimeDir()} [--user] [start] [web]`,
    ],
  },
  {
    rule: systemctlUserWithoutRuntimeDir,
    command: `"DIR/systemctl --user start web"${asUser}`,
    ran: [`daemon:daemon XDG_RUNTIME_DIR=${runtimeDir()} [--user] [start] [web]`],
  },
  {
    rule: needlessSudo,
    command: `"/usr/bin/sudo -u ${user} DIR/run --to 'a b' c" with timeout 9 seconds`,
    ran: ['daemon:daemon XDG_RUNTIME_DIR= [--to] [a b] [c]'],
  },
  {
    rule: needlessSudo,
    command: '"sudo DIR/run"',
    ran: ['root:root XDG_RUNTIME_DIR='],
  },
]

/** The process of a case, as it is written or after the fix. */
function startedOf({ rule, command, ran }: Case, number: number, monit: Monit, isFixed: boolean): Started {
  return {
    name: `web${number}`,
    programs: ran.length,
    statements(folder) {
      const text = `check process web with pidfile /run/web.pid\n  start program = ${command.replaceAll('DIR', folder)}\n`
      if (!isFixed) return text.slice(text.indexOf('\n') + 1)
      const [fix] = findingsOf(rule, text, { monitVersion: monit.version })[0]?.fixes ?? []
      expect(fix, `a fix of ${command}`).toBeDefined()
      const fixed = applyEdits(text, fix!.edits)
      return fixed.slice(fixed.indexOf('\n') + 1)
    },
  }
}

describeUnless(
  missing,
  'what the monit here runs',
  () => {
    test.for(monits)('after the fixes is what was meant: $version', async (monit) => {
      const all = cases()
      const ran = await runPrograms(
        monit,
        all.map((each, number) => startedOf(each, number, monit, true)),
      )
      expect(ran).toEqual(Object.fromEntries(all.map((each, number) => [`web${number}`, each.ran])))
    })

    test.for(monits)('before them has no XDG_RUNTIME_DIR: $version', async (monit) => {
      const all = cases().filter(({ rule }) => rule === systemctlUserWithoutRuntimeDir)
      const ran = await runPrograms(
        monit,
        all.map((each, number) => startedOf(each, number, monit, false)),
      )
      const without = all.map((each) => each.ran.map((line) => line.replace(runtimeDir(), '')))
      expect(Object.values(ran)).toEqual(without)
    })
  },
  { timeout: 20_000 },
)
