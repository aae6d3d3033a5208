import { describe, expect, test } from 'vitest'
import { unknownText } from '../extract/specifiers.ts'
import { isSliceStem, mendSliceStem } from './slice-name.ts'
import { isUnitName, nameOfPath, pathOfName, readUnitName, unescapeName } from './unit-name.ts'

describe('names of units', () => {
  // Asked of 252, 257 and 262.
  test.each([
    ['a.service', 'plain'],
    ['..service', 'plain'],
    ['-.mount', 'plain'],
    ['a:b_c-d.e\\x2d.service', 'plain'],
    ['a@.timer', 'template'],
    ['a@1.timer', 'instance'],
    ['a@b@c.service', 'instance'],
    [`${'a'.repeat(247)}.service`, 'plain'],
  ])('%s is a %s one', (name, form) => {
    expect(readUnitName(name)).toEqual({ suffix: name.slice(name.lastIndexOf('.') + 1), form })
    expect(isUnitName(name)).toBe(form !== 'template')
  })

  test.each([
    ['', 'suffix'],
    ['web', 'suffix'],
    ['web.', 'suffix'],
    ['web.Service', 'suffix'],
    ['.service', 'stem'],
    ['@.service', 'character'],
    ['é.service', 'character'],
    ['a b.service', 'character'],
    ['a+b.service', 'character'],
    ['a@b.mount', 'no-templates'],
    ['a@.slice', 'no-templates'],
    [`${'a'.repeat(248)}.service`, 'length'],
  ])('%j is none: %s', (name, kind) => {
    expect(readUnitName(name)).toMatchObject({ fault: { kind } })
    expect(isUnitName(name)).toBe(false)
  })

  test('where specifiers hide a part', () => {
    const read = (text: string) => readUnitName(text.replaceAll('?', unknownText))
    expect(read('?')).toEqual({ suffix: undefined, form: undefined })
    expect(read('a.b?')).toEqual({ suffix: undefined, form: undefined })
    expect(read('?.socket')).toEqual({ suffix: 'socket', form: undefined })
    expect(read('a@?.socket')).toEqual({ suffix: 'socket', form: undefined })
    expect(read('a@1?.socket')).toEqual({ suffix: 'socket', form: 'instance' })
    expect(read('?.sock')).toMatchObject({ fault: { kind: 'suffix' } })
    expect(read('?/a.socket')).toMatchObject({ fault: { kind: 'character', char: '/' } })
  })
})

test.each([
  ['dev-disk-by\\x2dlabel-x', 'dev/disk/by-label/x'],
  ['\\xc3\\xa9', 'é'],
  ['a\\q', undefined],
])('%s unescaped', (name, text) => expect(unescapeName(name)).toBe(text))

test.each([
  ['/', '-'],
  ['/srv/my-data/', 'srv-my\\x2ddata'],
  ['//srv/./é', 'srv-\\xc3\\xa9'],
  ['/.hidden/.x', '\\x2ehidden-.x'],
  ['/a@b:c_d', 'a\\x40b:c_d'],
  ['/a/../b', undefined],
])('%s is called %s', (path, name) => expect(nameOfPath(path)).toBe(name))

test.each([
  ['-', '/'],
  ['srv-my\\x2ddata', '/srv/my-data'],
  ['a--b', undefined],
  ['-a', undefined],
  ['a-..-b', undefined],
  ['', undefined],
])('%j stands for %s', (name, path) => expect(pathOfName(name)).toBe(path))

test('names of slices', () => {
  expect(['-', 'a', 'a-b', 'a.b-c'].map(isSliceStem)).toEqual([true, true, true, true])
  expect(['-a', 'a-', 'a--b', '--', 'a@b'].map(isSliceStem)).toEqual([false, false, false, false, false])
  expect(['-a', 'a--b-', '--'].map(mendSliceStem)).toEqual(['a', 'a-b', undefined])
})
