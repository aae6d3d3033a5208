import type { Memento, Uri } from 'vscode'
import type { Answers, Facts, Template } from '../../../server/src/scaffold/template.ts'
import type { Place } from './choose-place.ts'
import { recall, remember } from './remembered-answers.ts'

/**
 * What a person chose for a template in a folder, for the next time. It is kept by the workspace: what is right for one
 * project is no proposal for another, whose files say something else.
 */
export class Memory {
  readonly #state: Memento
  readonly #key: string

  /** @param state of the workspace */
  constructor(state: Memento, { id }: Template, folder: Uri) {
    this.#state = state
    this.#key = `generate ${id} ${folder.toString()}`
  }

  /** @param said what is answered already */
  answers(template: Template, facts: Facts, said: Answers): Answers {
    return recall(template, facts, this.#kept().answers, said)
  }

  get place(): Place | undefined {
    const { place } = this.#kept()
    return place === 'project' || place === 'manager' ? place : undefined
  }

  async keepAnswers(template: Template, facts: Facts, said: Answers): Promise<void> {
    await this.#state.update(this.#key, { ...this.#kept(), answers: remember(template, facts, said) })
  }

  async keepPlace(place: Place): Promise<void> {
    await this.#state.update(this.#key, { ...this.#kept(), place })
  }

  #kept(): { readonly answers?: unknown; readonly place?: unknown } {
    return { ...this.#state.get<object>(this.#key) }
  }
}
