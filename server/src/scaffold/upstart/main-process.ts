import { type Piece, pieceCommand } from '../quote.ts'
import { loggerLines, redirected } from '../shell/outputs.ts'
import { parseScript } from '../shell/parse-script.ts'
import { plainWord, type ShellCommand, type Statement } from '../shell/script.ts'
import { resolveWord, type Scope, type Surroundings, textOf, unsetIn, withLines } from '../shell/words.ts'
import { takeAssignments, unwrap } from '../shell/wrappers.ts'
import type { JobProcess } from './job.ts'
import { findProgram } from './programs.ts'
import { takeOver } from './take-over.ts'
import { type Converted, pipeComment, type Source, standsBetween, throughShell } from './through-shell.ts'
import { unindented } from './unindented.ts'

/**
 * Converts the main process. What its script does before it starts the program goes into the surroundings.
 * @param name what the output is called in the log
 */
export function convertMain(
  { kind, text }: JobProcess,
  surroundings: Surroundings,
  scope: Scope,
  name: string,
): Converted {
  const source: Source = {
    text: kind === 'exec' ? `exec ${text}` : text,
    shell: '/bin/sh',
    stopsAtErrors: kind === 'script',
  }
  return convertSource(source, surroundings, scope, name, 0)
}

function convertSource(
  source: Source,
  outer: Surroundings,
  scope: Scope,
  name: string,
  depth: number,
): Converted {
  const script = parseScript(source.text)
  let now = outer
  let at = 0
  // What goes back to a folder must have gone away from it.
  const goesBack = /\bcd[ \t]+-(?![\w-])|\bOLDPWD\b/.test(source.text)
  // Assignments that only this shell sees stay with it where it stays.
  let kept: { readonly at: number; readonly surroundings: Surroundings } | undefined
  for (; at < script.statements.length; at += 1) {
    const statement = script.statements[at]!
    const isLast = at === script.statements.length - 1 && script.opaqueFrom === undefined
    const next = isLast || goesBack ? undefined : takeOver(statement, now, scope)
    if (!next) break
    if (next.isShells) kept ??= { at, surroundings: now }
    now = next.surroundings
  }
  const direct =
    at === script.statements.length - 1 && script.opaqueFrom === undefined
      ? startOne(script.statements[at]!, source, now, scope, name, depth)
      : undefined
  return direct ?? throughShell(script, source, kept ?? { at, surroundings: now }, scope, name)
}

/** The last statement as a command that no shell stands in front of; undefined where it needs one. */
function startOne(
  statement: Statement,
  source: Source,
  outer: Surroundings,
  scope: Scope,
  name: string,
  depth: number,
): Converted | undefined {
  const [first, ...more] = statement.pipelines
  if (!first || statement.inBackground) return undefined
  if (more.length > 0) {
    // `cd FOLDER && PROGRAM`
    if (more[0]!.after !== '&&') return undefined
    const taken = takeOver({ ...statement, pipelines: [first] }, outer, scope)
    if (!taken || taken.isShells) return undefined
    const rest = { ...statement, pipelines: [{ ...more[0]!, after: undefined }, ...more.slice(1)] }
    return startOne(rest, source, taken.surroundings, scope, name, depth)
  }
  const [command, logger, ...others] = first.commands
  if (!command || others.length > 0) return undefined
  const logged = logger ? loggerLines(logger, outer, scope, name) : []
  if (!logged) return undefined
  const output = redirected(command.redirects, outer, scope)
  if (!output) return undefined
  const { hereDocument } = command
  if (hereDocument && !logger)
    return startHereDocument(command, hereDocument, { ...outer, output }, scope, name, depth)
  if (hereDocument) return undefined
  const words = command.words.map((word) => resolveWord(word, outer, scope))
  if (!words.every((word) => word !== undefined)) return undefined
  const converted = startWords(words, { ...withLines(outer, ...logged), output }, scope, name, depth)
  if (!logger || !converted) return converted
  return { ...converted, comments: [...converted.comments, pipeComment] }
}

function startWords(
  words: readonly (readonly Piece[])[],
  surroundings: Surroundings,
  scope: Scope,
  name: string,
  depth: number,
): Converted | undefined {
  const assigned = takeAssignments(words, surroundings)
  if (!assigned) return undefined
  const inner = unwrap(assigned.rest, assigned.surroundings)
  // Nobody wraps so deeply; it keeps hostile text from filling the stack.
  if (inner && depth < 20) {
    if (inner.kind === 'command') return startWords(inner.words, inner.surroundings, scope, name, depth + 1)
    const source: Source = { text: inner.text, shell: inner.shell, stopsAtErrors: false }
    return convertSource(source, inner.surroundings, scope, name, depth + 1)
  }
  const [program, ...args] = assigned.rest
  const found = program && findProgram(program, assigned.surroundings)
  if (!found) return undefined
  const unset = unsetIn(args, assigned.surroundings)
  const decisions = unset.map(
    (variable) =>
      `'$${variable}' is set nowhere here; it came with an event, or from 'start ${name} ${variable}=...'. Set it with Environment=`,
  )
  return {
    command: pieceCommand(found.program, [...found.before, ...args]),
    surroundings: {
      ...assigned.surroundings,
      decisions: [
        ...assigned.surroundings.decisions,
        ...decisions,
        ...standsBetween(textOf(program)),
        ...(found.isLookedUp
          ? [
              `'${textOf(found.before[0])}' was written without its folder, and env looks it up in PATH at each start; better write its whole path`,
            ]
          : []),
      ],
    },
    through: found.isLookedUp ? 'env' : 'nothing',
    comments: [],
  }
}

/** `exec /bin/bash <<EOT`: another shell with a script of its own. */
function startHereDocument(
  command: ShellCommand,
  { text, quoted }: NonNullable<ShellCommand['hereDocument']>,
  surroundings: Surroundings,
  scope: Scope,
  name: string,
  depth: number,
): Converted | undefined {
  const words = command.words.map(plainWord)
  const shell = words.filter((word) => word !== 'exec')
  const path = /^(?:\/bin\/|\/usr\/bin\/)?((?:ba|da)?sh)$/.exec(shell[0] ?? '')?.[0]
  if (path === undefined || shell.length !== 1 || depth >= 20) return undefined
  const source: Source = {
    // The outer shell takes these backslashes out.
    text: unindented(quoted ? text : text.replace(/\\([$`\\])/g, '$1').replace(/\\\n/g, '')),
    shell: path.includes('/') ? path : `/bin/${path}`,
    stopsAtErrors: false,
  }
  const converted = convertSource(source, surroundings, scope, name, depth + 1)
  if (quoted || converted.through !== 'shell' || !/[$`]/.test(text)) return converted
  const decision = `in the job a first shell put in the variables of this script, and ${source.shell} read what came of that; here ${source.shell} puts them in itself. Look for quotes and backslashes that counted on the first one`
  return {
    ...converted,
    surroundings: {
      ...converted.surroundings,
      decisions: [...converted.surroundings.decisions, decision],
    },
  }
}
