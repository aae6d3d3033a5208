import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Writes how many tests passed, failed and were skipped, and why, to the file that UNITWRIGHT_RESULTS names. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.UNITWRIGHT_RESULTS
    if (!file) return
    const results = { passed: 0, failed: errors.length, skipped: 0, reasons: [] as string[] }
    for (const module of modules) {
      // A file that can't be loaded has no tests to fail, so it counts as one itself.
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) results.failed += 1
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') results.passed += 1
        else if (result.state === 'failed') results.failed += 1
        else {
          results.skipped += 1
          const note = result.state === 'skipped' ? result.note : undefined
          results.reasons.push(`${test.fullName}: ${note ?? 'no reason given'}`)
        }
      }
    }
    writeFileSync(file, JSON.stringify(results))
  }
}
