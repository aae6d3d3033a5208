import type { FileSystem } from '../../base/file-system.ts'
import { LineIndex } from '../../base/line-index.ts'
import type { VerifyAnswer, VerifyParams } from '../../protocol.ts'
import { normalUri, pathOfUri } from '../../workspace/uri.ts'
import type { ProcessRunner } from '../../workspace/verify/process-runner.ts'
import { notAsked, type Subject, type Verdict } from '../../workspace/verify/verdict.ts'
import { verifyMonit } from '../../workspace/verify/verify-monit.ts'
import { verifySystemd } from '../../workspace/verify/verify-systemd.ts'
import type { Session } from '../session.ts'

/** The answer where asking itself has failed. */
export const verifyFailed: VerifyAnswer = {
  outcome: 'not-asked',
  summary: 'something failed inside; the log says what',
  remarks: [],
}

interface Surroundings {
  readonly files: FileSystem
  readonly runner?: ProcessRunner | undefined
}

/** Has the real program look at a document, as it is in the editor. */
export async function verify(
  session: Session,
  surroundings: Surroundings,
  params: VerifyParams,
): Promise<VerifyAnswer> {
  return toAnswer(await verdictOn(session, surroundings, params))
}

async function verdictOn(
  session: Session,
  { files, runner }: Surroundings,
  { uri, program }: VerifyParams,
): Promise<Verdict> {
  if (!session.trusted) {
    return notAsked('programs are run in trusted workspaces only; trust this one and try again')
  }
  if (!runner) {
    return notAsked("a browser can't run programs; open the files in VS Code on a computer, or over SSH")
  }
  const opened = await session.open(uri)
  if (!opened)
    return notAsked('the file was changed meanwhile, or is not one that can be verified; try again')
  const { source, environment } = opened
  const target = source.describeTarget(environment)
  if (target.program !== program) {
    return notAsked(`this is a file of ${target.program}, which ${program} does not read`)
  }
  const subject = subjectOf(uri, source.text)
  return target.program === 'monit'
    ? verifyMonit(subject, files, runner, liveTexts(session))
    : verifySystemd(subject, environment.dropIns(), target.manager, runner)
}

function subjectOf(uri: string, text: string): Subject {
  const path = pathOfUri(uri)
  const folder = uri.startsWith('file:') ? path.slice(0, path.lastIndexOf('/')) : undefined
  return { uri, path, folder, text }
}

/** The texts of the documents that are open, by whichever spelling of their URIs. */
function liveTexts(session: Session): (uri: string) => string | undefined {
  const texts = new Map([...session.documents.values()].map(({ uri, text }) => [normalUri(uri), text]))
  return (uri) => texts.get(normalUri(uri))?.getText()
}

function toAnswer({ outcome, summary, remarks }: Verdict): VerifyAnswer {
  const lines = new Map<string, LineIndex>()
  const linesOf = (text: string) => {
    const known = lines.get(text) ?? new LineIndex(text)
    lines.set(text, known)
    return known
  }
  return {
    outcome,
    summary,
    remarks: remarks.map(({ file, span, severity, message }) => ({
      uri: file.uri,
      range: linesOf(file.text).range(span),
      severity,
      message,
    })),
  }
}
