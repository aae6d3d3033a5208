import { type Block, type Group, readRoff } from './roff.ts'
import { escapeMarkdown, markdownText, plainText, verbatimText } from './roff-text.ts'

/** A hover that scrolls for pages helps nobody: a passage ends with the last paragraph that fits into this. */
const longest = 1_500

/** What a manual page says of its directives. */
export interface ManualPage {
  /** The program and version it was written for, `systemd 252`; empty where the page doesn't say. */
  readonly writtenFor: string
  readonly entries: readonly Entry[]
}

/** The text that explains one directive, or several at once. */
export interface Entry {
  readonly directives: readonly string[]
  /** The heading it stands under, `[INSTALL] SECTION OPTIONS`. */
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** Reads the roff source of a manual page. */
export function readManualPage(text: string): ManualPage {
  const page = readRoff(text)
  const entries: Entry[] = []
  collect(page.blocks, '', entries)
  return { writtenFor: plainText(page.title[3] ?? ''), entries }
}

/** The passage on a directive of a section, as markdown; cut off at a paragraph's end where it is long. */
export function passageOn({ entries }: ManualPage, section: string, directive: string): string | undefined {
  const all = entries.filter(({ directives }) => directives.includes(directive))
  const own =
    all.find(({ heading }) => heading.toLowerCase().includes(`[${section.toLowerCase()}]`)) ?? all[0]
  return own && capped(chunksOf(own.blocks))
}

function collect(blocks: readonly Block[], heading: string, entries: Entry[]): void {
  let under = heading
  for (const block of blocks) {
    if (block.kind === 'heading') under = plainText(block.raw)
    if (block.kind !== 'group') continue
    const directives = directivesIn(block.term)
    if (directives.length > 0) entries.push({ directives, heading: under, blocks: block.blocks })
    collect(block.blocks, under, entries)
  }
}

/** The keys of a term: `MemoryMin=bytes, MemoryLow=bytes`, `IODeviceWeight=device weight`, `A=/B=/C=`. */
function directivesIn(term: string | undefined): readonly string[] {
  if (term === undefined) return []
  const parts = plainText(term).split(/\s*[,/]\s*(?=[A-Z][A-Za-z0-9]*=)/)
  const keys = parts.map((part) => /^([A-Z][A-Za-z0-9]*)=\S*(?: \S+)?$/.exec(part)?.[1])
  return keys.every((key) => key !== undefined) ? keys : []
}

function capped(chunks: readonly string[]): string {
  const kept: string[] = []
  let length = 0
  for (const chunk of chunks) {
    if (length + chunk.length > longest) return `${join(length === 0 ? [shortened(chunk)] : kept)}\n\n…`
    kept.push(chunk)
    length += chunk.length
  }
  return join(kept)
}

/** The sentences of a first paragraph that fit; what has lines of its own can't be cut. */
function shortened(chunk: string): string {
  if (chunk.includes('\n')) return chunk
  const end = [...chunk.slice(0, longest).matchAll(/[.!?]\)?(?= [A-Z])/g)].at(-1)
  return end ? chunk.slice(0, end.index + end[0].length) : chunk
}

/** Paragraphs, list items, tables and code blocks, each as markdown. */
function chunksOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => chunksOfOne(block, blocks[index - 1], blocks[index + 1]))
}

function chunksOfOne(block: Block, before: Block | undefined, after: Block | undefined): readonly string[] {
  switch (block.kind) {
    case 'text':
      // A table's title goes with its table.
      return after?.kind === 'table' ? [] : [paragraph(block.raw)]
    case 'code':
      return [`\`\`\`\n${block.text.split('\n').map(verbatimText).join('\n')}\n\`\`\``]
    case 'table':
      return tableOf(block.rows, before)
    case 'heading':
      return []
    case 'group':
      return groupOf(block)
  }
}

function groupOf({ marker, term, blocks }: Group): readonly string[] {
  const inner = chunksOf(blocks)
  if (term !== undefined) return [item('-', [paragraph(term), ...inner])]
  return marker === undefined ? inner : [item(marker, inner)]
}

function item(marker: string, chunks: readonly string[]): string {
  const indent = ' '.repeat(marker.length + 1)
  return `${marker} ${join(chunks).replace(/\n(?=.)/g, `\n${indent}`)}`
}

/** Items of one line stand close together, everything else is parted by an empty line. */
function join(chunks: readonly string[]): string {
  return chunks.reduce((text, chunk, index) => {
    if (index === 0) return chunk
    const close = [chunks[index - 1]!, chunk].every(
      (each) => /^(?:-|\d+\.) /.test(each) && !each.includes('\n'),
    )
    return `${text}${close ? '\n' : '\n\n'}${chunk}`
  }, '')
}

/** A paragraph must not begin like a heading, a quotation or a list. */
function paragraph(raw: string): string {
  return markdownText(raw)
    .replace(/^(?=[#+-])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\')
}

function tableOf(rows: readonly (readonly string[])[], title: Block | undefined): readonly string[] {
  const above = title?.kind === 'text' ? [escapeMarkdown(plainText(title.raw))] : []
  const [head, ...body] = rows
  if (!head || body.length === 0) return above
  const line = (cells: readonly string[]) =>
    `| ${head.map((_, index) => markdownText(cells[index] ?? '')).join(' | ')} |`
  return [
    [...above, [line(head), `|${head.map(() => ' --- |').join('')}`, ...body.map(line)].join('\n')].join(
      '\n\n',
    ),
  ]
}
