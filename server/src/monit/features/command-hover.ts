import type { Hover } from '../../base/features.ts'
import { commandsIn } from '../lint.ts'
import type { Command } from '../model/command.ts'
import { durationText } from './amounts.ts'
import { type DefaultTimeout, defaultTimeout } from './default-timeout.ts'
import { type Pointed, serviceOf } from './pointed.ts'

const roles = {
  start: 'Starts',
  stop: 'Stops',
  restart: 'Restarts',
  check: 'Checks',
  exec: 'Runs in a test of',
} as const

/** The program that a token belongs to and its arguments, as monit parts them; undefined where it belongs to none. */
export function commandHover(pointed: Pointed): Hover | undefined {
  const { token, meaning } = pointed
  if (!meaning.within.some(({ id }) => id === 'program')) return undefined
  const service = serviceOf(pointed)
  const use = service && commandsIn(service).find(({ command }) => hasToken(command, token))
  if (!use) return undefined
  const { command, role } = use
  const lines = command.arguments.map(({ text, isAppended }, index) => {
    const note = isAppended ? ' (stands behind the closing quote, and is an argument all the same)' : ''
    return `${index + 1}. ${code(text)}${note}`
  })
  const markdown = [
    `${roles[role]} **${service.name?.text ?? 'the service'}**: monit runs this by itself, no shell reads it.`,
    lines.join('\n'),
    runsAs(command, defaultTimeout(pointed, service, role)),
  ].join('\n\n')
  const { arguments: words } = command
  return { span: { start: words[0]!.start, end: words.at(-1)!.end }, markdown }
}

function hasToken(command: Command, token: number): boolean {
  return command.arguments.some((argument) => argument.token === token)
}

function runsAs({ users, groups, timeout }: Command, usual: DefaultTimeout | undefined): string {
  const user = users.at(-1)?.text
  const group = groups.at(-1)?.text
  const who = user === undefined ? (group === undefined ? undefined : 'the user of monit') : `user ${user}`
  const account =
    who === undefined
      ? 'As the user that monit runs as'
      : `As ${who}${group === undefined ? '' : ` and group ${group}`}`
  const own = timeout?.seconds?.value
  const [seconds, source] = own === undefined ? [usual?.seconds, usual?.source] : [own, undefined]
  if (seconds === undefined)
    return source === undefined ? `${account}.` : `${account}; monit waits as long as ${source} says.`
  return `${account}; monit waits ${durationText(seconds)} for it${source === undefined ? '' : `, ${source}`}.`
}

/** Text in code marks, whatever it holds. */
function code(text: string): string {
  if (!text.includes('`')) return `\`${text.replace(/\s+/g, ' ')}\``
  return `\`\` ${text.replace(/\s+/g, ' ')} \`\``
}
