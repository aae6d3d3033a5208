import type { FoundCommand } from './detect/find-commands.ts'
import type { Programs } from './detect/find-programs.ts'
import type { FoundService } from './detect/find-services.ts'
import type { PythonApp } from './detect/python-app.ts'
import type { RubyApp } from './detect/ruby-app.ts'

/** What the person has said so far, by the names of the inputs. An input that was not asked is not among them. */
export type Answers = Readonly<Record<string, string>>

/** What is known before anything is asked. */
export interface Facts {
  readonly app: RubyApp
  readonly python: PythonApp
  /** What the project's files start, the web server first. */
  readonly commands: readonly FoundCommand[]
  /** The programs that a person has at hand here. */
  readonly programs: Programs
  /** The services that the project has unit files of. */
  readonly services: readonly FoundService[]
  /** The Upstart jobs in it, by their paths from its folder, the most likely ones first. */
  readonly upstartJobs: readonly string[]
  /** The home folder of the one who asks, where there is such a thing. */
  readonly home: string | undefined
}

/** Which systemd runs a unit: the machine's, or a user's own. */
export type Manager = 'system' | 'user'

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
  /** What a person means by what they wrote, where one thing is written in several ways. */
  meant?(value: string): string
  /** What is wrong with an answer, and what is accepted; undefined where it is right. */
  validate(value: string, answers: Answers): string | undefined
}

/** A question with one of some words as its answer. */
export interface ChoiceInput extends AnyInput {
  readonly kind: 'choice'
  /** `choicesOf()` tells them. */
  readonly choices: readonly Choice[] | ((facts: Facts) => readonly Choice[])
  propose(facts: Facts, answers: Answers): string
  /** Why one of the choices makes no sense after those answers; undefined where it does. */
  misfit?(value: string, answers: Answers): string | undefined
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
  /** True where those are for the project's machine, and not for the one that runs the services. */
  readonly areStepsLocal?: true
}

/** The files that a template can be asked for on, in an editor. */
export interface PointedFile {
  /** How their names end: `.conf`. */
  readonly endings: readonly string[]
  /** What such a file answers, by its path in the project, with `/` between folders. */
  answers(path: string): Answers
}

/** The texts of the files that a template asked for, by their paths as it named them. */
export type Sources = Readonly<Record<string, string>>

/** A kind of thing that can be generated. Pure: nothing but the answers, and the files that they name, tells what it comes to. */
export interface Template {
  /** What `unitwright new` calls it. */
  readonly id: string
  /** As in the command palette. */
  readonly title: string
  readonly summary: string
  /** Whose units it makes, where that is not among the answers; `managerOf()` tells. */
  readonly manager: Manager | ((answers: Answers) => Manager)
  readonly inputs: readonly Input[]
  /** Absent where no single file is what it is about. */
  readonly pointedFile?: PointedFile
  /** Why it makes no sense for what was found; undefined where it does. */
  unfit(facts: Facts): string | undefined
  /** What a person should know of what was found before going on, in whole messages; absent where there is never any. */
  notes?(facts: Facts): readonly string[]
  /**
   * The files that it is made from, by their paths: absolute, or from the project's folder. `readSources()` reads them.
   * Absent where the answers are enough.
   */
  sources?(answers: Answers): readonly string[]
  /** What is wrong with the texts of those files, so that nothing comes of them; undefined where they will do. */
  misfit?(sources: Sources): string | undefined
  /**
   * @param answers complete and valid, as `completeAnswers()` gives them
   * @param sources the texts of all that `sources()` names
   */
  render(answers: Answers, sources?: Sources): Rendering
}
