import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from './replace-file.ts'
import { scratch } from './testing/scratch.ts'

const bytes = Uint8Array.of(0x61, 0xff, 0x0a)

test.each([0o644, 0o600, 0o755, 0o4750])('the mode %o stays', (mode) => {
  const { folder } = scratch({ 'a.service': 'old' })
  const file = path.join(folder, 'a.service')
  chmodSync(file, mode)
  replaceFile(file, bytes)
  expect(new Uint8Array(readFileSync(file))).toEqual(bytes)
  expect(statSync(file).mode & 0o7777).toBe(mode)
  expect(readdirSync(folder)).toEqual(['a.service'])
})

test('a symbolic link stays one; the file it leads to changes', () => {
  const { folder } = scratch({ 'real/a.service': 'old' })
  const link = path.join(folder, 'link.service')
  symlinkSync('real/a.service', link)
  replaceFile(link, bytes)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(new Uint8Array(readFileSync(path.join(folder, 'real/a.service')))).toEqual(bytes)
})

test('where it fails nothing changes and nothing is left behind', () => {
  const { folder } = scratch({ 'a.service/file': 'old' })
  mkdirSync(path.join(folder, 'b'))
  expect(() => replaceFile(path.join(folder, 'a.service'), bytes)).toThrow('it is no regular file')
  expect(() => replaceFile('/dev/null', bytes)).toThrow('it is no regular file')
  expect(readdirSync(folder).sort()).toEqual(['a.service', 'b'])
})
