import { values, wordGroups } from './words.ts'

const words = wordGroups.flat()

/** What mutations are made from. */
export interface Material {
  /** Whole globals and checks, as they stand in the files. */
  readonly blocks: readonly string[]
  /** Single statements. */
  readonly statements: readonly string[]
}

const blockStart = /^(?=[ \t]*(?:set|check)\b)/im
const statementStart =
  /(?<=\s)(?<!\b(?:then|else|not)\s)(?=(?:if|start|stop|restart|depends|group|every|not every|alert|noalert|mode|onreboot|ignore|set|check|include)\b)/i

/** Takes control files apart, to be put together again otherwise. */
export function materialOf(texts: readonly string[]): Material {
  const blocks = texts.flatMap((text) => text.split(blockStart)).filter((each) => each.trim() !== '')
  const statements = blocks
    .flatMap((block) => block.split(statementStart))
    .filter((each) => each.trim() !== '')
  return { blocks, statements }
}

/** A control file of some blocks, with a few slips in it. */
export function makeMutation(material: Material, next: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
  const count = pick([1, 1, 2, 3])
  let text = ''
  for (let each = 0; each < count; each++) {
    const block = pick(material.blocks)
    text += text === '' || text.endsWith('\n') ? block : `\n${block}`
  }
  // None at all now and then: two blocks may be wrong together that are right alone.
  const slips = pick([0, 1, 1, 1, 1, 1, 2, 2, 3, 4])
  for (let slip = 0; slip < slips; slip++) text = slipOnce(text, material, next)
  return text
}

/** Comments, strings, blanks, words and marks; joined they are the text again. */
export function piecesOf(text: string): readonly string[] {
  return text.match(/#[^\n]*|"[^"]*"|'[^']*'|\s+|[^\s;,(){}"'@:%]+|[\s\S]/g) ?? []
}

function slipOnce(text: string, material: Material, next: () => number): string {
  const pieces = [...piecesOf(text)]
  const solid = pieces.flatMap((piece, at) => (piece.trim() === '' || piece.startsWith('#') ? [] : [at]))
  if (solid.length === 0) return text + anyOf(material.statements, next)
  const place = Math.floor(next() * solid.length)
  const at = solid[place]!
  const piece = pieces[at]!
  const splice = (count: number, ...put: readonly string[]) => {
    pieces.splice(at, count, ...put)
    return pieces.join('')
  }
  switch (Math.floor(next() * 20)) {
    case 0:
    case 1:
      return splice(1)
    case 2:
      return splice(1, piece, ' ', piece)
    case 3: {
      const other = solid[place + 1] ?? solid[0]!
      pieces[at] = pieces[other]!
      pieces[other] = piece
      return pieces.join('')
    }
    case 4:
    case 5:
      return splice(1, anyOf(kinOf(piece), next))
    case 6:
      return splice(1, anyOf(words, next))
    case 7:
      return splice(1, anyOf(values, next))
    case 8:
      return splice(1, `${anyOf(words, next)} ${piece}`)
    case 9:
      return splice(1, `${anyOf(values, next)} ${piece}`)
    case 10:
      // Glued to what follows.
      pieces.splice(at + 1, pieces[at + 1]?.trim() === '' ? 1 : 0)
      return pieces.join('')
    case 11: {
      const middle = 1 + Math.floor(next() * Math.max(1, piece.length - 1))
      return splice(1, piece.slice(0, middle), ' ', piece.slice(middle))
    }
    case 12:
      return splice(1, piece === piece.toUpperCase() ? piece.toLowerCase() : piece.toUpperCase())
    case 13:
      return splice(1, anyOf(['\n', ' # x\n', ' \\\n', '\t', ';', ' , ', '\r\n', '(', ')'], next), piece)
    case 14:
      return splice(
        1,
        piece.replace(/["']/g, () => anyOf(['', '', '"', "'", '\\"'], next)),
      )
    case 15:
      return splice(1, `${anyOf(['"', "'"], next)}${piece}${anyOf(['"', "'", '"'], next)}`)
    case 16:
      return splice(1, `${anyOf(material.statements, next).trim()}\n  ${piece}`)
    default:
      return slipOfCharacter(text, next)
  }
}

/** Words that are often found in place of this one. */
function kinOf(piece: string): readonly string[] {
  return (
    wordGroups.find((group) => group.includes(piece.toLowerCase())) ?? (/^\w+$/.test(piece) ? words : values)
  )
}

const characters = [...'\'"\\#@:;,(){}[]%=<>!/.-~$*& \t\n\r0a\u00e4\u00a0']

function slipOfCharacter(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1))
  switch (Math.floor(next() * 5)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
    case 2:
      return text.slice(0, at) + anyOf(characters, next) + text.slice(at)
    case 3:
      return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2)
    default:
      return text.slice(0, at)
  }
}

function anyOf<Item>(items: readonly Item[], next: () => number): Item {
  return items[Math.floor(next() * items.length)]!
}
