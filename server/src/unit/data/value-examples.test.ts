import { expect, test } from 'vitest'
import { checkValue } from '../values/index.ts'
import { layout } from './directives.generated.ts'
import { directivesOf, statusAt } from './directives.ts'
import { examplesOf } from './value-examples.ts'

// An example may be the beginning of a value; those that end a value are right as they are.
const isBeginning = /[ /=-]$|^-$|'$/

test('each whole example is taken by the directives that it is for', () => {
  const wrong = Object.keys(layout)
    .flatMap((section) => directivesOf(section))
    .filter((directive) => statusAt(directive, 262) === 'known')
    .flatMap((directive) =>
      examplesOf(directive.parser, directive.name)
        .filter(([value]) => !isBeginning.test(value))
        .flatMap(([value]) => checkValue(value, { directive, version: 262, manager: 'system' })),
    )
  expect(wrong).toEqual([])
})
