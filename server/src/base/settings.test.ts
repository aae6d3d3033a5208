import { expect, test } from 'vitest'
import { defaultSettings, readSettings, readVersion } from './settings.ts'

test('settings as an editor sends them', () =>
  expect(
    readSettings({ systemdVersion: 254, instance: 'user', rules: { a: 'off', b: 'error', c: 'hint' } }),
  ).toEqual({
    systemdVersion: 254,
    monitVersion: 'auto',
    instance: 'user',
    rules: { a: 'off', b: 'error', c: 'hint' },
  }))

test.each([undefined, null, 3, 'x', [], {}])('%j: the defaults', (raw) =>
  expect(readSettings(raw)).toEqual(defaultSettings),
)

test('what can not be used falls back, the rest stays', () =>
  expect(
    readSettings({ systemdVersion: 'newest', instance: 'both', rules: { a: 'loud', b: 'warning', c: 1 } }),
  ).toEqual({ systemdVersion: 'auto', monitVersion: 'auto', instance: 'auto', rules: { b: 'warning' } }))

test('auto is auto, and rules may be nonsense', () =>
  expect(readSettings({ systemdVersion: 'auto', instance: 'auto', rules: 'all' })).toEqual(defaultSettings))

test.each([
  [257, 257],
  ['257', 257],
  ['257.9', 257],
  ['v258', 258],
  ['258~rc1', 258],
  ['252-1', 252],
  ['99', 99],
])('the version %j is %i', (raw, version) => expect(readVersion(raw)).toBe(version))

test.each(['', 'auto', '2', '25712', '257 ', 'x257', {}, undefined, null, true])('%j is no version', (raw) =>
  expect(readVersion(raw)).toBeUndefined(),
)
