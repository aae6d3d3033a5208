import type { QuickPickItem } from 'vscode'
import {
  type AnswerProblem,
  choicesOf,
  completeAnswers,
  fault,
  isWanted,
  meant,
} from '../../../server/src/scaffold/answers.ts'
import type { Answers, Facts, Input, Template } from '../../../server/src/scaffold/template.ts'
import { type NoAnswer, pickStep, textStep } from './quick-steps.ts'

interface InputItem extends QuickPickItem {
  /** Of the answer that it changes, or what else it does. */
  readonly does: Input | 'go on' | 'start over'
}

/** What is asked for, and what is known before. */
export interface Questions {
  readonly template: Template
  readonly facts: Facts
  /** What pointing at a file has answered. */
  readonly pointed: Answers
  /** What was answered the last time. */
  readonly recalled: Answers
}

/**
 * Shows what the answers are, everything found filled in, and lets the person change each of them. One key goes on.
 * @param said what the person has answered themselves before
 * @returns what they answered themselves, with all answers; undefined where they gave up
 */
export async function askAnswers(
  questions: Questions,
  said: Answers,
): Promise<{ readonly said: Answers; readonly answers: Answers } | undefined> {
  const { template, facts, pointed } = questions
  let own = said
  let last: Input | undefined
  for (;;) {
    const completed = completeAnswers(template, facts, own)
    const problems = completed.kind === 'incomplete' ? completed.problems : []
    const items = [
      ...goOn(completed.kind === 'complete'),
      ...startOver(questions, own),
      ...inputItems(questions, own, problems),
    ]
    const active = items.find(({ does }) => does === last)
    const prompt =
      completed.kind === 'complete' ? 'go on, or choose what to change' : 'choose what to fill in'
    const picked = await pickStep(
      { title: template.title, prompt, canGoBack: false },
      items,
      active ?? items[0],
    )
    if (typeof picked === 'string') return undefined
    const { does } = picked
    if (does === 'go on') {
      if (completed.kind === 'complete') return { said: own, answers: completed.answers }
    } else if (does === 'start over') {
      own = pointed
      last = undefined
    } else {
      last = does
      const value = await askOne(template, facts, own, does)
      if (value === 'cancelled') return undefined
      if (value !== 'back') own = withoutNeedless(template, facts, { ...own, [does.name]: value.text })
    }
  }
}

function goOn(isComplete: boolean): readonly InputItem[] {
  return isComplete
    ? [{ label: '$(preview) Preview', description: 'nothing is written yet', does: 'go on' }]
    : []
}

/** The way out of answers that were right for something else. */
function startOver({ recalled, pointed }: Questions, own: Answers): readonly InputItem[] {
  const isRecalled = Object.keys(recalled).some((name) => !(name in pointed) && isLast(recalled, own, name))
  if (!isRecalled) return []
  return [
    { label: '$(discard) Start over', description: 'forget the answers of last time', does: 'start over' },
  ]
}

function inputItems(
  { template, facts, pointed, recalled }: Questions,
  own: Answers,
  problems: readonly AnswerProblem[],
): readonly InputItem[] {
  const answers = currentAnswers(template, facts, own)
  return template.inputs
    .filter((input) => input.name in answers && isQuestion(input, facts))
    .map((input) => {
      const { name } = input
      const problem = problems.find((each) => each.input === name)
      const label = problem ? `$(warning) ${input.title}` : input.title
      const value = shown(input, facts, answers[name]!)
      const description =
        !(name in pointed) && isLast(recalled, own, name) ? `${value} (as last time)` : value
      return { label, description, detail: problem?.message, does: input }
    })
}

function isLast(recalled: Answers, own: Answers, name: string): boolean {
  return recalled[name] !== undefined && recalled[name] === own[name]
}

/** The answers as they stand, right or wrong. */
function currentAnswers(template: Template, facts: Facts, own: Answers): Answers {
  const answers: Record<string, string> = {}
  for (const input of template.inputs) {
    if (isWanted(input, answers)) answers[input.name] = own[input.name] ?? input.propose(facts, answers) ?? ''
  }
  return answers
}

/** Whether there is anything to choose. */
function isQuestion(input: Input, facts: Facts): boolean {
  return input.kind === 'text' || choicesOf(input, facts).length > 1
}

function shown(input: Input, facts: Facts, value: string): string {
  if (input.kind === 'choice') {
    return choicesOf(input, facts).find((choice) => choice.value === value)?.label ?? value
  }
  return value === '' ? 'none' : value
}

async function askOne(
  template: Template,
  facts: Facts,
  own: Answers,
  input: Input,
): Promise<{ readonly text: string } | NoAnswer> {
  const answers = currentAnswers(template, facts, own)
  const step = { title: input.title, prompt: input.prompt, canGoBack: true }
  if (input.kind === 'text') {
    const check = (value: string) => fault(input, meant(input, value), answers, facts)
    const said = await textStep(step, answers[input.name] ?? '', check)
    return typeof said === 'string' ? said : { text: meant(input, said.text) }
  }
  const items = choicesOf(input, facts).map(({ value, label, detail }) => ({
    label,
    description: detail,
    value,
  }))
  const active = items.find(({ value }) => value === answers[input.name])
  const picked = await pickStep(step, items, active)
  return typeof picked === 'string' ? picked : { text: picked.value }
}

/** An answer that another one has made needless goes, rather than standing in the way. */
function withoutNeedless(template: Template, facts: Facts, own: Answers): Answers {
  const answers = currentAnswers(template, facts, own)
  return Object.fromEntries(Object.entries(own).filter(([name]) => name in answers))
}
