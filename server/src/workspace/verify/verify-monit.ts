import type { FileSystem } from '../../base/file-system.ts'
import { LineIndex } from '../../base/line-index.ts'
import { identifyMonit } from '../../monit/identity.ts'
import {
  type ControlCopy,
  copyControlFiles,
  idFile,
  textOfCopy,
  withOriginalPaths,
} from './control-copies.ts'
import { type MonitMessage, readMonitMessages } from './monit-messages.ts'
import { placeIn } from './place.ts'
import type { ProcessRunner } from './process-runner.ts'
import { notAsked, type Remark, type Subject, type Verdict, verdictOf } from './verdict.ts'

/** monit needs some 7 ms, and more where it has to ask for the addresses of hosts. */
const timeLimit = 10_000

/**
 * Asks the machine's monit what it says of a control file, with what that includes, as they are in the editor. monit
 * gets copies in a private folder, and writes nothing elsewhere.
 * @param liveText the text of a file that is open in the editor, by its URI
 */
export async function verifyMonit(
  subject: Subject,
  files: FileSystem,
  runner: ProcessRunner,
  liveText: (uri: string) => string | undefined,
): Promise<Verdict> {
  const name = subject.path.slice(subject.path.lastIndexOf('/') + 1)
  if (identifyMonit(subject.path)?.template) {
    return notAsked(`'${name}' is a template; monit can only read what is made from it`)
  }
  const program = await runner.find('monit')
  if (program === undefined) return notAsked("there is no program 'monit' on PATH; install monit to ask it")
  const copies = await copyControlFiles(subject, files, liveText)
  const hanging = copies.flatMap(foldersAllowed)
  if (hanging.length > 0) {
    return notAsked(`monit was not run, as it would never end: ${hanging[0]!.message}`, hanging)
  }
  const outcome = await runner.run({
    program,
    timeLimit,
    inherited: [],
    prepare: (folder) => ({
      files: new Map([
        ...copies.map((copy) => [copy.name, textOfCopy(copy, folder)] as const),
        [idFile, '0'.repeat(32)],
      ]),
      arguments: ['-t', '-l', '/dev/null', '-c', `${folder}/${copies[0]!.name}`],
      variables: { HOME: folder, LC_ALL: 'C.UTF-8', RES_OPTIONS: 'timeout:1 attempts:1' },
    }),
  })
  switch (outcome.kind) {
    case 'out-of-time':
      return notAsked(`monit did not answer within ${timeLimit / 1000} seconds and was ended`)
    case 'failed':
      return notAsked(`monit could not be run: ${outcome.reason}`)
    case 'ended': {
      const paths = new Map(copies.map((copy) => [`${outcome.folder}/${copy.name}`, copy]))
      const accepted = outcome.code === 0
      const messages = readMonitMessages(outcome.errors, [...paths.keys()], accepted)
      const remarks = messages.map((message) => remarkOf(message, paths, copies, outcome.folder))
      if (!accepted && remarks.every(({ severity }) => severity === 'warning')) {
        return notAsked(`monit ended with exit code ${outcome.code} and gave no reason`, remarks)
      }
      return verdictOf('monit', name, remarks)
    }
  }
}

function foldersAllowed({ file, folders }: ControlCopy): readonly Remark[] {
  return folders.map((span) => {
    const line = new LineIndex(file.text).position(span.start).line + 1
    const folder = file.text.slice(span.start, span.end)
    const message = `'allow' on line ${line} names the folder ${folder}, where a file of passwords is expected`
    return { file, span, severity: 'error', message }
  })
}

function remarkOf(
  { path, line, text, token, isWarning }: MonitMessage,
  paths: ReadonlyMap<string, ControlCopy>,
  copies: readonly ControlCopy[],
  folder: string,
): Remark {
  const original = (each: string) => withOriginalPaths(each, copies, folder)
  const { file } = (path === undefined ? undefined : paths.get(path)) ?? copies[0]!
  const message = original(text)
  const words = token === undefined ? quotedIn(message) : wordsOfToken(original(token))
  return { file, span: placeIn(file.text, line, words), severity: isWarning ? 'warning' : 'error', message }
}

/** The words that a message has in quotes, the last one first: that is the culprit in most. */
function quotedIn(message: string): readonly string[] {
  return [...message.matchAll(/'([^'\n]+)'/g)].map(([, word]) => word!).reverse()
}

/** monit shows quoted texts with or without their quotes, and words in one case or another. */
function wordsOfToken(token: string): readonly string[] {
  return [token, token.replace(/^(["'])([\s\S]*)\1$/, '$2')]
}
