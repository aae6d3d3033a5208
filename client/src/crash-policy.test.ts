import { expect, test } from 'vitest'
import { CrashPolicy } from './crash-policy.ts'

const minute = 60_000

test('a server that ends is started again, and the person hears of it once', () => {
  const policy = new CrashPolicy()
  expect(policy.crashed(0)).toEqual({ restart: true, tell: true })
  expect(policy.crashed(1)).toEqual({ restart: true, tell: false })
})

test('the fifth end within three minutes is the last', () => {
  const policy = new CrashPolicy()
  const verdicts = [0, 1, 2, 3].map((second) => policy.crashed(second * 1000))
  expect(verdicts.every(({ restart }) => restart)).toBe(true)
  expect(policy.crashed(4000)).toEqual({ restart: false, tell: true })
})

test('ends that are far apart never add up', () => {
  const policy = new CrashPolicy()
  for (let crash = 0; crash < 20; crash++) expect(policy.crashed(crash * minute).restart).toBe(true)
})

test('a restart by hand gives the server all its chances back', () => {
  const policy = new CrashPolicy()
  for (let crash = 0; crash < 5; crash++) policy.crashed(crash)
  policy.forget()
  expect(policy.crashed(6)).toEqual({ restart: true, tell: false })
})
