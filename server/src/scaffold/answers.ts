import { nearest } from '../base/nearest.ts'
import type { Answers, Choice, ChoiceInput, Facts, Input, Manager, Template } from './template.ts'

/** An answer that can't be used, or one that is missing. */
export interface AnswerProblem {
  /** The name of the input. */
  readonly input: string
  readonly message: string
  /** Whether there is no answer at all. */
  readonly isMissing: boolean
}

export type Completed =
  | { readonly kind: 'complete'; readonly answers: Answers }
  | { readonly kind: 'incomplete'; readonly problems: readonly AnswerProblem[] }

/**
 * Fills in what was not said with what was found, and says what is wrong with the rest.
 * @param given answers by the names of inputs, as a person wrote them
 */
export function completeAnswers(template: Template, facts: Facts, given: Answers): Completed {
  const answers: Record<string, string> = {}
  const problems: AnswerProblem[] = unknownInputs(template, given)
  for (const input of template.inputs) {
    const said = Object.hasOwn(given, input.name) ? given[input.name] : undefined
    if (!isWanted(input, answers)) {
      if (said !== undefined) problems.push(problem(input, needless(input)))
      continue
    }
    const value = said === undefined ? input.propose(facts, answers) : meant(input, said)
    const message = value === undefined ? undefined : fault(input, value, answers, facts)
    if (value === undefined) {
      const missing = `'${input.name}' is missing: ${input.prompt}`
      // A wrong answer proposes nothing for the next one.
      const isOwn = problems.every(({ isMissing }) => isMissing)
      if (isOwn) problems.push({ input: input.name, message: missing, isMissing: true })
    } else if (message !== undefined && (said !== undefined || problems.length === 0)) {
      // What is proposed after a missing answer goes wrong with it.
      problems.push(problem(input, message))
    }
    answers[input.name] = value ?? ''
  }
  return problems.length > 0 ? { kind: 'incomplete', problems } : { kind: 'complete', answers }
}

/** Which systemd the units are for that a template makes of these answers. */
export function managerOf({ manager }: Pick<Template, 'manager'>, answers: Answers): Manager {
  return typeof manager === 'function' ? manager(answers) : manager
}

/** Whether an input is asked, after these answers. */
export function isWanted(input: Input, answers: Answers): boolean {
  return input.wanted?.(answers) ?? true
}

/** What there is to choose from, in a project of which this is known. */
export function choicesOf({ choices }: Pick<ChoiceInput, 'choices'>, facts: Facts): readonly Choice[] {
  return typeof choices === 'function' ? choices(facts) : choices
}

/** What a person means by an answer of theirs. */
export function meant(input: Input, value: string): string {
  return (input.kind === 'text' && input.meant?.(value)) || value
}

/**
 * What is wrong with an answer; undefined where it is right.
 * @param value as `meant()` gives it
 */
export function fault(input: Input, value: string, answers: Answers, facts: Facts): string | undefined {
  switch (input.kind) {
    case 'choice': {
      const values = choicesOf(input, facts).map((choice) => choice.value)
      if (values.includes(value)) return input.misfit?.(value, answers)
      const accepted = values.map((each) => each || 'nothing').join(', ')
      return `'${value}' is no '${input.name}'; accepted: ${accepted}`
    }
    case 'text':
      // They end lines, which nothing in the files generated could say otherwise.
      if (/[\p{Cc}\u2028\u2029]|\p{Surrogate}/u.test(value)) {
        return `'${input.name}' has a character in it that is not printable; accepted: one line of text`
      }
      return input.validate(value, answers)
  }
}

function unknownInputs({ inputs, id }: Template, given: Answers): AnswerProblem[] {
  const names = inputs.map(({ name }) => name)
  return Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const guess = nearest(name, names)
      const hint = guess === undefined ? `accepted: ${names.join(', ')}` : `did you mean '${guess}'?`
      return { input: name, message: `'${id}' asks for no '${name}'; ${hint}`, isMissing: false }
    })
}

function problem({ name }: Input, message: string): AnswerProblem {
  return { input: name, message, isMissing: false }
}

function needless({ name }: Input): string {
  return `'${name}' has no effect with the other answers; leave it out`
}
