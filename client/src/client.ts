import { type LogOutputChannel, workspace } from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'
import type { InitializationOptions } from '../../server/src/protocol.ts'
import { diagnosticsMiddleware } from './diagnostics.ts'
import { documentSelector } from './languages.ts'
import { openFirst } from './open-first.ts'
import { suggestValues } from './suggest-values.ts'

/** The client's id, under which it looks for the setting `unitwright.trace.server`, and its name in messages. */
export const clientId = 'unitwright'
export const clientName = 'Unitwright'

/** What the language client needs to know, wherever the server runs. */
export function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // A function, since the person may have trusted the workspace by the time of a restart.
    initializationOptions: (): InitializationOptions => ({ trusted: workspace.isTrusted }),
    middleware: { ...diagnosticsMiddleware, ...suggestValues, ...openFirst() },
  }
}
