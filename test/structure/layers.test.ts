import { describe, expect, test } from 'vitest'
import { importsOf, sourceFiles } from './imports.ts'

/** From the ground up: a layer may import those below it. Layers of one rank know nothing of each other. */
const ranks: Readonly<Record<string, number>> = {
  base: 0,
  lint: 1,
  unit: 2,
  monit: 2,
  workspace: 3,
  scaffold: 4,
  actions: 4,
  lsp: 5,
  cli: 5,
  main: 6,
}

const serverFiles = sourceFiles('server/src')
const clientFiles = sourceFiles('client/src')
const serverImports = serverFiles.flatMap(importsOf)
const clientImports = clientFiles.flatMap(importsOf)

/** `base` for `server/src/base/span.ts`, `main` for the entries; undefined for the protocol, which has no layer. */
function layerOf(file: string): string | undefined {
  const inner = /^server\/src\/(.+)$/.exec(file)?.[1] ?? ''
  if (inner.startsWith('main.')) return 'main'
  return inner.includes('/') ? inner.slice(0, inner.indexOf('/')) : undefined
}

describe('imports', () => {
  test('every folder of the server has a place among the layers', () => {
    const layers = new Set(serverFiles.map(layerOf).filter((layer) => layer !== undefined))
    expect([...layers].filter((layer) => !(layer in ranks))).toEqual([])
  })

  test('run one way through the layers', () => {
    const wrong = serverImports.filter(({ from, to, isFile }) => {
      const importer = layerOf(from)
      const imported = layerOf(to)
      if (!isFile || importer === undefined || imported === undefined || importer === imported) return false
      return ranks[importer]! <= ranks[imported]!
    })
    expect(wrong).toEqual([])
  })

  test('of the server by the client are of its protocol, scaffolds and actions only', () => {
    const wrong = clientImports.filter(
      ({ to, isFile }) =>
        isFile &&
        to.startsWith('server/') &&
        !/^server\/src\/(?:protocol\.ts$|scaffold\/|actions\/)/.test(to),
    )
    expect(wrong).toEqual([])
  })

  test('by the server never reach the client', () => {
    expect(serverImports.filter(({ to, isFile }) => isFile && to.startsWith('client/'))).toEqual([])
  })

  test('make no cycle', () => {
    const graph = new Map<string, string[]>()
    for (const { from, to, isFile } of [...serverImports, ...clientImports]) {
      if (isFile) graph.set(from, [...(graph.get(from) ?? []), to])
    }
    expect(findCycle(graph)).toBeUndefined()
  })
})

describe('packages', () => {
  test('`vscode` is imported in the client only', () => {
    expect(serverImports.filter(({ to }) => to === 'vscode')).toEqual([])
  })

  test('the protocol library is imported by lsp and the entries only', () => {
    const wrong = serverImports.filter(
      ({ from, to }) => to.startsWith('vscode-languageserver') && !/\/(?:lsp\/|main\.)/.test(from),
    )
    expect(wrong).toEqual([])
  })

  test('Node is imported by the command line, the Node entries and the generators only', () => {
    const allowed = /^server\/src\/(?:cli\/|main\.node\.ts)|^client\/src\/extension\.ts$|\.node\.ts$/
    const wrong = [...serverImports, ...clientImports].filter(
      ({ from, to }) => to.startsWith('node:') && !allowed.test(from),
    )
    expect(wrong).toEqual([])
  })

  test('what runs in a browser reaches no Node module', () => {
    const reached = reach(['server/src/main.browser.ts', 'client/src/browser.ts'])
    const wrong = [...reached]
      .flatMap(importsOf)
      .filter(
        ({ to }) =>
          to.startsWith('node:') ||
          to === 'vscode-languageclient/node' ||
          to === 'vscode-languageserver/node',
      )
    expect(wrong).toEqual([])
  })

  test('at run time come from the five that may ship', () => {
    const shipped =
      /^(?:node:|vscode$|vscode-languageserver|vscode-languageclient|vscode-jsonrpc|vscode-uri$|picomatch$)/
    const wrong = [...serverImports, ...clientImports].filter(
      ({ to, isFile }) => !isFile && !shipped.test(to),
    )
    expect(wrong).toEqual([])
  })
})

describe('the entries', () => {
  test.each(['server/src/main.node.ts', 'server/src/main.browser.ts'])(
    '%s is no more than a connection and a file system',
    async (file) => {
      const { readFileSync } = await import('node:fs')
      expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThanOrEqual(41)
    },
  )
})

test('no hand-written file is longer than 600 lines', async () => {
  const { readFileSync } = await import('node:fs')
  const files = ['server', 'client', 'test']
    .flatMap((folder) => sourceFiles(folder, true))
    .filter((file) => !file.includes('.generated.'))
  const long = files
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 601)
  expect(long).toEqual([])
})

function reach(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const todo = [...entries]
  for (let file = todo.pop(); file; file = todo.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    todo.push(...importsOf(file).flatMap(({ to, isFile }) => (isFile ? [to] : [])))
  }
  return seen
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): readonly string[] | undefined => {
    if (done.has(file)) return undefined
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    path.push(file)
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    path.pop()
    done.add(file)
    return undefined
  }
  for (const file of graph.keys()) {
    const cycle = visit(file)
    if (cycle) return cycle
  }
  return undefined
}
