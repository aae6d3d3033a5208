import type { Place, ValueProblem } from '../problem.ts'
import type { ValueMeaning, ValueType } from '../value-type.ts'
import type { CommandProblem } from './command-line.ts'
import { prefixPhrases } from './prefixes.ts'
import { commandLineOf } from './remembered-line.ts'
import { specifierProblem } from './specifier-problem.ts'

const none: readonly ValueProblem[] = []

/** An absolute path without dots at the end of a part, and arguments without quotes, escapes, specifiers and semicolons. */
const ordinary = /^\/(?:[\w-]+(?:[.+][\w-]+)*\/)*[\w-]+(?:[.+][\w-]+)*(?:[ \t][^"'\\%;]*)?$/

/** Command lines, as `config_parse_exec()` reads them. */
export const exec: ValueType = {
  check(text, place) {
    if (text === '' || (text.length < 200 && ordinary.test(text))) return none
    const problems = commandLineOf(text, place.version).problems.filter((each) => !isStrayBackslash(each))
    return problems.length === 0 ? none : problems.map((problem) => toProblem(problem, text, place))
  },
  describe,
}

/** A backslash can end a value only if a blank stood behind it, which the rule for that reports. systemd only warns. */
function isStrayBackslash({ fault, word }: CommandProblem): boolean {
  return fault === 'unknown-escape' && word === '\\'
}

function toProblem(problem: CommandProblem, text: string, place: Place): ValueProblem {
  const { from, to, word, effect, fault } = problem
  if (fault === 'specifier') {
    const found = specifierProblem('invalid-command', text, { text: word, from, to }, place)
    if (found) return { ...found, effect, message: `${found.message}; ${consequence(effect)}` }
  }
  const base = { rule: 'invalid-command', from, to, effect, message: message(problem, place) } as const
  if (fault === 'unknown-escape') return { ...base, replacements: [`\\${word}`], safe: true }
  return base
}

function message({ fault, effect, word }: CommandProblem, { version }: Place): string {
  const end = consequence(effect)
  switch (fault) {
    case 'open-quote':
      return `the quote in '${word}' has no end; ${end}`
    case 'unknown-escape':
      return `'${word}' is no escape and stays as it is; a backslash is written '\\\\'`
    case 'specifier':
    case 'program-too-long':
      return `'${word}' is too long for the path of a program; ${end}`
    case 'empty-program':
      return `there is no program here; write an absolute path or a plain name; ${end}`
    case 'program-characters': {
      const characters = version >= 262 ? 'quotes, backslashes, globs' : 'quotes, backslashes'
      return `the program '${word}' holds ${characters} or control characters; ${end}`
    }
    case 'program-is-directory':
      return `the program '${word}' is a folder; ${end}`
    case 'program-not-absolute':
      return `the program '${word}' is neither an absolute path nor a plain name; ${end}`
    case 'missing-argv0':
      return `behind '${word}' the name that '@' asks for is missing; ${end}`
    case 'ambient-prefix':
      return "'!!' does nothing since systemd 258; remove it"
  }
}

function consequence(effect: CommandProblem['effect']): string {
  return effect === 'refused' ? 'systemd refuses the unit' : 'systemd ignores it and the rest of the line'
}

function describe(text: string, cursor: number, { version }: Place): ValueMeaning | undefined {
  for (const { prefixes, program } of commandLineOf(text, version).commands) {
    const prefix = prefixes.find(({ from, to }) => from <= cursor && cursor < to)
    if (prefix) {
      const markdown = `**${prefix.char}** ${prefixPhrases(prefix.char, version)}`
      return { from: prefix.from, to: prefix.to, markdown }
    }
    if (program.from > cursor || program.to < cursor || program.text === '') continue
    const viaShell = prefixes.some(({ char }) => char === '|')
    return { from: program.from, to: program.to, markdown: programMeaning(program.text, viaShell) }
  }
  return undefined
}

function programMeaning(program: string, viaShell: boolean): string {
  const name = `\`${program}\``
  if (viaShell) return `${name} and what follows is given to the shell of the user.`
  const search =
    program.startsWith('/') || program.startsWith('%') ? '' : ' It is looked up in a fixed list of folders.'
  return `${name} is run directly, without a shell: pipes, redirections, globs, \`~\` and \`&&\` are arguments like any other.${search}`
}
