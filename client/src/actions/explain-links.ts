import { type Disposable, type TerminalLink, type TerminalLinkProvider, window } from 'vscode'
import { type ExplainedWords, explainedWords } from './explained-line.ts'
import { helpButtons, showExplanation } from './explanations.ts'
import type { Runner } from './runner.ts'
import type { Manager } from './unit-file.ts'

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
  const about = unit !== undefined && canRun ? await whereIs(runner, unit) : undefined
  const buttons = about ? helpButtons(explanation, { ...about, unit }) : []
  await showExplanation(`'${words}'`, explanation.why, buttons, 'information')
}

/** The manager that knows a unit, and its file there: the user's own is asked first. */
async function whereIs(
  runner: Runner,
  unit: string,
): Promise<{ readonly manager: Manager; readonly file: string | undefined }> {
  for (const manager of ['user', 'system'] as const) {
    const state = (await runner.states(manager, [unit])).get(unit)
    const path = state?.fragmentPath
    if (state && state.load !== 'not-found') {
      return { manager, file: path && (await runner.machine.realPath(path)) }
    }
  }
  return { manager: 'user', file: undefined }
}
