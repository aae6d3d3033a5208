import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from './imports.ts'

const root = path.resolve(import.meta.dirname, '../..')

// Laid out as the formatter does: the last line of the call is the last argument.
const call = /^( *)(?:await )?fc\.assert\(\n([\s\S]*?)\n\1\)$/gm

test('every property is tried with the same texts each time, so that it fails for a change and not by chance', () => {
  const all = ['server', 'client', 'test'].flatMap((folder) => sourceFiles(folder, true))
  const wrong = all.flatMap((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const calls = [...text.matchAll(call)].map(([, , body]) =>
      body!.slice(body!.lastIndexOf('\n') + 1).trim(),
    )
    if (calls.length !== text.split(/\bfc\.assert\(\n/).length - 1) return [`${file}: a call is not seen`]
    const constants = new Set([...text.matchAll(/^const (\w+) = runs\(/gm)].map(([, name]) => name))
    return calls
      .filter((last) => !/^runs\(\d+\),$/.test(last) && !constants.has(last.slice(0, -1)))
      .map((last) => `${file}: ${last}`)
  })
  expect(wrong).toEqual([])
})
