import type { Answers, Facts, NextStep, ScaffoldFile, TextInput } from '../template.ts'
import { account, monitPath, optionalMegabytes, optionalPort, pagePath } from '../validate.ts'

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
}

/** An address and a port of TCP. */
export interface Endpoint {
  readonly host: string
  readonly port: string
}

/**
 * The inputs that say how the health of a web server is looked at, where one is asked for.
 * @param known what other answers say of where it listens; undefined where they say nothing of it
 */
export function healthInputs(
  wanted: (answers: Answers) => boolean,
  known: (answers: Answers) => Endpoint | 'none' | undefined,
  proposePort: TextInput['propose'],
): readonly TextInput[] {
  return [
    {
      kind: 'text',
      name: 'port',
      title: 'Port',
      prompt: 'the TCP port that must answer over HTTP on this machine; nothing for no such test',
      wanted: (answers) => wanted(answers) && known(answers) === undefined,
      propose: proposePort,
      validate: optionalPort,
    },
    {
      kind: 'text',
      name: 'page',
      title: 'Page',
      prompt: 'the page that must answer when all is well',
      wanted: (answers) => wanted(answers) && endpointOf(answers, known) !== undefined,
      propose: () => '/up',
      validate: pagePath,
    },
    {
      kind: 'text',
      name: 'memory',
      title: 'Memory limit',
      prompt: 'restart above so many MB, worker processes included; nothing for no limit',
      wanted,
      propose: () => '1000',
      validate: optionalMegabytes,
    },
  ]
}

/** Where the health check asks, by the answers to `healthInputs()`. */
export function endpointOf(
  answers: Answers,
  known: (answers: Answers) => Endpoint | 'none' | undefined,
): Endpoint | undefined {
  const told = known(answers)
  if (told === 'none') return undefined
  return told ?? (answers.port ? { host: '127.0.0.1', port: answers.port } : undefined)
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
      why: "monit reads what lies in its own folder; that is Debian's",
      command: `sudo cp config/monit/${name}.monit /etc/monit/conf.d/${name}`,
    },
    { why: 'a mistake would end monit', command: 'sudo monit -t && sudo monit reload' },
  ]
}

function monitText(check: MonitCheck): string {
  const { name, process, endpoint, page, memory } = check
  const found =
    'pidFile' in process ? `with pidfile ${quoted(process.pidFile)}` : `matching ${quoted(process.pattern)}`
  return [
    `check process ${name} ${found}`,
    ...program('start', check),
    ...program('stop', check),
    ...(endpoint
      ? [
          `  if failed host ${endpoint.host} port ${endpoint.port} protocol http`,
          `    request "${page}" with timeout 10 seconds for 3 cycles then restart`,
        ]
      : []),
    ...(memory === '' ? [] : [`  if total memory > ${memory} MB for 3 cycles then restart`]),
    '  if total cpu > 90% for 10 cycles then alert',
    '  if 5 restarts within 10 cycles then unmonitor',
    '',
  ].join('\n')
}

function program(verb: 'start' | 'stop', { unit, user }: MonitCheck): readonly string[] {
  if (user === undefined) {
    return [`  ${verb} program = "/usr/bin/systemctl ${verb} ${unit}" with timeout 90 seconds`]
  }
  // monit opens no session, without which systemctl does not know where the user's manager listens.
  const command = `XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user ${verb} ${unit}`
  return [
    `  ${verb} program = "/bin/bash -c '${command}'"`,
    `    as uid "${user}" and gid "${user}" with timeout 90 seconds`,
  ]
}

/** monit's strings know no escapes. */
function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}
