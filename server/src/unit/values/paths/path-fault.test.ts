import { expect, test } from 'vitest'
import { expandPath, isPlainPath, pathFault, pathNames } from './path-fault.ts'

const fault = (text: string, unit?: string) => pathFault(expandPath(text, { unit }), {})

test('absolute paths', () => {
  for (const path of ['/', '//', '/srv//web/', '/srv/./web', '/srv/...', '/a b"c', '/../srv', '/./../srv'])
    expect(fault(path), path).toBeUndefined()
  expect(fault('')).toBe('relative')
  expect(fault('srv/web')).toBe('relative')
  expect(fault('/srv/../web')).toBe('dot-dot')
  expect(fault(`/${'x'.repeat(255)}`)).toBeUndefined()
  expect(fault(`/${'x'.repeat(256)}`)).toBe('long-name')
  expect(fault(`/${'é'.repeat(128)}`)).toBe('long-name')
  expect(fault('/abc'.repeat(1024))).toBe('long')
  expect(fault('/abc'.repeat(1023))).toBeUndefined()
  expect(fault('/a\uDCFF')).toBe('bytes')
})

test('names relative to a root', () => {
  const relative = (text: string) => pathFault(expandPath(text), { relative: true })
  for (const path of ['web', 'web/data/', './web', '~', '%N']) expect(relative(path), path).toBeUndefined()
  expect(relative('/web')).toBe('absolute')
  expect(relative('%t/web')).toBe('absolute')
  expect(relative('')).toBe('empty')
  expect(relative('./.')).toBe('dot')
  expect(relative('../web')).toBe('dot-dot')
})

test('the file systems of the kernel', () => {
  const api = (text: string, kind: 'refused' | 'dev only') => pathFault(expandPath(text), { api: kind })
  expect(api('/dev/sda', 'refused')).toBe('api')
  expect(api('/dev/sda', 'dev only')).toBeUndefined()
  expect(api('//./proc', 'dev only')).toBe('api')
  expect(api('/srv/proc', 'refused')).toBeUndefined()
  expect(api('/system', 'refused')).toBeUndefined()
})

test('specifiers are what they may be', () => {
  for (const path of ['%h', '%t/web', '%f/x', '%i/web', '%I', '/%i/../x', '/%%'])
    expect(fault(path), path).toBeUndefined()
  expect(fault('%n/web')).toBe('relative')
  expect(fault('%%h')).toBe('relative')
  expect(fault('/srv/%n/../x')).toBe('dot-dot')
})

test('the name of the unit settles some', () => {
  expect(expandPath('%n %N %p', { unit: 'web@a.service' })).toBe('web@a.service web@a web')
  expect(expandPath('%i|%I', { unit: 'web.service' })).toBe('|')
  expect(expandPath('%i', { unit: 'web@a.service' })).toBe('a')
  expect(fault('%i', 'web.service')).toBe('relative')
  expect(fault('%i/x', 'web.service')).toBeUndefined()
  expect(fault('%i', 'web@.service')).toBeUndefined()
  expect(expandPath('%p', { unit: 'web@.service' })).toBe('web')
  expect(fault(`/${'x'.repeat(250)}%N`, 'web.service')).toBeUndefined()
  expect(fault(`/${'x'.repeat(253)}%N`, 'web.service')).toBe('long-name')
})

test('the common case is a part of the right ones', () => {
  for (const path of ['/srv/web', '/srv/web-1.2/', '/usr/lib/x_y@z', '%h/web'])
    expect([isPlainPath(path), fault(path)]).toEqual([true, undefined])
  for (const path of ['/', '/srv/..', '/srv//web', '/srv/%n', 'srv', '/dev/x', '/proc', ''])
    expect(isPlainPath(path), path).toBe(false)
})

test('names of a path', () => {
  expect(pathNames('//var/./run/x/')).toEqual(['var', 'run', 'x'])
  expect(pathNames(expandPath('%i/run'))).toBeUndefined()
})
