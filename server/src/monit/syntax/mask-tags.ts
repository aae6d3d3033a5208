import type { Span } from '../../base/span.ts'

/** Stands for each character of a tag that prints something; monit's lexer takes it for part of a word. */
export const opaqueCharacter = '\uE000'

/**
 * The text as the lexer reads it where template tags stand in it: a tag that prints a value (`<%= %>`, `{{ }}`,
 * `@NAME@`) becomes a run of opaque characters, one that steers (`<% if %>`, `{% for %}`, `{# #}`) becomes blanks.
 * Offsets stay what they are.
 */
export function maskTags(text: string, tags: readonly Span[]): string {
  let masked = ''
  let at = 0
  for (const tag of tags) {
    const filling = printsValue(text, tag.start) ? opaqueCharacter : ' '
    masked += text.slice(at, tag.start) + filling.repeat(tag.end - tag.start)
    at = tag.end
  }
  return masked + text.slice(at)
}

function printsValue(text: string, start: number): boolean {
  const second = text[start + 1]
  if (text[start] === '<') return text[start + 2] === '='
  return text[start] === '@' || second === '{'
}
