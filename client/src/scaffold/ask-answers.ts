import type { QuickPickItem } from 'vscode'
import { type AnswerProblem, completeAnswers, fault, isWanted } from '../../../server/src/scaffold/answers.ts'
import type { Answers, Facts, Input, Template } from '../../../server/src/scaffold/template.ts'
import { type NoAnswer, pickStep, textStep } from './quick-steps.ts'

interface InputItem extends QuickPickItem {
  /** Undefined for the item that goes on. */
  readonly input: Input | undefined
}

/**
 * Shows what the answers are, everything found filled in, and lets the person change each of them. One key goes on.
 * @param said what the person has answered themselves before
 * @returns what they answered themselves, with all answers; undefined where they gave up
 */
export async function askAnswers(
  template: Template,
  facts: Facts,
  said: Answers,
): Promise<{ readonly said: Answers; readonly answers: Answers } | undefined> {
  let own = said
  let last: string | undefined
  for (;;) {
    const completed = completeAnswers(template, facts, own)
    const problems = completed.kind === 'incomplete' ? completed.problems : []
    const items = [...goOn(completed.kind === 'complete'), ...inputItems(template, facts, own, problems)]
    const active = items.find(({ input }) => input !== undefined && input.name === last)
    const prompt =
      completed.kind === 'complete' ? 'go on, or choose what to change' : 'choose what to fill in'
    const picked = await pickStep(
      { title: template.title, prompt, canGoBack: false },
      items,
      active ?? items[0],
    )
    if (typeof picked === 'string') return undefined
    if (picked.input === undefined) {
      if (completed.kind === 'complete') return { said: own, answers: completed.answers }
      continue
    }
    last = picked.input.name
    const value = await askOne(template, facts, own, picked.input)
    if (value === 'cancelled') return undefined
    if (value !== 'back') own = withoutNeedless(template, facts, { ...own, [last]: value.text })
  }
}

function goOn(isComplete: boolean): readonly InputItem[] {
  return isComplete
    ? [{ label: '$(preview) Preview', description: 'nothing is written yet', input: undefined }]
    : []
}

function inputItems(
  template: Template,
  facts: Facts,
  own: Answers,
  problems: readonly AnswerProblem[],
): readonly InputItem[] {
  const answers = currentAnswers(template, facts, own)
  return template.inputs
    .filter(({ name }) => name in answers)
    .map((input) => {
      const problem = problems.find((each) => each.input === input.name)
      const label = problem ? `$(warning) ${input.title}` : input.title
      return { label, description: shown(input, answers[input.name]!), detail: problem?.message, input }
    })
}

/** The answers as they stand, right or wrong. */
function currentAnswers(template: Template, facts: Facts, own: Answers): Answers {
  const answers: Record<string, string> = {}
  for (const input of template.inputs) {
    if (isWanted(input, answers)) answers[input.name] = own[input.name] ?? input.propose(facts, answers) ?? ''
  }
  return answers
}

function shown(input: Input, value: string): string {
  if (input.kind === 'choice') return input.choices.find((choice) => choice.value === value)?.label ?? value
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
  if (input.kind === 'text')
    return textStep(step, answers[input.name] ?? '', (value) => fault(input, value, answers))
  const items = input.choices.map(({ value, label, detail }) => ({ label, description: detail, value }))
  const active = items.find(({ value }) => value === answers[input.name])
  const picked = await pickStep(step, items, active)
  return typeof picked === 'string' ? picked : { text: picked.value }
}

/** An answer that another one has made needless goes, rather than standing in the way. */
function withoutNeedless(template: Template, facts: Facts, own: Answers): Answers {
  const answers = currentAnswers(template, facts, own)
  return Object.fromEntries(Object.entries(own).filter(([name]) => name in answers))
}
