import { systemFolders } from '../detect/find-programs.ts'
import { patternValue, pieceAssignment, pieceCommand, pieceValue, scriptValue } from '../quote.ts'
import type { Answers, Manager } from '../template.ts'
import type { Assignment } from '../unit-text.ts'
import { pathPieces, programStart, type ReadCommand, readCommand } from './read-command.ts'
import { programsIn } from './shell-script.ts'

/** What a command line comes to in a unit. */
export interface CommandLines {
  /** For the section [Service], up to ExecStart= and what goes with it. */
  readonly assignments: readonly Assignment[]
  /** Whether the command itself says where its output goes. */
  readonly setsOutput: boolean
  /** Comments for the head of the file, with their `#`, each line ended. */
  readonly comments: string
}

/** The lines of a unit for the answers to the inputs in `templates/command-inputs.ts`. */
export function commandLines(answers: Answers, manager: Manager): CommandLines {
  const { command = '', directory = '', program = '', path = '', 'env-file': envFile = '' } = answers
  const read = readCommand(command, manager, directory)
  const line = commandOf(read, program, manager)
  const environment = [...read.environment].map(
    ([name, value]): Assignment => ['Environment', pieceAssignment(name, value)],
  )
  return {
    assignments: [
      // Neither quotes nor escapes are known there; a blank or backslash at the end would not stay.
      ['WorkingDirectory', pieceValue(read.directory).replace(/[\s\\]$/, '$&/')],
      ...environment,
      ...pathLine(read, program, path, manager),
      ...(envFile === '' ? [] : [['EnvironmentFile', patternValue(envFile)] as const]),
      ['ExecStart', line],
      ...read.lines,
    ],
    setsOutput: read.lines.some(([key]) => key === 'StandardError'),
    comments: [...read.remarks, ...remarksOn(read, program, envFile)].map(comment).join(''),
  }
}

/** The name of a program that is written without its folder; undefined where there is none. */
export function bareName(command: string, manager: Manager): string | undefined {
  const { start } = readCommand(command, manager, '/')
  return start.kind === 'name' ? start.name : undefined
}

/** The names of the programs that a shell would look for; undefined where none runs, or the line says where to look. */
export function scriptNames(command: string, manager: Manager): readonly string[] | undefined {
  const { start, environment } = readCommand(command, manager, '/')
  return start.kind === 'script' && !environment.has('PATH') ? programsIn(start.script) : undefined
}

function commandOf({ start, environment }: ReadCommand, program: string, manager: Manager): string {
  switch (start.kind) {
    case 'nothing':
      return ''
    case 'script':
      return scriptValue(`${start.shell} -c`, start.script, false)
    case 'program':
      return pieceCommand(start.program, start.args)
    case 'name': {
      if (program !== '') {
        const { program: path, args } = programStart(pathPieces(program, manager), start.args)
        return pieceCommand(path, args)
      }
      // systemd looks for it in folders of its own, whatever PATH says.
      return environment.has('PATH')
        ? pieceCommand(['/usr/bin/env'], [[start.name], ...start.args])
        : pieceCommand([start.name], start.args)
    }
  }
}

/** Where programs look for others, and a shell for all, as they would in a terminal. */
function pathLine(
  { start, environment }: ReadCommand,
  program: string,
  path: string,
  manager: Manager,
): readonly Assignment[] {
  if (environment.has('PATH')) return []
  const own = start.kind === 'name' ? ownFolder(program) : []
  const folders = [...new Set([...own, ...path.split(':').filter((each) => each !== '')])]
  if (folders.length === 0) return []
  const pieces = folders.flatMap((folder) => [...pathPieces(folder, manager), ':'])
  return [['Environment', pieceAssignment('PATH', [...pieces, '/usr/local/bin:/usr/bin:/bin'])]]
}

function ownFolder(program: string): readonly string[] {
  const folder = program.slice(0, Math.max(program.lastIndexOf('/'), 0))
  const isSystems = systemFolders.some((each) => each === folder)
  // A colon would end the folder's name there.
  return folder === '' || isSystems || folder.includes(':') ? [] : [folder]
}

function remarksOn({ start, unset }: ReadCommand, program: string, envFile: string): readonly string[] {
  const remarks: string[] = []
  if (start.kind === 'name') {
    const [first] = start.args
    if (program === '') {
      remarks.push(
        `systemd looks for '${start.name}' in /usr/local/bin, /usr/bin and their like, wherever PATH leads`,
      )
    }
    if (/^(?:npm|pnpm|yarn)$/.test(start.name)) {
      remarks.push(
        `${start.name} stays in front of the program, with a shell between them; the command that package.json has for it under 'scripts' does without both`,
      )
    }
    if (start.name === 'npx' && first !== undefined) {
      remarks.push(
        'npx may go and look for a newer version at each start; the program in node_modules/.bin does without',
      )
    }
  }
  if (unset.length > 0 && envFile === '') {
    const names = unset.map((name) => `$${name}`).join(', ')
    remarks.push(`Nothing here sets ${names}; Environment= or EnvironmentFile= can`)
  }
  return remarks
}

/** A sentence as a comment, in lines of a length that is easily read. */
function comment(sentence: string): string {
  const lines: string[] = []
  for (const word of `${sentence}.`.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || `${last} ${word}`.length > 108) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines.map((line) => `# ${line}\n`).join('')
}
