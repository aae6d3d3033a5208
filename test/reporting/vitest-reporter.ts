import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

interface Thrown {
  readonly message?: string
}

/** Writes how many tests passed, failed and were skipped, which and why, to the file that UNITWRIGHT_RESULTS names. */
export default class ResultsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly Thrown[]): void {
    const file = process.env.UNITWRIGHT_RESULTS
    if (!file) return
    const results = { passed: 0, failed: 0, skipped: 0, failures: [] as string[], reasons: [] as string[] }
    const fail = (what: string, thrown: readonly Thrown[]) => {
      results.failed += 1
      results.failures.push(`${what}: ${thrown[0]?.message?.split('\n')[0] ?? 'no reason given'}`)
    }
    for (const error of errors) fail('outside of all tests', [error])
    for (const module of modules) {
      // A file that can't be loaded has no tests to fail, so it counts as one itself.
      if (module.state() === 'failed' && [...module.children.allTests()].length === 0) {
        fail(module.relativeModuleId, module.errors())
      }
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') results.passed += 1
        else if (result.state === 'failed')
          fail(`${module.relativeModuleId}: ${test.fullName}`, result.errors)
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
