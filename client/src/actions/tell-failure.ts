import type { Action, Step, Target } from '../../../server/src/actions/action.ts'
import { journal } from '../../../server/src/actions/journal.ts'
import type { UnitState } from '../../../server/src/actions/state.ts'
import { type About, helpButtons, showExplanation } from './explanations.ts'
import { brokenText, explainTraces } from './failure-text.ts'
import type { Runner } from './runner.ts'

/** Something that went wrong in a terminal. */
export interface Failure {
  readonly title: Action['title']
  readonly target: Target
  readonly steps: readonly Step[]
  readonly output: string
  /** The exit status that told of it; 0 where the command went well and the unit did not. */
  readonly status: number
  /** When the command was given. */
  readonly since: Date
  readonly again?: About['again']
}

/** Says why something failed, with what helps; where nothing was recognised, where to look. */
export async function tellFailure(runner: Runner, failure: Failure): Promise<void> {
  const { title, target, output, status, again } = failure
  const names = target.units.flatMap(({ name, partner }) =>
    partner === undefined ? [name] : [name, partner],
  )
  const [{ states }, journalText] = await Promise.all([
    runner.look(target.manager, names),
    readJournal(runner, failure),
  ])
  const known = [...new Set(names)].flatMap((name) => states.get(name) ?? [])
  const explanation = explainTraces({ output, journal: journalText, states: known })
  const unit = explanation?.unit ?? known.find(({ active }) => active === 'failed')?.name ?? names[0]
  const file = await fileOf(runner, target, unit === undefined ? undefined : states.get(unit))
  const about: About = { manager: target.manager, unit, file, ...(again ? { again } : {}) }
  const what = `'${title}'${names.length > 0 ? ` of ${names.join(', ')}` : ''} failed`
  const why = explanation?.why ?? brokenText(known) ?? `the exit status is ${status}; the terminal says more`
  // What failed is over; the message stays as long as the person likes.
  void showExplanation(what, why, helpButtons(explanation, about), 'error')
}

/** What the journal has of the units since the command; empty where the person may not read it. */
async function readJournal({ machine }: Runner, { target, since }: Failure): Promise<string> {
  if (target.units.length === 0) return ''
  const seconds = Math.floor(since.getTime() / 1000)
  const argv = journal(target, [`--since=@${seconds}`, '--lines=100', '--output=cat'])
  return (await machine.ask({ argv, environment: { LC_ALL: 'C' } }))?.out ?? ''
}

/** The file that a mistake would be in. */
async function fileOf(
  { machine }: Runner,
  { files }: Target,
  state: UnitState | undefined,
): Promise<string | undefined> {
  const [file] = files
  if (file) return file.source
  // Not the link to it, which would be another document for the editor.
  return state?.fragmentPath && machine.realPath(state.fragmentPath)
}
