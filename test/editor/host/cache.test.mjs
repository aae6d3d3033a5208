import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cacheFolder, fillOnce } from './cache.mjs'

let root = ''
let folder = ''
const isReady = () => existsSync(join(folder, 'done'))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unitwright-cache-'))
  folder = join(root, 'deep', 'thing')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** @param {string} partial */
const fill = async (partial) => {
  expect(existsSync(folder)).toBe(false)
  await Promise.resolve()
  writeFileSync(join(partial, 'done'), '')
}

test('two that want the same folder at once fill it once', async () => {
  const filled = await Promise.all([fillOnce(folder, isReady, fill), fillOnce(folder, isReady, fill)])
  expect(filled.sort()).toEqual([false, true])
  expect(readdirSync(join(root, 'deep'))).toEqual(['thing'])
})

test('a failed fill leaves nothing that counts as ready, and the next one works', async () => {
  const broken = fillOnce(folder, isReady, async (partial) => {
    writeFileSync(join(partial, 'half'), '')
    throw new Error('no network')
  })
  await expect(broken).rejects.toThrow('no network')
  expect(existsSync(folder)).toBe(false)
  expect(await fillOnce(folder, isReady, fill)).toBe(true)
  expect(readdirSync(folder)).toEqual(['done'])
})

test('the lock of a process that has gone does not block', async () => {
  mkdirSync(`${folder}.lock`, { recursive: true })
  // No process has this number: it is beyond what any system gives out.
  writeFileSync(join(`${folder}.lock`, 'pid'), '2147483647')
  expect(await fillOnce(folder, isReady, fill)).toBe(true)
})

test('the cache is where the environment says', () => {
  expect(cacheFolder({ UNITWRIGHT_CACHE: '/c', XDG_CACHE_HOME: '/x' })).toBe('/c')
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' })).toBe(join('/x', 'unitwright'))
})
