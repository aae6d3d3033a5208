import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { generate } from '../../server/tools/generate.ts'

const root = path.resolve(import.meta.dirname, '../..')
const files = generate(root)

test.each([...files.keys()])('%s is what the generators make', (file) => {
  expect(existsSync(path.join(root, file))).toBe(true)
  expect(readFileSync(path.join(root, file), 'utf8')).toBe(files.get(file))
})

test('no page tells of a rule that is gone', () => {
  const pages = readdirSync(path.join(root, 'docs/rules')).map((name) => `docs/rules/${name}`)
  expect(pages.filter((page) => !files.has(page))).toEqual([])
})
