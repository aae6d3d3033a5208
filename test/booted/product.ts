import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from '../../scripts/build.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder with the product, built for this run. */
    product: string
  }
}

const prefix = 'unitwright-booted-'

/** Builds the product anew, so that no older one is what is tested. */
export default async function setup(project: TestProject): Promise<() => void> {
  removeLeftovers()
  const folder = mkdtempSync(path.join(tmpdir(), `${prefix}${process.pid}-`))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    await build({ folder })
  } catch (error) {
    remove()
    throw error
  }
  project.provide('product', folder)
  return remove
}

/** Removes what runs have built that were killed. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (!Number.isNaN(pid) && !existsSync(`/proc/${pid}`)) {
      rmSync(path.join(tmpdir(), name), { recursive: true, force: true })
    }
  }
}
