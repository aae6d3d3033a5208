import { beforeEach, expect, test, vi } from 'vitest'
import { findDirective, newestVersion } from '../data/directives.ts'
import { checkValue } from './index.ts'
import { checkValueOnce, valueChecks } from './remembered.ts'

vi.mock('./index.ts', { spy: true })

const restart = findDirective('Service', 'Restart')!
const user = findDirective('Service', 'User')!
const pidFile = findDirective('Service', 'PIDFile')!
let serial = 0

/** A place that no test before it has asked about. */
function place(unit?: string) {
  return { version: newestVersion, manager: 'system', unit: unit ?? `unit-${serial}.service` } as const
}

beforeEach(() => {
  serial += 1
  // Another version forgets all that is remembered.
  checkValueOnce('no', restart, { ...place(), version: 252 })
  vi.mocked(checkValue).mockClear()
})

const checked = () => vi.mocked(checkValue).mock.calls.map(([text]) => text)

test('a value is checked once for all units that have it', () => {
  expect(checkValueOnce('allways', restart, place('a.service'))).toHaveLength(1)
  expect(checkValueOnce('allways', restart, place('b.service'))).toHaveLength(1)
  expect(checked()).toEqual(['allways'])
})

test('where a grammar asks for the unit’s name, once for each unit', () => {
  for (const unit of ['a.service', 'a.service', 'b.service'])
    checkValueOnce('/run/%n.pid', pidFile, place(unit))
  expect(checked()).toEqual(['/run/%n.pid', '/run/%n.pid'])
})

test('a file that is edited has its values in a new order, and the same verdicts', () => {
  const values = [
    ['no', restart],
    ['we b', user],
    ['allways', restart],
    ['web', user],
  ] as const
  const verdicts = (order: readonly number[]) => {
    const check = valueChecks(place(), 1000)
    return order.map((index) => check(values[index]![0], values[index]![1]).length)
  }
  expect(verdicts([0, 1, 2, 3])).toEqual([0, 1, 1, 0])
  for (const order of [[0, 1, 2, 3], [0, 2, 3], [0, 1, 2, 3], [3, 0, 1, 1, 2, 3], [2, 1, 0], []]) {
    expect(verdicts(order), String(order)).toEqual(order.map((index) => [0, 1, 1, 0][index]))
  }
  expect(checked()).toEqual(['no', 'we b', 'allways', 'web'])
})

test('another version judges anew', () => {
  const privateTmp = findDirective('Service', 'PrivateTmp')!
  expect(checkValueOnce('disconnected', privateTmp, { ...place(), version: 257 })).toEqual([])
  expect(checkValueOnce('disconnected', privateTmp, { ...place(), version: 252 })).not.toEqual([])
})

test('long values are not kept by the thousand', () => {
  const description = findDirective('Unit', 'Description')!
  checkValueOnce('allways', restart, place())
  for (let index = 0; index < 20; index++) checkValueOnce('x'.repeat(100_000) + index, description, place())
  vi.mocked(checkValue).mockClear()
  checkValueOnce('allways', restart, place())
  expect(checked()).toEqual(['allways'])
})
