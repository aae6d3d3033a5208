// Runs a TypeScript module of this project in Node, bundled on the fly.
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Bundles the module at `file` and imports it; packages stay as they are. */
export async function importTypeScript(file) {
  const { build } = await import('esbuild')
  const folder = path.join(root, 'out')
  await mkdir(folder, { recursive: true })
  const outfile = path.join(folder, `${path.basename(file, '.ts')}-${process.pid}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(outfile, { force: true })
  }
}
