import { decodeText } from '../../base/decode.ts'
import type { FileSystem } from '../../base/file-system.ts'
import type { Span } from '../../base/span.ts'
import { readMonit } from '../../monit/document.ts'
import { textOf } from '../../monit/model/values.ts'
import type { TokenKind } from '../../monit/syntax/token-kinds.ts'
import { kindOf } from '../../monit/syntax/tokens.ts'
import { type MonitTree, tokenText } from '../../monit/syntax/tree.ts'
import { uriOfPath } from '../uri.ts'
import { filesOf } from './glob.ts'
import type { CheckedFile, Subject } from './verdict.ts'

/** monit itself follows no more includes. */
const mostFiles = 1024
/** A control file that a person writes never comes near. In bytes. */
const largestFile = 4 * 1024 * 1024

/** A control file as monit gets it: the same lines, with private paths for those that monit writes to. */
export interface ControlCopy {
  readonly file: CheckedFile
  /** Its path within the private folder. */
  readonly name: string
  /** In the order of the text, none overlapping another. */
  readonly changes: readonly Change[]
  /** The folders of which `set httpd` takes one for a file of passwords. */
  readonly folders: readonly Span[]
}

interface Change {
  readonly span: Span
  /** A path within the private folder, which takes the place of the span's text. */
  readonly path: string
  readonly quoted: boolean
  readonly original: string
}

