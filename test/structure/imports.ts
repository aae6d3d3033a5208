import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** One `import` of a source file. */
export interface Import {
  /** The importing file, from the project's root, with `/`. */
  readonly from: string
  /** The imported file, likewise; or the package's name. */
  readonly to: string
  readonly isFile: boolean
}

const root = path.resolve(import.meta.dirname, '../..')
const importLine =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every TypeScript file below a folder of the project, tests left out unless asked for. */
export function sourceFiles(folder: string, withTests = false): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => withTests || !isTestCode(file))
    .sort()
}

/** The imports of a file, dynamic ones too. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  return [...text.matchAll(importLine)].map((match) => {
    const target = match[1] ?? match[2] ?? ''
    if (!target.startsWith('.')) return { from: file, to: target, isFile: false }
    return { from: file, to: path.posix.join(path.posix.dirname(file), target), isFile: true }
  })
}

function isTestCode(file: string): boolean {
  return /\.test\.ts$/.test(file) || file.includes('/testing/')
}
