/** Reads a manual page's roff into paragraphs, lists, tables and code; only what manual pages use of the language. */

export type Block =
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'heading'; readonly raw: string }
  | Group

/** Indented blocks: a list item where it has a marker, an entry of a glossary where it has a term. */
export interface Group {
  readonly kind: 'group'
  marker?: string
  readonly term?: string
  readonly blocks: Block[]
}

export interface RoffPage {
  /** The arguments of `.TH`: name, section, date, source, manual. */
  readonly title: readonly string[]
  readonly blocks: readonly Block[]
}

const fontMacro = /^(B|I|BR|RB|BI|IB|RI|IR|SM|SB)$/
const bullet = /^\\h'-\d+'(.*?)\\h'\+\d+'\\c$/

/** Reads a page. Whatever it doesn't know is left out; it never fails. */
export function readRoff(text: string): RoffPage {
  const lines = text.split(/\r?\n/)
  const root: Group = { kind: 'group', blocks: [] }
  /** Open groups, innermost last; the implicit ones are closed by the next paragraph. */
  const open: { group: Group; implicit: boolean }[] = [{ group: root, implicit: false }]
  let title: readonly string[] = []
  let paragraph: string[] = []
  let awaitsTerm = false

  const here = () => open.at(-1)!.group
  const takeParagraph = () => {
    const raw = paragraph.join(' ')
    paragraph = []
    return raw
  }
  const flush = () => {
    if (paragraph.length > 0) here().blocks.push({ kind: 'text', raw: takeParagraph() })
  }
  const push = (group: Group, implicit: boolean) => {
    here().blocks.push(group)
    open.push({ group, implicit })
  }
  const closeItem = () => {
    flush()
    while (open.at(-1)!.implicit) open.pop()
  }
  const addText = (line: string) => {
    if (awaitsTerm) {
      awaitsTerm = false
      push({ kind: 'group', term: line, blocks: [] }, true)
      return
    }
    const mark = bullet.exec(line)
    if (mark) here().marker = markerOf(mark[1]!)
    else if (line.trim() !== '') paragraph.push(line)
    else flush()
  }

  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const macro = /^[.'][ \t]*([A-Za-z]{1,3}|\\[{}"])?[ \t]*(.*)$/.exec(line)
    if (!macro) {
      addText(line)
      continue
    }
    const [, name = '', rest = ''] = macro
    switch (name) {
      case 'TH':
        title = argumentsOf(rest)
        break
      case 'SH':
      case 'SS':
        closeItem()
        open.length = 1
        root.blocks.push({ kind: 'heading', raw: argumentsOf(rest).join(' ') })
        break
      case 'PP':
      case 'LP':
      case 'P':
        closeItem()
        break
      case 'sp':
      case 'br':
        flush()
        break
      case 'RS':
        // A line right before the indent is the term that the indented text explains.
        push(
          paragraph.length > 0
            ? { kind: 'group', term: takeParagraph(), blocks: [] }
            : { kind: 'group', blocks: [] },
          false,
        )
        break
      case 'RE':
        closeItem()
        if (open.length > 1) open.pop()
        break
      case 'IP': {
        closeItem()
        const [mark = ''] = argumentsOf(rest)
        push({ kind: 'group', marker: markerOf(mark), blocks: [] }, true)
        break
      }
      case 'TP':
        closeItem()
        awaitsTerm = true
        break
      case 'nf':
      case 'EX': {
        flush()
        const end = lines.findIndex((each, index) => index > at && /^\.[ \t]*(?:fi|EE)\b/.test(each))
        const stop = end < 0 ? lines.length : end
        here().blocks.push({ kind: 'code', text: lines.slice(at + 1, stop).join('\n') })
        at = stop
        break
      }
      case 'TS': {
        flush()
        const end = lines.findIndex((each, index) => index > at && each.startsWith('.TE'))
        const stop = end < 0 ? lines.length : end
        here().blocks.push({ kind: 'table', rows: readTable(lines.slice(at + 1, stop)) })
        at = stop
        break
      }
      case 'ie':
      case 'if':
      case 'el':
        // `n` stands for a terminal, whose branch is taken as it comes; the printer's is passed over.
        if (rest.endsWith('\\{\\') && (name === 'el' || !rest.startsWith('n'))) {
          while (at < lines.length - 1 && !/^\.[ \t]*\\\}/.test(lines[at]!)) at++
        }
        break
      default:
        if (fontMacro.test(name)) addText(fontLine(name, argumentsOf(rest)))
    }
  }
  flush()
  return { title, blocks: root.blocks }
}

/** The arguments of a macro: words, or texts in quotes in which a doubled quote stands for one. */
function argumentsOf(text: string): readonly string[] {
  const found = text.matchAll(/"((?:[^"]|"")*)"?|((?:\\.|[^ \t"\\])+)/g)
  return [...found].map((match) => match[2] ?? (match[1] ?? '').replaceAll('""', '"'))
}

function markerOf(mark: string): string {
  const number = /(\d+)\.?/.exec(mark)
  return number ? `${number[1]}.` : '-'
}

/** `.BR a b` prints a bold and b roman, without a blank between them; `.B a b` prints both bold, with one. */
function fontLine(macro: string, words: readonly string[]): string {
  if (macro.length === 1) return `\\f${macro}${words.join(' ')}\\fR`
  if (macro.startsWith('S')) return words.join(' ')
  return `${words.map((word, index) => `\\f${macro[index % 2]}${word}`).join('')}\\fR`
}

/** The rows of a tbl(1) table in DocBook's notation: cells between `T{` and `T}`, parted by the `tab()` character. */
function readTable(lines: readonly string[]): readonly (readonly string[])[] {
  const tab = /tab\((.)\)/.exec(lines[0] ?? '')?.[1] ?? '\t'
  const rows: string[][] = []
  let row: string[] = []
  let cell: string[] | undefined
  let inFormat = true
  for (const line of lines) {
    if (cell) {
      const end = line.startsWith('T}')
      if (!end) {
        cell.push(line)
        continue
      }
      row.push(cell.join(' '))
      cell = undefined
      const rest = line.slice(2)
      for (const part of rest.startsWith(tab) ? rest.slice(1).split(tab) : []) {
        if (part === 'T{') cell = []
        else row.push(part)
      }
      if (!cell) {
        rows.push(row)
        row = []
      }
      continue
    }
    // A format ends with a line that ends in a dot; `.T&` begins another one in the middle of the table.
    if (line === '.T&') inFormat = true
    else if (inFormat) inFormat = !line.endsWith('.')
    else if (line === 'T{') cell = []
    else if (!line.startsWith('.') && line !== '') rows.push(line.split(tab))
  }
  return rows
}
