import type { Manager } from '../../base/settings.ts'
import type { Directive } from '../data/directives.ts'
import { checkValue } from './index.ts'
import type { Place, ValueProblem } from './problem.ts'

/** How many values are remembered at most, so that a server that runs for weeks does not grow. */
const most = 20_000

type Verdicts = Map<Directive, Map<string, readonly ValueProblem[]>>

/** What holds for a version and a manager, whatever the unit is called. */
let ofAll: Verdicts = new Map()
/** What holds for one unit alone, because the grammar asked for its name. */
let ofUnit: Verdicts = new Map()
let count = 0
let version = 0
let manager: Manager | undefined
let unit: string | undefined

/**
 * Like `checkValue`, but a value that was checked before for the same target is looked up: of a file that is being
 * edited, all lines but one are the same as a moment ago, and files that lie together say the same over and over.
 */
export function checkValueOnce(
  text: string,
  directive: Directive,
  place: Omit<Place, 'directive'>,
): readonly ValueProblem[] {
  if (place.version !== version || place.manager !== manager || count >= most) {
    ofAll = new Map()
    ofUnit = new Map()
    count = 0
    version = place.version
    manager = place.manager
  }
  if (place.unit !== unit) {
    ofUnit = new Map()
    unit = place.unit
  }
  const known = ofAll.get(directive)?.get(text) ?? ofUnit.get(directive)?.get(text)
  if (known) return known
  let unitAsked = false
  const watched: Place = {
    directive,
    version,
    manager: place.manager,
    get unit() {
      unitAsked = true
      return unit
    },
  }
  const problems = checkValue(text, watched)
  const verdicts = unitAsked ? ofUnit : ofAll
  const values = verdicts.get(directive)
  if (values) values.set(text, problems)
  else verdicts.set(directive, new Map([[text, problems]]))
  count += 1
  return problems
}
