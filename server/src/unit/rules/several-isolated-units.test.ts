import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { severalIsolatedUnits as rule } from './several-isolated-units.ts'

test('two units', () =>
  checkRule(
    rule,
    `
[Unit]
OnFailure=rescue.target
OnFailure=mail.service
#         ^^^^^^^^^^^^ error: 'OnFailureJobMode=isolate' stops all other units, so 'OnFailure=' can name one only; systemd refuses the unit
OnFailureJobMode=isolate
OnSuccess=a.target b.target
#                  ^^^^^^^^ error: 'OnSuccessJobMode=isolate' stops all other units, so 'OnSuccess=' can name one only; systemd refuses the unit
OnSuccessJobMode=isolate
`,
  ))

test('a slice does not fail, but may succeed', () => {
  const file = 'web.slice'
  expect(
    findingsOf(rule, '[Unit]\nOnFailure=a.target b.target\nOnFailureJobMode=isolate\n', { file }),
  ).toEqual([])
  expect(
    findingsOf(rule, '[Unit]\nOnSuccess=a.target b.target\nOnSuccessJobMode=isolate\n', { file }),
  ).toHaveLength(1)
})

test('the old way to say so', () => {
  const units = '[Unit]\nOnFailure=a.target b.target\n'
  expect(findingsOf(rule, `${units}OnFailureIsolate=yes\n`)).toHaveLength(1)
  expect(findingsOf(rule, `${units}OnFailureIsolate=yes\nOnFailureJobMode=fail\n`)).toEqual([])
  expect(findingsOf(rule, `${units}OnFailureJobMode=isolate\nOnFailureIsolate=no\n`)).toEqual([])
})

test('one unit, named twice or the unit itself, and other modes', () => {
  checkRule(rule, '[Unit]\nOnFailure=a.target a.target web.service\nOnFailureJobMode=isolate\n')
  checkRule(rule, '[Unit]\nOnFailure=a.target b.target\nOnFailureJobMode=fail\n')
  checkRule(rule, '[Unit]\nOnFailure=a.target b@%i.target\nOnFailureJobMode=isolate\n')
  checkRule(
    rule,
    '[Unit]\nOnFailure=a.target\n{% if x %}\nOnFailure=b.target\n{% endif %}\nOnFailureJobMode=isolate\n',
  )
})
