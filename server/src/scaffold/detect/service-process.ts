import { parseUnit } from '../../unit/syntax/parse.ts'
import { readValue } from '../../unit/syntax/value.ts'
import { parseCommandLine } from '../../unit/values/commands/command-line.ts'

/** How the process of a service is found. */
export interface ServiceProcess {
  /** The name of the server that it runs, where that is one of those that name themselves. */
  readonly server: 'puma' | 'sidekiq' | undefined
  /** The pid file that the unit or its command names; absolute. */
  readonly pidFile: string | undefined
  /** A regular expression for the command line of the process, where the unit tells that. */
  readonly pattern: string | undefined
}

/** Programs that become another one, or stay in front of it: what runs in the end has another command line. */
const others =
  /^(?:bundle|rbenv|rvm|asdf|mise|env|\w*sh|sudo|su|runuser|npm|npx|yarn|pnpm|bun|pipenv|poetry|uv|nice|ionice|flock|exec|docker|podman|chpst|gosu|dotenv|foreman)$/

/**
 * Tells how the process of a service is found.
 * @param text that of its unit file
 */
export function readServiceProcess(text: string): ServiceProcess {
  const tree = parseUnit(text)
  const last = (key: string) =>
    tree.items
      .flatMap((item) => (item.kind === 'assignment' && item.key === key ? [readValue(tree, item).text] : []))
      .at(-1)
  const command = parseCommandLine(last('ExecStart') ?? '').commands.at(-1)
  const words = command ? [command.program.text, ...command.arguments.map((word) => word.text)] : []
  const said = words.flatMap((word, at) => {
    const option = /^--?(?:pid|pidfile|pid-file)(?:=(.*))?$/s.exec(word)
    return option ? [option[1] ?? words[at + 1] ?? ''] : []
  })
  const pidFile = [last('PIDFile') ?? '', ...said].find((path) => /^\/[^%$]+$/.test(path))
  const names = words.map((word) => word.slice(word.lastIndexOf('/') + 1))
  const server = (['puma', 'sidekiq'] as const).find((name) => names.includes(name))
  return { server, pidFile, pattern: server ? `^${server} [0-9]` : patternOf(words, names[0] ?? '') }
}

/** The words up to the first that systemd or a pattern of monit's reads as something else. */
function patternOf(words: readonly string[], name: string): string | undefined {
  const end = words.findIndex((word) => /[%$"'\\]/.test(word))
  const plain = end < 0 ? words : words.slice(0, end)
  if (plain.length === 0 || others.test(name)) return undefined
  return plain
    .join(' ')
    .replace(/[.*+?^|()[\]{}]/g, '[$&]')
    .replaceAll('[^]', '\\^')
    .replaceAll('[]]', '\\]')
}
