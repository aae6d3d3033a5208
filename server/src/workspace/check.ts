import type { Diagnostic } from '../base/diagnostic.ts'
import type { Environment } from '../base/environment.ts'
import type { Source } from './documents.ts'

/**
 * The one door to the findings of a file: what the editor underlines and what the command line prints. What comparing
 * it with other files tells is among them.
 */
export function check(source: Source, environment: Environment): readonly Diagnostic[] {
  return source.lint(environment)
}
