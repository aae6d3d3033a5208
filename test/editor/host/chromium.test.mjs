import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from './chromium.mjs'

test('CHROMIUM wins over what is on the PATH', () => {
  const env = { CHROMIUM: '/opt/c', PATH: '/usr/bin' }
  expect(findChromium(env, () => true)).toBe('/opt/c')
})

test('a CHROMIUM that is not there is not replaced silently', () => {
  const env = { CHROMIUM: '/opt/c', PATH: '/usr/bin' }
  expect(findChromium(env, (file) => file !== '/opt/c')).toBe(undefined)
})

test('a relative of Chromium on the PATH will do', () => {
  const edge = join('/opt/bin', 'microsoft-edge')
  expect(findChromium({ PATH: ['/usr/bin', '/opt/bin'].join(delimiter) }, (file) => file === edge)).toBe(edge)
})
