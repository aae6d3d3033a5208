import { expect, test } from 'vitest'
import { reachOf, valueToWrite } from './setting-plan.ts'

const places = ['user', 'workspace', 'folder'] as const

test.each(places)('a choice is written (%s)', (place) => {
  expect(valueToWrite('257', 'auto', place, {})).toBe('257')
})

test.each(places)('the default is not written down (%s)', (place) => {
  expect(valueToWrite('auto', 'auto', place, {})).toBeUndefined()
})

test('the default is written where it has to win over a wider place, and only there', () => {
  expect(valueToWrite('auto', 'auto', 'workspace', { globalValue: '257' })).toBe('auto')
  expect(valueToWrite('auto', 'auto', 'folder', { globalValue: '257' })).toBe('auto')
  expect(valueToWrite('auto', 'auto', 'folder', { workspaceValue: '257' })).toBe('auto')
  expect(valueToWrite('auto', 'auto', 'user', { globalValue: '257', workspaceValue: '255' })).toBeUndefined()
  expect(valueToWrite('auto', 'auto', 'workspace', { workspaceValue: '257' })).toBeUndefined()
  expect(
    valueToWrite('auto', 'auto', 'folder', { workspaceValue: 'auto', globalValue: '257' }),
  ).toBeUndefined()
})

test('a choice that equals a wider place is still written: the project needs it whoever opens it', () => {
  expect(valueToWrite('257', 'auto', 'workspace', { globalValue: '257' })).toBe('257')
})

test('a choice that holds everywhere says so, and one that only takes the setting away does not', () => {
  expect(reachOf('user', 'user')).toContain('holds in every window')
  expect(reachOf(undefined, 'user')).toBeUndefined()
  expect(reachOf('user', 'workspace')).toBeUndefined()
  expect(reachOf('user', 'folder')).toBeUndefined()
})
