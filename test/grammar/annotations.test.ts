import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

// `npm run grammar` compares scopes whole: an assertion that forbids a scope no grammar gives would always hold.

const here = fileURLToPath(new URL('.', import.meta.url))
const grammars = fileURLToPath(new URL('../../syntaxes/', import.meta.url))

const painted: ReadonlySet<string> = new Set(
  [grammars, here]
    .flatMap((folder) => filesIn(folder, '.tmLanguage.json'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/"(?:name|contentName)": "([^"]+)"/g)])
    .map((match) => match[1]!),
)

const annotated = ['.service', '.timer', '.in', '.monitrc', '.erb', '.j2'].flatMap((ending) =>
  filesIn(here, ending),
)

test.each(annotated)('every scope that %s names exists', (file) => {
  const named = [...readFileSync(file, 'utf8').matchAll(/^#\s*(?:\^+|<~*-+)\s+(.*)$/gm)]
    .flatMap((match) => match[1]!.split(' '))
    .filter((scope) => scope !== '-')
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((scope) => !painted.has(scope))).toEqual([])
})

function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => folder + name)
}
