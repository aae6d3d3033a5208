import { decodeText } from '../../base/decode.ts'
import type { ManualPassage } from '../../base/environment.ts'
import type { FileSystem } from '../../base/file-system.ts'
import { type ManualPage, passageOn, readManualPage } from './passages.ts'

/** Where manual pages lie; NixOS has no /usr/share. */
const roots = ['file:///usr/share/man', 'file:///run/current-system/sw/share/man']

/** The manual that is installed on the machine. Each page is read once, when it is first asked for. */
export class Manual {
  readonly #files: FileSystem
  readonly #pages = new Map<string, Promise<ManualPage | undefined>>()

  constructor(files: FileSystem) {
    this.#files = files
  }

  /**
   * What a page says of a directive.
   * @param page without its section number, `systemd.service`
   * @returns undefined where the page isn't installed or doesn't know the directive
   */
  async find(page: string, section: string, directive: string): Promise<ManualPassage | undefined> {
    let reading = this.#pages.get(page)
    if (!reading) {
      reading = this.#read(page)
      this.#pages.set(page, reading)
    }
    const found = await reading
    const markdown = found && passageOn(found, section, directive)
    if (!markdown) return undefined
    return { source: found.writtenFor === '' ? `${page}(5)` : `${page}(5), ${found.writtenFor}`, markdown }
  }

  async #read(page: string): Promise<ManualPage | undefined> {
    for (const root of roots) {
      const plain = `${root}/man5/${page}.5`
      const packed = await this.#files.readFile(`${plain}.gz`)
      const bytes = packed ? await gunzip(packed) : await this.#files.readFile(plain)
      if (bytes) return readManualPage(decodeText(bytes))
    }
    return undefined
  }
}

/** Unpacks a gzip file; undefined where it is none. */
async function gunzip(packed: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch {
    return undefined
  }
}
