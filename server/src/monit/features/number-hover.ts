import type { Hover } from '../../base/features.ts'
import type { DocRef } from '../grammar/terms.ts'
import { textOf } from '../model/values.ts'
import { meaningAt } from '../syntax/meaning.ts'
import type { TokenKind } from '../syntax/token-kinds.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { MonitTree } from '../syntax/tree.ts'
import { targetOf } from '../target.ts'
import { counted, durationText, grouped, periodText, permissionText, rateText } from './amounts.ts'
import { ordinal } from './cron.ts'
import { cyclePeriod } from './period.ts'
import type { Pointed } from './pointed.ts'

const seconds: Partial<Readonly<Record<TokenKind, number>>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  months: 2_678_400,
}
const bytes: Partial<Readonly<Record<TokenKind, number>>> = {
  bytes: 1,
  kB: 1_024,
  MB: 1_048_576,
  GB: 1_073_741_824,
}

/** monit looks back over as many cycles as a word has bits. */
const mostCycles = 64

export function isUnit(kind: TokenKind | undefined): boolean {
  return kind !== undefined && (kind in seconds || kind in bytes)
}

/** What a number, or the unit behind one, comes to; undefined for what is neither. */
export async function numberHover(pointed: Pointed): Promise<Hover | undefined> {
  const { token, document } = pointed
  const { tree } = document
  const { tokens } = tree
  const number = isNumber(tree, token)
    ? token
    : isNumber(tree, token - 1) && followsNumber(tree, token)
      ? token - 1
      : undefined
  if (number === undefined) return undefined
  const last = followsNumber(tree, number + 1) ? number + 1 : number
  const text = await amountText(pointed, number, last)
  if (text === undefined) return undefined
  const about = await aboutNumber(pointed, number)
  return {
    span: { start: tokens.starts[number]!, end: tokens.ends[last]! },
    markdown: [text, ...(about === undefined ? [] : [about])].join('\n\n'),
  }
}

/** What the number is wanted for. */
async function aboutNumber({ document, environment, meaning }: Pointed, number: number) {
  const { summaryOf, describeWord } = await import('./describe.ts')
  const id = meaning.within.at(-1)?.id
  if (id === 'restarts') return summaryOf('rates/restarts')
  if (id === 'rate') {
    const [count, cycles = count] = numbersAround(document.tree, number)
    return summaryOf(count === cycles ? 'rates/n cycles' : 'rates/n times within m cycles')
  }
  const ref = meaning.within.findLast(({ doc }) => doc !== undefined)?.doc
  return ref && describeWord(ref, partName(ref), targetOf(document, environment).version)
}

/** What a part is called, of whose documentation the place is known. */
function partName(ref: DocRef): string {
  const [group, phrase = ''] = ref.split('/')
  if (group === 'globals') return `set ${phrase}`
  if (phrase === 'every cycles') return 'every N cycles'
  return group === 'globalOptions' || group === 'protocolOptions' ? phrase.replace(/^\S+ /, '') : phrase
}

async function amountText(pointed: Pointed, number: number, last: number): Promise<string | undefined> {
  const { document, environment, meaning } = pointed
  const { tree } = document
  const { text } = textOf(tree, number)
  const id = meaning.within.at(-1)?.id
  const inCycles = cyclesText(tree, number, last, id, cyclePeriod(document, environment))
  if (inCycles !== undefined) return inCycles
  if (id === 'pagein' || id === 'pageout') return `**${counted(Number(text), 'page')}** a second`
  if (last > number) return unitText(text, kindOf(tree.tokens, last), written(tree, last))
  if (meaning.term.kind === 'value' && meaning.term.value === 'port') return portText(Number(text))
  return bareText(text, id)
}

