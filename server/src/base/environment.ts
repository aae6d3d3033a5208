import type { Settings } from './settings.ts'

/** What is known besides the file itself. */
export interface Environment {
  readonly settings: Settings
  /** The systemd of the machine that the files are on, where there is one. */
  readonly machineVersion: number | undefined
  /** Names of the unit files near by: those of the workspace. */
  unitNames(): readonly string[]
  /** What the machine's own manual says of a directive, where it is installed and may be read. */
  manual(page: string, section: string, directive: string): Promise<ManualPassage | undefined>
}

/** A passage of an installed manual page. */
export interface ManualPassage {
  /** The page and the version it was written for, `systemd.service(5), systemd 252`. */
  readonly source: string
  readonly markdown: string
}
