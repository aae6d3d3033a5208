import { detached } from '../../../base/detached.ts'
import { type CommandLine, parseCommandLine } from './command-line.ts'

/** How many characters of command lines are remembered at most, about. */
const most = 400_000

let remembered = new Map<string, CommandLine>()
let characters = 0
let rememberedFor = 0
/** Rules ask for the same line one after the other. */
let latest: string | undefined
let latestLine: CommandLine | undefined

/**
 * Like `parseCommandLine`, but a line is read once, however many rules ask, and however often a file is checked while
 * somebody types elsewhere in it.
 */
export function commandLineOf(text: string, version: number): CommandLine {
  if (latestLine && text === latest && version === rememberedFor) return latestLine
  if (version !== rememberedFor || characters >= most) {
    remembered = new Map()
    characters = 0
    rememberedFor = version
  }
  let line = remembered.get(text)
  if (!line) {
    const own = detached(text)
    line = parseCommandLine(own, version)
    remembered.set(own, line)
    characters += own.length
  }
  latest = text
  latestLine = line
  return line
}
