import { mistakesIn, refusalsIn } from './messages.ts'
import { minimise } from './minimise.ts'
import { askMonit, type Monit, type MonitVerdict } from './run-monit.ts'

/** What we make of a text for a version of monit; `template` where we wait for what a template's tags will print. */
export interface OurVerdict {
  readonly outcome: 'accepted' | 'syntax' | 'semantic' | 'template'
  /** The line that monit should name for the first mistake, from 1. */
  readonly line: number | undefined
}

export type Judge = (text: string, version: string) => OurVerdict

/** A text of which we and monit differ. */
export interface Difference {
  readonly text: string
  readonly kind: 'only monit refuses' | 'only we refuse' | 'other line'
  readonly theirs: MonitVerdict
  readonly ours: OurVerdict
}

export interface Comparison {
  readonly all: number
  /** How many texts monit accepts, finds a mistake of syntax in, or of meaning; `unknown` could not be told. */
  readonly outcomes: Readonly<Record<MonitVerdict['outcome'] | 'template', number>>
  readonly differences: readonly Difference[]
}

const batch = 500

/** Compares our verdict about texts with monit's. */
export async function compare(monit: Monit, texts: readonly string[], judge: Judge): Promise<Comparison> {
  const outcomes = { accepted: 0, syntax: 0, semantic: 0, unknown: 0, template: 0 }
  const differences: Difference[] = []
  for (let at = 0; at < texts.length; at += batch) {
    const some = texts.slice(at, at + batch)
    const verdicts = await askMonit(monit, some)
    for (const [index, theirs] of verdicts.entries()) {
      const text = some[index]!
      const ours = judge(text, monit.version)
      outcomes[ours.outcome === 'template' ? 'template' : theirs.outcome] += 1
      const kind = kindOfDifference(text, theirs, ours)
      if (kind) differences.push({ text, kind, theirs, ours })
    }
  }
  return { all: texts.length, outcomes, differences }
}

/** Of something that an included file may have: a service, the time between two cycles, the test of a check. */
const missing = /^(?:Depending service|Poll time|'check (?:host|program)' statement is incomplete)/

/**
 * True where one side sees what the other can't: monit stops at a file or user that the machine lacks, before it looks at
 * the checks as a whole; and what a file includes that is not there may well have what monit misses.
 */
function isUntold(text: string, { outcome, messages }: MonitVerdict, ours: OurVerdict): boolean {
  if (outcome === 'accepted') return ours.outcome === 'semantic' && refusalsIn(messages).length > 0
  const isMissing = mistakesIn(messages).every((each) => missing.test(each.text))
  return outcome === 'semantic' && isMissing && /(?<![\w-])include/i.test(text)
}

function kindOfDifference(
  text: string,
  theirs: MonitVerdict,
  ours: OurVerdict,
): Difference['kind'] | undefined {
  if (theirs.outcome === 'unknown' || ours.outcome === 'template') return undefined
  if (isUntold(text, theirs, ours)) return undefined
  const refused = theirs.outcome !== 'accepted'
  if (refused !== (ours.outcome !== 'accepted')) return refused ? 'only monit refuses' : 'only we refuse'
  const bothSyntax = theirs.outcome === 'syntax' && ours.outcome === 'syntax'
  return bothSyntax && theirs.line !== ours.line ? 'other line' : undefined
}

/** The smallest text that can be cut out of one on which the two still differ in the same way, with its verdicts. */
export async function minimiseDifference(
  monit: Monit,
  difference: Difference,
  judge: Judge,
): Promise<Difference> {
  const differ = async (texts: readonly string[]) => {
    const verdicts = await askMonit(monit, texts)
    return verdicts.map((theirs, index): Difference | undefined => {
      const text = texts[index]!
      const ours = judge(text, monit.version)
      const kind = kindOfDifference(text, theirs, ours)
      return kind === difference.kind ? { text, kind, theirs, ours } : undefined
    })
  }
  const text = await minimise(difference.text, async (texts) =>
    (await differ(texts)).map((each) => each !== undefined),
  )
  return (await differ([text]))[0] ?? difference
}
