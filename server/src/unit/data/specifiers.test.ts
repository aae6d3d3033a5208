import { expect, test } from 'vitest'
import { specifiers } from './specifiers.ts'

const letters = (context: 'settings' | 'dependency names' | 'install') =>
  specifiers
    .filter(({ contexts }) => contexts.includes(context))
    .map(({ letter }) => letter)
    .sort()
    .join('')

test('a letter comes once', () => {
  const all = specifiers.map(({ letter }) => letter)
  expect(all.filter((letter, at) => all.indexOf(letter) !== at)).toEqual([])
})

test('unit names and [Install] take the same letters, fewer than other settings', () => {
  expect(letters('settings')).toBe('%ABCDEGHIJLMNPRSTUVWYabcdfghijlmnopqrstuvwy')
  expect(letters('dependency names')).toBe('ABGHMNUWabgijlmnopquvw')
  expect(letters('install')).toBe(letters('dependency names'))
})

test('what differs between the managers is told for both', () => {
  expect(specifiers.filter(({ system, user }) => (system === undefined) !== (user === undefined))).toEqual([])
})

test('a phrase starts lower-case or with a key, and ends without a full stop', () => {
  const odd = specifiers.filter(({ phrase }) => !/^([a-z]|[A-Z_]+=)/.test(phrase) || phrase.endsWith('.'))
  expect(odd).toEqual([])
})
