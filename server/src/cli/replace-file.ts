import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

/**
 * Puts new bytes in the place of a file in one step: a reader sees the old ones or the new ones, and a failure leaves
 * the old ones. Mode and owner stay; a symbolic link stays one. Throws the operating system's error.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const old = statSync(file)
  if (!old.isFile()) throw new Error('it is no regular file')
  const target = realpathSync(file)
  // A rename needs no right to write the file itself, so a read-only one would be replaced.
  accessSync(target, constants.W_OK)
  const fresh = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`)
  const descriptor = openSync(fresh, 'wx', 0o600)
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at)
      const { uid, gid } = fstatSync(descriptor)
      if (uid !== old.uid || gid !== old.gid) fchownSync(descriptor, old.uid, old.gid)
      // After the owner: changing that clears the set-id bits.
      fchmodSync(descriptor, old.mode & 0o7777)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(fresh, target)
  } catch (error) {
    unlinkSync(fresh)
    throw error
  }
}
