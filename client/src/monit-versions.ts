/** A version of monit to choose from, with what a person may know it by. */
export interface MonitVersion {
  readonly version: string
  readonly note?: string
}

/** The versions to offer, newest first; the ends are the server's. */
export const monitVersions: readonly MonitVersion[] = [
  { version: '6.0.0', note: 'the newest known' },
  { version: '5.35.0' },
  { version: '5.34.3', note: 'Debian 13' },
  { version: '5.33.0', note: 'Debian 12, Ubuntu 24.04' },
  { version: '5.32.0' },
  { version: '5.31.0', note: 'Ubuntu 22.04' },
  { version: '5.30.0' },
  { version: '5.29.0' },
  { version: '5.28.0' },
  { version: '5.27.2', note: 'Debian 11' },
  { version: '5.26.0', note: 'Ubuntu 20.04' },
]

/** Reads what a person typed as a version, `5.25.3` or `v6.0`; undefined where it is none. */
export function readTypedMonitVersion(text: string): string | undefined {
  return /^v?(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)$/.exec(text.trim())?.[1]
}
