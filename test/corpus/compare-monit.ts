import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LineIndex } from '../../server/src/base/line-index.ts'
import { readMonit } from '../../server/src/monit/document.ts'
import { lintMonit } from '../../server/src/monit/lint.ts'
import { mistakesIn, parseMessages, refusalsIn } from '../oracle/monit/messages.ts'

/** Where a recorded verdict of monit's and ours differ. */
export interface MonitReport {
  readonly version: string
  readonly files: number
  readonly refused: number
  /** Those of which monit said something about the machine, or about an included file: as good as accepted. */
  readonly setAside: number
  /** Each as `FILE: what was said`. */
  readonly onlyOurs: readonly string[]
  readonly onlyTheirs: readonly string[]
  /** Where our first finding stands behind the line that monit names; mistakes stand before it. */
  readonly behind: readonly string[]
}

interface Recorded {
  readonly name: string
  readonly file: string
  readonly messages: ReadonlyMap<string, string>
}

const versions = ['5.27.2', '5.33.0', '5.34.3', '6.0.0'] as const

/**
 * Compares what our rules of kind `verdict` find in control files with what monits of several versions said.
 * @param folder holds `cases/index.json` or `corpus/manifest.json`, and the files they name
 */
export function compareMonit(folder: string): readonly MonitReport[] {
  const recorded = [...readCases(path.join(folder, 'cases')), ...readCorpus(path.join(folder, 'corpus'))]
  return versions.map((version) => compareVersion(recorded, version))
}

function compareVersion(recorded: readonly Recorded[], version: string): MonitReport {
  const onlyOurs: string[] = []
  const onlyTheirs: string[] = []
  const behind: string[] = []
  let refused = 0
  let setAside = 0
  for (const { name, file, messages } of recorded) {
    const text = readFileSync(file, 'utf8')
    const document = readMonit(text, 'monitrc')
    if (document.tree.tags.length > 0) continue
    const said = parseMessages(withRoot(messages.get(version) ?? ''), `/${path.basename(file)}`)
    const theirs = mistakesIn(said).find((each) => each.file === 'own')
    if (refusalsIn(said).length > 0 && !theirs) setAside++
    if (theirs) refused++
    const lines = new LineIndex(text)
    const ours = lintMonit(document, { version }, {}, () => []).filter(
      ({ kind, severity }) => kind === 'verdict' && severity === 'error',
    )
    const first = ours[0]
    const line = first && lines.position(first.span.start).line + 1
    if (first && !theirs) onlyOurs.push(`${name}: ${line}: ${first.message}`)
    else if (theirs && !first) onlyTheirs.push(`${name}: ${theirs.line}: ${theirs.text}`)
    else if (theirs?.line !== undefined && line !== undefined && line > theirs.line) {
      behind.push(`${name}: ${theirs.line}: ${theirs.text}; ours ${line}: ${first?.message}`)
    }
  }
  return { version, files: recorded.length, refused, setAside, onlyOurs, onlyTheirs, behind }
}

/** The recorded messages name files by relative paths, monit itself by absolute ones. */
function withRoot(messages: string): string {
  return messages.replace(/^(?=[\w.+-]+(?:\/[\w.+-]+)*:\d+: )/gm, '/')
}

function readCases(folder: string): readonly Recorded[] {
  const index = path.join(folder, 'index.json')
  if (!existsSync(index)) return []
  const cases = JSON.parse(readFileSync(index, 'utf8')) as readonly {
    readonly file: string
    readonly results: Readonly<Record<string, { readonly stderr: string }>>
  }[]
  return cases.map(({ file, results }) => ({
    name: `cases/${file}`,
    file: path.join(folder, file),
    messages: new Map(Object.entries(results).map(([version, { stderr }]) => [version, stderr])),
  }))
}

function readCorpus(folder: string): readonly Recorded[] {
  const manifest = path.join(folder, 'manifest.json')
  if (!existsSync(manifest)) return []
  const files = JSON.parse(readFileSync(manifest, 'utf8')) as readonly {
    readonly file: string
    readonly verdicts: Readonly<Record<string, { readonly messages: readonly string[] }>>
  }[]
  return files.map(({ file, verdicts }) => ({
    name: file,
    file: path.join(folder, file),
    messages: new Map(
      Object.entries(verdicts).map(([version, { messages }]) => [version, messages.join('\n')]),
    ),
  }))
}
