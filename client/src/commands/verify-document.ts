import { ProgressLocation, window } from 'vscode'
import { type VerifyAnswer, type VerifyParams, verifyDocument } from '../../../server/src/protocol.ts'
import { activeDocument } from '../describe-target.ts'
import type { CommandContext } from './command.ts'

/** A program that files can be verified with. */
export interface RealProgram {
  readonly kind: VerifyParams['program']
  /** As it is called. */
  readonly name: string
  /** What it reads, in words: `a systemd unit file`. */
  readonly reads: string
}

/**
 * Asks the server what a real program says of the file that the person looks at. Its messages become problems of the
 * file, and a message says what came of it.
 */
export async function verifyWith(
  { session, verifications }: CommandContext,
  { kind, name, reads }: RealProgram,
): Promise<void> {
  const document = activeDocument()
  if (!document) return say('not-asked', `open ${reads} to verify it with ${name}`)
  const { uri, version } = document
  const params: VerifyParams = { uri: uri.toString(), program: kind }
  const { outcome, summary, remarks } = await window.withProgress(
    { location: ProgressLocation.Window, title: `Verifying with ${name}` },
    () => session.request<VerifyAnswer>(verifyDocument, params),
  )
  if (document.isClosed) return
  if (document.version !== version) return say('not-asked', 'the file was changed meanwhile; verify it again')
  verifications.show(uri, name, remarks)
  say(outcome, summary)
}

/** Says it without waiting for the person to close the message. */
function say(outcome: VerifyAnswer['outcome'], text: string): void {
  const message = `Unitwright: ${text}`
  switch (outcome) {
    case 'accepted':
      void window.showInformationMessage(message)
      return
    case 'refused':
      void window.showErrorMessage(message)
      return
    case 'not-asked':
      void window.showWarningMessage(message)
  }
}
