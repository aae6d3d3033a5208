import Mocha from 'mocha'

/**
 * Runs every test of this folder in the extension host. VS Code calls it, and takes a rejection as a failed run.
 * The script that started VS Code reads the marked lines on the console: what mocha says, and at last the counts.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', reporter: 'spec', color: false, timeout: 60_000, slow: 5_000 })
  Mocha.reporters.Base.consoleLog = say
  // The event that gives `suite` and `test` their meaning; mocha's own loader sends it for each file it requires.
  mocha.suite.emit('pre-require', globalThis, '', mocha)
  await import('bundled-tests')
  const counts = await new Promise<Counts>((resolve) => {
    const failures: string[] = []
    const reasons: string[] = []
    const runner = mocha.run(() => {
      const { passes = 0, failures: failed = 0, pending = 0 } = runner.stats ?? {}
      resolve({ passed: passes, failed, skipped: pending, failures, reasons })
    })
    runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}: ${error.message.split('\n')[0]}`))
    runner.on('pending', (test) => reasons.push(test.fullTitle()))
  })
  console.log(`UNITWRIGHT_RESULTS ${JSON.stringify(counts)}`)
  if (counts.failed > 0) throw new Error(`${counts.failed} of ${counts.passed + counts.failed} tests failed`)
}

type Counts = {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The titles of the failed tests, with what each says. */
  readonly failures: readonly string[]
  /** The titles of the skipped tests. */
  readonly reasons: readonly string[]
}

/** Prints what mocha's reporter says. Each line carries the mark, for VS Code prints to the same console. */
function say(format = '', ...values: readonly unknown[]): void {
  let next = 0
  const text = format.replace(/%[sd]/g, () => String(values[next++]))
  for (const line of text.split('\n')) console.log('UNITWRIGHT_SAYS', line)
}
