import type { Span } from '../../base/span.ts'

/**
 * ERB (`<% %>`), Jinja (`{% %}`, `{{ }}`, `{# #}`) and build-time (`@NAME@`) tags. Statements may run over several
 * lines when they begin a line; the others must end where they began, since `{{` also stands in ordinary arguments.
 */
const tag =
  /<%.*?%>|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|@[A-Za-z_]\w*@|(?<=^[ \t]*)(?:<%[\s\S]*?%>|\{%[\s\S]*?%\}|\{#[\s\S]*?#\})/gm

/** The template tags of a text, in order. */
export function templateTags(text: string): readonly Span[] {
  if (!mayHoldTags(text)) return none
  return [...text.matchAll(tag)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const none: readonly Span[] = []

function mayHoldTags(text: string): boolean {
  return text.includes('<%') || /\{[{%#]/.test(text) || /@[A-Za-z_]\w*@/.test(text)
}
