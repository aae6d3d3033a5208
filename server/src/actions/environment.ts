/** What the environment of a terminal is to have besides what it has, or why that is not known. */
export type BusEnvironment =
  | { readonly kind: 'complete' }
  | { readonly kind: 'additions'; readonly variables: Readonly<Record<string, string>> }
  /** No manager of the user's runs: nobody is logged in, and lingering is off. */
  | { readonly kind: 'no-manager'; readonly runtimeFolder: string }

/** The folder in which the sockets of a user's manager are, by `pam_systemd`. */
function runtimeFolderOf(uid: number): string {
  return `/run/user/${uid}`
}

/**
 * What a process lacks to reach the manager of its user: a login through PAM sets both variables, `su`, cron, SSH
 * without PAM and editors' servers do not. Variables that name the folder of somebody else, as `su` without `-l` leaves
 * them, are replaced; others that are set are a person's own choice and stay.
 * @param environment the process's own
 * @param uid the number of its user
 * @param exists whether there is such a file or folder; asked about those of the runtime folder only
 */
export function busEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  uid: number,
  exists: (path: string) => boolean,
): BusEnvironment {
  const runtimeFolder = runtimeFolderOf(uid)
  const bus = `${runtimeFolder}/bus`
  const variables: Record<string, string> = {}
  const { XDG_RUNTIME_DIR: folder, DBUS_SESSION_BUS_ADDRESS: address } = environment
  if (!folder || isOfAnother(folder, runtimeFolder)) variables.XDG_RUNTIME_DIR = runtimeFolder
  if (!address || isOfAnother(pathOfAddress(address), runtimeFolder)) {
    if (exists(bus)) variables.DBUS_SESSION_BUS_ADDRESS = `unix:path=${bus}`
  }
  const isOwnFolder = (variables.XDG_RUNTIME_DIR ?? folder) === runtimeFolder
  if (isOwnFolder && !exists(runtimeFolder)) return { kind: 'no-manager', runtimeFolder }
  return Object.keys(variables).length === 0 ? { kind: 'complete' } : { kind: 'additions', variables }
}

function pathOfAddress(address: string): string {
  return /^unix:path=([^,;]*)/.exec(address)?.[1] ?? ''
}

function isOfAnother(path: string, own: string): boolean {
  return /^\/run\/user\/\d+(?:\/|$)/.test(path) && path !== own && !path.startsWith(`${own}/`)
}
