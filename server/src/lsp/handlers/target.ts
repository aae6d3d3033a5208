import type { DescribeTargetParams, TargetInfo } from '../../protocol.ts'
import type { Session } from '../session.ts'

/** What a document is checked for; null where it isn't one of ours. */
export async function describeTarget(
  session: Session,
  params: DescribeTargetParams,
): Promise<TargetInfo | null> {
  const document = await session.ready(params.uri)
  return document?.source?.describeTarget(session.environment(document)) ?? null
}
