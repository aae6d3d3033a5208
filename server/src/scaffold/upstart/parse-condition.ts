import type { Condition, EventArgument } from './job.ts'
import { atLineEnd, nextWord, type Reader, skipLine } from './reader.ts'

/**
 * Reads what follows `start on` or `stop on`; within parentheses it goes on over ends of lines. `and` and `or` bind alike,
 * from left to right.
 * @param remark told what makes no sense, in whole messages
 * @returns undefined where there is no event
 */
export function parseCondition(reader: Reader, remark: (message: string) => void): Condition | undefined {
  const start = reader.at
  let tokens = readTokens(reader, true)
  if (!tokens) {
    remark("a '(' is never closed")
    reader.at = start
    tokens = readTokens(reader, false) ?? []
  }
  return conditionOf(tokens, remark)
}

function conditionOf(tokens: readonly string[], remark: (message: string) => void): Condition | undefined {
  let at = 0
  const alternatives = (depth: number): Condition | undefined => {
    let left = operand(depth)
    for (;;) {
      const token = tokens[at]
      if (token === undefined || token === ')') return left
      const isOperator = token === 'and' || token === 'or'
      if (isOperator) at += 1
      else remark(`'${token}' follows an event without 'and' or 'or'`)
      const before = at
      const right = operand(depth)
      if (left && right) left = { kind: isOperator ? token : 'and', left, right }
      else left = left ?? right
      // A stray token must not be met for ever.
      if (at === before && !isOperator) at += 1
    }
  }
  const operand = (depth: number): Condition | undefined => {
    const token = tokens[at]
    if (token === undefined || token === ')' || token === 'and' || token === 'or') {
      remark(token === undefined ? 'an event is missing at the end' : `an event is missing before '${token}'`)
      return undefined
    }
    at += 1
    if (token !== '(') return event(token)
    // Nobody nests so deeply; it keeps hostile text from filling the stack.
    if (depth > 100) return undefined
    const inner = alternatives(depth + 1)
    if (tokens[at] === ')') at += 1
    return inner
  }
  const event = (name: string): Condition => {
    const args: EventArgument[] = []
    for (
      let token = tokens[at];
      token !== undefined && !/^(?:and|or|\(|\))$/.test(token);
      token = tokens[at]
    ) {
      args.push(argument(token))
      at += 1
    }
    return { kind: 'event', name, args }
  }
  let whole: Condition | undefined
  while (at < tokens.length) {
    const part = alternatives(0)
    whole = whole && part ? { kind: 'and', left: whole, right: part } : (whole ?? part)
    if (tokens[at] === ')') {
      remark("a ')' has no '(' before it")
      at += 1
    }
  }
  return whole
}

/** @returns undefined where a parenthesis that may go on over ends of lines is never closed */
function readTokens(reader: Reader, mayGoOn: boolean): readonly string[] | undefined {
  const tokens: string[] = []
  let open = 0
  for (;;) {
    if (atLineEnd(reader)) {
      skipLine(reader)
      if (open <= 0 || !mayGoOn) return tokens
      if (reader.at >= reader.text.length) return undefined
      continue
    }
    const char = reader.text[reader.at]!
    if (char !== '(' && char !== ')') {
      tokens.push(nextWord(reader, '()')!)
      continue
    }
    tokens.push(char)
    reader.at += 1
    open += char === '(' ? 1 : -1
  }
}

function argument(token: string): EventArgument {
  const [, key, not, value] = /^([^=!]*)(!?)=(.*)$/s.exec(token) ?? []
  if (value === undefined) return { key: undefined, value: token, negated: false }
  return { key, value, negated: not === '!' }
}

/** The events of a condition, in order. */
export function eventsOf(condition: Condition | undefined): readonly (Condition & { kind: 'event' })[] {
  // Without recursion: a chain of thousands is as deep as it is long.
  const events: (Condition & { kind: 'event' })[] = []
  const rest = condition ? [condition] : []
  for (let part = rest.pop(); part; part = rest.pop()) {
    if (part.kind === 'event') events.push(part)
    else rest.push(part.right, part.left)
  }
  return events
}
