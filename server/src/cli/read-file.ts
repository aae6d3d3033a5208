import { closeSync, openSync, readSync } from 'node:fs'
import { decodeText } from '../base/decode.ts'
import { reasonOf } from './problem.ts'
import { pause } from './terminal.ts'

/** No unit file comes near; what is larger is something else, and would only take time and memory. */
export const largestFile = 8 * 1024 * 1024

/** How far into a file a NUL byte is looked for. */
const binaryWindow = 8000

export type Reading =
  | { readonly kind: 'text'; readonly text: string }
  /** It can be read and is no unit file. */
  | { readonly kind: 'unfit'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Reads a file, a pipe or a device as text; see `decodeText` for bytes that are no UTF-8. */
export function readTextFile(file: string): Reading {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
  try {
    return readText(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Reads an open file to its end. */
export function readText(descriptor: number): Reading {
  let bytes: Uint8Array | undefined
  try {
    bytes = readUpTo(descriptor, largestFile)
  } catch (error) {
    return { kind: 'unreadable', reason: reasonOf(error) }
  }
  if (!bytes)
    return {
      kind: 'unfit',
      reason: `it is larger than ${largestFile / 1024 / 1024} MiB, too large for a unit file`,
    }
  const reason = whyNotText(bytes)
  return reason ? { kind: 'unfit', reason } : { kind: 'text', text: decodeText(bytes) }
}

/** The bytes up to the end of the file; undefined where there are more than `limit`. */
function readUpTo(descriptor: number, limit: number): Uint8Array | undefined {
  const chunks: Buffer[] = []
  let size = 0
  for (;;) {
    // Most unit files fit into the first chunk.
    const chunk = Buffer.allocUnsafe(size === 0 ? 16 * 1024 : 256 * 1024)
    const count = readSome(descriptor, chunk)
    if (count === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
    size += count
    if (size > limit) return undefined
    chunks.push(chunk.subarray(0, count))
  }
}

function readSome(descriptor: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, into)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      // On Windows the end of a pipe is an error.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      pause()
    }
  }
}

function whyNotText(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'it is UTF-16 text, which systemd does not read; save it as UTF-8'
  }
  return bytes.subarray(0, binaryWindow).includes(0) ? 'it is a binary file, not a unit file' : undefined
}
