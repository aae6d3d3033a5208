import type { CompletionItem } from '../../../base/features.ts'
import { edgeMeaning } from '../edges.ts'
import type { NumberFault } from '../extract/number.ts'
import { readPermyriad } from '../extract/percent.ts'
import { readSize } from '../extract/size.ts'
import type { Place } from '../problem.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { emptyProblem, faultMessage, faultProblem, fine, firstGuess, type Guess, unquoted } from './fault.ts'
import { bytesText, percentText } from './figures.ts'

/** What a value that is a size may be. */
interface SizeKind {
  readonly lowest: (place: Place) => number
  readonly highest: bigint
  /** For messages, reads on after "takes". */
  readonly takes: (place: Place) => string
  /** An empty value resets the directive. */
  readonly empty?: true
  /** Words that are taken too, and what they mean. */
  readonly words?: Readonly<Record<string, string>>
  /** A percentage is taken too: of what. */
  readonly whole?: string
  readonly examples: readonly (readonly [value: string, detail: string])[]
}

const uint64Max = 2n ** 64n - 1n

function sizeType(kind: SizeKind): ValueType {
  const read = (text: string, place: Place): number | NumberFault => {
    const size = readSize(text, 1024, kind.highest)
    if (typeof size !== 'number') return kind.whole ? readWhole(text, size, place, kind) : size
    return size >= kind.lowest(place) ? size : 'range'
  }
  const isWord = (text: string) => kind.words !== undefined && Object.hasOwn(kind.words, text)
  const wordMeaning = (word: string, { directive }: Place) =>
    (word === 'infinity' ? edgeMeaning(directive.name, word) : undefined) ?? kind.words![word]!
  const itemsFor = (place: Place) =>
    [
      ...Object.keys(kind.words ?? {}).map((word) => [word, wordMeaning(word, place)] as const),
      ...kind.examples,
    ].map(([label, detail]): CompletionItem => ({ label, kind: 'value', detail }))
  return {
    check(text, place) {
      const size = read(text, place)
      if (typeof size === 'number' || isWord(text)) return fine
      const takes = kind.takes(place)
      if (text === '') return kind.empty ? fine : emptyProblem(place, takes)
      const message = faultMessage(text, size, 'size')
      const guess = guessSize(text, (each) => typeof read(each, place) === 'number' || isWord(each))
      return [faultProblem({ from: 0, to: text.length, message, guess }, place, takes)]
    },
    complete: (text, _cursor, place) => ({ from: 0, to: text.length, items: itemsFor(place) }),
    describe(text, _cursor, place) {
      const percent = kind.whole ? readPermyriad(text) : undefined
      const size = read(text, place)
      const edge = size === 0 ? edgeMeaning(place.directive.name, 'zero') : undefined
      const markdown = isWord(text)
        ? wordMeaning(text, place)
        : typeof size !== 'number'
          ? undefined
          : (edge ??
            (percent === undefined ? bytesText(size, 1024) : `${percentText(size)} of ${kind.whole}`))
      return markdown === undefined
        ? undefined
        : { from: 0, to: text.length, markdown: `\`${text}\`: ${markdown}` }
    },
  }
}

/** A percentage, of which more than nothing must be left where a size may not be 0 either. */
function readWhole(text: string, fault: NumberFault, place: Place, kind: SizeKind): number | NumberFault {
  const percent = readPermyriad(text)
  if (typeof percent !== 'number') return percent ?? fault
  return percent > 10000 || percent < kind.lowest(place) ? 'range' : percent
}

/** A size with an unknown unit or in other letters, as systemd takes it. */
export function guessSize(text: string, isRight: (text: string) => boolean): Guess | undefined {
  const iec = /^(\d+(?:\.\d+)?) ?([kmgtpe])(i?b?)$/i.exec(text)
  return firstGuess(
    [
      [unquoted(text), true],
      [iec ? `${iec[1]}${iec[2]!.toUpperCase()}` : undefined, !/^b$/i.test(iec?.[3] ?? '')],
      [/^\d+ ?bytes?$/i.test(text) ? text.replace(/ ?bytes?$/i, '') : undefined, true],
      [/^(?:unlimited|max|-1)$/i.test(text) ? 'infinity' : undefined, text !== '-1'],
      [text.toLowerCase(), true],
      [text.replace(/(?<=\d)[,_'](?=\d{3})/g, ''), true],
      [text.replace(/ +(?=%$)/, ''), true],
    ],
    isRight,
  )
}

/** Limits of memory that may be 0: nothing is protected, or nothing may be swapped. */
const mayBeNothing: Readonly<Record<string, number>> = {
  MemoryMin: 0,
  MemoryLow: 0,
  MemorySwapMax: 0,
  DefaultMemoryLow: 0,
  DefaultMemoryMin: 0,
  MemoryZSwapMax: 0,
  StartupMemoryLow: 0,
  StartupMemorySwapMax: 0,
  StartupMemoryZSwapMax: 0,
}

function leastMemory({ directive }: Place): number {
  return mayBeNothing[directive.name] ?? 1
}

const sizeTakes = () => 'a size in bytes, with K, M or G to the base 1024'

/** Values that are a size in bytes. */
export const sizeTypes: ValueTypes = {
  iec_size: sizeType({
    lowest: () => 0,
    highest: uint64Max,
    takes: sizeTakes,
    examples: [
      ['64K', '65,536 bytes'],
      ['1M', '1,048,576 bytes'],
      ['8M', '8,388,608 bytes'],
    ],
  }),
  iec_size_long: sizeType({
    lowest: () => 0,
    highest: 2n ** 63n - 1n,
    takes: sizeTakes,
    examples: [
      ['4K', '4,096 bytes'],
      ['8K', '8,192 bytes'],
    ],
  }),
  memory_limit: sizeType({
    lowest: leastMemory,
    // CGROUP_LIMIT_MAX, the largest number there is, is said by 'infinity' alone.
    highest: uint64Max - 1n,
    empty: true,
    whole: "the machine's memory",
    takes: (place) =>
      `${leastMemory(place) === 0 ? 'bytes' : 'bytes, not 0,'} with K, M or G to the base 1024, a percentage, or 'infinity'`,
    words: { infinity: 'no limit' },
    examples: [
      ['256M', '256 MiB'],
      ['1G', '1 GiB'],
      ['50%', "half of the machine's memory"],
    ],
  }),
  exec_quota: sizeType({
    lowest: () => 0,
    highest: uint64Max,
    empty: true,
    whole: 'the file system',
    takes: () => "a size in bytes, with K, M or G to the base 1024, a percentage, or 'off'",
    words: { off: 'no limit' },
    examples: [
      ['1G', '1 GiB'],
      ['10%', 'a tenth of the file system'],
    ],
  }),
}
