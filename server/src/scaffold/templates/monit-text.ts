import type { Answers, Facts, Manager, NextStep, ScaffoldFile, TextInput } from '../template.ts'
import { account, monitPath, optional, optionalMegabytes, pagePath, portOrSocket } from '../validate.ts'

/** What a check of monit's is about. */
export interface MonitCheck {
  /** What monit calls it. */
  readonly name: string
  readonly unit: string
  /** Whose manager runs the unit; undefined for the system's. */
  readonly user: string | undefined
  /** How monit finds the process. */
  readonly process: { readonly pidFile: string } | { readonly pattern: string }
  /** Where the health check asks; undefined for none. */
  readonly endpoint: Endpoint | undefined
  readonly page: string
  /** In MB; '' for no limit. */
  readonly memory: string
  /** What to know of the health check, in lines of comments with their `#`; absent where there is nothing. */
  readonly remark?: readonly string[]
  /** How long the unit may take to stop; absent where systemd's own limit holds. */
  readonly stopSeconds?: number
}

/** An address and a port of TCP, or the path of a Unix socket. */
export type Endpoint = { readonly host: string; readonly port: string } | { readonly socket: string }

/**
 * The inputs that say how the health of a web server is looked at, where one is asked for.
 * @param known what other answers say of where it listens; undefined where they say nothing of it
 */
export function healthInputs(
  wanted: (answers: Answers) => boolean,
  known: (answers: Answers) => Endpoint | undefined,
  propose: { readonly port: TextInput['propose']; readonly page: TextInput['propose'] },
): readonly TextInput[] {
  return [
    {
      kind: 'text',
      name: 'port',
      title: 'Port or socket',
      prompt:
        'the TCP port on this machine, or the whole path of a Unix socket, that must answer over HTTP; nothing for no such test',
      wanted: (answers) => wanted(answers) && known(answers) === undefined,
      propose: propose.port,
      validate: optional(portOrSocket),
    },
    {
      kind: 'text',
      name: 'page',
      title: 'Page',
      prompt: 'the page that answers without an error when all is well',
      wanted: (answers) => wanted(answers) && endpointOf(answers, known) !== undefined,
      propose: propose.page,
      validate: pagePath,
    },
    memoryInput(wanted),
  ]
}

/** The input that says when a program has grown too large. */
export function memoryInput(wanted: (answers: Answers) => boolean): TextInput {
  return {
    kind: 'text',
    name: 'memory',
    title: 'Memory limit',
    prompt: 'restart above so many MB, processes that it started included; nothing for no limit',
    wanted,
    propose: () => '1000',
    validate: optionalMegabytes,
  }
}

/** Where the health check asks, by the answers to `healthInputs()`. */
export function endpointOf(
  answers: Answers,
  known: (answers: Answers) => Endpoint | undefined,
): Endpoint | undefined {
  const told = known(answers)
  const { port = '' } = answers
  if (told !== undefined || port === '') return told
  return port.startsWith('/') ? { socket: port } : { host: '127.0.0.1', port }
}

/** The page by which an app tells that it is well, as far as that is known; any app has the other one. */
export const healthPage = ({ app }: Facts): string => app.healthPage ?? '/'

/**
 * The check for a web server with a pid file, by its answers.
 * @param known where it listens, as `healthInputs()` was told
 */
export function serverCheck(
  manager: Manager,
  answers: Answers,
  known: (answers: Answers) => Endpoint | undefined,
): MonitCheck {
  const { name = '', user, pidfile = '', page = '', memory = '' } = answers
  return {
    name,
    unit: `${name}.service`,
    user: manager === 'user' ? user : undefined,
    process: { pidFile: pidfile },
    endpoint: endpointOf(answers, known),
    page,
    memory,
  }
}

/** The user that an app is most likely run by: the one in whose home folder it is deployed, or who asks. */
export function proposeUser({ app, home }: Facts): string {
  return /^\/home\/([^/]+)/.exec(app.deployTo ?? home ?? '')?.[1] ?? 'deploy'
}

