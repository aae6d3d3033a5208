// Bundles everything that ships into dist/. `--production` minifies and leaves the source maps out.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * What checking files needs none of: for Node each is a bundle of its own, loaded when it is asked for. The prose, half
 * of all code, comes with the first hover. Elsewhere it stays inside, since a worker loads one file.
 */
const apart = [
  { file: 'server/src/unit/features/describe.ts', bundle: 'describe.cjs' },
  { file: 'server/src/monit/features/describe.ts', bundle: 'describe-monit.cjs' },
  { file: 'server/src/cli/new.ts', bundle: 'new.cjs' },
]
const loadedLater = {
  name: 'loaded-later',
  setup(build) {
    build.onResolve({ filter: /\/(?:describe|new)\.ts$/ }, ({ kind, path: target, resolveDir }) => {
      const wanted = path.resolve(resolveDir, target)
      const found = apart.find(({ file }) => path.join(root, file) === wanted)
      return found && kind === 'dynamic-import' ? { path: `./${found.bundle}`, external: true } : undefined
    })
  },
}

/**
 * Builds the bundles.
 * @param {{ production?: boolean, folder?: string }} options `folder`: where they go; dist, unless said otherwise
 */
export async function build({ production = false, folder: dist = path.join(root, 'dist') } = {}) {
  const { build: bundle } = await import('esbuild')
  await rm(dist, { recursive: true, force: true })
  const common = {
    absWorkingDir: root,
    bundle: true,
    minify: production,
    sourcemap: !production,
    sourcesContent: false,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    target: 'es2022',
  }
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', plugins: [loadedLater] }
  const worker = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] }
  const results = await Promise.all([
    bundle({
      ...node,
      entryPoints: ['client/src/extension.ts'],
      outfile: path.join(dist, 'extension.cjs'),
      external: ['vscode'],
    }),
    bundle({ ...node, entryPoints: ['server/src/main.node.ts'], outfile: path.join(dist, 'server.cjs') }),
    ...apart.map(({ file, bundle: name }) =>
      bundle({ ...node, entryPoints: [file], outfile: path.join(dist, name) }),
    ),
    commandLine(bundle, node, dist),
    // VS Code takes the manifest's `.cjs` for CommonJS, and then adds `.js` to the name of what a worker is to load.
    bundle({
      ...worker,
      format: 'cjs',
      entryPoints: ['client/src/browser.ts'],
      outfile: path.join(dist, 'extension.browser.cjs.js'),
      external: ['vscode'],
    }),
    bundle({
      ...worker,
      format: 'iife',
      entryPoints: ['server/src/main.browser.ts'],
      outfile: path.join(dist, 'server.browser.js'),
    }),
  ])
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  await writeFile(path.join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(inputs))
}

/** The command line's program, and what starts it, which knows the program's hash. */
async function commandLine(bundle, node, dist) {
  const outfile = path.join(dist, 'program.cjs')
  const program = await bundle({
    ...node,
    entryPoints: ['server/src/cli/program.ts'],
    outfile,
    // Code that comes out of a cache has no loader for modules, only `require`.
    supported: { 'dynamic-import': false },
  })
  const hash = createHash('sha256').update(readFileSync(outfile)).digest('hex').slice(0, 32)
  await bundle({
    ...node,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: path.join(dist, 'cli.cjs'),
    banner: { js: '#!/usr/bin/env node' },
    define: { PROGRAM_BUILD: JSON.stringify(hash) },
  })
  return program
}

/** The licences of the packages that are in the bundles. */
function notices(inputs) {
  const packages = inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [])
  const parts = [...new Set(packages)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
    const text =
      file && existsSync(path.join(root, folder, file))
        ? readFileSync(path.join(root, folder, file), 'utf8')
        : license
    return `${name} ${version}\n\n${text.trim()}\n`
  })
  return `Unitwright contains code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build({ production: process.argv.includes('--production') })
}
