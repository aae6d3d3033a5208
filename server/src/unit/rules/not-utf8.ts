import { itemAt, type UnitTree } from '../syntax/tree.ts'
import { man, unitRule } from './rule.ts'

/** What `utf8_is_valid()` refuses: bytes that are no UTF-8, which decoding left as lone surrogates, and noncharacters. */
const refused = /[\p{Surrogate}\p{Noncharacter_Code_Point}]/gu

export const notUtf8 = unitRule({
  id: 'not-utf8',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'bytes that are not UTF-8',
    why: 'systemd reads unit files as UTF-8. At the first line with other bytes, comments aside, it gives up on the whole file, and the unit does not load. Mostly the file was saved in Latin-1.',
    bad: [{ file: 'web.service', text: '[Unit]\nDescription=Caf\uDCE9\n' }],
    good: [{ file: 'web.service', text: '[Unit]\nDescription=Café\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    file(ctx, { tree }) {
      for (const match of tree.text.matchAll(refused)) {
        if (inComment(tree, match.index)) continue
        const end = match.index + match[0].length
        ctx.report(
          { start: match.index, end },
          `${culprit(match[0])}; systemd refuses the whole file here; save it as UTF-8`,
        )
        return
      }
    },
  },
})

function culprit(found: string): string {
  const code = found.codePointAt(0) ?? 0
  if (code >= 0xdc80 && code <= 0xdcff) return `byte 0x${(code - 0xdc00).toString(16)} is not UTF-8`
  return `U+${code.toString(16).toUpperCase()} is no character`
}

function inComment(tree: UnitTree, offset: number): boolean {
  const item = itemAt(tree, offset)
  if (!item || item.kind === 'comment') return true
  // A line that begins with a comment's sign between continued ones is a comment as well.
  const before = tree.text.slice(item.start, offset)
  const lineStart = before.search(/[^\n\r\0]*$/)
  return lineStart > 0 && /^[ \t]*[#;]/.test(before.slice(lineStart))
}
