import { commands, env, Uri, window } from 'vscode'
import { actionOf } from '../../../server/src/actions/actions.ts'
import { commandOfAction } from '../../../server/src/actions/command.ts'
import {
  type Explanation,
  type Help,
  manualAddress,
} from '../../../server/src/actions/explain/explanation.ts'
import { explainRuleCommand } from '../../../server/src/protocol.ts'
import { showFinding } from './show-finding.ts'
import type { Manager } from './unit-file.ts'

/** What an explanation is about, as far as that is known. */
export interface About {
  readonly manager: Manager
  readonly unit: string | undefined
  /** The unit's file; undefined where there is none, or it is not known. */
  readonly file: string | undefined
  /** Does the same again with these rights; undefined where nothing was done. */
  readonly again?: (elevation: 'sudo') => Promise<void>
}

interface Button {
  readonly title: string
  press(): Thenable<unknown>
}

/** Leads a shell to the user's manager; fish takes it as well. Terminals of ours need none of it. */
const exportRuntimeFolder = 'export XDG_RUNTIME_DIR=/run/user/$(id -u)'

/** At most so many things that help are offered: behind the third nobody reads on. */
const mostButtons = 3

/**
 * The buttons of a message that explains: what helps, and the last lines of the journal.
 * @param explanation undefined where nothing was recognised
 * @param about undefined where no unit can be run
 */
export function helpButtons(
  explanation: Explanation | undefined,
  about: About | undefined,
): readonly Button[] {
  const helps = explanation?.help ?? []
  if (!about) return helps.flatMap((help) => buttonOf(help, undefined)).slice(0, mostButtons)
  const named = { ...about, unit: explanation?.unit ?? about.unit }
  const buttons = helps.flatMap((help) => buttonOf(help, named)).slice(0, mostButtons)
  const logs = named.unit === undefined ? [] : buttonOf({ kind: 'action', id: 'show-recent-logs' }, named)
  return [...buttons, ...logs.filter(({ title }) => !buttons.some((each) => each.title === title))]
}

function buttonOf(help: Help, about: About | undefined): readonly Button[] {
  switch (help.kind) {
    case 'action': {
      const { label, needs } = actionOf(help.id)
      if (!about || (needs.units && about.unit === undefined)) return []
      const argument = argumentOf(about, needs.files === true)
      if (needs.files && !(argument instanceof Uri)) return []
      return [{ title: label, press: () => commands.executeCommand(commandOfAction(help.id), argument) }]
    }
    case 'elevate': {
      const again = about?.again
      return again ? [{ title: 'Again with sudo', press: () => again('sudo') }] : []
    }
    case 'rule': {
      const file = about?.file
      const press = async () => {
        if (file === undefined || !(await showFinding(Uri.file(file), help.id))) {
          await commands.executeCommand(explainRuleCommand, help.id)
        }
      }
      return [{ title: file === undefined ? 'Explain rule' : 'Show the mistake', press }]
    }
    case 'environment':
      return [{ title: 'Copy export command', press: () => env.clipboard.writeText(exportRuntimeFolder) }]
    case 'manual': {
      const address = Uri.parse(manualAddress(help.page, help.key))
      return [{ title: `Manual of ${help.page}`, press: () => env.openExternal(address) }]
    }
  }
}

/** Names the unit as the commands of actions take it. */
function argumentOf({ manager, unit, file }: About, needsFile: boolean): unknown {
  if (needsFile) return file === undefined ? undefined : Uri.file(file)
  return unit === undefined ? { manager } : { manager, unit }
}

/**
 * Explains in a message with the things that help as buttons.
 * @param what what was to be done, or what was clicked, before the sentence
 */
export async function showExplanation(
  what: string,
  why: string,
  buttons: readonly Button[],
  kind: 'error' | 'information',
): Promise<void> {
  const text = `Unitwright: ${what}: ${why}`
  const titles = buttons.map(({ title }) => title)
  const chosen = await (kind === 'error'
    ? window.showErrorMessage(text, ...titles)
    : window.showInformationMessage(text, ...titles))
  await buttons.find(({ title }) => title === chosen)?.press()
}