/** The input that names the user whose manager monit is to speak to. */
export function ownerInput(wanted: (answers: Answers) => boolean): TextInput {
  return {
    kind: 'text',
    name: 'user',
    title: 'User',
    prompt: 'the user whose service it is, on the machine that runs it',
    wanted,
    propose: proposeUser,
    validate: account,
  }
}

/** The input that names the file with the process's number. */
export function pidFileInput(
  wanted: (answers: Answers) => boolean,
  propose: TextInput['propose'],
): TextInput {
  return {
    kind: 'text',
    name: 'pidfile',
    title: 'Pid file',
    prompt: "the file with the process's number, which tells monit whether it runs",
    wanted,
    propose,
    validate: monitPath,
  }
}

/** The file with a check in it, fit for monit's folder of included files. */
export function monitFile(check: MonitCheck): ScaffoldFile {
  return { path: `config/monit/${check.name}.monit`, text: monitText(check), isUnit: false }
}

/** What is left to do for a check. */
export function monitSteps({ name }: MonitCheck): readonly NextStep[] {
  return [
    {
      why: "monit reads what lies in a folder of its own; this is Debian's, others have another",
      command: `sudo cp config/monit/${name}.monit /etc/monit/conf.d/${name}`,
    },
    { why: 'a mistake would end monit', command: 'sudo monit -t && sudo monit reload' },
  ]
}

function monitText(check: MonitCheck): string {
  const { name, process, endpoint, page, memory, remark = [] } = check
  const found =
    'pidFile' in process ? `with pidfile ${quoted(process.pidFile)}` : `matching ${quoted(process.pattern)}`
  return [
    ...(endpoint ? remark : []),
    ...allowSession(check),
    `check process ${name} ${found}`,
    ...program('start', check),
    ...program('stop', check),
    ...(endpoint
      ? [
          `  if failed ${connection(endpoint)} protocol http`,
          `    request "${page}" with timeout 10 seconds for 3 cycles then restart`,
        ]
      : []),
    ...(memory === '' ? [] : [`  if total memory > ${memory} MB for 3 cycles then restart`]),
    '  if total cpu > 90% for 10 cycles then alert',
    // monit tests nothing before the start's timeout is over, and the tests take 3 cycles: a restart that does not help is
    // followed by the next after 6 cycles where those are 30 seconds long, after 4 where they are Debian's 120.
    '  if 5 restarts within 30 cycles then unmonitor',
    '',
  ].join('\n')
}

/** A comment for a check that names what is in a folder of a user's manager, and goes with it. */
function allowSession({ process, endpoint }: MonitCheck): readonly string[] {
  const paths = [
    'pidFile' in process ? process.pidFile : '',
    endpoint && 'socket' in endpoint ? endpoint.socket : '',
  ]
  if (!paths.some((path) => path.startsWith('/run/user/'))) return []
  return [
    "# With lingering on, this user's folder in /run is there from boot on: 'loginctl enable-linger'.",
    '# unitwright: allow session-runtime-path',
  ]
}

function connection(endpoint: Endpoint): string {
  return 'socket' in endpoint
    ? `unixsocket ${quoted(endpoint.socket)}`
    : `host ${endpoint.host} port ${endpoint.port}`
}

function program(verb: 'start' | 'stop', { unit, user, stopSeconds = 0 }: MonitCheck): readonly string[] {
  // Not less than systemd's own 90 seconds: what is still under way would count as failed.
  const limit = `with timeout ${verb === 'stop' ? Math.max(stopSeconds, 90) : 90} seconds`
  if (user === undefined) {
    return [`  ${verb} program = "/usr/bin/systemctl ${verb} ${unit}" ${limit}`]
  }
  // monit opens no session, without which systemctl does not know where the user's manager listens.
  const command = `XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user ${verb} ${unit}`
  return [
    `  ${verb} program = "/bin/bash -c '${command}'"`,
    `    as uid "${user}" and gid "${user}" ${limit}`,
  ]
}

/** monit's strings know no escapes. */
function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}
