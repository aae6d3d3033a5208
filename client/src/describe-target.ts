import { type TextDocument, window } from 'vscode'
import {
  type DescribeTargetParams,
  describeTarget,
  type MonitTargetInfo,
  type SystemdTargetInfo,
  type TargetInfo,
} from '../../server/src/protocol.ts'
import { isOurLanguage } from './languages.ts'
import type { Session } from './session.ts'

/** What a document is checked for; null where the server doesn't take it for one of ours. */
export function targetOf(session: Session, document: TextDocument): Promise<TargetInfo | null> {
  const params: DescribeTargetParams = { uri: document.uri.toString() }
  return session.request<TargetInfo | null>(describeTarget, params)
}

/** The document that the person looks at, if it is one of ours. */
export function activeDocument(): TextDocument | undefined {
  const document = window.activeTextEditor?.document
  return document && isOurLanguage(document.languageId) ? document : undefined
}

/** What the document that the person looks at is checked for; undefined where that can't be learnt either. */
export async function activeTarget(session: Session): Promise<TargetInfo | undefined> {
  const document = activeDocument()
  if (!document) return undefined
  return (await targetOf(session, document).catch(() => undefined)) ?? undefined
}

/** The same of a unit file; undefined for a control file of monit's. */
export async function activeSystemdTarget(session: Session): Promise<SystemdTargetInfo | undefined> {
  const target = await activeTarget(session)
  return target?.program === 'systemd' ? target : undefined
}

/** The same of a control file of monit's; undefined for a unit file. */
export async function activeMonitTarget(session: Session): Promise<MonitTargetInfo | undefined> {
  const target = await activeTarget(session)
  return target?.program === 'monit' ? target : undefined
}
