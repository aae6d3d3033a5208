import { expect, test } from 'vitest'
import { unitChoices } from './unit-items.ts'

const loaded = (name: string, active: string, sub: string, load = 'loaded') => ({
  ...{ name, load, active, sub },
  description: '',
})

test('units of the workspace come first, and are not told of twice', () => {
  const choices = unitChoices(
    ['/srv/b/web.service', '/srv/a/job.timer'],
    [loaded('web.service', 'active', 'running'), loaded('nginx.service', 'failed', 'failed')],
    [
      { name: 'web.service', enabled: 'enabled' },
      { name: 'job.timer', enabled: 'linked' },
    ],
  )
  expect(choices).toEqual({
    workspace: [
      { unit: 'job.timer', path: '/srv/a/job.timer', state: 'not running, linked' },
      { unit: 'web.service', path: '/srv/b/web.service', state: 'active (running)' },
    ],
    manager: [{ unit: 'nginx.service', state: 'failed (failed)' }],
  })
})

test('what nobody starts or stops is left out', () => {
  const listed = [
    'dev-sda.device',
    'tmp.mount',
    'a.slice',
    'b.scope',
    'c.service',
    'd.socket',
    'e.timer',
    'f.path',
    'g.target',
  ]
  const { manager } = unitChoices(
    [],
    listed.map((name) => loaded(name, 'active', 'x')),
    [],
  )
  expect(manager.map(({ unit }) => unit)).toEqual(['c.service', 'd.socket', 'e.timer', 'f.path', 'g.target'])
})

test('a file that systemd knows nothing of is not installed, whatever others refer to', () => {
  const listed = [loaded('web.service', 'inactive', 'dead', 'not-found')]
  expect(unitChoices(['/srv/web.service'], listed, []).workspace[0]!.state).toBe('not installed')
})

test('files that are no units are none', () => {
  expect(unitChoices(['/srv/web.service.erb', '/srv/x.ts'], [], []).workspace).toEqual([])
})