/** What is counted in cycles, which are as long as `set daemon` says. */
function cyclesText(
  tree: MonitTree,
  number: number,
  last: number,
  part: string | undefined,
  period: number | undefined,
): string | undefined {
  const [count = 0, cycles = count] = numbersAround(tree, number)
  const long = (all: number) => (period === undefined ? '' : periodText(all, period))
  switch (part) {
    case 'rate':
      // monit refuses any other, which a diagnostic tells.
      return count < 1 || count > cycles || cycles > mostCycles
        ? undefined
        : `Acts when it is so ${rateText(count, cycles, period)}`
    case 'restarts':
      return `Acts when monit restarted the service ${counted(count, 'time')} within ${counted(cycles, 'cycle')}${long(cycles)}`
    case 'every-cycles':
      return count < 2 ? 'Checked in every cycle' : `Checked in every ${ordinal(count)} cycle${long(count)}`
  }
  return last > number && kindOf(tree.tokens, last) === 'cycles'
    ? `**${counted(count, 'cycle')}**${long(count)}`
    : undefined
}

function unitText(number: string, kind: TokenKind, unit: string): string {
  const value = Number(number)
  const time = seconds[kind]
  const size = bytes[kind]
  if (time !== undefined) return amount(number, unit, durationOf(value * time))
  if (size === 1) return `**${sizeOf(value, unit)}**`
  return size === undefined ? `**${number} ${unit}**` : amount(number, unit, sizeOf(value * size, unit))
}

/** A number that says by its place what it counts. */
function bareText(number: string, part: string | undefined): string | undefined {
  const value = Number(number)
  switch (part) {
    case 'permission': {
      const rights = permissionText(number)
      return rights && `**${number}** is ${rights}`
    }
    case 'set-daemon':
      return `A cycle every **${durationText(value)}**`
    case 'start-delay':
      return `**${durationText(value)}** before the first cycle`
    case 'uptime':
    case 'timestamp':
      return `**${durationText(value)}**; a number without a unit is seconds here`
    case 'size':
    case 'limit':
    case 'set-expectbuffer':
    case 'memory':
    case 'total memory':
    case 'swap':
    case 'space':
      return `**${counted(value, 'byte')}**; a number without a unit is bytes here`
    default:
      return `**${grouped(value)}**`
  }
}

async function portText(port: number): Promise<string> {
  const { protocolsAt } = await import('./describe.ts')
  const names = protocolsAt(port).map((name) => `\`${name}\``)
  return names.length === 0
    ? `Port **${port}**`
    : `Port **${port}**, where ${names.join(' or ')} is spoken by custom`
}

function amount(number: string, unit: string, words: string): string {
  const short = `${number} ${unit}`
  return words === short ? `**${short}**` : `**${short}** is ${words}`
}

function durationOf(all: number): string {
  return all < 1 ? `${grouped(all * 1000)} milliseconds` : durationText(all)
}

function sizeOf(all: number, unit: string): string {
  return `${counted(all, 'byte')}${unit.endsWith('/s') ? ' a second' : ''}`
}

function written({ text, tokens }: MonitTree, token: number): string {
  return text.slice(tokens.starts[token], tokens.ends[token])
}

function isNumber({ tokens }: MonitTree, token: number): boolean {
  if (token < 0 || token >= tokens.count) return false
  const kind = kindOf(tokens, token)
  return kind === 'NUMBER' || kind === 'REAL'
}

/** True for the units that may stand behind a number. */
function followsNumber(tree: MonitTree, token: number): boolean {
  if (token >= tree.tokens.count) return false
  const kind = kindOf(tree.tokens, token)
  return isUnit(kind) || kind === '%' || kind === 'cycles' || kind === 'operations' || kind === 'packets'
}

/** The numbers that stand together with one in the same part, `restart` between them passed over: the two of a rate. */
function numbersAround(tree: MonitTree, number: number): readonly number[] {
  const part = partAt(tree, number)
  // Of `children > 255 for 5 cycles` the first number is the limit; noise words are no tokens.
  const belongs = (token: number) =>
    (isNumber(tree, token) || isRestart(tree, token)) && partAt(tree, token) === part
  let first = number
  while (belongs(first - 1)) first--
  const found: number[] = []
  for (let token = first; belongs(token); token++) {
    if (isNumber(tree, token)) found.push(Number(written(tree, token)))
  }
  return found
}

/** The part that took a token. */
function partAt(tree: MonitTree, token: number): string | undefined {
  return meaningAt(tree, tree.tokens.starts[token]!)?.meaning.within.at(-1)?.id
}

function isRestart({ tokens }: MonitTree, token: number): boolean {
  return token >= 0 && token < tokens.count && kindOf(tokens, token) === 'restart'
}
