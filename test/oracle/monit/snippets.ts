import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Control files of our own, good and bad ones. npm and vitest both run in the project's folder. */
export const snippetFolder = path.resolve('test/oracle/monit/snippets')

/** `accepted`, or where monit sees the first mistake: `syntax:3`, `semantic:3`, `semantic` where it names no line. */
export type Recorded = string

/** What monits said of the snippets: by name, then by version. */
export type Record = Readonly<{ [name: string]: Readonly<{ [version: string]: Recorded }> }>

export const recordFile = path.join(snippetFolder, 'verdicts.json')

/** The texts by name, without the extension. */
export function readSnippets(): ReadonlyMap<string, string> {
  const names = readdirSync(snippetFolder).filter((name) => name.endsWith('.monitrc'))
  return new Map(
    names
      .sort()
      .map((name) => [path.basename(name, '.monitrc'), readFileSync(path.join(snippetFolder, name), 'utf8')]),
  )
}

/** The texts of those that some monit takes. */
export function goodSnippets(snippets: ReadonlyMap<string, string>): readonly string[] {
  return [...snippets].flatMap(([name, text]) => (name.startsWith('bad-') ? [] : [text]))
}

export function readRecord(): Record {
  return JSON.parse(readFileSync(recordFile, 'utf8')) as Record
}

/** A verdict in the short form in which it is on record. */
export function shorten({
  outcome,
  line,
}: {
  readonly outcome: string
  readonly line: number | undefined
}): Recorded {
  return line === undefined ? outcome : `${outcome}:${line}`
}
