import { expect, test } from 'vitest'
import { planSetting } from './setting-plan.ts'

test('a choice goes into the workspace where one is open, else into the settings of the person', () => {
  expect(planSetting('257', 'auto', undefined, true)).toEqual({ place: 'workspace', value: '257' })
  expect(planSetting('257', 'auto', undefined, false)).toEqual({ place: 'user', value: '257' })
})

test('the default is not written down', () => {
  expect(planSetting('auto', 'auto', undefined, true)).toEqual({ place: 'workspace', value: undefined })
  expect(planSetting('auto', 'auto', '257', false)).toEqual({ place: 'user', value: undefined })
})

test('the default is written into a workspace where the person has set something else', () => {
  expect(planSetting('auto', 'auto', '257', true)).toEqual({ place: 'workspace', value: 'auto' })
})

test('a choice that equals what the person has set is still written: the project needs it whoever opens it', () => {
  expect(planSetting('257', 'auto', '257', true)).toEqual({ place: 'workspace', value: '257' })
})
