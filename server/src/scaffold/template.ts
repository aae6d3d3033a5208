import type { FoundService } from './detect/find-services.ts'
import type { RubyApp } from './detect/ruby-app.ts'

/** What the person has said so far, by the names of the inputs. An input that was not asked is not among them. */
export type Answers = Readonly<Record<string, string>>

/** What is known before anything is asked. */
export interface Facts {
  readonly app: RubyApp
  /** The services that the project has unit files of. */
  readonly services: readonly FoundService[]
  /** The home folder of the one who asks, where there is such a thing. */
  readonly home: string | undefined
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

interface AnyInput {
  /** What `--set` calls it. */
  readonly name: string
  readonly title: string
  readonly prompt: string
  /** Whether it is asked at all, going by what was answered before; it is where this is absent. */
  wanted?(answers: Answers): boolean
}

/** A question with a line of text as its answer. */
export interface TextInput extends AnyInput {
  readonly kind: 'text'
  /** The answer to begin with; undefined where nothing tells. */
  propose(facts: Facts, answers: Answers): string | undefined
  /** What is wrong with an answer, and what is accepted; undefined where it is right. */
  validate(value: string, answers: Answers): string | undefined
}

/** A question with one of some words as its answer. */
export interface ChoiceInput extends AnyInput {
  readonly kind: 'choice'
  readonly choices: readonly Choice[]
  propose(facts: Facts, answers: Answers): string
}

export type Input = TextInput | ChoiceInput

/** A file that a template comes to. */
export interface ScaffoldFile {
  /** Where it belongs in a project, with `/` between folders. */
  readonly path: string
  readonly text: string
  /** True for what belongs into the folder of the manager that runs it; the rest stays in the project. */
  readonly isUnit: boolean
}

/** A thing to do once the files are there. */
export interface NextStep {
  /** In words, for whoever asks why. */
  readonly why: string
  /** A line for a shell in the project's folder, in which files have the paths of the rendering. */
  readonly command: string
  /** True for what is needless where the units are in their manager's folder already. */
  readonly isInstall?: true
}

export interface Rendering {
  readonly files: readonly ScaffoldFile[]
  readonly nextSteps: readonly NextStep[]
}

/** A kind of thing that can be generated. Pure: nothing but the answers tells what it comes to. */
export interface Template {
  /** What `unitwright new` calls it. */
  readonly id: string
  /** As in the command palette. */
  readonly title: string
  readonly summary: string
  readonly manager: 'system' | 'user'
  readonly inputs: readonly Input[]
  /** Why it makes no sense for what was found; undefined where it does. */
  unfit(facts: Facts): string | undefined
  /** @param answers complete and valid, as `completeAnswers()` gives them */
  render(answers: Answers): Rendering
}
