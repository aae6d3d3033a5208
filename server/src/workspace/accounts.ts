import { decodeText } from '../base/decode.ts'
import { type Account, type Accounts, noAccounts } from '../base/environment.ts'
import type { FileSystem } from '../base/file-system.ts'

/**
 * The users and groups that a machine keeps in its own files. Those of a directory server are not among them: asking
 * for these would take a process.
 */
export class MachineAccounts {
  readonly #files: FileSystem
  #known: Accounts = noAccounts
  #reading: Promise<void> | undefined

  constructor(files: FileSystem) {
    this.#files = files
  }

  /**
   * What is known now. It is read again behind the answer, so that a user who was made a moment ago is there when the
   * next question comes.
   */
  list(): Accounts {
    void this.refresh()
    return this.#known
  }

  /** Reads the files, once however many ask meanwhile. */
  refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined
    })
    return this.#reading
  }

  async #read(): Promise<void> {
    const [users, groups] = await Promise.all([this.#accountsIn('passwd'), this.#accountsIn('group')])
    this.#known = { users, groups }
  }

  async #accountsIn(file: string): Promise<readonly Account[]> {
    const bytes = await this.#files.readFile(`file:///etc/${file}`)
    return bytes ? readAccounts(decodeText(bytes)) : []
  }
}

/**
 * The accounts in a text like that of passwd(5) or group(5), where a name, a password and a number come first in each
 * line. Lines of another shape count for nothing, such as those that begin with `+` and point to a directory server.
 */
export function readAccounts(text: string): readonly Account[] {
  return text.split('\n').flatMap((line): readonly Account[] => {
    const [, name, id] = /^([^:#+\s-][^:\s]*):[^:]*:(\d{1,10}):/.exec(line) ?? []
    return name === undefined || id === undefined ? [] : [{ name, id: Number(id) }]
  })
}
