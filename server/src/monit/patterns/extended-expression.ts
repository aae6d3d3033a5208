/**
 * POSIX extended regular expressions, as regcomp(3) of the GNU C library takes them: monit's `matching`, `content` and
 * `expect`. Only what it certainly refuses is told; what it takes for something else than the writer meant is not.
 */

/** Why regcomp(3) refuses an expression, and where. Offsets are into the expression. */
export interface ExpressionFault {
  readonly kind:
    | 'trailing-backslash'
    | 'open-bracket'
    | 'open-group'
    | 'open-brace'
    | 'unknown-class'
    | 'bad-range'
    | 'bad-count'
    | 'count-too-large'
    | 'nothing-to-repeat'
  readonly from: number
  readonly to: number
}

const largestCount = 32767
const classNames: ReadonlySet<string> = new Set([
  'alnum',
  'alpha',
  'blank',
  'cntrl',
  'digit',
  'graph',
  'lower',
  'print',
  'punct',
  'space',
  'upper',
  'xdigit',
])

/** The first fault of an expression; undefined where it has none that is certain. */
export function faultOfExpression(text: string): ExpressionFault | undefined {
  const groups: number[] = []
  // At the beginning, behind `(`, `|` and an anchor there is nothing that `*` could repeat.
  let isStart = true
  let at = 0
  while (at < text.length) {
    const char = text[at]!
    if (char === '\\') {
      if (at + 1 === text.length) return { kind: 'trailing-backslash', from: at, to: at + 1 }
      at += 2
      isStart = false
    } else if (char === '[') {
      const bracket = readBracket(text, at)
      if (typeof bracket === 'object') return bracket
      at = bracket
      isStart = false
    } else if (char === '(') {
      groups.push(at)
      isStart = true
      at++
    } else if (char === ')') {
      groups.pop()
      isStart = false
      at++
    } else if (char === '|' || char === '^' || char === '$') {
      isStart = true
      at++
    } else if (char === '*' || char === '+' || char === '?') {
      if (isStart) return { kind: 'nothing-to-repeat', from: at, to: at + 1 }
      at++
    } else if (char === '{') {
      const count = isStart
        ? { kind: 'nothing-to-repeat' as const, from: at, to: at + 1 }
        : readCount(text, at)
      if (typeof count === 'object') return count
      at = count
    } else {
      isStart = false
      at++
    }
  }
  const open = groups.at(-1)
  return open === undefined ? undefined : { kind: 'open-group', from: open, to: open + 1 }
}

/** The offset behind `{…}`. */
function readCount(text: string, from: number): number | ExpressionFault {
  const close = text.indexOf('}', from)
  if (close === -1) return { kind: 'open-brace', from, to: from + 1 }
  const to = close + 1
  const counts = /^(\d*)(,(\d*))?$/.exec(text.slice(from + 1, close))
  // A backslash before the brace hides it from regcomp(3).
  if (!counts) return { kind: text[close - 1] === '\\' ? 'open-brace' : 'bad-count', from, to }
  const [, least = '', comma, most = ''] = counts
  if (least === '' && comma === undefined) return { kind: 'bad-count', from, to }
  if (Number(least) > largestCount || Number(most) > largestCount)
    return { kind: 'count-too-large', from, to }
  return most !== '' && Number(least) > Number(most) ? { kind: 'bad-count', from, to } : to
}

/** The offset behind `[…]`. */
function readBracket(text: string, from: number): number | ExpressionFault {
  let at = text[from + 1] === '^' ? from + 2 : from + 1
  const first = at
  while (at < text.length) {
    if (text[at] === ']' && at > first) return at + 1
    if (text[at] === '[' && ':.='.includes(text[at + 1] ?? ' ')) {
      const close = text.indexOf(`${text[at + 1]}]`, at + 2)
      if (close === -1) return { kind: 'open-bracket', from, to: from + 1 }
      if (text[at + 1] === ':' && !classNames.has(text.slice(at + 2, close))) {
        return { kind: 'unknown-class', from: at, to: close + 2 }
      }
      at = close + 2
      continue
    }
    if (isReversed(text[at]!, text[at + 1], text[at + 2])) return { kind: 'bad-range', from: at, to: at + 3 }
    at += text[at + 1] === '-' && text[at + 2] !== ']' && text[at + 2] !== '[' ? 3 : 1
  }
  return { kind: 'open-bracket', from, to: from + 1 }
}

/** True for a range that ends before it begins, in any locale: two digits, two small letters or two capitals. */
function isReversed(low: string, dash: string | undefined, high: string | undefined): boolean {
  if (dash !== '-' || high === undefined || high >= low) return false
  const pair = low + high
  return /^(?:\d\d|[a-z]{2}|[A-Z]{2})$/.test(pair)
}
