import { expect, test } from 'vitest'
import { parseStates, type UnitState } from '../../../server/src/actions/state.ts'
import { type LensSubject, lensesOf } from './lenses.ts'

const now = new Date('2024-05-01T12:00:00Z')

function state(...lines: readonly string[]): UnitState {
  return parseStates(['Id=web.service', 'Names=web.service', ...lines, ''].join('\n')).get('web.service')!
}
const running = ['LoadState=loaded', 'ActiveState=active', 'SubState=running', 'UnitFileState=enabled']
const fresh: LensSubject = {
  unit: 'web.service',
  manager: 'user',
  answers: true,
  state: undefined,
  copy: undefined,
}
const titles = (subject: Partial<LensSubject>) =>
  lensesOf({ ...fresh, ...subject }, now).map(({ title }) => title)

test('a file that systemd does not know can be installed', () => {
  expect(titles({})).toEqual([
    '$(circle-outline) not installed',
    '$(rocket) Install, enable and start',
    'Install',
    'Link',
  ])
})

test.each([
  ['user', true, 'your own systemd'],
  ['system', true, "the machine's systemd"],
  ['user', false, 'your own systemd'],
] as const)('installing says whose systemd it is for: %s', (manager, answers, whose) => {
  const install = lensesOf({ ...fresh, manager, answers }, now).find(({ action }) => action === 'run')
  expect(install!.tooltip).toBe(
    `Puts the file where ${whose} looks for it, starts the unit now and at every boot`,
  )
})

test('a unit that runs says so, and can be stopped', () => {
  const shown = titles({ state: state(...running) })
  expect(shown[0]).toBe('$(pass-filled) active (running) · enabled')
  expect(shown).toContain('Stop')
  expect(shown.join()).not.toContain('differs')
})

test('what has changed since systemd read it comes first', () => {
  const shown = lensesOf({ ...fresh, state: state(...running, 'NeedDaemonReload=yes'), copy: 'differs' }, now)
  expect(shown.slice(1, 3).map(({ title, action }) => [title, action])).toEqual([
    ['$(warning) changed on disk: reload needed', 'daemon-reload'],
    ['$(warning) the installed copy differs: install again', 'install'],
  ])
  expect(shown.filter(({ action }) => action === 'daemon-reload')).toHaveLength(1)
})

test('a failure is named', () => {
  const failed = state(
    ...['LoadState=loaded', 'ActiveState=failed', 'SubState=failed', 'Result=exit-code'],
    ...['ExecMainCode=1', 'ExecMainStatus=203', 'UnitFileState=disabled'],
  )
  expect(titles({ state: failed })[0]).toBe('$(error) failed: exit-code 203/EXEC · not enabled')
})

test('a template has no state, but instances', () => {
  const shown = lensesOf({ ...fresh, unit: 'web@.service' }, now)
  expect(shown.map(({ action }) => action)).toEqual([undefined, 'start', 'enable'])
})

test('where systemd is not running it is not said that a unit is not installed', () => {
  expect(titles({ answers: false })).toEqual([
    '$(circle-slash) its systemd does not answer',
    '$(rocket) Install, enable and start',
  ])
})
