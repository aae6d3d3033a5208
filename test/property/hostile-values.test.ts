import { expect, test } from 'vitest'
import { type Directive, directivesOf, sectionsOf, statusAt } from '../../server/src/unit/data/directives.ts'
import { findingsOf } from '../oracle/our-verdicts.ts'

const version = 262
const pieces = [
  'a',
  '/',
  '/a',
  ' ',
  'a ',
  '.',
  '..',
  'a.',
  '-',
  'a-',
  '%%',
  '%n',
  '\\',
  '\\x',
  '"',
  "a'",
  ':',
  'a:',
  ',',
  '1',
  '1,',
  '*',
  '*-',
  '@',
  '~',
  '=',
  'A=',
  '$',
  '${',
  ';',
  ' ;',
  '#',
  ' #',
  '<',
  '(',
  '[',
  'é',
  '1s',
  '1G',
]
const tails = ['', '!', '%', '/']

/** One directive for each parser, and the unit type that it is checked in. */
const directives = new Map<string, readonly [Directive, string]>()
for (const [type, sections] of Object.entries(sectionsOf)) {
  for (const directive of sections.flatMap((section) => directivesOf(section))) {
    if (statusAt(directive, version) !== 'known' || directives.has(directive.parser)) continue
    directives.set(directive.parser, [directive, type])
  }
}

// Patterns that try every way to split a text take ages for a few dozen characters; such a test never comes to an end.
test.each([...directives])('%s takes no ages for values that go on and on', (_, [directive, type]) => {
  for (const piece of pieces) {
    for (const tail of tails) {
      for (const length of [24, 78, 180, 3000]) {
        const value = piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + tail
        const text = `[${directive.section}]\n${directive.name}=${value}\n`
        expect(findingsOf(`/etc/systemd/system/web.${type}`, text, version)).toBeInstanceOf(Array)
      }
    }
  }
})
