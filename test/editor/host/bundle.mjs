import { readdirSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'

/**
 * Answers the import of `bundled-tests` with a module that imports every test of the suite: nobody keeps a list.
 * @param {readonly string[]} files names within the suite folder
 * @param {string} suite
 * @returns {import('esbuild').Plugin}
 */
function bundledTests(files, suite) {
  return {
    name: 'bundled-tests',
    setup(build) {
      build.onResolve({ filter: /^bundled-tests$/ }, () => ({ path: 'bundled-tests', namespace: 'suite' }))
      build.onLoad({ filter: /.*/, namespace: 'suite' }, () => ({
        contents: files.map((file) => `import ${JSON.stringify(`./${file}`)}`).join('\n'),
        resolveDir: suite,
      }))
    },
  }
}

/**
 * Bundles the mocha suite into one module that VS Code can load. Every `*.test.ts` is in it; for an extension host
 * without Node only `*.web.test.ts`, which use nothing of Node.
 * @param {object} options
 * @param {string} options.suite the folder with index.ts and the tests
 * @param {string} options.out the module to write, as VS Code is to be told
 * @param {boolean} options.web true for an extension host without Node
 * @param {string} [options.only] take only the test files with this in their name
 * @returns {Promise<(line: string) => string | undefined>} turns a place in the bundle, as a stack trace names it, into
 * the place in the source; undefined for mocha's own part of a trace
 */
export async function bundleSuite({ suite, out, web, only = '' }) {
  const { build } = await import('esbuild')
  const ending = web ? '.web.test.ts' : '.test.ts'
  const files = readdirSync(suite).filter((file) => file.endsWith(ending) && file.includes(only))
  if (files.length === 0) throw new Error(`no test file '*${only}*${ending}' in ${suite}`)
  const outfile = web ? `${out}.js` : out
  await build({
    entryPoints: [join(suite, 'index.ts')],
    // VS Code adds `.js` to whatever a worker is to load, after it has told CommonJS by `.cjs`.
    outfile,
    bundle: true,
    format: 'cjs',
    platform: web ? 'browser' : 'node',
    // VS Code 1.91, the oldest that the extension supports, has Node 20 and Chromium 124.
    target: web ? 'chrome124' : 'node20',
    external: ['vscode'],
    // mocha's build for browsers puts itself into a CommonJS module where it sees one: it must not see ours.
    ...(web
      ? { alias: { mocha: 'mocha/mocha.mjs' }, define: { module: 'undefined', exports: 'undefined' } }
      : {}),
    sourcemap: 'external',
    logLevel: 'warning',
    // mocha finds its workers for parallel runs that way; one extension host runs no test in parallel.
    logOverride: { 'require-resolve-not-external': 'silent' },
    plugins: [bundledTests(files, suite)],
  })
  const map = new SourceMap(JSON.parse(readFileSync(`${outfile}.map`, 'utf8')))
  // mocha shortens what lies below the current folder, so only the end of the path is sure to be there.
  const tail = `${basename(dirname(out))}/${basename(outfile)}`
  // A worker runs the text as the body of a function, whose head takes two lines.
  const head = web ? 2 : 0
  return (line) => {
    const [, place, row, column] = /([^\s()]*):(\d+):(\d+)\)?$/.exec(line) ?? []
    if (!place?.replace('#vscode-extension', '').replaceAll('\\', '/').endsWith(tail)) return line
    const entry = map.findEntry(Number(row) - 1 - head, Number(column) - 1)
    if (!('originalSource' in entry)) return line
    const source = relative(process.cwd(), resolve(dirname(out), entry.originalSource))
    if (/node_modules.mocha/.test(source)) return undefined
    const found = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    return line.replace(`${place}:${row}:${column}`, found)
  }
}
