import { detached } from '../../base/detached.ts'
import type { Manager } from '../../base/settings.ts'
import type { Directive } from '../data/directives.ts'
import { checkValue } from './index.ts'
import type { Place, ValueProblem } from './problem.ts'

/** How many values are remembered at most, so that a server that runs for weeks does not grow. */
const most = 20_000

/** Each so many characters more, a value counts as one more: a long one is another one with each key that is typed. */
const usualLength = 64

/** From how many values on a file's are remembered in their order. */
const worthAnOrder = 200

/** A value that was checked, and what was found. */
interface Seen {
  readonly directive: Directive
  readonly text: string
  readonly problems: readonly ValueProblem[]
}

type ByValue = Map<Directive, Map<string, Seen>>

/** What holds for a version and a manager, whatever the unit is called. */
let ofAll: ByValue = new Map()
/** What holds for one unit alone, because the grammar asked for its name. */
let ofUnit: ByValue = new Map()
/** The values of the file that was checked last, in their order. */
let latest: readonly Seen[] = []
let count = 0
let version = 0
let manager: Manager | undefined
let unit: string | undefined

/** Checks the values of one file; see `valueChecks`. */
export type ValueCheck = (text: string, directive: Directive) => readonly ValueProblem[]

/**
 * A way to check the values of one file, best asked in their order. What was checked before for the same target is not
 * checked again: files that lie together say the same over and over, and of one that is being edited all values but one
 * come again in the order of a moment ago.
 * @param place what all of the values have in common
 * @param count how many values there are, about; of few the order is not worth remembering
 */
export function valueChecks(place: Omit<Place, 'directive'>, count: number): ValueCheck {
  if (count < worthAnOrder) return (text, directive) => lookUp(text, directive, place).problems
  settle(place)
  const before = latest
  const now: Seen[] = []
  latest = now
  let next = 0
  return (text, directive) => {
    for (let at = next; at < before.length && at <= next + 1; at++) {
      const seen = before[at]!
      if (seen.directive !== directive || seen.text !== text) continue
      next = at + 1
      now.push(seen)
      return seen.problems
    }
    const seen = lookUp(text, directive, place)
    now.push(seen)
    return seen.problems
  }
}

/** Checks a single value; what was checked before for the same target is not checked again. */
export function checkValueOnce(
  text: string,
  directive: Directive,
  place: Omit<Place, 'directive'>,
): readonly ValueProblem[] {
  return lookUp(text, directive, place).problems
}

function lookUp(text: string, directive: Directive, place: Omit<Place, 'directive'>): Seen {
  settle(place)
  const known = ofAll.get(directive)?.get(text) ?? ofUnit.get(directive)?.get(text)
  return known ?? remember(text, directive, place)
}

/** Forgets what does not hold for a place, and everything once it is too much. */
function settle(place: Omit<Place, 'directive'>): void {
  const isOther = place.version !== version || place.manager !== manager
  if (isOther || count >= most) {
    ofAll = new Map()
    ofUnit = new Map()
    count = 0
    version = place.version
    manager = place.manager
  }
  if (isOther || place.unit !== unit) {
    ofUnit = new Map()
    latest = []
    unit = place.unit
  }
}

function remember(value: string, directive: Directive, place: Omit<Place, 'directive'>): Seen {
  const text = detached(value)
  const watched = new WatchedPlace(directive, place)
  const seen = { directive, text, problems: checkValue(text, watched) }
  const byValue = watched.unitAsked ? ofUnit : ofAll
  const values = byValue.get(directive)
  if (values) values.set(text, seen)
  else byValue.set(directive, new Map([[text, seen]]))
  count += 1 + Math.floor(text.length / usualLength)
  return seen
}

/**
 * A place that knows whether it was asked for the unit. A class, because each object literal with a getter has a hidden
 * class of its own, which keeps what the getter holds until the next full collection.
 */
class WatchedPlace implements Place {
  readonly directive: Directive
  readonly version: number
  readonly manager: Manager
  unitAsked = false
  readonly #unit: string | undefined

  constructor(directive: Directive, { version, manager, unit }: Omit<Place, 'directive'>) {
    this.directive = directive
    this.version = version
    this.manager = manager
    this.#unit = unit
  }

  get unit(): string | undefined {
    this.unitAsked = true
    return this.#unit
  }
}
