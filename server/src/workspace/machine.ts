import type { FileSystem } from '../base/file-system.ts'

/** Where distributions put systemd's private library; NixOS has no /usr/lib. */
const folders = [
  '/usr/lib/systemd',
  '/lib/systemd',
  '/usr/lib64/systemd',
  '/run/current-system/sw/lib/systemd',
]

// libsystemd-shared-252.so, libsystemd-shared-257.9-1.fc42.so, libsystemd-shared-258~rc1.so
const library = /^libsystemd-shared-(\d{3,4})(?:[^\d].*)?\.so$/

/**
 * The major version of the machine's systemd, told by the name of its library, so that no process need be started.
 * The highest one counts where an upgrade left another behind. Undefined where there is no systemd.
 */
export async function machineVersion(files: FileSystem): Promise<number | undefined> {
  const found = await Promise.all([
    ...folders.map((folder) => versionsIn(files, folder)),
    multiarchVersions(files),
  ])
  const versions = found.flat()
  return versions.length > 0 ? Math.max(...versions) : undefined
}

/** Debian and its kin keep libraries in folders such as /usr/lib/x86_64-linux-gnu. */
async function multiarchVersions(files: FileSystem): Promise<readonly number[]> {
  const entries = (await files.readFolder('file:///usr/lib')) ?? []
  const triplets = entries.filter(({ name, kind }) => kind === 'folder' && /^[\w.]+-linux-[\w.]+$/.test(name))
  const found = await Promise.all(triplets.map(({ name }) => versionsIn(files, `/usr/lib/${name}/systemd`)))
  return found.flat()
}

async function versionsIn(files: FileSystem, folder: string): Promise<readonly number[]> {
  const entries = (await files.readFolder(`file://${folder}`)) ?? []
  return entries.flatMap(({ name }) => {
    const version = library.exec(name)?.[1]
    return version === undefined ? [] : [Number(version)]
  })
}