/** What the private folder's path must not have: it stands between quotes of either kind, where nothing can be escaped. */
const unquotable = /["'\n]/

/**
 * Plans copies of a control file and of all that it includes, so that monit can read them and writes nothing elsewhere:
 * even a check of the syntax opens the log and writes the file of the id.
 *
 * The files that one `include` names lie in a folder of their own, in the order in which monit reads them; a pattern
 * that comes again leads to the same folder, so that circles stay circles. Relative patterns are looked for beside the
 * file in question, as if monit were started there.
 * @param liveText the text of a file as it is in the editor; undefined where it isn't open
 */
export async function copyControlFiles(
  subject: Subject,
  files: FileSystem,
  liveText: (uri: string) => string | undefined,
): Promise<readonly ControlCopy[]> {
  const copies: ControlCopy[] = []
  const folderOfPattern = new Map<string, string>()
  const todo: { readonly file: CheckedFile; readonly name: string; readonly path: string }[] = [
    { file: subject, name: 'control/monitrc', path: subject.path },
  ]
  for (let next = todo.shift(); next && copies.length < mostFiles; next = todo.shift()) {
    const { tree } = readMonit(next.file.text, next.path)
    const changes = writtenPaths(tree)
    for (const { pattern, patternSpan } of tree.includes) {
      const absolute = pattern.startsWith('/') ? pattern : `${subject.folder ?? ''}/${pattern}`
      let folder = folderOfPattern.get(absolute)
      if (folder === undefined) {
        folder = `include-${folderOfPattern.size + 1}`
        folderOfPattern.set(absolute, folder)
        // Without a folder of its own a document has nothing beside it.
        const known = pattern.startsWith('/') || subject.folder !== undefined
        const found = known ? await includedFiles(absolute, files, liveText) : []
        // As a copy of its own the file would say everything twice.
        const included = found.filter(({ path }) => path !== subject.path)
        todo.push(
          ...included.map(({ path, file }, index) => ({
            file,
            path,
            name: `${folder}/${String(index).padStart(5, '0')}`,
          })),
        )
      }
      const quoted = /["']/.test(tree.text.charAt(patternSpan.start - 1))
      changes.push({ span: patternSpan, path: `${folder}/*`, quoted, original: pattern })
    }
    changes.sort((a, b) => a.span.start - b.span.start)
    copies.push({ ...next, changes, folders: await passwordFolders(tree, files) })
  }
  return copies
}

/**
 * The text of a copy.
 * @param folder the private folder's path
 * @throws where that can't stand in a control file
 */
export function textOfCopy({ file, name, changes }: ControlCopy, folder: string): string {
  if (unquotable.test(folder)) throw new Error(`the folder '${folder}' can't be named in a control file`)
  let text = ''
  let at = 0
  for (const { span, path, quoted, original } of changes) {
    const whole = `${folder}/${path}`
    // A path over several lines is odd, but the lines behind it keep their numbers.
    const breaks = original.replace(/[^\n]/g, '')
    text += file.text.slice(at, span.start) + (quoted ? whole : `"${whole}"`) + breaks
    at = span.end
  }
  text += file.text.slice(at)
  // On the first line, so that all lines keep their numbers; monit counts no columns.
  return name === 'control/monitrc' ? `set idfile "${folder}/${idFile}" ${text}` : text
}

/** Where monit's id is kept; were there none, monit would make one and tell of it. */
export const idFile = 'id'

/** A message in which the paths of the copies are those of the person's files again. */
export function withOriginalPaths(message: string, copies: readonly ControlCopy[], folder: string): string {
  let text = message
  for (const { changes } of copies) {
    for (const { path, original, quoted } of changes) {
      const whole = `${folder}/${path}`
      if (!quoted) text = text.replaceAll(`"${whole}"`, () => original)
      text = text.replaceAll(whole, () => original)
    }
  }
  return text
}

interface IncludedFile {
  readonly path: string
  readonly file: CheckedFile
}

async function includedFiles(
  pattern: string,
  files: FileSystem,
  liveText: (uri: string) => string | undefined,
): Promise<readonly IncludedFile[]> {
  const found: IncludedFile[] = []
  for (const path of (await filesOf(pattern, files)).slice(0, mostFiles)) {
    // monit passes over the copies that editors leave.
    if (path.endsWith('~')) continue
    const uri = uriOfPath(path)
    const bytes = await files.readFile(uri, largestFile)
    const text = liveText(uri) ?? (bytes && decodeText(bytes))
    if (text !== undefined) found.push({ path, file: { uri, text } })
  }
  return found
}

const wordsBefore: readonly (readonly TokenKind[])[] = [
  ['set', 'idfile'],
  ['set', 'statefile'],
  ['set', 'pidfile'],
  ['set', 'log'],
  ['set', 'logfile'],
  ['set', 'eventqueue', 'basedir'],
]

/**
 * The paths to which the global statements have monit write. They are looked for among the tokens, so that no mistake
 * elsewhere in the statement hides one.
 */
function writtenPaths(tree: MonitTree): Change[] {
  const changes: Change[] = []
  for (let token = 0; token < tree.tokens.count; token++) {
    if (kindOf(tree.tokens, token) !== 'PATH') continue
    const words = wordsBefore.find((each) =>
      each.every((kind, index) => kindOf(tree.tokens, Math.max(0, token - each.length + index)) === kind),
    )
    if (!words) continue
    const { start, end } = textOf(tree, token)
    const original = tokenText(tree, token)
    changes.push({ span: { start, end }, path: privateName(words), quoted: false, original })
  }
  return changes
}

function privateName(words: readonly TokenKind[]): string {
  return words.includes('idfile') ? idFile : words.slice(1).join('-')
}

/** Where `allow` names a folder: monit 5.33 takes it for a file of passwords, and reads it for ever. */
async function passwordFolders(tree: MonitTree, files: FileSystem): Promise<readonly Span[]> {
  const found: Span[] = []
  for (let token = 1; token < tree.tokens.count; token++) {
    if (kindOf(tree.tokens, token) !== 'PATH') continue
    const before = kindOf(tree.tokens, token - 1)
    const allows =
      before === 'allow' || (methods.has(before) && kindOf(tree.tokens, Math.max(0, token - 2)) === 'allow')
    if (!allows) continue
    const { text, start, end } = textOf(tree, token)
    if ((await files.readFolder(uriOfPath(text))) !== undefined) found.push({ start, end })
  }
  return found
}

const methods: ReadonlySet<TokenKind> = new Set(['cleartext', 'md5', 'crypt'])
