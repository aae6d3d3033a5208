import { describe, expect, test } from 'vitest'
import { parseStates, type UnitState } from '../../../server/src/actions/state.ts'
import { brokenText, explainTraces, hasFailed, isBroken } from './failure-text.ts'

const state = (properties: Readonly<Record<string, string>>): UnitState => {
  const all = {
    Id: 'web.service',
    LoadState: 'loaded',
    ActiveState: 'inactive',
    SubState: 'dead',
    ...properties,
  }
  const text = Object.entries(all).map(([key, value]) => `${key}=${value}\n`)
  return parseStates(text.join('')).get('web.service')!
}
const failedBy = (status: string) =>
  state({
    ActiveState: 'failed',
    SubState: 'failed',
    Result: 'exit-code',
    ExecMainCode: '1',
    ExecMainStatus: status,
  })

describe('a line of commands', () => {
  const step = { argv: ['systemctl'], why: '' }
  test.each([
    [1, true],
    [216, true],
    [0, false],
    [undefined, false],
    [130, false],
  ])('that ends with %s failed: %s', (status, failed) => {
    expect(hasFailed(status, [step])).toBe(failed)
  })

  test('may answer with a status', () => {
    expect(hasFailed(3, [{ ...step, answers: [3] }])).toBe(false)
    expect(hasFailed(4, [{ ...step, answers: [3] }])).toBe(true)
  })
})

test('a unit that systemd starts again and again is broken too', () => {
  expect(isBroken(state({ ActiveState: 'activating', SubState: 'auto-restart' }))).toBe(true)
  expect(isBroken(failedBy('1'))).toBe(true)
  expect(isBroken(state({ ActiveState: 'active', SubState: 'running' }))).toBe(false)
  expect(isBroken(undefined)).toBe(false)
})

describe('a failure comes from', () => {
  const nothing = { output: '', journal: '', states: [] }
  const group = 'web.service: Main process exited, code=exited, status=216/GROUP\n'

  test('what systemctl refuses', () => {
    const output = 'Failed to start web.service: Unit web.service is masked.\n'
    expect(explainTraces({ ...nothing, output, journal: group })).toMatchObject({
      id: 'masked',
      unit: 'web.service',
    })
  })

  test('what the journal says, where systemctl tells that something failed only', () => {
    const output =
      'Job for web.service failed because the control process exited with error code.\nSee "systemctl --user status web.service" for details.\n'
    expect(explainTraces({ ...nothing, output, journal: group })?.why).toContain('Group')
  })

  test.each([
    [failedBy('216'), 'Group'],
    [failedBy('203'), 'ExecStart'],
    [state({ LoadState: 'not-found' }), 'finds no web.service'],
    [state({ LoadState: 'masked' }), 'masked'],
    [state({ LoadState: 'bad-setting' }), 'web.service'],
    [state({ ActiveState: 'failed', SubState: 'failed', Result: 'start-limit-hit' }), 'start'],
    [state({ ActiveState: 'failed', SubState: 'failed', Result: 'timeout' }), 'longer than it may'],
  ])('the state, where nobody says anything: %#', (known, words) => {
    expect(explainTraces({ ...nothing, states: [known] })?.why).toContain(words)
  })

  test('nothing that is known', () => {
    expect(explainTraces({ ...nothing, output: 'hello\n', states: [state({})] })).toBeUndefined()
    expect(brokenText([state({}), failedBy('42')])).toBe('web.service failed: exit-code 42')
    expect(brokenText([state({})])).toBeUndefined()
  })
})
