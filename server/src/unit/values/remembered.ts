import type { Directive } from '../data/directives.ts'
import { checkValue } from './index.ts'
import type { Place, ValueProblem } from './problem.ts'

/** How many values are remembered at most, so that a server that runs for weeks does not grow. */
const most = 20_000

let remembered = new Map<Directive, Map<string, readonly ValueProblem[]>>()
let count = 0
let version = 0
let manager = ''
let unit: string | undefined

/**
 * Like `checkValue`, but a value that was checked before for the same unit and target is looked up: of a file that is
 * being edited, all lines but one are the same as a moment ago.
 */
export function checkValueOnce(text: string, place: Place): readonly ValueProblem[] {
  if (place.version !== version || place.manager !== manager || place.unit !== unit || count >= most) {
    remembered = new Map()
    count = 0
    version = place.version
    manager = place.manager
    unit = place.unit
  }
  let values = remembered.get(place.directive)
  if (!values) {
    values = new Map()
    remembered.set(place.directive, values)
  }
  let problems = values.get(text)
  if (!problems) {
    problems = checkValue(text, place)
    values.set(text, problems)
    count += 1
  }
  return problems
}
