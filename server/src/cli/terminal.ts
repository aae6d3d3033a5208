import { fstatSync, writeSync } from 'node:fs'

export type Stream = 'out' | 'err'

/** The world around the command line, so that tests can stand in for it. */
export interface Terminal {
  /** The folder that relative paths start from. */
  readonly cwd: string
  /** The file descriptor of standard input. */
  readonly stdin: number
  /** True where a person watches the stream and wants colours. */
  colours(stream: Stream): boolean
  write(stream: Stream, data: string | Uint8Array): void
}

const descriptors: Readonly<Record<Stream, number>> = { out: 1, err: 2 }

/** The terminal of this process. Writes at once, not through Node's streams: those take longer to load than a check. */
export async function openTerminal(): Promise<Terminal> {
  const closed = new Set<Stream>()
  const coloured = await colouredStreams()
  return {
    cwd: process.cwd(),
    stdin: 0,
    colours: (stream) => coloured.has(stream),
    write(stream, data) {
      if (closed.has(stream)) return
      const bytes = typeof data === 'string' ? Buffer.from(data) : data
      if (!writeAll(descriptors[stream], bytes)) closed.add(stream)
    },
  }
}

async function colouredStreams(): Promise<ReadonlySet<Stream>> {
  const plain = process.env.NO_COLOR || process.env.TERM === 'dumb'
  const candidates = plain ? [] : (['out', 'err'] as const).filter((stream) => isDevice(descriptors[stream]))
  if (candidates.length === 0) return new Set()
  const { isatty } = await import('node:tty')
  return new Set(candidates.filter((stream) => isatty(descriptors[stream])))
}

function isDevice(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice()
  } catch {
    return false
  }
}

/** False where nobody reads any more: `| head` has seen enough, or the stream was closed from the start. */
function writeAll(descriptor: number, bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE' || code === 'EBADF') return false
      if (code !== 'EAGAIN') throw error
      pause()
    }
  }
  return true
}

/** Gives the other end of a non-blocking stream a moment. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
}
