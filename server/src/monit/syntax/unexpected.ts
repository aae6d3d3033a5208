import type { Expected, Statement, Unexpected } from './tree.ts'

/** What is known of a token that may not stand where it does. */
export type UnexpectedPlace = Omit<Unexpected, 'kind' | 'expected'>

/** A token that may not stand where it does; what may stand there is found out when somebody asks. */
export class UnexpectedToken implements Unexpected {
  readonly kind = 'unexpected'
  readonly span: Unexpected['span']
  readonly token: number
  readonly tokenKind: Unexpected['tokenKind']
  readonly statement: Statement | undefined
  readonly line: number
  readonly #find: () => readonly Expected[]
  #expected: readonly Expected[] | undefined

  constructor({ span, token, tokenKind, statement, line }: UnexpectedPlace, find: () => readonly Expected[]) {
    this.span = span
    this.token = token
    this.tokenKind = tokenKind
    this.statement = statement
    this.line = line
    this.#find = find
  }

  get expected(): readonly Expected[] {
    this.#expected ??= this.#find()
    return this.#expected
  }

  /** The same mistake elsewhere: in a text in which what stands above has changed. */
  at(place: Omit<UnexpectedPlace, 'tokenKind'>): UnexpectedToken {
    const { tokenKind } = this
    const moved = new UnexpectedToken({ ...place, tokenKind }, this.#find)
    moved.#expected = this.#expected
    return moved
  }
}
