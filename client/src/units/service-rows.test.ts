import { describe, expect, test } from 'vitest'
import { parseFiles, parseList, parseStates } from '../../../server/src/actions/state.ts'
import { managerRows, workspaceRows } from './service-rows.ts'
import { type Units, unasked } from './unit-states.ts'

const now = new Date('2024-05-01T12:00:00Z')
const units: Units = {
  asked: { names: new Set(['old.service', 'web.service', 'db.service']), all: true },
  answers: true,
  states: parseStates(
    'Id=old.service\nNames=old.service\nLoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code\nExecMainCode=1\nExecMainStatus=216\n',
  ),
  listed: parseList(
    [
      'web.service loaded active running Web of the shop',
      'old.service loaded failed failed Old',
      'gone.service not-found inactive dead gone.service',
      'lost.service not-found failed failed lost.service',
      'dev-sda.device loaded active plugged Disk',
      'a\\x2db@1.service loaded active running Odd',
    ].join('\n'),
  ),
  files: parseFiles(
    [
      'web.service enabled enabled',
      'later.timer disabled enabled',
      'worker@.service static -',
      'other.service alias -',
      'off.service masked enabled',
    ].join('\n'),
  ),
}
const shown = (but: readonly string[] = []) =>
  managerRows(units, new Set(but), now).map(({ name, state }) => [
    name,
    state.tone,
    state.text,
    state.enablement,
  ])

describe('the rows of a manager', () => {
  test('are what can be started or stopped, in the order of names', () => {
    expect(shown()).toEqual([
      ['a\\x2db@1.service', 'running', 'active (running)', undefined],
      ['later.timer', 'stopped', 'not running', 'not enabled'],
      ['lost.service', 'failed', 'failed: unknown result', undefined],
      ['off.service', 'stopped', 'masked', undefined],
      ['old.service', 'failed', 'failed: exit-code 216/GROUP', undefined],
      ['web.service', 'running', 'active (running)', 'enabled'],
    ])
  })

  test('leave out what is shown elsewhere', () => {
    expect(shown(['web.service', 'later.timer']).map(([name]) => name)).not.toContain('web.service')
    expect(shown(['web.service', 'later.timer'])).toHaveLength(4)
  })

  test('of one that does not answer are none', () => {
    expect(managerRows(unasked, new Set(), now)).toEqual([])
  })
})

test('units of the workspace are shown even where systemd knows nothing of them, each once', () => {
  const rows = workspaceRows(units, ['web.service', 'old.service', 'web.service'], now)
  expect(rows.map(({ name, state }) => [name, state.text])).toEqual([
    ['old.service', 'failed: exit-code 216/GROUP'],
    ['web.service', 'not installed'],
  ])
})
