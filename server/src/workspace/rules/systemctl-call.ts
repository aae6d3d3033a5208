import type { Manager } from '../../base/settings.ts'
import type { Span } from '../../base/span.ts'
import type { Command } from '../../monit/model/command.ts'
import { baseName, shellScriptOf } from '../../monit/rules/command-words.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import type { MonitTree } from '../../monit/syntax/tree.ts'
import { unitTypes } from '../../unit/identity.ts'

/** What a command of monit's asks systemd to do. */
export interface SystemctlCall {
  readonly verb: string
  readonly units: readonly NamedUnit[]
  readonly manager: Manager
  /** The word `systemctl` with its folder, and `--user`, where their places in the file are certain. */
  readonly systemctl: Span | undefined
  readonly userOption: Span | undefined
}

/** A unit that systemctl is told of. */
export interface NamedUnit {
  /** With its type, which systemctl adds where it is left out: `web.service`. */
  readonly name: string
  /** As it is written. */
  readonly text: string
  /** Where it stands: of a script whose places are not certain the whole of it. */
  readonly span: Span
  readonly isExact: boolean
}

/** A word and where it stands. */
interface Word extends Span {
  readonly text: string
}

/** Options of systemctl whose value is the next word. */
const takesValue = /^-[HMnopst]$|^--(?:host|machine|lines|output|property|signal|type|state|job-mode|root)$/
const unitSuffix = new RegExp(`\\.(?:${unitTypes.join('|')})$`)

/**
 * The calls of systemctl in a command, in a script that it hands to a shell too. What a template tag, a variable or a
 * quote decides is left out, and so is what another machine or a container is asked.
 */
export function systemctlCallsIn(tree: MonitTree, command: Command): readonly SystemctlCall[] {
  const script = shellScriptOf(command)?.script
  if (!script) {
    const words = command.arguments.filter(({ isAppended }) => !isAppended)
    const call = callIn(tree, words, true)
    return call ? [call] : []
  }
  if (!script.text.includes('systemctl') || holdsTag(tree, script)) return []
  const inQuotes = tree.text.slice(script.start + 1, script.end - 1)
  const isExact = script.quote !== undefined && inQuotes === script.text
  return commandsIn(script.text).flatMap((words) => {
    const placed = words.map(({ text, start, end }) =>
      isExact
        ? { text, start: script.start + 1 + start, end: script.start + 1 + end }
        : { text, start: script.start, end: script.end },
    )
    return callIn(tree, placed, isExact) ?? []
  })
}

/** The words of each command of a script; quotes and what a shell would put in stay as they stand. */
function commandsIn(script: string): readonly (readonly Word[])[] {
  return [...script.matchAll(/[^;&|\n]+/g)].map(({ 0: part, index }) =>
    [...part.matchAll(/\S+/g)].map(({ 0: text, index: at }) => ({
      text,
      start: index + at,
      end: index + at + text.length,
    })),
  )
}

function callIn(tree: MonitTree, words: readonly Word[], isExact: boolean): SystemctlCall | undefined {
  const at = words.findIndex(({ text }) => baseName(text) === 'systemctl')
  const systemctl = words[at]
  if (!systemctl) return undefined
  const names: Word[] = []
  let userOption: Word | undefined
  for (let next = at + 1; next < words.length; next++) {
    const word = words[next]!
    if (holdsTag(tree, word) || /[$`'"\\*?[\]<>(){}/]/.test(word.text)) return undefined
    if (!word.text.startsWith('-')) names.push(word)
    else if (word.text === '--user') userOption = word
    else if (isElsewhere(word.text, words[next + 1]?.text)) return undefined
    else if (takesValue.test(word.text)) next++
  }
  const [verb, ...units] = names
  if (!verb) return undefined
  const place = ({ start, end }: Word): Span => ({ start, end })
  return {
    verb: verb.text,
    units: units.map((word) => ({
      name: unitSuffix.test(word.text) ? word.text : `${word.text}.service`,
      text: word.text,
      span: place(word),
      isExact,
    })),
    manager: userOption ? 'user' : 'system',
    systemctl: isExact ? place(systemctl) : undefined,
    userOption: isExact && userOption ? place(userOption) : undefined,
  }
}

/** True where another machine or a container is asked; `deploy@.host` is a user of this one. */
function isElsewhere(option: string, next = ''): boolean {
  if (/^(?:-H|--host$|--host=|--root|--image)/.test(option)) return true
  const machine =
    /^(?:--machine=|-M(?=.))(.*)$/.exec(option)?.[1] ?? (takesMachine(option) ? next : undefined)
  return machine !== undefined && !/^(?:[^@]*@)?\.host$/.test(machine)
}

function takesMachine(option: string): boolean {
  return option === '-M' || option === '--machine'
}
