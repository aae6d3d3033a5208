import type { CompletionItem } from '../../../base/features.ts'
import { readMode } from '../extract/number.ts'
import type { ValueType } from '../value-type.ts'
import { emptyProblem, faultMessage, faultProblem, fine, firstGuess, unquoted } from './fault.ts'

const takes = "an access mode in octal, such as '0750'"

/** Access modes: `config_parse_mode()`. */
export const modeType: ValueType = {
  check(text, place) {
    const value = readMode(text)
    if (typeof value === 'number') return fine
    if (text === '') return emptyProblem(place, takes)
    const message = faultMessage(text, value, 'access mode in octal')
    const guess = firstGuess(
      [
        [unquoted(text), true],
        [text.replace(/^0[oO]/, '0'), true],
        [fromLetters(text), true],
      ],
      (each) => typeof readMode(each) === 'number',
    )
    return [faultProblem({ from: 0, to: text.length, message, guess }, place, takes)]
  },
  complete: (text, _cursor, { directive }) => ({
    from: 0,
    to: text.length,
    items:
      directive.name === 'UMask' ? maskItems : directive.name === 'SocketMode' ? socketItems : folderItems,
  }),
  describe(text, _cursor, { directive }) {
    const mode = readMode(text)
    if (typeof mode !== 'number') return undefined
    const meaning = directive.name === 'UMask' ? maskText(mode) : `\`${modeLetters(mode)}\``
    return { from: 0, to: text.length, markdown: `\`${text}\`: ${meaning}` }
  },
}

function item(mode: number, detail: string): CompletionItem {
  return { label: octal(mode), kind: 'value', detail }
}

const folderItems = [
  item(0o700, 'rwx------, nobody else gets in'),
  item(0o750, 'rwxr-x---, the group may read'),
  item(0o755, 'rwxr-xr-x, everybody may read'),
  item(0o770, 'rwxrwx---, the group may write'),
]
const socketItems = [
  item(0o600, 'rw-------, the owner may connect'),
  item(0o660, 'rw-rw----, the group may connect'),
  item(0o666, 'rw-rw-rw-, everybody may connect'),
]
const maskItems = [
  item(0o077, 'new files are for the owner alone'),
  item(0o027, 'the group may read new files'),
  item(0o022, 'everybody may read new files, the default'),
  item(0o002, 'the group may write new files'),
]

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0')
}

function maskText(mask: number): string {
  return `new files are at most \`${modeLetters(0o666 & ~mask)}\`, new folders \`${modeLetters(0o777 & ~mask)}\``
}

/** A mode as `ls` shows it: `rwxr-x---`. */
export function modeLetters(mode: number): string {
  const specials = ['s', 's', 't']
  return [6, 3, 0]
    .map((shift, index) => {
      const bits = (mode >> shift) & 7
      const special = mode & (0o4000 >> index) ? specials[index]! : undefined
      const runs = (bits & 1) !== 0
      return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${special ? (runs ? special : special.toUpperCase()) : runs ? 'x' : '-'}`
    })
    .join('')
}

/** The octal mode of letters such as `rwxr-x---`; undefined where they are none. */
function fromLetters(text: string): string | undefined {
  if (!/^(?:[r-][w-][x-]){3}$/.test(text)) return undefined
  return octal([...text].reduce((mode, letter) => mode * 2 + (letter === '-' ? 0 : 1), 0))
}
