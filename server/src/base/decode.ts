/**
 * Decodes UTF-8 without losing a byte: each byte that is not UTF-8 becomes the lone surrogate U+DC80 + (byte - 0x80),
 * which no valid text contains, so `encodeText(decodeText(bytes))` gives the bytes back and the parser can point at
 * the place. A BOM stays in the text.
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return decodeWithEscapes(bytes)
  }
}

/** The bytes of a text that came from `decodeText`. */
export function encodeText(text: string): Uint8Array {
  if (!/\p{Surrogate}/u.test(text)) return new TextEncoder().encode(text)
  const encoder = new TextEncoder()
  const parts = text.split(/([\uDC80-\uDCFF])/u)
  const chunks = parts.map((part) =>
    /^[\uDC80-\uDCFF]$/u.test(part) ? Uint8Array.of(part.charCodeAt(0) - 0xdc00) : encoder.encode(part),
  )
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

function decodeWithEscapes(bytes: Uint8Array): string {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const pieces: string[] = []
  let good = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    if (at > good) pieces.push(strict.decode(bytes.subarray(good, at)))
    pieces.push(String.fromCharCode(0xdc00 + bytes[at]!))
    at += 1
    good = at
  }
  if (at > good) pieces.push(strict.decode(bytes.subarray(good, at)))
  return pieces.join('')
}

/** The length of the well-formed UTF-8 sequence at `at` (Unicode table 3-7), or 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (first < 0x80) return 1
  const tail = (index: number, low = 0x80, high = 0xbf) => {
    const byte = bytes[at + index]
    return byte !== undefined && byte >= low && byte <= high
  }
  if (first >= 0xc2 && first <= 0xdf) return tail(1) ? 2 : 0
  if (first >= 0xe0 && first <= 0xef) {
    const low = first === 0xe0 ? 0xa0 : 0x80
    const high = first === 0xed ? 0x9f : 0xbf
    return tail(1, low, high) && tail(2) ? 3 : 0
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const low = first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xf4 ? 0x8f : 0xbf
    return tail(1, low, high) && tail(2) && tail(3) ? 4 : 0
  }
  return 0
}
