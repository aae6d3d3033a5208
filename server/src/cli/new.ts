import { homedir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { nearest } from '../base/nearest.ts'
import { choicesOf, completeAnswers, managerOf } from '../scaffold/answers.ts'
import { detectFacts } from '../scaffold/detect/detect-facts.ts'
import { pathInFolder } from '../scaffold/place.ts'
import { shellWord } from '../scaffold/shell/quote-word.ts'
import { readSources } from '../scaffold/sources.ts'
import type { Facts, Input, Manager, Rendering, ScaffoldFile, Template } from '../scaffold/template.ts'
import { templates } from '../scaffold/templates.ts'
import type { NewOptions } from './arguments.ts'
import { blockingFileSystem } from './file-system.node.ts'
import { reasonOf } from './problem.ts'
import { printable, quote } from './quote.ts'
import type { Terminal } from './terminal.ts'
import { type NewFile, writeAll } from './write-all.ts'

/**
 * `unitwright new`: writes the files of a template, or lists the templates where none is named. The files written go to
 * standard output, one a line; what to do next to standard error.
 * @returns the exit code
 */
export async function runNew(options: NewOptions, terminal: Terminal): Promise<number> {
  const template = templates.find(({ id }) => id === options.template)
  if (!template && options.template !== undefined) return fail(terminal, [unknownTemplate(options.template)])
  const folder = pathToFileURL(terminal.cwd).href
  const found = await detectFacts(blockingFileSystem, folder, homeFolder())
  if (!template) {
    terminal.write('out', listTemplates(found))
    return 0
  }
  const unfit = template.unfit(found)
  const { directory } = options.answers
  if (unfit !== undefined && directory === undefined) {
    return fail(terminal, [`${unfit}; go to its folder, or say where it runs with --set directory=PATH`])
  }
  // Whoever says where the app is, in a folder without one, means one that is elsewhere.
  const facts = unfit === undefined || directory === undefined ? found : elsewhere(found, directory)
  const completed = completeAnswers(template, facts, options.answers)
  if (completed.kind === 'incomplete') {
    return fail(
      terminal,
      completed.problems.map(({ input, message, isMissing }) => {
        if (isMissing) return `${message}; say it with --set ${input}=...`
        const isOwn = options.answers[input] !== undefined
        return isOwn ? message : `${message}; it was filled in, say another with --set ${input}=...`
      }),
    )
  }
  for (const note of template.notes?.(facts) ?? [])
    terminal.write('err', `unitwright: note: ${printable(note)}\n`)
  const manager = managerOf(template, completed.answers)
  const read = await readSources(blockingFileSystem, folder, template, completed.answers)
  if (read.kind === 'unfit') return fail(terminal, [read.message])
  return write(manager, template.render(completed.answers, read.sources), options, terminal)
}

function write(
  manager: Manager,
  { files, nextSteps, areStepsLocal }: Rendering,
  options: NewOptions,
  terminal: Terminal,
): number {
  const targets = files.map((file) => target(file, options, terminal.cwd))
  const failure = writeAll(targets, options.force)
  if (failure) {
    const isThere = (failure.error as NodeJS.ErrnoException).code === 'EEXIST'
    const reason = isThere ? 'it is there already; --force replaces it' : reasonOf(failure.error)
    const shown = quote(relative(failure.path, terminal.cwd))
    return fail(terminal, [`cannot write ${shown}: ${reason}; nothing was written`])
  }
  for (const file of targets) terminal.write('out', `${printable(relative(file.path, terminal.cwd))}\n`)
  terminal.write('err', areStepsLocal ? 'next, in the project:\n' : 'next, on the machine that runs it:\n')
  const folder = managerFolder(manager)
  const isInstalled =
    folder !== undefined &&
    files.some((file, at) => targets[at]!.path === path.join(folder, pathInFolder(file)))
  for (const { why, command, isInstall } of nextSteps) {
    if (isInstall && isInstalled) continue
    const here = files.reduce(
      (line, file, at) => line.replace(file.path, () => pathWord(relative(targets[at]!.path, terminal.cwd))),
      command,
    )
    terminal.write('err', `  ${printable(here)}\n    # ${why}\n`)
  }
  return 0
}

/** Where a file goes: to its place in the project, or, with `--out`, right into that folder. */
function target(file: ScaffoldFile, { out }: NewOptions, cwd: string): NewFile {
  const place = out === undefined ? path.join(cwd, file.path) : path.resolve(cwd, out, pathInFolder(file))
  return { path: place, text: file.text }
}

function relative(file: string, cwd: string): string {
  const inside = path.relative(cwd, file)
  return inside.startsWith('..') ? file : inside
}

/** Where a manager looks for the units of the one who asks. */
function managerFolder(manager: Manager): string | undefined {
  if (manager === 'system') return '/etc/systemd/system'
  const home = homeFolder()
  return home === undefined ? undefined : path.join(home, '.config/systemd/user')
}

/** A path as a word of a shell's, which no program takes for an option. */
function pathWord(path: string): string {
  return shellWord(path.replace(/^-/, './-'))
}

function fail(terminal: Terminal, messages: readonly string[]): number {
  for (const message of messages) terminal.write('err', `unitwright: ${printable(message)}\n`)
  return 2
}

function unknownTemplate(id: string): string {
  const ids = templates.map((template) => template.id)
  const guess = nearest(id, ids)
  return `unknown template '${id}'; ${guess === undefined ? `accepted: ${ids.join(', ')}` : `did you mean '${guess}'?`}`
}

function listTemplates(facts: Facts): string {
  return templates.map((template) => describeTemplate(template, facts)).join('\n')
}

function describeTemplate({ id, summary, inputs }: Template, facts: Facts): string {
  const width = Math.max(...inputs.map(({ name }) => name.length))
  const lines = inputs.map(
    (input) => `  ${input.name.padEnd(width)}  ${input.prompt}${accepted(input, facts)}\n`,
  )
  return `${id}: ${summary}\n${lines.join('')}`
}

function accepted(input: Input, facts: Facts): string {
  if (input.kind === 'text') return ''
  const values = choicesOf(input, facts).map(({ value }) => value)
  const named = values.filter((value) => value !== '')
  return named.length > 0 ? printable(`: ${named.join(', ')}`) : ''
}

/** What is known of an app in another folder: what that is called. */
function elsewhere(facts: Facts, directory: string): Facts {
  const name = /([^/]+?)(?:\/current)?\/*$/.exec(directory)?.[1]
  return name === undefined ? facts : { ...facts, app: { ...facts.app, name } }
}

/** Undefined where it is no path of the kind that systemd knows. */
function homeFolder(): string | undefined {
  const home = homedir()
  return home.startsWith('/') ? home : undefined
}
