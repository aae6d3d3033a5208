import { decodeText } from '../base/decode.ts'
import { type DropIn, noDropIns } from '../base/environment.ts'
import type { UnitIdentity } from './identity.ts'

/** Larger ones are not looked at; none that a person writes comes near. In bytes. */
export const largestDropIn = 1024 * 1024

/** So many files of a folder are looked at. */
const mostDropIns = 200

/** A folder of drop-ins: what is in it by the names of the files. */
export type DropInFolder = ReadonlyMap<string, DropIn>

/** The names of a folder's files that systemd reads as drop-ins; of very many the first. */
export function dropInNames(files: readonly string[]): readonly string[] {
  return files
    .filter((file) => file.endsWith('.conf') && !file.startsWith('.'))
    .sort()
    .slice(0, mostDropIns)
}

/** The file of a folder of drop-ins; undefined where it is no text, or too large. */
export function toDropIn(folder: string, file: string, bytes: Uint8Array): DropIn | undefined {
  if (bytes.length > largestDropIn || bytes.includes(0)) return undefined
  return { name: `${folder}/${file}`, text: decodeText(bytes) }
}

/**
 * The folders beside a unit file in which systemd looks for its drop-ins, the more specific first: those of its name,
 * of its template, of the names that its own begins with (`foo-.service.d` for `foo-bar.service`), and of its type.
 * `unit_file_find_dropin_paths()` has this order.
 * @returns none for what is a drop-in itself, or has no type
 */
export function dropInFolders({ name, type, dropIn }: UnitIdentity): readonly string[] {
  if (type === undefined || dropIn) return []
  const stem = name.slice(0, -type.length - 1)
  const at = stem.indexOf('@')
  const [prefix, instance] = at < 0 ? [stem, undefined] : [stem.slice(0, at), stem.slice(at + 1)]
  const folders = new Set(
    [...stems(prefix, instance), ''].map((each) => (each ? `${each}.${type}.d` : `${type}.d`)),
  )
  return [...folders]
}

/** The names, without type, that a unit's drop-ins may go by; `instance` is '' for a template. */
function stems(prefix: string, instance: string | undefined): readonly string[] {
  const own = instance === undefined ? prefix : `${prefix}@${instance}`
  const shorter = shortened(prefix)
  // A template's name loses its `@` with its end, an instance's doesn't.
  const rest = instance ? instance : undefined
  return [own, ...(instance ? stems(prefix, '') : []), ...(shorter === undefined ? [] : stems(shorter, rest))]
}

/** `a-b-` for `a-b-c`, `a-` for that. */
function shortened(prefix: string): string | undefined {
  const body = prefix.endsWith('-') ? prefix.slice(0, -1) : prefix
  const dash = body.lastIndexOf('-')
  return dash > 0 ? body.slice(0, dash + 1) : undefined
}

/**
 * The drop-ins in the order in which systemd reads them: by the names of the files, whatever their folders. Of files of
 * one name only that in the first folder counts, as with `conf_files_list_strv()`.
 */
export function inOrder(folders: readonly DropInFolder[]): readonly DropIn[] {
  const files = new Map<string, DropIn>()
  for (const folder of folders) {
    for (const [name, dropIn] of folder) if (!files.has(name)) files.set(name, dropIn)
  }
  if (files.size === 0) return noDropIns
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dropIn]) => dropIn)
}
