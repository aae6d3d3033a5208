// Bundles everything that ships into dist/. `--production` minifies and leaves the source maps out.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Builds the bundles.
 * @param {{ production?: boolean }} options
 */
export async function build({ production = false } = {}) {
  const { build: bundle } = await import('esbuild')
  const dist = path.join(root, 'dist')
  await rm(dist, { recursive: true, force: true })
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: !production,
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    target: 'es2022',
  }
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20' }
  const worker = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] }
  await Promise.all([
    bundle({
      ...node,
      entryPoints: ['client/src/extension.ts'],
      outfile: 'dist/extension.cjs',
      external: ['vscode'],
    }),
    bundle({ ...node, entryPoints: ['server/src/main.node.ts'], outfile: 'dist/server.cjs' }),
    bundle({
      ...node,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: 'dist/cli.cjs',
      banner: { js: '#!/usr/bin/env node' },
    }),
    // VS Code takes the manifest's `.cjs` for CommonJS, and then adds `.js` to the name of what a worker is to load.
    bundle({
      ...worker,
      format: 'cjs',
      entryPoints: ['client/src/browser.ts'],
      outfile: 'dist/extension.browser.cjs.js',
      external: ['vscode'],
    }),
    bundle({
      ...worker,
      format: 'iife',
      entryPoints: ['server/src/main.browser.ts'],
      outfile: 'dist/server.browser.js',
    }),
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ production: process.argv.includes('--production') })
}
