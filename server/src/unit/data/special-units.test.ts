import { expect, test } from 'vitest'
import { newestVersion, oldestVersion } from './directives.ts'
import { specialUnits } from './special-units.ts'

test('a unit has one meaning in each manager', () => {
  const meanings = specialUnits.flatMap(({ name, managers }) =>
    managers.map((manager) => `${manager} ${name}`),
  )
  expect(meanings.filter((meaning, at) => meanings.indexOf(meaning) !== at)).toEqual([])
})

test('a phrase has five to twenty words, starts lower-case and ends without a full stop', () => {
  const odd = specialUnits.filter(({ phrase }) => {
    const length = phrase.split(/\s+/).length
    return length < 5 || length > 20 || !/^[a-z]/.test(phrase) || phrase.endsWith('.')
  })
  expect(odd).toEqual([])
})

test('names are names of units', () => {
  const named = /^(-|[\w-]+@?)\.(target|service|socket|slice|scope|mount)$/
  expect(specialUnits.filter(({ name }) => !named.test(name))).toEqual([])
})

test('a version is told where it makes a difference', () => {
  const told = specialUnits.filter(({ since }) => since !== undefined)
  expect(told.filter(({ since }) => since! <= oldestVersion || since! > newestVersion)).toEqual([])
})

test('targets that authors of user services reach for in vain are not offered to them', () => {
  const offered = specialUnits.filter(({ managers }) => managers.includes('user')).map(({ name }) => name)
  for (const missing of [
    'multi-user.target',
    'network.target',
    'network-online.target',
    'graphical.target',
  ]) {
    expect(offered).not.toContain(missing)
  }
})
