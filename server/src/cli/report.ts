import { type Diagnostic, type Severity, severities } from '../base/diagnostic.ts'
import { LineIndex } from '../base/line-index.ts'
import type { Format } from './arguments.ts'
import type { Mended } from './mend.ts'
import { printable } from './quote.ts'

/** What was found in one file. */
export interface FileReport {
  readonly path: string
  /** The text that the findings are in. */
  readonly text: string
  readonly findings: readonly Diagnostic[]
  readonly mended: readonly Mended[]
}

/** Everything found, as text for people (`path:line:column: severity: message [rule]`) or as one JSON array. */
export function report(files: readonly FileReport[], format: Format, colours: boolean): string {
  switch (format) {
    case 'text':
      return files.map((file) => textOf(file, colours)).join('')
    case 'json':
      return jsonOf(files)
  }
}

/** The closing line, such as `3 errors, 2 warnings in 1 of 14 files`. */
export function summarise(files: readonly FileReport[]): string {
  const found = files.flatMap(({ findings }) => findings)
  const counts = severities.flatMap((severity) => {
    const count = found.filter((finding) => finding.severity === severity).length
    return count > 0 ? [plural(count, nouns[severity])] : []
  })
  const hit = files.filter(({ findings }) => findings.length > 0).length
  const mended = files.reduce((sum, file) => sum + file.mended.length, 0)
  const fixed = mended > 0 ? `, ${mended} fixed` : ''
  if (hit === 0) return `no problems in ${plural(files.length, 'file')}${fixed}\n`
  return `${counts.join(', ')} in ${hit} of ${plural(files.length, 'file')}${fixed}\n`
}

const nouns: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

const plain = 0
const bold = 1
const dim = 2
const codes: Readonly<Record<Severity | 'fixed', number>> = {
  error: 31,
  warning: 33,
  information: 36,
  hint: dim,
  fixed: 32,
}

function textOf({ path, text, findings, mended }: FileReport, colours: boolean): string {
  if (findings.length === 0 && mended.length === 0) return ''
  const paint = (code: number, part: string) => (colours ? `\x1b[${code}m${part}\x1b[${plain}m` : part)
  const line = (finding: Diagnostic, index: LineIndex, label: Severity | 'fixed') => {
    const { line: row, character } = index.position(finding.span.start)
    const place = `${paint(bold, printable(path))}:${row + 1}:${character + 1}`
    return `${place}: ${paint(codes[label], label)}: ${printable(finding.message)} ${paint(dim, `[${finding.rule}]`)}\n`
  }
  const index = new LineIndex(text)
  return [
    ...mended.map(({ finding, text: before }) => line(finding, new LineIndex(before), 'fixed')),
    ...findings.map((finding) => line(finding, index, finding.severity)),
  ].join('')
}

function jsonOf(files: readonly FileReport[]): string {
  const lines = files.flatMap(({ path, text, findings }) => {
    const index = findings.length > 0 ? new LineIndex(text) : undefined
    return index ? findings.map((finding) => JSON.stringify(jsonFinding(path, finding, index))) : []
  })
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`
}

function jsonFinding(
  file: string,
  { span, severity, rule, kind, message, fixes }: Diagnostic,
  index: LineIndex,
) {
  return {
    file,
    range: index.range(span),
    severity,
    rule,
    kind,
    message,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ range: index.range(edit.span), newText: edit.newText })),
    })),
  }
}
