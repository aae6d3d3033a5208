/** A part of a file that is closed by `end`. */
interface Block {
  /** Whether it has branches that an environment decides. */
  readonly isChoice: boolean
  /** Whether the branch at hand may be taken in production. */
  readonly isOpen: boolean
  /** Whether a branch before it is surely taken. */
  readonly isDecided: boolean
}

const environments = '(?:RAILS|RACK|APP)_ENV'
/** So deep in one another are no blocks that somebody wrote. */
const deepest = 100
const plain: Block = { isChoice: false, isOpen: true, isDecided: false }

/**
 * A Ruby file's lines of code without those that are surely not run in production: branches and lines for another
 * environment. All of them where its blocks can't be told apart.
 */
export function productionLines(lines: readonly string[]): readonly string[] {
  const names = environmentNames(lines)
  const holds = (condition: string) => holdsInProduction(condition, names)
  const kept: string[] = []
  const blocks: Block[] = []
  for (const line of lines) {
    if (blocks.length > deepest) return lines
    const word = /^(?:if|unless|elsif|else|end)\b/.exec(line)?.[0]
    if (word === 'end') {
      if (!blocks.pop()) return lines
    } else if (word === 'if' || word === 'unless') {
      const found = /\bend$/.test(line) ? undefined : branch(plain, holds(line.slice(word.length)), word)
      if (found) blocks.push(found)
    } else if (word !== undefined) {
      const block = blocks.pop()
      if (!block) return lines
      const found = word === 'else' ? true : holds(line.slice(word.length))
      blocks.push(block.isChoice ? branch(block, found, word) : block)
    } else if (opensBlock(line)) blocks.push(plain)
    const [modifier, condition] = modifierOf(line)
    const isOther = modifier !== undefined && holds(condition) === (modifier === 'unless')
    if (blocks.every(({ isOpen }) => isOpen) && !isOther) kept.push(line)
  }
  return blocks.length === 0 ? kept : lines
}

/** The condition behind a line, and its word; neither where there is none. */
function modifierOf(line: string): readonly ['if' | 'unless', string] | readonly [undefined, ''] {
  const [when, unless] = [line.lastIndexOf(' if '), line.lastIndexOf(' unless ')]
  if (when > unless) return ['if', line.slice(when + ' if '.length)]
  return unless < 0 ? [undefined, ''] : ['unless', line.slice(unless + ' unless '.length)]
}

/** The next branch of a block. */
function branch({ isDecided }: Block, found: boolean | undefined, word: string): Block {
  const holds = word === 'unless' && found !== undefined ? !found : found
  return { isChoice: true, isOpen: !isDecided && holds !== false, isDecided: isDecided || holds === true }
}

function opensBlock(line: string): boolean {
  if (/\bend$/.test(line) || /^def\s+[\w.?!]+\s*(?:\([^)]*\)\s*)?=\s/.test(line)) return false
  return (
    /^(?:case|while|until|for|begin|def|class|module)\b/.test(line) ||
    /\bdo(?:\s*\|[^|]*\|)?$/.test(line) ||
    /=\s*(?:if|unless|case|begin|while)\b/.test(line)
  )
}

/** The variables that hold the name of the environment. */
function environmentNames(lines: readonly string[]): ReadonlySet<string> {
  const assignment = new RegExp(
    `^(\\w+)\\s*(?:\\|\\|)?=\\s*(?:ENV(?:\\[|\\.fetch\\()\\s*["']${environments}["']|Rails\\.env$)`,
  )
  return new Set(lines.flatMap((line) => assignment.exec(line)?.[1] ?? []))
}

const asked = new RegExp(
  `^(?:ENV\\[\\s*["']${environments}["']\\s*\\]|ENV\\.fetch\\(\\s*["']${environments}["']\\s*(?:,\\s*["']\\w+["']\\s*)?\\)(?:\\s*\\{\\s*["']\\w+["']\\s*\\})?|Rails\\.env|\\w+)\\s*([=!]=)\\s*["':](\\w+)["']?$`,
)

/** Whether a condition holds in production; undefined where it is about something else. */
function holdsInProduction(condition: string, names: ReadonlySet<string>): boolean | undefined {
  const [, not = '', text = ''] = /^\s*(!|not\s)?\s*(.*)$/s.exec(condition.replace(/\sthen$/, '')) ?? []
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/s, '$1')
    .trim()
  const [, subject, name] = /^(?:(\w+|Rails\.env)\.)?(production|development|test)\?$/.exec(bare) ?? []
  const [compared, operator, other] = asked.exec(bare) ?? []
  let holds: boolean | undefined
  if (name !== undefined && (subject === undefined || subject === 'Rails.env' || names.has(subject))) {
    holds = name === 'production'
  } else if (compared !== undefined) {
    const [variable] = /^\w+(?=\s*[=!]=)/.exec(bare) ?? []
    if (variable !== undefined && !names.has(variable)) return undefined
    holds = (other === 'production') === (operator === '==')
  }
  return holds === undefined ? undefined : holds === (not === '')
}
