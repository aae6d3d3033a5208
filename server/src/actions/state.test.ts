import { expect, test } from 'vitest'
import { describeState, nextActions } from './describe-state.ts'
import {
  lingeringQuery,
  parseFiles,
  parseLingering,
  parseList,
  parseStates,
  stateQuery,
  type UnitState,
} from './state.ts'

const shown = `MainPID=155
StatusText=Puma 6.4.2: cluster: 2/2
Result=success
NRestarts=3
ExecMainCode=0
ExecMainStatus=0
Id=web.service
Names=web.service www.service
Triggers=
TriggeredBy=web.socket web.timer
Description=The = web
LoadState=loaded
ActiveState=active
SubState=running
FragmentPath=/home/deploy/.config/systemd/user/web.service
DropInPaths=/home/deploy/.config/systemd/user/web.service.d/a.conf
UnitFileState=disabled
StateChangeTimestamp=Sat 2026-11-21 06:43:22 UTC
InactiveExitTimestamp=Sat 2026-11-21 06:43:20 UTC
ActiveEnterTimestamp=Sat 2026-11-21 06:43:22 UTC
ActiveExitTimestamp=
InactiveEnterTimestamp=
CanReload=yes
NeedDaemonReload=yes

Id=bad.service
Names=bad.service
LoadState=loaded
ActiveState=failed
SubState=failed
UnitFileState=static
InactiveEnterTimestamp=Fri 2026-11-20 23:59:59 UTC
MainPID=0
Result=exit-code
ExecMainCode=1
ExecMainStatus=216

Id=none.service
Names=none.service
LoadState=not-found
ActiveState=inactive
SubState=dead
Result=success
`
const states = parseStates(shown)
const web = states.get('web.service')!
const noon = new Date('2026-11-21T12:00:00Z')
const utc = {
  time: (moment: Date) => moment.toISOString().slice(11, 16),
  day: (moment: Date) => moment.toISOString().slice(0, 10),
}
const told = (changes: Partial<UnitState>) => describeState({ ...web, ...changes }, noon, utc)

test('states are asked for units that there can be, all in one call', () => {
  const query = stateQuery('user', [
    'web.service',
    'x@.service',
    '*.service',
    'a b.service',
    'web.service',
    '-a.service',
  ])
  expect(query?.argv.slice(-3)).toEqual(['--', 'web.service', '-a.service'])
  expect(query?.argv.slice(0, 4)).toEqual(['systemctl', '--user', '--no-pager', 'show'])
  expect(stateQuery('user', ['x@.service'])).toBeUndefined()
})

test('states are read', () => {
  expect(web).toEqual({
    name: 'web.service',
    load: 'loaded',
    active: 'active',
    sub: 'running',
    result: 'success',
    enabled: 'disabled',
    needDaemonReload: true,
    since: new Date('2026-11-21T06:43:22Z'),
    mainPid: 155,
    mainExit: undefined,
    restarts: 3,
    statusText: 'Puma 6.4.2: cluster: 2/2',
    fragmentPath: '/home/deploy/.config/systemd/user/web.service',
    dropInPaths: ['/home/deploy/.config/systemd/user/web.service.d/a.conf'],
    triggers: [],
    triggeredBy: ['web.socket', 'web.timer'],
    description: 'The = web',
    canReload: true,
  })
  expect(states.get('www.service')).toBe(web)
  expect(states.get('bad.service')).toMatchObject({
    mainExit: { kind: 'status', number: 216 },
    mainPid: undefined,
  })
  expect(states.size).toBe(4)
  expect(parseStates('Failed to connect to bus: No medium found\n').size).toBe(0)
})

test('lists are read', () => {
  expect(
    parseList('web.service   loaded active   running   The  web\n\nx.slice loaded active active \n'),
  ).toEqual([
    { name: 'web.service', load: 'loaded', active: 'active', sub: 'running', description: 'The web' },
    { name: 'x.slice', load: 'loaded', active: 'active', sub: 'active', description: '' },
  ])
  expect(parseFiles('web.service  disabled enabled\nx@.service   static   -\n')).toEqual([
    { name: 'web.service', enabled: 'disabled' },
    { name: 'x@.service', enabled: 'static' },
  ])
})

test('lingering is read', () => {
  expect(lingeringQuery('-x').argv.slice(-2)).toEqual(['--', '-x'])
  expect(parseLingering(0, 'Linger=yes\n', '')).toBe(true)
  expect(parseLingering(0, 'Linger=no\n', '')).toBe(false)
  expect(parseLingering(1, '', 'Failed to get user: User ID 1002 is not logged in or lingering\n')).toBe(
    false,
  )
  expect(parseLingering(1, '', 'Failed to look up user nosuch: No such process\n')).toBeUndefined()
})

test('states are told', () => {
  expect(told({})).toEqual({
    tone: 'running',
    text: 'active (running) since 06:43',
    enablement: 'not enabled',
    change: 'changed on disk: reload needed',
  })
  expect(describeState(states.get('bad.service'), noon, utc)).toEqual({
    tone: 'failed',
    text: 'failed: exit-code 216/GROUP',
    enablement: undefined,
    change: undefined,
  })
  for (const absent of [undefined, states.get('none.service')]) {
    expect(describeState(absent, noon, utc)).toMatchObject({ tone: 'absent', text: 'not installed' })
  }
  expect(told({ since: new Date('2026-11-20T23:59:59Z') }).text).toBe(
    'active (running) since 2026-11-20 23:59',
  )
  expect(told({ since: undefined, enabled: 'enabled' })).toMatchObject({
    text: 'active (running)',
    enablement: 'enabled',
  })
  const failed = (result: string, mainExit: UnitState['mainExit']) =>
    told({ active: 'failed', result, mainExit }).text
  expect(failed('signal', { kind: 'signal', number: 9 })).toBe('failed: signal SIGKILL')
  expect(failed('core-dump', { kind: 'signal', number: 11 })).toBe('failed: core-dump SIGSEGV')
  expect(failed('exit-code', { kind: 'status', number: 42 })).toBe('failed: exit-code 42')
  expect(failed('start-limit-hit', { kind: 'status', number: 1 })).toBe('failed: start-limit-hit')
  expect(told({ active: 'inactive', sub: 'dead' })).toMatchObject({ tone: 'stopped', text: 'not running' })
  expect(told({ active: 'inactive', load: 'bad-setting' }).text).toBe("can't be loaded: bad-setting")
  expect(told({ load: 'masked', active: 'inactive' })).toMatchObject({ tone: 'stopped', text: 'masked' })
  expect(told({ active: 'activating', sub: 'start' })).toMatchObject({ tone: 'busy' })
  const waiting = { active: 'activating', sub: 'auto-restart', result: 'exit-code' } as const
  expect(told({ ...waiting, sub: 'auto-restart-queued' })).toEqual(told(waiting))
  expect(told({ ...waiting, mainExit: { kind: 'status', number: 203 } })).toMatchObject({
    tone: 'failed',
    text: 'waiting for its restart: exit-code 203/EXEC',
  })
})

test('what one would do next', () => {
  expect(nextActions(web)).toEqual(['daemon-reload', 'restart', 'reload', 'stop', 'show-logs'])
  expect(nextActions(undefined)).toEqual(['install', 'link'])
  expect(nextActions(states.get('bad.service'))).toEqual(['start', 'reset-failed', 'show-recent-logs'])
  expect(nextActions({ ...web, active: 'inactive', needDaemonReload: false })[0]).toBe('enable-and-start')
  expect(nextActions({ ...web, active: 'activating', needDaemonReload: false })).toEqual([
    'stop',
    'show-logs',
  ])
})
