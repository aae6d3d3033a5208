/** Markdown as readable plain text, for editors that show no markdown. */
export function plainText(markdown: string): string {
  return markdown
    .split(/(^```[^\n]*\n[\s\S]*?\n```$)/m)
    .map((part, index) => (index % 2 === 1 ? part.replace(/^```.*\n|\n```$/g, '') : withoutMarks(part)))
    .join('')
    .trim()
}

function withoutMarks(text: string): string {
  return text
    .replace(/(?<!\\)(`+)(.+?)\1(?!`)|[^`]+|`/g, (part, ticks: string | undefined, code: string) =>
      // What stands in a code span is no mark.
      ticks === undefined ? withoutEmphasis(part) : code.replace(/^ (.+) $/, '$1'),
    )
    .replace(/^---$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

function withoutEmphasis(text: string): string {
  return text
    .replace(/^#{1,6} /gm, '')
    .replace(/(?<!\\)\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
    .replace(/(?<!\\)\*(?=\S)(.+?)(?<!\\)\*/g, '$1')
    .replace(/\\([\\`*_[\]<>~|&#+.-])/g, '$1')
}
