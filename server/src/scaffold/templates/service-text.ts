// What the files and the next steps of every service that stays up have in common.
import { plainValue } from '../quote.ts'
import { shellPath, shellWord } from '../shell/quote-word.ts'
import type { Answers, Manager, NextStep, ScaffoldFile } from '../template.ts'
import type { Assignment } from '../unit-text.ts'

/** The section by which `systemctl enable` knows what starts a service. */
export function installSection(manager: Manager): readonly Assignment[] {
  return [['WantedBy', manager === 'user' ? 'default.target' : 'multi-user.target']]
}

/** The lines for the answers to `logInputs()`. */
export function logLines(
  { log, name = '', 'log-folder': folder = '' }: Answers,
  program: string,
): readonly Assignment[] {
  if (log === 'journal') return [['SyslogIdentifier', name]]
  return [
    ['StandardOutput', `append:${plainValue(`${folder}/${program}.log`)}`],
    ['StandardError', `append:${plainValue(`${folder}/${program}-error.log`)}`],
  ]
}

/**
 * A pattern to copy, where there is to be a file of variables: the file itself holds what no repository should.
 * @param names the variables that most apps have there
 */
export function variablesFile(
  answers: Answers,
  names: readonly string[] = ['SECRET_KEY_BASE', 'DATABASE_URL'],
): readonly ScaffoldFile[] {
  const { 'env-file': path = '', app } = answers
  if (path === '') return []
  const text = [
    `# Variables of ${app}, to be copied to ${path} and filled in there.`,
    '# One NAME=VALUE a line; quotes go around values with blanks.',
    ...names.map((each) => `# ${each}=`),
    '',
  ].join('\n')
  return [{ path: variablesPath(answers), text, isUnit: false }]
}

/** Where a unit lies in a project. */
export function unitPath(manager: Manager, unit: string): string {
  return `config/systemd/${manager}/${unit}`
}

/** What else is to be told of how units start. */
interface StartWords {
  /** Those of the units that start the others; all of them where absent. */
  readonly enabled?: readonly string[]
  /** What enabling them comes to, in a phrase; absent where they run from then on. */
  readonly outcome?: string
  /** The answers by which they are made; what these call for is to be there before they start. */
  readonly answers?: Answers
  /** The folder of its pid file, where it has one that nobody else makes. */
  readonly pidFolder?: string | undefined
}

/**
 * What is left to do for units of a project, and for them to stay.
 * @param units their names, in the order in which they start
 */
export function managerSteps(
  manager: Manager,
  units: readonly string[],
  { enabled = units, outcome, answers = {}, pidFolder }: StartWords = {},
): readonly NextStep[] {
  const paths = units.map((unit) => unitPath(manager, unit)).join(' ')
  const isSystem = manager === 'system'
  const [run, folder] = isSystem ? ['sudo ', '/etc/systemd/system'] : ['', '~/.config/systemd/user']
  const systemctl = isSystem ? 'sudo systemctl' : 'systemctl --user'
  const again = isSystem ? 'after every boot' : 'whenever your own systemd starts'
  const steps: readonly NextStep[] = [
    {
      why: 'systemd looks for units in folders of its own',
      command: `${run}install -D -m 644 -t ${folder} ${paths}`,
      isInstall: true,
    },
    ...serviceNeeds(manager, answers),
    ...(pidFolder === undefined
      ? []
      : [
          {
            why: 'it does not start where the folder of its pid file is missing',
            command: `${isSystem ? `sudo -u ${shellWord(answers.user ?? '')} ` : ''}mkdir -p -- ${shellPath(pidFolder)}`,
          },
        ]),
    { why: 'systemd reads units anew only when told', command: `${systemctl} daemon-reload` },
    {
      why: outcome === undefined ? `it runs now, and ${again}` : `${outcome}, after a reboot too`,
      command: `${systemctl} enable --now ${enabled.join(' ')}`,
    },
  ]
  if (isSystem) return steps
  return [
    ...steps,
    {
      why: 'without this your own systemd starts when you log in, and ends, with all its services, when you log out',
      command: 'loginctl enable-linger',
    },
  ]
}

/** What must be there before a service starts, by its answers: the file of variables, the folder of the log files. */
function serviceNeeds(manager: Manager, answers: Answers): readonly NextStep[] {
  const { 'env-file': envFile = '', log, 'log-folder': folder = '' } = answers
  const run = manager === 'system' ? 'sudo ' : ''
  const path = shellPath(envFile)
  return [
    ...(log === 'files'
      ? [
          {
            why: 'systemd makes the log files, and not their folder',
            command: `${run}mkdir -p -- ${shellPath(folder)}`,
          },
        ]
      : []),
    ...(envFile === ''
      ? []
      : [
          {
            why: 'the service does not start without its file of variables; fill it in before you go on',
            command: `${run}test -e ${path} || ${run}install -D -m 600 ${variablesPath(answers)} ${path}`,
          },
        ]),
  ]
}

/** Where the pattern for the file of variables lies in a project. */
function variablesPath({ name }: Answers): string {
  return `config/${name}.env.example`
}
