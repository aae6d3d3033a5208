import { expect, test } from 'vitest'
import type { Facts, Template } from '../../../server/src/scaffold/template.ts'
import { pumaUser } from '../../../server/src/scaffold/templates/puma-user.ts'
import { someFacts } from '../../../server/src/scaffold/testing/combinations.ts'
import { recall, remember } from './remembered-answers.ts'

const { app } = someFacts

/** What is recalled of these answers where the facts have become others meanwhile. */
function later(
  said: Readonly<Record<string, string>>,
  facts: Facts = someFacts,
  template: Template = pumaUser,
) {
  return recall(template, facts, JSON.parse(JSON.stringify(remember(pumaUser, someFacts, said))), {})
}

test('what was answered last time is proposed again', () => {
  const said = { socket: 'yes', listen: '[::1]:4000', 'env-file': '/etc/shop.env' }
  expect(later(said)).toEqual(said)
})

test('an answer that was what was proposed is not kept: what is found next time holds', () => {
  const said = { 'ruby-version': '3.3.0' }
  expect(remember(pumaUser, someFacts, said)).toEqual({})
  expect(later(said, { ...someFacts, app: { ...app, ruby: { ...app.ruby, version: '3.4.1' } } })).toEqual({})
})

test('what is found anew wins over an answer about what was found before', () => {
  const newer = { ...someFacts, app: { ...app, ruby: { ...app.ruby, version: '3.4.1' } } }
  expect(later({ 'ruby-version': '3.2.2', reload: 'phased' }, newer)).toEqual({ reload: 'phased' })
})

test('an answer to which nothing was proposed stays until something is', () => {
  const unknown = {
    ...someFacts,
    app: { ...app, ruby: { ...app.ruby, source: 'asdf', version: undefined } },
  } as const
  const kept = remember(pumaUser, unknown, { 'ruby-version': '3.2.2' })
  expect(recall(pumaUser, unknown, kept, {})).toEqual({ 'ruby-version': '3.2.2' })
  const known = { ...someFacts, app: { ...app, ruby: { ...app.ruby, source: 'asdf' } } } as const
  expect(recall(pumaUser, known, kept, {})).toEqual({})
})

test('an answer that another one makes needless is left out, and so is what would be wrong by now', () => {
  const kept = remember(pumaUser, someFacts, { socket: 'yes', listen: '[::1]:4000' })
  expect(recall(pumaUser, someFacts, kept, { socket: 'no' })).toEqual({ socket: 'no' })
  expect(recall(pumaUser, someFacts, { ...kept, listen: { ...kept.listen, said: 'nowhere' } }, {})).toEqual({
    socket: 'yes',
  })
})

test('what is said already is not asked of memory', () => {
  const kept = remember(pumaUser, someFacts, { name: 'old' })
  expect(recall(pumaUser, someFacts, kept, { name: 'new' })).toEqual({ name: 'new' })
})

test.each([undefined, null, 'x', 7, [[]], { name: 'x' }, { name: null }, { name: { said: 1 } }])(
  'nothing is recalled of %j',
  (kept) => {
    expect(recall(pumaUser, someFacts, kept, {})).toEqual({})
  },
)
