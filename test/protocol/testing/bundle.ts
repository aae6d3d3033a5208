import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

/** What bundles the server as scripts/build.mjs does, for the platform it runs on. */
const targets = {
  node: { entry: 'server/src/main.node.ts', platform: 'node', format: 'cjs', target: 'node20' },
  browser: {
    entry: 'server/src/main.browser.ts',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
  },
} as const

/** Bundles the server for a test file, anew, so that no older bundle is what is tested; gives the bundle's path. */
export function bundledServer(platform: keyof typeof targets): () => string {
  let folder = ''
  const outfile = () => path.join(folder, 'server.cjs')
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'unitwright-server-'))
    const { entry, ...options } = targets[platform]
    await build({
      ...options,
      mainFields: 'mainFields' in options ? [...options.mainFields] : undefined,
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: outfile(),
      bundle: true,
      minify: true,
      logLevel: 'warning',
    })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return outfile
}
