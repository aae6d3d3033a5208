import { describe, expect, test } from 'vitest'
import type { SystemdTargetInfo } from '../../../server/src/protocol.ts'
import { companionsOf, managerOf, partnerOf, type Triggering, unitFileOf } from './unit-file.ts'

describe('a file', () => {
  test.each([
    ['/srv/app/web.service', 'web.service', 'web.service'],
    ['/srv/app/web@.service', 'web@.service', 'web@.service'],
    ['/srv/a b/x\\x2dy.service', 'x\\x2dy.service', 'x\\x2dy.service'],
    ['/srv/-x.service', '-x.service', '-x.service'],
    ['web.timer', 'web.timer', 'web.timer'],
    ['/srv/web.service.d/limits.conf', 'web.service', 'web.service.d/limits.conf'],
    ["/srv/web.service.d/$(id) it's.conf", 'web.service', "web.service.d/$(id) it's.conf"],
  ])('%s belongs to %s', (path, unit, place) => {
    expect(unitFileOf(path)).toEqual({ unit, place })
  })

  test.each([
    '/srv/web.conf',
    '/srv/web.service.erb',
    '/srv/x@$(touch pwned).service',
    '/srv/a b.service',
    '/srv/a\nb.service',
    '/srv/`id`.service',
    '/srv/service.d/all.conf',
    '/srv/$(id).service.d/a.conf',
    '/srv/web.service.d/.hidden.conf',
    '/srv/web.service/',
    '',
  ])('%j belongs to no unit', (path) => {
    expect(unitFileOf(path)).toBeUndefined()
  })
})

describe('the manager', () => {
  const info: SystemdTargetInfo = {
    program: 'systemd',
    version: 257,
    versionFrom: 'newest',
    manager: 'system',
    managerFrom: 'default',
  }

  test('is that for which a file is checked, where anything tells', () => {
    expect(managerOf({ ...info, managerFrom: 'path' }, '')).toBe('system')
    expect(managerOf({ ...info, manager: 'user', managerFrom: 'comment' }, 'User=deploy')).toBe('user')
  })

  test.each([
    ['[Install]\nWantedBy=multi-user.target\n', 'system'],
    ['[Install]\nWantedBy = default.target graphical.target\n', 'system'],
    ['[Service]\nUser=deploy\n', 'system'],
    ['[Service]\nDynamicUser=yes\n', 'system'],
    ['[Install]\nWantedBy=default.target\n', 'user'],
    ['[Service]\n# User=deploy\nUser=\n', 'user'],
    ['[Service]\nExecStart=/bin/x WantedBy=multi-user.target\n', 'user'],
    ['', 'user'],
  ])('of %j is that of the %s, where only its words tell', (text, manager) => {
    expect(managerOf(info, text)).toBe(manager)
    expect(managerOf(undefined, text)).toBe(manager)
  })
})

describe('a pair', () => {
  const unit = (more: Partial<Triggering> = {}): Triggering => ({
    load: 'loaded',
    triggers: [],
    triggeredBy: [],
    ...more,
  })
  const states = (entries: Readonly<Record<string, Triggering>>) => new Map(Object.entries(entries))

  test('is a service and the socket that starts it', () => {
    const both = states({
      'web.service': unit({ triggeredBy: ['other.timer', 'http.socket'] }),
      'http.socket': unit({ triggers: ['web.service'] }),
    })
    expect(partnerOf('web.service', both)).toBe('http.socket')
    expect(partnerOf('http.socket', both)).toBe('web.service')
  })

  test('is found where systemd has not looked at the socket yet', () => {
    const fresh = states({ 'web.service': unit(), 'web.socket': unit({ triggers: ['web.service'] }) })
    expect(partnerOf('web.service', fresh)).toBe('web.socket')
  })

  test.each([
    ['web.service', states({ 'web.service': unit({ triggeredBy: ['web.timer'] }) })],
    ['web.service', states({ 'web.service': unit(), 'web.socket': unit({ load: 'not-found' }) })],
    ['web.service', states({ 'web.service': unit(), 'web.socket': unit({ triggers: ['b.service'] }) })],
    ['ssh.socket', states({ 'ssh.socket': unit({ triggers: ['ssh@.service'] }) })],
    ['web.timer', states({ 'web.timer': unit({ triggers: ['web.service'] }) })],
    ['web.service', states({})],
  ])('%s has none', (name, known) => {
    expect(partnerOf(name, known)).toBeUndefined()
  })

  test('has names that go together', () => {
    expect(companionsOf('a.b.service')).toEqual(['a.b.socket', 'a.b.timer', 'a.b.path'])
    expect(companionsOf('web@.socket')).toEqual(['web@.service'])
    expect(companionsOf('web.target')).toEqual([])
  })
})
