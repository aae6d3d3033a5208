import type { Answers, Input } from '../template.ts'
import type { SectionText } from '../unit-text.ts'

/** What of a unit a drop-in changes. */
export interface Change {
  readonly value: string
  readonly label: string
  readonly detail: string
  /** The type of the units that have it. */
  readonly type: 'service' | 'socket' | 'timer'
  /** What is asked for it. */
  readonly inputs: readonly Input[]
  sections(answers: Answers): readonly SectionText[]
  /** Comments for the head of the file, with their `#`, each line ended; absent where there are none. */
  comments?(answers: Answers): string
}
