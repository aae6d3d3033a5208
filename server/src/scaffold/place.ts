import type { ScaffoldFile } from './template.ts'

/** Where a file lies in a folder of its kind alone: a drop-in keeps the folder that says what it belongs to. */
export function pathInFolder({ path }: Pick<ScaffoldFile, 'path'>): string {
  return /(?:[^/]+\.d\/)?[^/]+$/.exec(path)?.[0] ?? path
}
