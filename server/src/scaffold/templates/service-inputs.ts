// What is asked for every service that stays up, whatever runs in it.
import type { Choice, Facts, Input, TextInput } from '../template.ts'
import { account, environmentName, label, optional, pathOf, unitName, withoutEnding } from '../validate.ts'
import { proposeUser } from './monit-text.ts'

type Manager = 'system' | 'user'

export const no: Choice = { value: 'no', label: 'No' }

/** What the app is called, to people. */
export const appInput: Input = {
  kind: 'text',
  name: 'app',
  title: 'Application',
  prompt: 'what the app is called',
  propose: ({ app }) =>
    app.name.replace(/[^\p{L}\p{N}._-]+/gu, ' ').replace(/^[ ._-]+|[ ._-]+$/g, '') || 'app',
  validate: label,
}

/**
 * What the unit is called.
 * @param program what its name begins with, before the app's
 */
export function nameInput(program: string): TextInput {
  return {
    kind: 'text',
    name: 'name',
    title: 'Name of the service',
    prompt: 'the name of the unit',
    propose: (_facts, { app = '' }) =>
      `${program}-${app.replace(/[^A-Za-z0-9:_.-]+/g, '-')}`.replace(/-+$/, ''),
    meant: withoutEnding,
    validate: unitName,
  }
}

/** The folder that the service runs in. */
export function directoryInput(manager: Manager): Input {
  return {
    kind: 'text',
    name: 'directory',
    title: 'Folder of the app',
    prompt: 'the folder that the app runs in; with Capistrano the one called current',
    propose: (facts) => directoryOf(facts, manager),
    validate: pathOf(manager),
  }
}

/** The environment of Rails. */
export const environmentInput: Input = {
  kind: 'text',
  name: 'environment',
  title: 'Environment',
  prompt: 'the Rails environment',
  propose: ({ app: { puma } }) =>
    // What stands in where RAILS_ENV is not set is for the developer's own machine.
    puma.environment === undefined || puma.environment === 'development' ? 'production' : puma.environment,
  validate: environmentName,
}

/** A file or folder that a program is told of behind an option of its own, or nothing: from the folder it runs in, or from `/`. */
export const fileArgument = (manager: Manager): TextInput['validate'] =>
  optional((value, answers) => {
    if (value.startsWith('-')) return `'${value}' looks like an option; write './${value}'`
    return value.startsWith('~') ? pathOf(manager)(value, answers) : undefined
  })

/** The user that the system's systemd runs it as. */
export const runAsInput: Input = {
  kind: 'text',
  name: 'user',
  title: 'User',
  prompt: 'the user that the app runs as',
  propose: proposeUser,
  validate: account,
}

/**
 * Where what it prints goes.
 * @param program what its log files are named after
 */
export function logInputs(manager: Manager, program: string): readonly Input[] {
  const files = `${program}.log and ${program}-error.log`
  return [
    {
      kind: 'choice',
      name: 'log',
      title: 'Log',
      prompt: 'where what the service prints goes',
      choices: [
        { value: 'journal', label: 'The journal', detail: 'journalctl shows it' },
        { value: 'files', label: 'Files', detail: `${files} in a folder` },
      ],
      propose: () => 'journal',
    },
    {
      kind: 'text',
      name: 'log-folder',
      title: 'Folder of the log files',
      prompt: `the folder, which must be there, for ${files}`,
      wanted: ({ log }) => log === 'files',
      propose: ({ app }, { directory }) => (app.deployTo ? `${app.deployTo}/shared/log` : `${directory}/log`),
      validate: pathOf(manager),
    },
  ]
}

/** The file that holds what neither the unit nor the repository should. */
export function variablesInput(manager: Manager): Input {
  return {
    kind: 'text',
    name: 'env-file',
    title: 'File of variables',
    prompt: 'a file of NAME=VALUE lines for passwords and keys, kept out of the unit; nothing for none',
    propose: () => '',
    validate: optional(pathOf(manager)),
  }
}

export const monitInput: Input = {
  kind: 'choice',
  name: 'monit',
  title: 'Monit check',
  prompt: 'whether monit watches the service as well',
  choices: [no, { value: 'yes', label: 'Yes', detail: 'a file for /etc/monit/conf.d' }],
  propose: () => 'no',
}

/** The app's folder where it runs: on the servers, where its files tell of them, else here. */
function directoryOf({ app, home }: Facts, manager: Manager): string {
  if (app.deployTo) return `${app.deployTo}/current`
  const folder = app.puma.directory ?? app.folder
  const isAtHome = manager === 'user' && home !== undefined && folder.startsWith(`${home}/`)
  return isAtHome ? `~${folder.slice(home.length)}` : folder
}
