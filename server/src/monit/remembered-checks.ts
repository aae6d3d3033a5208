import { detached } from '../base/detached.ts'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { RuleSettings } from '../base/settings.ts'
import type { Span } from '../base/span.ts'

/** What was found in a check when it was last met, and where it stood then. */
interface Seen {
  readonly text: string
  readonly at: number
  readonly found: readonly Diagnostic[]
}

/** What all that is remembered was found for. */
interface Circumstances {
  readonly version: string
  readonly settings: RuleSettings
}

let known: ReadonlyMap<string, Seen> = new Map()
let knownFor: Circumstances | undefined

/**
 * What is found in the checks of one file, remembered by their texts: of a file that is being edited all checks but one
 * come again, further up or down at most. Only what the last file held is kept.
 */
export class RememberedChecks {
  readonly #before: ReadonlyMap<string, Seen>
  readonly #now = new Map<string, Seen>()

  constructor({ version, settings }: Circumstances) {
    const isSame = knownFor?.version === version && knownFor.settings === settings
    this.#before = isSame ? known : new Map()
    known = this.#now
    knownFor = { version, settings }
  }

  /**
   * What was found in a check, moved to where it stands now; undefined where it was not met before.
   * @param text everything that a finding in it may depend on
   * @param at the offset of that text
   */
  recall(text: string, at: number): readonly Diagnostic[] | undefined {
    const seen = this.#before.size > 0 ? this.#before.get(text) : undefined
    if (!seen) return undefined
    const here = seen.at === at ? seen : { ...seen, at, found: moved(seen.found, at - seen.at) }
    this.#now.set(seen.text, here)
    return here.found
  }

  remember(text: string, at: number, found: readonly Diagnostic[]): void {
    const own = detached(text)
    this.#now.set(own, { text: own, at, found: found.length > 0 ? found.map(withOwnTexts) : found })
  }
}

function moved(found: readonly Diagnostic[], by: number): readonly Diagnostic[] {
  if (found.length === 0) return found
  const move = ({ start, end }: Span) => ({ start: start + by, end: end + by })
  return found.map((finding) => ({
    ...finding,
    span: move(finding.span),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, newText }) => ({ span: move(span), newText })),
    })),
  }))
}

/** Findings quote the file, which is not to be kept for them. */
function withOwnTexts(finding: Diagnostic): Diagnostic {
  return {
    ...finding,
    span: { start: finding.span.start, end: finding.span.end },
    message: detached(finding.message),
    fixes: finding.fixes.map((fix) => ({
      ...fix,
      title: detached(fix.title),
      edits: fix.edits.map(({ span, newText }) => ({ span, newText: detached(newText) })),
    })),
  }
}
