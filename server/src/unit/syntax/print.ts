import type { Item, UnitTree } from './tree.ts'

/** The text of a tree, put together from what its items say of themselves: `printUnit(parseUnit(text)) === text`. */
export function printUnit(tree: UnitTree): string {
  return tree.items.map((item) => printItem(tree.text, item)).join('')
}

function printItem(text: string, item: Item): string {
  const raw = (start: number, end: number) => text.slice(start, end)
  switch (item.kind) {
    case 'header':
      return (
        raw(item.start, item.content.start) +
        '[' +
        raw(item.nameSpan.start, item.nameSpan.end) +
        raw(item.nameSpan.end, item.content.end) +
        raw(item.content.end, item.end)
      )
    case 'assignment':
      return (
        raw(item.start, item.keySpan.start) +
        raw(item.keySpan.start, item.keySpan.end) +
        raw(item.keySpan.end, item.equals) +
        '=' +
        raw(item.equals + 1, item.valueSpan.start) +
        raw(item.valueSpan.start, item.valueSpan.end) +
        raw(item.valueSpan.end, item.end)
      )
    case 'comment':
    case 'junk':
      return (
        raw(item.start, item.content.start) +
        raw(item.content.start, item.content.end) +
        raw(item.content.end, item.end)
      )
    case 'blank':
    case 'opaque':
      return raw(item.start, item.end)
  }
}
