/** The running text of a roff page: groff's escapes and fonts, as plain text or as markdown. */

type Font = 'roman' | 'bold' | 'italic'

interface Run {
  readonly font: Font
  readonly text: string
}

// groff_char(7): those that manual pages written in DocBook or by hand use.
const characters: Readonly<Record<string, string>> = {
  aq: "'",
  oq: '‘',
  cq: '’',
  lq: '“',
  rq: '”',
  dq: '"',
  em: '—',
  en: '–',
  hy: '-',
  bu: '•',
  mc: 'µ',
  mu: '×',
  co: '©',
  rg: '®',
  de: '°',
  ti: '~',
  ha: '^',
  ga: '`',
  rs: '\\',
  sl: '/',
  ba: '|',
  at: '@',
  sh: '#',
  Do: '$',
  lB: '[',
  rB: ']',
  '->': '→',
  '<-': '←',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
}

const simple: Readonly<Record<string, string>> = {
  '-': '-',
  e: '\\',
  '\\': '\\',
  "'": "'",
  '`': '`',
  ' ': ' ',
  '~': ' ',
  '0': ' ',
}

// DocBook's stylesheet paints links blue and puts a small raised footnote number behind them.
const footnote = /\\s-?\d+\\u\[\d+\]\\d\\s\+?\d+/g
const link = /\\m\[blue\]\\fB(.*?)\\fR\\m\[\]/g

// An escape with its argument, in groff's three notations: one letter, `(` and two, or a name in brackets.
const escapeSequence = new RegExp(
  [
    String.raw`\\(?:f(?:\((?<font2>..)|\[(?<fontName>[^\]]*)\]|(?<font1>.))`,
    String.raw`[mnF*](?:\(..|\[[^\]]*\]|.)`,
    String.raw`\((?<special2>..)|\[(?<specialName>[^\]]*)\]`,
    String.raw`[hv]'[^']*'|s'[^']*'|s[+-]?\d+`,
    '(?<letter>.))',
  ].join('|'),
  'g',
)

/** Text without fonts and escapes, its blanks kept. */
export function verbatimText(raw: string): string {
  return runsOf(raw)
    .map(({ text }) => text)
    .join('')
}

/** Text without fonts and escapes. */
export function plainText(raw: string): string {
  return verbatimText(raw).trim()
}

/** Text as one line of markdown. Names and values, which manual pages print bold or slanted, become code. */
export function markdownText(raw: string): string {
  const runs = runsOf(raw)
  return runs
    .map(({ font, text }, index) => {
      if (font === 'roman') return escapeMarkdown(text)
      return wrap(text, (inner) => {
        if (font === 'bold' || /^(?:\$\w+|[A-Z]\w*=.*)$/.test(inner)) return code(inner)
        const touching = /\w$/.test(runs[index - 1]?.text ?? '') || /^\w/.test(runs[index + 1]?.text ?? '')
        return touching || !/^\w(?:.*\w)?$/.test(inner) ? escapeMarkdown(inner) : `*${escapeMarkdown(inner)}*`
      })
    })
    .join('')
    .trim()
}

function runsOf(raw: string): readonly Run[] {
  const runs: Run[] = []
  let font: Font = 'roman'
  let before: Font = 'roman'
  const add = (text: string) => {
    if (text === '') return
    const last = runs.at(-1)
    if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + text }
    else runs.push({ font, text })
  }
  const source = raw.replace(footnote, '').replace(link, '$1')
  let at = 0
  for (const match of source.matchAll(escapeSequence)) {
    add(source.slice(at, match.index))
    at = match.index + match[0].length
    const {
      font1,
      font2,
      fontName = font1 ?? font2,
      special2,
      specialName = special2,
      letter,
    } = match.groups!
    if (fontName !== undefined) {
      const next: Font = fontName === 'P' || fontName === '' ? before : fontOf(fontName)
      before = font
      font = next
    } else if (match[0] === '\\"') {
      // A comment runs to the end of the line.
      at = source.length
      break
    } else add(textOf(match[0], specialName, letter))
  }
  add(source.slice(at))
  return runs
}

function fontOf(name: string): Font {
  if (name.includes('B')) return 'bold'
  return name.includes('I') ? 'italic' : 'roman'
}

function textOf(whole: string, special: string | undefined, letter: string | undefined): string {
  // The string that DocBook's stylesheet defines for an apostrophe.
  if (whole === '\\*(Aq') return "'"
  if (special !== undefined) {
    const code = /^u([\dA-F]{4,6})$/.exec(special)
    return code ? String.fromCodePoint(Number.parseInt(code[1]!, 16)) : (characters[special] ?? '')
  }
  return simple[letter ?? ''] ?? ''
}

/** Keeps blanks at the ends outside of the marks, where markdown wants them. */
function wrap(text: string, mark: (inner: string) => string): string {
  const inner = text.trim()
  if (inner === '') return text
  const start = text.indexOf(inner)
  return text.slice(0, start) + mark(inner) + text.slice(start + inner.length)
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``
}

/** Text as markdown that shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&')
}
