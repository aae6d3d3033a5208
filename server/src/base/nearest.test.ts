import { expect, test } from 'vitest'
import { editDistance, nearest } from './nearest.ts'

test.each([
  ['Restart', 'Restart', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['Restrat', 'Restart', 1],
  ['Restar', 'Restart', 1],
  ['Restartt', 'Restart', 1],
  ['Rastart', 'Restart', 1],
  ['abcd', 'badc', 2],
  ['kitten', 'sitting', 3],
])('from %j to %j: %i', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance)
  expect(editDistance(b, a, 9)).toBe(distance)
})

test('beyond the limit it gives up with one more', () => {
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
  expect(editDistance('kitten', 'sitting', 3)).toBe(3)
})

const names = ['ExecStart', 'ExecStop', 'Restart', 'RestartSec', 'Type', 'User']

test.each([
  ['Restrat', 'Restart'],
  ['execstart', 'ExecStart'],
  ['ExceStrat', 'ExecStart'],
  ['ExecStpo', 'ExecStop'],
  ['typ', 'Type'],
  ['USER', 'User'],
  ['RestartSecs', 'RestartSec'],
])('%s was meant to be %s', (word, name) => expect(nearest(word, names)).toBe(name))

test.each(['Foo', 'Frobnicate', '', 'xx', 'ExecStartPost', 'Tpey!!'])('%j is near nothing', (word) =>
  expect(nearest(word, names)).toBeUndefined(),
)

test('of two that are as near, the first', () => {
  expect(nearest('cat', ['bat', 'hat'])).toBe('bat')
  expect(nearest('cat', ['hat', 'bat'])).toBe('hat')
  expect(nearest('cats', ['hats', 'cat', 'cats'])).toBe('cats')
})

test('three letters at most, however long the word', () => {
  expect(nearest('abcdefghijklmnopxyz', ['abcdefghijklmnop'])).toBe('abcdefghijklmnop')
  expect(nearest('abcdefghijklmnopwxyz', ['abcdefghijklmnop'])).toBeUndefined()
})

test('any iterable will do', () => expect(nearest('b', new Map([['B', 1]]).keys())).toBe('B'))
