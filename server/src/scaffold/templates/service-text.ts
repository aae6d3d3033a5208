// What the files and the next steps of every service that stays up have in common.
import { plainValue } from '../quote.ts'
import type { Answers, NextStep, ScaffoldFile } from '../template.ts'
import type { Assignment } from '../unit-text.ts'

type Manager = 'system' | 'user'

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
  { 'env-file': path = '', app, name }: Answers,
  names: readonly string[] = ['SECRET_KEY_BASE', 'DATABASE_URL'],
): readonly ScaffoldFile[] {
  if (path === '') return []
  const text = [
    `# Variables of ${app}, to be copied to ${path} and filled in there.`,
    '# One NAME=VALUE a line; quotes go around values with blanks.',
    ...names.map((each) => `# ${each}=`),
    '',
  ].join('\n')
  return [{ path: `config/${name}.env.example`, text, isUnit: false }]
}

/** Where a unit lies in a project. */
export function unitPath(manager: Manager, unit: string): string {
  return `config/systemd/${manager}/${unit}`
}

/**
 * What is left to do for units of a project, and for them to stay.
 * @param units their names, in the order in which they start
 * @param enabled those of them that start the others
 */
export function managerSteps(
  manager: Manager,
  units: readonly string[],
  enabled: readonly string[] = units,
): readonly NextStep[] {
  const paths = units.map((unit) => unitPath(manager, unit)).join(' ')
  const [run, folder] =
    manager === 'system' ? ['sudo ', '/etc/systemd/system'] : ['', '~/.config/systemd/user']
  const systemctl = manager === 'system' ? 'sudo systemctl' : 'systemctl --user'
  const steps: readonly NextStep[] = [
    {
      why: 'systemd looks for units in folders of its own',
      command: `${run}install -D -m 644 -t ${folder} ${paths}`,
      isInstall: true,
    },
    { why: 'systemd reads units anew only when told', command: `${systemctl} daemon-reload` },
    {
      why: `${enabled.length < units.length ? 'it starts when it is needed, from now on' : 'it runs now'}, and ${manager === 'system' ? 'at every boot' : 'with your manager'}`,
      command: `${systemctl} enable --now ${enabled.join(' ')}`,
    },
  ]
  if (manager === 'system') return steps
  return [
    ...steps,
    {
      why: 'without this your manager, and with it the service, ends when you log out',
      command: 'loginctl enable-linger',
    },
  ]
}
