import { fdName } from '../addresses/fd-name.ts'
import type { Place, ValueProblem } from '../problem.ts'
import { pathProblem } from './checked-path.ts'
import type { Part } from './part.ts'

const none: readonly ValueProblem[] = []

/**
 * What is wrong with what follows the colon in StandardOutput= and its kin: a path behind `file`, `append` and
 * `truncate`, the name of a descriptor behind `fd`. systemd calls a wrong path an error, and still only ignores the line.
 */
export function streamProblems(kind: string, argument: Part, place: Place): readonly ValueProblem[] {
  if (kind !== 'fd') {
    const found = pathProblem(argument, place)
    return found ? [found] : none
  }
  return fdName.check(argument.text, place).map((problem) => ({
    ...problem,
    from: argument.from + problem.from,
    to: argument.from + problem.to,
  }))
}
