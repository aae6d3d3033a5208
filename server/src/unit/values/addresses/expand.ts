import { expandSpecifiers, unknownText } from '../extract/specifiers.ts'

/** Stands for the unit's own name: it ends in its type, so it is no number and no address, and it has so many letters. */
const ownName = 'x.socket'

/** Specifiers that expand to an absolute path. */
const paths = 'CDELSTVYdfhsty'

/** A text without bad specifiers, expanded: `%n` as a name like any other, paths with their slash, else `unknownText`. */
export function expandWithName(text: string): string {
  if (!text.includes('%')) return text
  const named = text.replace(/%(.)/gs, (all, letter: string) =>
    letter === 'n' ? ownName : paths.includes(letter) ? `/${unknownText}` : all,
  )
  return expandSpecifiers(named)
}
