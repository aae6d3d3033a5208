import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../../test/property/runs.ts'
import { isUnitName, unescapeName } from '../unit/values/names/unit-name.ts'
import { instanceName, isTemplateName, isTooLong, isValidName } from './unit-name.ts'

test('valid names are those that unit files may name, and templates', () => {
  const piece = fc.constantFrom(
    'a',
    '@',
    '.',
    '-',
    '\\',
    ':',
    '_',
    ' ',
    '*',
    'service',
    '.service',
    '.mount',
    '.txt',
    'é',
  )
  const name = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(name, (text) => {
      expect(isValidName(text)).toBe(
        isUnitName(text) || (isTemplateName(text) && isUnitName(text.replace('@.', '@x.'))),
      )
    }),
    runs(100),
  )
  expect(isValidName(`${'a'.repeat(247)}.service`)).toBe(true)
  expect(isValidName(`${'a'.repeat(248)}.service`)).toBe(false)
})

test('an instance may be any text, which its name gives back', () => {
  expect(instanceName('web@.service', '8080')).toBe('web@8080.service')
  expect(instanceName('web@.service', 'a b/c-d.é')).toBe(String.raw`web@a\x20b-c\x2dd.\xc3\xa9.service`)
  expect(instanceName('web@.service', '.x')).toBe(String.raw`web@\x2ex.service`)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (text) => {
      const name = instanceName('web@.service', text)
      expect(isUnitName(name)).toBe(!isTooLong(name))
      expect(unescapeName(name.slice(4, -8))).toBe(text)
    }),
    runs(100),
  )
})
