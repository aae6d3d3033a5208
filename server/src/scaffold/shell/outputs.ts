import { pieceValue } from '../quote.ts'
import type { Assignment } from '../unit-text.ts'
import type { Redirect, ShellCommand } from './script.ts'
import { plainWord } from './script.ts'
import { type Outputs, pathFrom, resolveWord, type Scope, type Surroundings, settle } from './words.ts'

/**
 * Where redirections send the outputs, as StandardOutput= and StandardError= say it.
 * @returns undefined where they say something that these can't
 */
export function redirected(
  redirects: readonly Redirect[],
  surroundings: Surroundings,
  scope: Scope,
): Outputs | undefined {
  let { out, error } = surroundings.output
  for (const { from, operator, target } of redirects) {
    if (from === '0' && operator === '<' && plainWord(target) === '/dev/null') continue
    if (operator === '>&' && /^[12]$/.test(plainWord(target) ?? '')) {
      const value = plainWord(target) === '1' ? out : error
      if (from === '1') out = value
      else if (from === '2') error = value
      else return undefined
      continue
    }
    const place = placeOf(operator, target, surroundings, scope)
    if (place === undefined) return undefined
    if (from === '1' || from === '&' || operator === '>&') out = place
    if (from === '2' || from === '&' || operator === '>&') error = place
    if (!/^[12&]$/.test(from)) return undefined
  }
  return { out, error }
}

function placeOf(
  operator: string,
  target: Redirect['target'],
  surroundings: Surroundings,
  scope: Scope,
): string | undefined {
  if (!/^(?:>>|>|>\||>&)$/.test(operator)) return undefined
  const pieces = resolveWord(target, surroundings, scope)
  const settled = pieces && settle(pieces, surroundings)
  const path = settled && pathFrom(surroundings.directory, settled)
  if (!path) return undefined
  const value = pieceValue(path)
  switch (value) {
    case '/dev/null':
      return 'null'
    case '/dev/console':
      return 'journal+console'
    case '/dev/kmsg':
      return 'kmsg'
    case '/dev/stdout':
    case '/dev/stderr':
      return undefined
  }
  // Blanks at the end would be cut off, a backslash there take in the next line.
  if (/[\s\\/]$/.test(value)) return undefined
  return operator === '>>' ? `append:${value}` : `truncate:${value}`
}

/** The lines for outputs. What is said of one alone must not reach the other, which follows it otherwise. */
export function outputLines({ out, error }: Outputs): readonly Assignment[] {
  if (out === undefined && error === undefined) return []
  return [
    ...(out === undefined ? [] : [['StandardOutput', out] as const]),
    ['StandardError', error ?? 'journal'],
  ]
}

const facilities = /^(?:kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|ftp|local[0-7])$/
const levels: ReadonlyMap<string, string> = new Map([
  ...['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'].map(
    (level): [string, string] => [level, level],
  ),
  ['error', 'err'],
  ['warn', 'warning'],
  ['panic', 'emerg'],
])

/**
 * What a pipe into logger(1) comes to: the journal takes all output anyway, and can call it the same.
 * @param name what it is called where the pipe does not say
 * @returns undefined where the command is no logger, or writes somewhere else
 */
export function loggerLines(
  command: ShellCommand,
  surroundings: Surroundings,
  scope: Scope,
  name: string,
): readonly Assignment[] | undefined {
  const words = command.words.map((word) => {
    const pieces = resolveWord(word, surroundings, scope)
    const settled = pieces && settle(pieces, surroundings)
    return settled && pieceValue(settled)
  })
  if (!/^(?:\/usr)?(?:\/bin\/)?logger$/.test(words[0] ?? '') || command.redirects.length > 0) return undefined
  let tag = name
  const lines: Assignment[] = []
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]
    const [, option, attached] = /^(-[tp]|--tag|--priority)=?(.*)$/s.exec(word ?? '') ?? []
    if (word === '-i' || word === '-s' || word === '--id' || word === '--stderr') continue
    // A word of its own would be logged instead of what is piped in.
    if (option === undefined) return undefined
    const value = attached || words[++at]
    if (value === undefined) return undefined
    if (option.startsWith('-t') || option === '--tag') tag = value
    else {
      const found = priorityLines(value)
      if (!found) return undefined
      lines.push(...found)
    }
  }
  return [['SyslogIdentifier', tag.replace(/[\s\\]+$/, '') || name], ...lines]
}

function priorityLines(priority: string): readonly Assignment[] | undefined {
  const [, facility, name] = /^(?:(\w+)\.)?(\w+)$/.exec(priority.toLowerCase()) ?? []
  const level = levels.get(name ?? '')
  if (level === undefined || (facility !== undefined && !facilities.test(facility))) return undefined
  return [...(facility === undefined ? [] : [['SyslogFacility', facility] as const]), ['SyslogLevel', level]]
}
