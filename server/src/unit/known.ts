import type { Directive } from './data/directives.ts'
import type { Assignment } from './syntax/tree.ts'

/** An assignment in a section that may hold it, to a name that some version of systemd knows there. */
export interface Known {
  readonly assignment: Assignment
  readonly directive: Directive
}
