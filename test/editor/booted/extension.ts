import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { listFiles } from '@vscode/vsce'
import type { TestProject } from 'vitest/node'
import { build } from '../../../scripts/build.mjs'
import { installCodeServer } from '../host/code-server-install.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the extension: the files that ship, built for this run. */
    extension: string
    /** The folder of the code-server package. */
    codeServer: string | { readonly missing: string }
  }
}

const root = path.resolve(import.meta.dirname, '..', '..', '..')

/** Puts the extension together as it ships, so that no older one is what is tested, and has an editor to test it in. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'unitwright-extension-'))
  // Another user reads it.
  chmodSync(folder, 0o755)
  const shipped = await listFiles({ cwd: root })
  for (const file of shipped.filter((each) => !each.startsWith('dist/'))) {
    cpSync(path.join(root, file), path.join(folder, file))
  }
  const dist = path.join(folder, 'dist')
  await build({ folder: dist })
  project.provide('product', dist)
  project.provide('extension', folder)
  project.provide(
    'codeServer',
    await installCodeServer().catch((error: Error) => {
      console.log(error.message)
      return { missing: 'code-server could not be installed' }
    }),
  )
  return () => rmSync(folder, { recursive: true, force: true })
}
