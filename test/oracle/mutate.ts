/** Numbers from 0 to below 1 that follow from the seed alone (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const strange = [
  '%',
  '%%',
  '%n',
  '"',
  "'",
  '\\',
  '\\x2d',
  ' ',
  '  ',
  ':',
  ',',
  '=',
  '~',
  '-',
  '+',
  '!',
  '/',
  '//',
  '..',
  '0',
  '1',
  '9999999999',
  'x',
  'é',
  '\t',
  '#',
  ';',
  '@',
  '.',
  '*',
  '$X',
  `\${X}`,
  '[',
  ']',
  'K',
  's',
  'infinity',
]

/** A value made from one or two others by a small slip, or a few. */
export function mutate(value: string, other: string, next: () => number): string {
  const slips = 1 + Math.floor(next() * 2)
  let text = value
  for (let slip = 0; slip < slips; slip++) text = slipOnce(text, other, next)
  return text.trim()
}

function slipOnce(text: string, other: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1))
  const odd = strange[Math.floor(next() * strange.length)]!
  switch (Math.floor(next() * 10)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return text.slice(0, at) + odd + text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(at, at + 1).repeat(2) + text.slice(at + 1)
    case 3:
      return `${text} ${other}`
    case 4:
      return text + odd
    case 5:
      return odd + text
    case 6:
      return text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase()
    case 7:
      return `"${text}"`
    case 8:
      return text.slice(0, at) + other.slice(Math.floor(next() * (other.length + 1)))
    default:
      return text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2)
  }
}
