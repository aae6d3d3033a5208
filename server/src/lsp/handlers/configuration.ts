import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from 'vscode-languageserver'
import { readSettings, type Settings } from '../../base/settings.ts'
import { configurationSection } from '../../protocol.ts'
import type { OpenDocument } from '../open-document.ts'
import type { Session } from '../session.ts'
import { within } from '../within.ts'

/** A client that says it can be asked, and then doesn't answer, holds nothing up for longer. */
const longestAnswer = 2_000

/** Asks to be told of changed settings, where a client wants to be asked for that. */
export async function registerConfiguration({ connection, features }: Session): Promise<void> {
  if (!features.registersConfiguration) return
  await connection.client.register(DidChangeConfigurationNotification.type, { section: configurationSection })
}

/** The settings have changed: they are read anew for every open document. */
export async function configurationChanged(
  session: Session,
  { settings }: DidChangeConfigurationParams,
): Promise<void> {
  // Clients that can be asked send nothing, or null.
  if (settings !== undefined && settings !== null) session.sentSettings = settings
  await settle(session, [...session.documents.values()])
  session.invalidate()
}

/** Learns the settings of documents; whoever waits for them goes on when they are known. */
export function settle(session: Session, documents: readonly OpenDocument[]): Promise<void> {
  const learning = session.features.answersConfiguration ? ask(session, documents) : Promise.resolve()
  if (!session.features.answersConfiguration) {
    const settings = readSent(session.sentSettings)
    for (const document of documents) document.settings = settings
  }
  const settled = within(longestAnswer, learning)
  for (const document of documents) document.settled = settled
  return settled
}

async function ask(session: Session, documents: readonly OpenDocument[]): Promise<void> {
  if (documents.length === 0) return
  try {
    const items = documents.map(({ uri }) => ({ scopeUri: uri, section: configurationSection }))
    const answers: readonly unknown[] = await session.connection.workspace.getConfiguration(items)
    for (const [index, document] of documents.entries()) {
      const answer = answers[index]
      document.settings =
        typeof answer === 'object' && answer !== null ? readSettings(answer) : readSent(session.sentSettings)
    }
  } catch (error) {
    session.log(`the settings can't be read: ${error}`)
  }
}

/** Settings that a client has sent: all of its settings, or only ours. */
function readSent(sent: unknown): Settings {
  const ours =
    typeof sent === 'object' && sent !== null && configurationSection in sent
      ? sent[configurationSection]
      : sent
  return readSettings(ours)
}
