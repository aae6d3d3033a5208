import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from '../../scripts/build.mjs'
import { type Measure, middle } from './measure.ts'
import { unitFiles } from './unit-files.ts'

const times = 25
const treeSize = 1137

/** What a person in a shell waits for. Runs take turns, so that a busy moment of the machine hits all alike. */
export const bench: Measure = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'unitwright-bench-'))
  try {
    const cli = path.join(folder, 'dist', 'cli.cjs')
    await build({ production: true, folder: path.dirname(cli) })
    const tree = path.join(folder, 'tree')
    writeTree(tree)
    const one = path.join(folder, 'web-0.service')
    writeFileSync(one, unitFiles(1)[0]!.text)
    const bare: number[] = []
    const first: number[] = []
    const check: number[] = []
    const whole: number[] = []
    time([cli, 'check', one], folder)
    for (let turn = 0; turn < times; turn++) {
      bare.push(time(['-e', '0']))
      check.push(time([cli, 'check', one], folder))
      first.push(time([cli, 'check', one]))
      if (turn % 3 === 0) whole.push(time([cli, 'check', tree], folder))
    }
    return [
      {
        name: `check of one file, to bare node's ${middle(bare).toFixed(0)} ms`,
        value: middle(check) / middle(bare),
        unit: 'times',
        goal: 1.6,
        better: 'lower',
      },
      {
        name: 'the same without compiled code at hand',
        value: middle(first) / middle(bare),
        unit: 'times',
        goal: 2,
        better: 'lower',
      },
      {
        name: `check of ${treeSize} files`,
        value: middle(whole) / 1000,
        unit: 's',
        goal: 1,
        better: 'lower',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writeTree(tree: string): void {
  for (const [index, { name, text }] of unitFiles(treeSize).entries()) {
    const folder = path.join(tree, `host-${index % 40}`, 'systemd', 'system')
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
}

/**
 * Milliseconds that Node takes for a program, from start to end.
 * @param caches where compiled code is kept between runs; nowhere unless said
 */
function time(args: readonly string[], caches?: string): number {
  const env = caches
    ? { ...process.env, XDG_CACHE_HOME: caches, NODE_DISABLE_COMPILE_CACHE: '' }
    : { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const started = performance.now()
  const { error, signal } = spawnSync(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  if (error ?? signal) throw error ?? new Error(`ended by ${signal}`)
  return performance.now() - started
}
