// How Upstart's configuration is cut into words: blanks part them, `#` outside of quotes begins a comment even within a
// word, a backslash takes in the next line, quotes may span lines.

/** A place in a text, which reading moves on. */
export interface Reader {
  readonly text: string
  at: number
}

const blank = /[ \t\r]/

/** Skips blanks, and ends of lines behind a backslash. */
export function skipBlanks(reader: Reader): void {
  const { text } = reader
  for (;;) {
    if (blank.test(text[reader.at] ?? '')) reader.at += 1
    else if (text.startsWith('\\\n', reader.at)) reader.at += 2
    else return
  }
}

/** Whether the line holds nothing more but perhaps a comment. Blanks are skipped. */
export function atLineEnd(reader: Reader): boolean {
  skipBlanks(reader)
  const next = reader.text[reader.at]
  return next === undefined || next === '\n' || next === '#'
}

/** Moves behind the end of the line, over a comment. */
export function skipLine(reader: Reader): void {
  const end = reader.text.indexOf('\n', reader.at)
  reader.at = end < 0 ? reader.text.length : end + 1
}

/** The next word, without its quotes and backslashes; undefined at the end of the line. */
export function nextWord(reader: Reader, delimiters = ''): string | undefined {
  if (atLineEnd(reader)) return undefined
  return readUntil(reader, (char) => blank.test(char) || delimiters.includes(char), true)
}

/** All words up to the end of the line, which is passed. */
export function restOfWords(reader: Reader): readonly string[] {
  const words: string[] = []
  for (let word = nextWord(reader); word !== undefined; word = nextWord(reader)) words.push(word)
  skipLine(reader)
  return words
}

/** The rest of the line as a command for a shell, with its quotes; the line is passed. */
export function restAsCommand(reader: Reader): string {
  if (atLineEnd(reader)) {
    skipLine(reader)
    return ''
  }
  const command = readUntil(reader, () => false, false)
  skipLine(reader)
  return command.trim()
}

function readUntil(reader: Reader, isEnd: (char: string) => boolean, unquotes: boolean): string {
  const { text } = reader
  let read = ''
  while (reader.at < text.length) {
    const char = text[reader.at]!
    if (char === '\n' || char === '#' || isEnd(char)) break
    if (char === '\\') {
      const next = text.slice(reader.at + 1, reader.at + 2)
      if (next !== '\n') read += unquotes ? next : char + next
      else if (unquotes) break
      reader.at += 1 + next.length
      if (next !== '\n') continue
      // A command goes on in the next line.
      skipBlanks(reader)
      read += ' '
      continue
    }
    const end = char === '"' || char === "'" ? closingQuote(text, reader.at) : undefined
    if (end === undefined) {
      read += char
      reader.at += 1
      continue
    }
    const inner = text.slice(reader.at + 1, end).replace(/[ \t\r]*\\?\n[ \t\r]*/g, ' ')
    read += unquotes ? inner.replace(/\\(.)/gs, '$1') : char + inner + char
    reader.at = end + 1
  }
  return read
}

/** Where a quote ends; undefined where it does not, and then it is a character like any other. */
function closingQuote(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === text[start]) return at
  }
  return undefined
}
