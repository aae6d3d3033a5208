import type { Settings } from './settings.ts'

/** What is known besides the file itself. */
export interface Environment {
  readonly settings: Settings
  /** The systemd of the machine that the files are on, where there is one. */
  readonly machineVersion: number | undefined
  /** The monit of that machine, `5.33.0`. */
  readonly machineMonit: string | undefined
  /** Names of the unit files near by: those of the workspace. */
  unitNames(): readonly string[]
  /** The users and groups of the machine that the files are on; none where it may not be looked at. */
  accounts(): Accounts
  /** The files that add to the one in question, in the order in which they are read. Answered from memory. */
  dropIns(): readonly DropIn[]
  /** The other control files that the monit of the file in question reads, as far as they are at hand. From memory. */
  controlFiles(): readonly ControlFile[]
  /**
   * The unit files of the workspace, their drop-ins, and the files by which servers are configured that they start, as
   * far as they have been read. From memory.
   */
  units(): readonly UnitFile[]
  /** What the machine's own manual says of a directive, where it is installed and may be read. */
  manual(page: string, section: string, directive: string): Promise<ManualPassage | undefined>
}

/** A passage of an installed manual page. */
export interface ManualPassage {
  /** The page and the version it was written for, `systemd.service(5), systemd 252`. */
  readonly source: string
  readonly markdown: string
}

/** A user or a group of a machine. */
export interface Account {
  readonly name: string
  /** The uid or gid. */
  readonly id: number
}

/** The accounts of a machine, in the order in which it lists them. */
export interface Accounts {
  readonly users: readonly Account[]
  readonly groups: readonly Account[]
}

/** A machine that nothing is known of. */
export const noAccounts: Accounts = { users: [], groups: [] }

/** A file that adds to another one: `web.service.d/override.conf` to `web.service`. */
export interface DropIn {
  /** Its path from the folder of the file that it adds to. */
  readonly name: string
  readonly text: string
}

/** A control file of monit's. */
export interface ControlFile {
  /** With `/` between folders; from the same root as that of the file in question. */
  readonly path: string
  readonly text: string
}

/** A unit file, a drop-in of one, or a file that the server of one reads. */
export interface UnitFile {
  /** With `/` between folders; from the same root as that of the file in question. */
  readonly path: string
  readonly text: string
}

/** What a file has that nothing adds to. */
export const noDropIns: readonly DropIn[] = []
