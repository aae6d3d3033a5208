import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isOutdated } from './setup.mjs'

let root = ''
const installed = () => join(root, 'node_modules', '.package-lock.json')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unitwright setup '))
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package-lock.json'), '{}')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('packages whose install did not end are outdated', () => {
  expect(isOutdated(root)).toBe(true)
})

test('packages are outdated once the lock file is newer', () => {
  writeFileSync(installed(), '{}')
  utimesSync(join(root, 'package-lock.json'), 1000, 1000)
  utimesSync(installed(), 2000, 2000)
  expect(isOutdated(root)).toBe(false)
  utimesSync(join(root, 'package-lock.json'), 3000, 3000)
  expect(isOutdated(root)).toBe(true)
})
