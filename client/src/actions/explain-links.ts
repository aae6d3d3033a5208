import { type Disposable, type TerminalLink, type TerminalLinkProvider, window } from 'vscode'
import { type ExplainedWords, explainedWords } from './explained-line.ts'
import { type About, helpButtons, showExplanation } from './explanations.ts'
import type { Runner } from './runner.ts'

interface ExplainedLink extends TerminalLink, ExplainedWords {
  readonly startIndex: number
  readonly length: number
}

/** Makes links of messages of systemd in any terminal, which say what these mean and what helps. */
export function registerExplainLinks(runner: Runner): Disposable {
  return window.registerTerminalLinkProvider({
    provideTerminalLinks: ({ line }) => explainedWords(line).map((each) => ({ ...each, tooltip: 'Explain' })),
    handleTerminalLink: (link: ExplainedLink) => showLink(runner, link),
  } satisfies TerminalLinkProvider<ExplainedLink>)
}

async function showLink(runner: Runner, { explanation, words, unit }: ExplainedLink): Promise<void> {
  const canRun = (await runner.machine.unfit()) === undefined
  const place = canRun && unit !== undefined ? await whereIs(runner, unit) : nowhere
  const about = canRun ? { ...place, unit } : undefined
  await showExplanation(`'${words}'`, explanation.why, helpButtons(explanation, about), 'information')
}

/** The manager that knows a unit, and its file there: the user's own is asked first. */
async function whereIs(runner: Runner, unit: string): Promise<Pick<About, 'manager' | 'file'>> {
  for (const manager of ['user', 'system'] as const) {
    const state = (await runner.states(manager, [unit])).get(unit)
    const path = state?.fragmentPath
    if (state && state.load !== 'not-found') {
      return { manager, file: path && (await runner.machine.realPath(path)) }
    }
  }
  return nowhere
}

/** Where a unit is taken to be that is not known, or not named. */
const nowhere = { manager: 'user', file: undefined } as const
