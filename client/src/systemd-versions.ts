/** A version of systemd to choose from, with what a person may know it by. */
export interface SystemdVersion {
  readonly version: number
  readonly note?: string
}

/** The oldest and the newest version that the server's directive tables were made from. */
export const oldestOffered = 252
export const newestOffered = 262

const notes: Readonly<Record<number, string>> = {
  252: 'Debian 12, RHEL 9',
  255: 'Ubuntu 24.04',
  257: 'Debian 13, RHEL 10',
  [newestOffered]: 'the newest known',
}

/** The versions to offer, newest first. */
export const systemdVersions: readonly SystemdVersion[] = Array.from(
  { length: newestOffered - oldestOffered + 1 },
  (_, index) => ({ version: newestOffered - index, note: notes[newestOffered - index] }),
)

/** Reads what a person typed as a version, `257` or `v257.9`; undefined where it is none. */
export function readTypedVersion(text: string): string | undefined {
  return /^v?(\d{3})(?:[.~-].*)?$/.exec(text.trim())?.[1]
}
