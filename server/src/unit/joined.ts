import type { DropIn } from '../base/environment.ts'
import type { Span } from '../base/span.ts'
import type { Reporter } from '../lint/rule.ts'
import { findDirective } from './data/directives.ts'
import { parseUnit } from './syntax/parse.ts'
import type { Assignment, Header, Item, Section, UnitTree } from './syntax/tree.ts'

/**
 * A file and its drop-ins, one behind the other as systemd reads them. The file comes first, so that its offsets are
 * its own; what lies behind its end is of a drop-in.
 */
export interface JoinedUnit extends Pick<UnitTree, 'text' | 'tags'> {
  /** The file's own tree, then one for each drop-in, with offsets in `text`. */
  readonly parts: readonly UnitTree[]
}

/** A file and its drop-ins, where it has some. */
export interface UnitWithDropIns extends JoinedUnit {
  /** The drop-in that empties a directive, as `Service.ExecStart`, so that what the file itself assigns does not count. */
  readonly emptied: ReadonlyMap<string, string>
  /** The drop-in that an offset lies in, and the name of the section; undefined in the file itself. */
  placeOf(offset: number): { readonly dropIn: string; readonly section: string | undefined } | undefined
}

/** A file that has no drop-ins. */
export function alone(tree: UnitTree): JoinedUnit {
  return { text: tree.text, tags: tree.tags, parts: [tree] }
}

/** Joins a file and its drop-ins; they come in the order in which they are read. */
export function joinDropIns(tree: UnitTree, dropIns: readonly DropIn[]): UnitWithDropIns {
  // With a line break between them, the end of one is not the start of the next.
  const text = [tree.text, ...dropIns.map((each) => each.text)].join('\n')
  let end = tree.text.length
  const added = dropIns.map((dropIn) => {
    const start = end + 1
    end = start + dropIn.text.length
    return { name: dropIn.name, start, tree: moved(treeOf(dropIn), start, text) }
  })
  const emptied = new Map(
    added.flatMap((each) => emptiedIn(each.tree).map((key) => [key, each.name] as const)),
  )
  return {
    text,
    tags: [tree, ...added.map((each) => each.tree)].flatMap(({ tags }) => tags),
    parts: [tree, ...added.map((each) => each.tree)],
    emptied,
    placeOf(offset) {
      const part = added.findLast(({ start }) => start <= offset)
      const section = part?.tree.sections.findLast(({ header }) => header.start <= offset)
      return part && { dropIn: part.name, section: section?.name }
    },
  }
}

const noFixes = { fixes: [] }

/**
 * A way to report findings of a file and its drop-ins in the file alone: what lies in a drop-in is told at the header
 * of its section, and fixes that would change a drop-in are left out.
 */
export function reportInFile(
  tree: UnitTree,
  joined: UnitWithDropIns,
  report: Reporter['report'],
): Reporter['report'] {
  return (span, message, { fixes = [], ...options } = noFixes) => {
    const own = fixes.filter(({ edits }) => edits.every((edit) => edit.span.end <= tree.text.length))
    const place = joined.placeOf(span.start)
    if (!place)
      return report(span, message + reasonFor(tree, joined, span, message), { ...options, fixes: own })
    // The header is not what is struck through.
    const { tag: _, ...rest } = options
    report(headerOf(tree, place.section), `in '${place.dropIn}': ${message}`, { ...rest, fixes: own })
  }
}

/** Of what is missing from a section that seems to have it, why it has not. */
function reasonFor(
  { sections }: UnitTree,
  { emptied }: UnitWithDropIns,
  { start }: Span,
  message: string,
): string {
  const home = sections.find(({ header }) => header.content.start === start)
  if (!home) return ''
  const assigned = sections.flatMap(({ name, assignments }) => (name === home.name ? assignments : []))
  for (const { key } of assigned) {
    const dropIn = message.includes(`'${key}='`) ? emptied.get(`${home.name}.${key}`) : undefined
    if (dropIn !== undefined) return `; '${dropIn}' empties '${key}='`
  }
  return ''
}

/** Where to tell of a section as a whole: at its header, or else at the file's first one. */
export function headerOf({ sections }: UnitTree, section: string | undefined): Span {
  const home = sections.find(({ name }) => name === section) ?? sections[0]
  return home?.header.content ?? { start: 0, end: 0 }
}

const trees = new WeakMap<DropIn, UnitTree>()

/** A drop-in is parsed once, however often the file that it adds to changes. */
function treeOf(dropIn: DropIn): UnitTree {
  const known = trees.get(dropIn)
  if (known) return known
  const tree = parseUnit(dropIn.text)
  trees.set(dropIn, tree)
  return tree
}

/** The directives, as `Section.Name`, that are assigned nothing. */
function emptiedIn({ sections }: UnitTree): readonly string[] {
  return sections.flatMap(({ name, assignments }) =>
    assignments
      .filter(({ key, valueSpan }) => valueSpan.start === valueSpan.end && findDirective(name, key))
      .map(({ key }) => `${name}.${key}`),
  )
}

/** A tree as it is where its text lies further back in another one. */
function moved({ items, sections, tags }: UnitTree, by: number, text: string): UnitTree {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by })
  const headers = new Map<Header, Header>()
  const homes = new Map<Section, Section>()
  for (const section of sections) {
    const { header } = section
    const own = { ...header, ...move(header), content: move(header.content), nameSpan: move(header.nameSpan) }
    headers.set(header, own)
    homes.set(section, { ...section, header: own, assignments: [], end: section.end + by })
  }
  const homeOf = (section: Section | undefined) => section && homes.get(section)
  const moveItem = (item: Item): Item => {
    switch (item.kind) {
      case 'header':
        return headers.get(item)!
      case 'assignment': {
        const section = homeOf(item.section)
        const own: Assignment = {
          ...item,
          ...move(item),
          keySpan: move(item.keySpan),
          equals: item.equals + by,
          valueSpan: move(item.valueSpan),
          section,
        }
        section?.assignments.push(own)
        return own
      }
      case 'junk':
        return { ...item, ...move(item), content: move(item.content), section: homeOf(item.section) }
      case 'comment':
        return { ...item, ...move(item), content: move(item.content) }
      case 'blank':
      case 'opaque':
        return { ...item, ...move(item) }
    }
  }
  return { text, items: items.map(moveItem), sections: [...homes.values()], tags: tags.map(move) }
}
