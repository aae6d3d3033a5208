// `npm test`: sets up, builds and runs every suite, and closes with a summary. With CI=true a suite that can't run here
// is a failure; elsewhere it is skipped, with the reason. A test may skip itself as `optional: ...` anywhere.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { setup } from './setup.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const ci = process.env.CI === 'true'
const cannotRun = 77

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} command arguments for Node
 * @property {boolean} [counts] the suite writes its own counts to the file in UNITWRIGHT_RESULTS
 */

const bin = (...parts) => path.join(root, 'node_modules', ...parts)

/** @type {readonly Suite[]} */
const suites = [
  { name: 'types', command: [bin('typescript', 'bin', 'tsc'), '--noEmit'] },
  { name: 'lint', command: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings'] },
  {
    name: 'unit, structure, property, protocol, oracle, corpus',
    command: vitest(),
    counts: true,
  },
  {
    name: 'booted',
    command: vitest('--config', path.join('test', 'booted', 'vitest.config.ts')),
    counts: true,
  },
  { name: 'editor', command: editorSuite(), counts: true },
  {
    name: 'editor, booted',
    command: vitest('--config', path.join('test', 'editor', 'booted', 'vitest.config.ts')),
    counts: true,
  },
  { name: 'editor, web worker', command: editorSuite('--web'), counts: true },
]

function vitest(...options) {
  const reporters = ['--reporter=default', '--reporter=./test/reporting/vitest-reporter.ts']
  return [bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...options]
}

function editorSuite(...options) {
  return [path.join(root, 'test', 'editor', 'host', 'run.mjs'), ...options]
}

setup(root)
console.log('build: bundling')
await build()

const results = mkdtempSync(path.join(tmpdir(), 'unitwright-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
/** @type {string[]} */
const notes = []
for (const [index, suite] of suites.entries()) await runSuite(suite, path.join(results, `${index}.json`))
rmSync(results, { recursive: true, force: true })

console.log(['', ...notes, ''].join('\n'))
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
if (totals.failed > 0 || totals.passed === 0) process.exitCode = 1

/**
 * @param {Suite} suite
 * @param {string} file where the suite writes its counts
 */
async function runSuite(suite, file) {
  console.log(`\n== ${suite.name}`)
  const started = Date.now()
  const { code, output } = await run(suite, file)
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  if (code === cannotRun) {
    const reason = output.trim().split('\n').at(-1) ?? ''
    totals[ci ? 'failed' : 'skipped'] += 1
    notes.push(`${suite.name}: could not run here: ${reason}`)
    return
  }
  const counts = suite.counts
    ? readCounts(file, code)
    : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
  const { failures = [], reasons = [] } = counts
  // Whatever the counts say, a suite that ends in failure has failed.
  if (code !== 0 && counts.failed === 0) counts.failed = 1
  const needed = ci ? reasons.filter((reason) => !/: optional: /.test(reason)).length : 0
  totals.passed += counts.passed
  totals.failed += counts.failed + needed
  totals.skipped += counts.skipped - needed
  notes.push(
    `${suite.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s`,
  )
  for (const failure of failures) notes.push(`  failed: ${failure}`)
  for (const reason of new Set(reasons)) notes.push(`  skipped: ${reason}`)
  if (needed > 0) notes.push(`  ${needed} skipped where CI=true needs them: counted as failed`)
}

/** @returns {{ passed: number, failed: number, skipped: number, failures?: string[], reasons?: string[] }} */
function readCounts(file, code) {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/**
 * Runs a suite and shows what it prints.
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(suite, file) {
  const args = suite.command.some((part) => part.endsWith('run.mjs'))
    ? [...suite.command, '--results', file]
    : suite.command
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, UNITWRIGHT_RESULTS: file },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      output = (output + chunk).slice(-4000)
    })
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
