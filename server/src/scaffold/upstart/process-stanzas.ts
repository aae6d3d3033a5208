import type { ProcessName } from './job.ts'
import type { Draft, Handler } from './job-draft.ts'
import { nextWord, type Reader, restAsCommand, skipBlanks, skipLine } from './reader.ts'
import { unindented } from './unindented.ts'

/** The stages of a job around its main process. */
export const stages = ['pre-start', 'post-start', 'pre-stop', 'post-stop'] as const

/** The process of a stage, `exec` or `script` behind its name. */
export function readProcess(stage: ProcessName): Handler {
  return (draft, reader) => {
    const kind = nextWord(reader)
    if (kind === 'exec') readExec(stage)(draft, reader)
    else if (kind === 'script') readScript(stage)(draft, reader)
    else {
      draft.remarks.push(`'${stage}' needs 'exec' or 'script' behind it; the line is left out`)
      skipLine(reader)
    }
  }
}

/** `exec`, with a command in the same line. */
export function readExec(stage: ProcessName): Handler {
  return (draft, reader) => {
    const text = restAsCommand(reader)
    if (text === '') draft.remarks.push("an 'exec' without a command is left out")
    else draft.processes[stage] = { kind: 'exec', text }
  }
}

/** `script`, with lines up to its end. */
export function readScript(stage: ProcessName): Handler {
  return (draft, reader) => {
    skipLine(reader)
    draft.processes[stage] = { kind: 'script', text: readBlock(draft, reader) }
  }
}

/** The lines up to `end script`, which is passed. */
export function readBlock(draft: Draft, reader: Reader): string {
  const lines: string[] = []
  for (;;) {
    if (reader.at >= reader.text.length) {
      draft.remarks.push("a script has no 'end script'; it goes on to the end of the file")
      break
    }
    const start = reader.at
    skipLine(reader)
    const line = reader.text.slice(start, reader.at).replace(/\n$/, '')
    if (/^[ \t]*end[ \t]+script[ \t]*(?:#.*)?$/.test(line)) break
    lines.push(line)
  }
  return unindented(lines.join('\n'))
}

/** Ends a script that has begun nowhere. */
export function readEnd(draft: Draft, reader: Reader): void {
  skipBlanks(reader)
  draft.remarks.push("an 'end script' has no script before it")
  skipLine(reader)
}
