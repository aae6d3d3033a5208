import { readCommand } from './read-command.ts'

/** Programs that run a script, which is what people call the service by. */
const interpreters = /^(?:node|nodejs|deno|bun|tsx|ruby|python[\d.]*|php|perl|bash|sh)$/

/** Options of theirs with a word behind them that is not the script. */
const takesWord = /^(?:-r|--require|--import|--loader|--env-file|-I|-W|-X|-C)$/

/** Programs whose first word says what they do. */
const taskRunners = /^(?:rails|rake|manage\.py|artisan|make|just)$/

/** What a command line starts, for people: `server` for `node dist/server.js`; undefined where it is more than one program. */
export function commandTitle(command: string): string | undefined {
  const { start } = readCommand(command, 'user', '/')
  if (start.kind !== 'name' && start.kind !== 'program') return undefined
  const program = start.kind === 'name' ? [start.name] : start.program
  const words = [program, ...start.args].map((pieces) =>
    pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join(''),
  )
  // A shell stands in for a program whose name systemd does not take.
  return words[0] === '/bin/sh' ? undefined : titleOf(words)
}

function titleOf([program = '', ...args]: readonly string[]): string {
  const name = program.slice(program.lastIndexOf('/') + 1)
  const [first, ...more] = args
  if (name === 'npx' && first !== undefined && !first.startsWith('-')) return titleOf(args)
  if (/^(?:bundle|uv|poetry|pipenv)$/.test(name) && /^(?:exec|run)$/.test(first ?? '')) return titleOf(more)
  if (/^(?:npm|pnpm|yarn)$/.test(name) && first === 'run') return more[0] ?? name
  if (interpreters.test(name)) {
    const script = scriptAt(args)
    return script === undefined ? name : titleOf(args.slice(script))
  }
  if (taskRunners.test(name) && first !== undefined && /^\w[\w:-]*$/.test(first)) return first
  return name.replace(/\.(?:[cm]?[jt]s|py|rb|php|pl|sh|ru)$/, '')
}

/** Where the script stands among the arguments of an interpreter; undefined where there is none. */
function scriptAt(args: readonly string[]): number | undefined {
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at]!
    if (word === '-m') return at + 1 < args.length ? at + 1 : undefined
    if (/^(?:-e|-c|--eval|-)$/.test(word)) return undefined
    if (takesWord.test(word)) at += 1
    else if (!word.startsWith('-')) return at
  }
  return undefined
}
