import { commandFault } from '../command-line/command-fault.ts'
import { bareName, scriptNames } from '../command-line/command-lines.ts'
import { commandTitle } from '../command-line/command-title.ts'
import { systemFolders } from '../detect/find-programs.ts'
import type { Answers, Facts, Manager, TextInput } from '../template.ts'
import { optional, pathOf } from '../validate.ts'
import { instanceOf } from './instance-inputs.ts'

/** The command line itself. */
export function commandInput(manager: Manager, propose: TextInput['propose']): TextInput {
  return {
    kind: 'text',
    name: 'command',
    title: 'Command',
    prompt: "the command, as you would type it in a terminal in the project's folder",
    propose,
    validate: (value) => commandFault(value, manager),
  }
}

/** Where the programs lie that the command names. */
export function programInputs(manager: Manager): readonly TextInput[] {
  return [
    {
      kind: 'text',
      name: 'program',
      title: 'Program',
      prompt: "the whole path of the program; nothing to have systemd look for it in the system's folders",
      wanted: (answers) => bareName(answers.command ?? '', instanceOf(answers)) !== undefined,
      propose: (facts, { command = '', directory = '' }) =>
        programPath(facts, bareName(command, manager), directory, manager),
      validate: optional(programFile(manager)),
    },
    {
      kind: 'text',
      name: 'path',
      title: 'Folders of programs',
      prompt:
        "the folders in which programs are looked for before the system's, with : between them; nothing for none",
      wanted: (answers) =>
        isNodeScript(answers.program) ||
        scriptNames(answers.command ?? '', instanceOf(answers)) !== undefined,
      propose(facts, { command = '', directory = '', program = '' }) {
        const find = (name: string) => programPath(facts, name, directory, manager)
        const scripts = (scriptNames(command, manager) ?? []).map(find)
        const paths = [...scripts, ...([program, ...scripts].some(isNodeScript) ? [find('node')] : [])]
        const folders = paths.map((path) => path.slice(0, Math.max(path.lastIndexOf('/'), 0)))
        const own = folders.filter(
          (folder) => folder !== '' && !systemFolders.some((each) => each === folder),
        )
        return [...new Set(own)].filter((folder) => !folder.includes(':')).join(':')
      },
      validate: optional((value, answers) =>
        value
          .split(':')
          .map((folder) => pathOf(manager)(folder, answers))
          .find((fault) => fault !== undefined),
      ),
    },
  ]
}

/** Whether a program is one of a project's packages for Node, which look for `node` in PATH. */
function isNodeScript(program = ''): boolean {
  return /\/node_modules\/\.bin\/[^/]+$/.test(program)
}

const programFile =
  (manager: Manager): TextInput['validate'] =>
  (value, answers) =>
    value.endsWith('/')
      ? `'${value}' is a folder; write the path of the program in it`
      : pathOf(manager)(value, answers)

/**
 * What the unit is called: by the app and what is run.
 * @param entry what the project's files call the command, if they do
 */
export function commandUnitName(
  { app = '', command = '' }: Answers,
  entry: string | undefined = undefined,
): string {
  const parts = [app, entry ?? commandTitle(command) ?? '']
  const slugs = parts.map((part) => part.replace(/[^A-Za-z0-9_.]+/g, '-').replace(/^[-.]+|[-.]+$/g, ''))
  const name = [...new Set(slugs)].filter((part) => part !== '').join('-')
  return name.slice(0, 100) || 'command'
}

function programPath(
  { programs, home }: Facts,
  name: string | undefined,
  directory: string,
  manager: Manager,
): string {
  const found = name === undefined ? undefined : programs.get(name)
  if (found === undefined) return ''
  if (!found.startsWith('/')) return `${directory}/${found}`
  const isAtHome = manager === 'user' && home !== undefined && found.startsWith(`${home}/`)
  return isAtHome ? `~${found.slice(home.length)}` : found
}
