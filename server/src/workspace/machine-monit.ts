import type { FileSystem } from '../base/file-system.ts'

/** Where packages and monit's own build put the program; NixOS and Homebrew have folders of their own. */
const places = [
  '/usr/local/bin/monit',
  '/usr/bin/monit',
  '/usr/sbin/monit',
  '/usr/local/sbin/monit',
  '/opt/monit/bin/monit',
  '/opt/homebrew/bin/monit',
  '/run/current-system/sw/bin/monit',
]

/** monit is a megabyte; what is many times larger is none, and not worth the reading. */
const largestProgram = 32 * 1024 * 1024

/** The page about itself that monit's web interface shows has the version in its text. */
const onItsPage = /\bmonit (\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)</
/** The version alone, as the program's own constant. */
const asConstant = /\0([5-9]\.\d{1,2}(?:\.\d{1,2})?)(?=\0)/g

/**
 * The version of the machine's monit, `5.33.0`, told by texts in its program file, so that no process need be started.
 * The first place that has one counts. Undefined where there is no monit, or one that doesn't tell.
 */
export async function machineMonitVersion(files: FileSystem): Promise<string | undefined> {
  for (const place of places) {
    const bytes = await files.readFile(`file://${place}`, largestProgram)
    const version = bytes && versionInProgram(bytes)
    if (version !== undefined) return version
  }
  return undefined
}

function versionInProgram(bytes: Uint8Array): string | undefined {
  // A byte for a character: a program is no text.
  const content = new TextDecoder('latin1').decode(bytes)
  // A wrapper script may name monit and a number for whatever reason.
  if (!content.startsWith('\x7fELF') && !/^(?:[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe)/.test(content)) {
    return undefined
  }
  const shown = onItsPage.exec(content)?.[1]
  if (shown !== undefined) return shown
  const constants = new Set([...content.matchAll(asConstant)].map(([, version]) => version))
  return constants.size === 1 ? [...constants][0] : undefined
}
