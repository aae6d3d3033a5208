import path from 'node:path'
import { encodeText } from '../base/decode.ts'
import { type Diagnostic, isAtLeast } from '../base/diagnostic.ts'
import { type Environment, noAccounts, noDropIns } from '../base/environment.ts'
import { check } from '../workspace/check.ts'
import { languages, openSource, recognise } from '../workspace/documents.ts'
import { machineVersion } from '../workspace/machine.ts'
import { machineMonitVersion } from '../workspace/machine-monit.ts'
import type { CheckOptions } from './arguments.ts'
import { collectFiles, type FileToCheck } from './collect-files.ts'
import { blockingFileSystem } from './file-system.node.ts'
import { mend } from './mend.ts'
import { describeProblem, type Problem, reasonOf } from './problem.ts'
import { quote } from './quote.ts'
import { controlFileReader } from './read-control-files.ts'
import { dropInReader } from './read-drop-ins.ts'
import { type Reading, readText, readTextFile } from './read-file.ts'
import { unitFileReader } from './read-unit-files.ts'
import { replaceFile } from './replace-file.ts'
import { type FileReport, report, summarise } from './report.ts'
import type { Terminal } from './terminal.ts'

/** Something to check and where its text comes from. */
interface Input extends FileToCheck {
  read(): Reading
  /** Puts the mended text where the text came from. Throws where that fails. */
  putBack(text: string, changed: boolean): void
}

type Lint = (text: string) => readonly Diagnostic[]

/**
 * `unitwright check`. Findings go to standard output, what could not be read and the closing line to standard error;
 * where standard output is taken by a mended text, all goes to standard error.
 * @returns the exit code
 */
export async function runCheck(options: CheckOptions, terminal: Terminal): Promise<number> {
  const { inputs, configs, problems } = collectInputs(options, terminal)
  const environment = await environmentFor(options, inputs, configs)
  const dropInsOf = dropInReader()
  const controlFilesOf = controlFileReader(inputs.map(({ absolute }) => absolute))
  const reports: FileReport[] = []
  for (const input of inputs) {
    const reading = input.read()
    if (reading.kind !== 'text') {
      const counts = input.named || reading.kind === 'unreadable'
      problems.push({ path: input.path, failed: 'check', reason: reading.reason, counts })
      continue
    }
    const lint = linterFor(input, reading.text, {
      ...environment,
      dropIns: () => dropInsOf(input.absolute),
      controlFiles: () => controlFilesOf(input.absolute),
    })
    if (lint) reports.push(checkText(input, reading.text, lint, options, problems))
    else if (input.named) problems.push({ path: input.path, failed: 'check', reason: foreign, counts: true })
  }
  const stream = options.fix !== 'none' && options.paths.includes('-') ? 'err' : 'out'
  terminal.write(stream, report(reports, options.format, terminal.colours(stream)))
  for (const problem of problems) terminal.write('err', describeProblem(problem))
  if (inputs.length === 0 && problems.length === 0) {
    terminal.write('err', `no unit or control files found in ${options.paths.map(quote).join(', ')}\n`)
  } else if (options.format === 'text' && reports.length > 0) terminal.write('err', summarise(reports))
  return exitCode(reports, problems, options)
}

function collectInputs(
  options: CheckOptions,
  terminal: Terminal,
): { inputs: readonly Input[]; configs: readonly string[]; problems: Problem[] } {
  const given = options.paths.filter((each) => each !== '-')
  const { files, configs, problems } = collectFiles(given, terminal.cwd)
  const fromDisk = files.map((file) => ({
    ...file,
    read: () => readTextFile(file.absolute),
    putBack: (text: string, changed: boolean) => {
      if (changed) replaceFile(file.absolute, encodeText(text))
    },
  }))
  if (given.length === options.paths.length) return { inputs: fromDisk, configs, problems: [...problems] }
  const name = options.stdinName ?? '<stdin>'
  const fromStdin: Input = {
    path: name,
    absolute: path.resolve(terminal.cwd, name).replaceAll(path.sep, '/'),
    named: true,
    read: () => readText(terminal.stdin),
    // Unchanged as well: whoever reads from a pipe waits for the whole text.
    putBack: (text) => terminal.write('out', encodeText(text)),
  }
  return { inputs: [fromStdin, ...fromDisk], configs, problems: [...problems] }
}

async function environmentFor(
  { systemdVersion, monitVersion, instance }: CheckOptions,
  inputs: readonly FileToCheck[],
  configs: readonly string[],
): Promise<Environment> {
  return {
    settings: { systemdVersion, monitVersion, instance, rules: {} },
    machineMonit: await machineMonitFor(monitVersion, inputs),
    controlFiles: () => [],
    units: unitFileReader(
      inputs.map(({ absolute }) => absolute),
      configs,
    ),
    machineVersion: systemdVersion === 'auto' ? await machineVersion(blockingFileSystem) : undefined,
    accounts: () => noAccounts,
    dropIns: () => noDropIns,
    unitNames: () => inputs.map(({ absolute }) => path.posix.basename(absolute)),
    manual: async () => undefined,
  }
}

/** The machine's monit, where it counts: its program is read whole, which is not done for nothing. */
async function machineMonitFor(
  monitVersion: CheckOptions['monitVersion'],
  inputs: readonly FileToCheck[],
): Promise<string | undefined> {
  // A file whose name says nothing may yet be told by its first line.
  const counts = monitVersion === 'auto' && inputs.some(({ absolute }) => recognise(absolute) !== 'unit')
  return counts ? machineMonitVersion(blockingFileSystem) : undefined
}

const foreign = 'it is a file of another program'

/** Finds what is wrong with any version of a text; undefined where the text is another program's. */
function linterFor({ absolute }: Input, text: string, environment: Environment): Lint | undefined {
  // Whoever names a file says that it is a unit file, whatever it is called.
  const language = recognise(absolute, text) ?? languages[0].id
  if (!openSource(language, absolute, text)) return undefined
  return (current) => {
    const source = openSource(language, absolute, current)
    return source ? check(source, environment) : []
  }
}

/** Findings of one text, mended first where that is wanted. A text that can't be put back counts as not mended. */
function checkText(
  input: Input,
  text: string,
  lint: Lint,
  { fix }: CheckOptions,
  problems: Problem[],
): FileReport {
  if (fix !== 'none') {
    const result = mend(text, lint, fix === 'all')
    try {
      input.putBack(result.text, result.text !== text)
      return { path: input.path, text: result.text, findings: lint(result.text), mended: result.mended }
    } catch (error) {
      problems.push({ path: input.path, failed: 'mend', reason: reasonOf(error), counts: true })
    }
  }
  return { path: input.path, text, findings: lint(text), mended: [] }
}

function exitCode(
  reports: readonly FileReport[],
  problems: readonly Problem[],
  { maxSeverity }: CheckOptions,
): number {
  if (problems.some(({ counts }) => counts)) return 2
  if (reports.length === 0 && problems.length > 0) return 2
  const failing = reports.some(({ findings }) =>
    findings.some(({ severity }) => isAtLeast(severity, maxSeverity)),
  )
  return failing ? 1 : 0
}
