import { describe, expect, test } from 'vitest'
import { assumeUnit, identifyUnit, isForeign, looksLikeUnit, unitTypes } from './identity.ts'

/** Path, name, type, and what else there is to say: drop-in, template, manager. */
const known: readonly (readonly [path: string, name: string, type: string, notes?: string])[] = [
  ['web.service', 'web.service', 'service'],
  ['/srv/app/web.service', 'web.service', 'service'],
  ['deploy/puma.socket', 'puma.socket', 'socket'],
  ['backup.timer', 'backup.timer', 'timer'],
  ['srv-data.mount', 'srv-data.mount', 'mount'],
  ['srv-data.automount', 'srv-data.automount', 'automount'],
  ['dev-sda2.swap', 'dev-sda2.swap', 'swap'],
  ['app-web.slice', 'app-web.slice', 'slice'],
  ['session-1.scope', 'session-1.scope', 'scope'],
  ['-.mount', '-.mount', 'mount'],
  ['-.slice', '-.slice', 'slice'],
  ['puma@.service', 'puma@.service', 'service'],
  ['puma@3000.service', 'puma@3000.service', 'service'],
  ['my.app.v2.service', 'my.app.v2.service', 'service'],
  ['dbus-org.example.Web.service', 'dbus-org.example.Web.service', 'service'],
  ['system-getty.slice', 'system-getty.slice', 'slice'],
  ['foo.target.service', 'foo.target.service', 'service'],
  ['/etc/systemd/system/web.service', 'web.service', 'service', 'system'],
  ['/lib/systemd/system/web.service', 'web.service', 'service', 'system'],
  ['/run/systemd/system/web.service', 'web.service', 'service', 'system'],
  ['/etc/systemd/system/app.target', 'app.target', 'target', 'system'],
  ['/usr/lib/systemd/user/sync.path', 'sync.path', 'path', 'user'],
  ['/home/me/.config/systemd/user/sync.service', 'sync.service', 'service', 'user'],
  ['/home/me/.local/share/systemd/user/sync.service', 'sync.service', 'service', 'user'],
  ['/etc/systemd/system.control/web.service', 'web.service', 'service', 'system'],
  ['/run/systemd/user.control/sync.service', 'sync.service', 'service', 'user'],
  ['systemd/dev-sda.device', 'dev-sda.device', 'device'],
  ['contrib/systemd/app.target', 'app.target', 'target'],
  ['/etc/systemd/system/multi-user.target.wants/web.service', 'web.service', 'service', 'system'],
  ['/run/systemd/transient/run-1.scope', 'run-1.scope', 'scope'],
  // Templates of unit files.
  ['puma.service.erb', 'puma.service', 'service', 'template'],
  ['roles/web/templates/puma@.service.j2', 'puma@.service', 'service', 'template'],
  ['puma.service.jinja', 'puma.service', 'service', 'template'],
  ['puma.service.jinja2', 'puma.service', 'service', 'template'],
  ['src/web.service.in', 'web.service', 'service', 'template interpolates'],
  ['web.timer.tmpl', 'web.timer', 'timer', 'template interpolates'],
  ['web.socket.tpl', 'web.socket', 'socket', 'template interpolates'],
  ['templates/web.service.tftpl', 'web.service', 'service', 'template interpolates'],
  ['units/systemd/user/app.target.in', 'app.target', 'target', 'template interpolates user'],
  // Drop-ins.
  ['/etc/systemd/system/web.service.d/override.conf', 'web.service', 'service', 'dropIn system'],
  ['web.service.d/10-limits.conf', 'web.service', 'service', 'dropIn'],
  ['puma@.service.d/x.conf', 'puma@.service', 'service', 'dropIn'],
  ['puma@3000.service.d/x.conf', 'puma@3000.service', 'service', 'dropIn'],
  ['foo-.service.d/x.conf', 'foo-.service', 'service', 'dropIn'],
  ['app.target.d/x.conf', 'app.target', 'target', 'dropIn'],
  ['/home/me/.config/systemd/user/sync.timer.d/x.conf', 'sync.timer', 'timer', 'dropIn user'],
  ['/etc/systemd/system/service.d/10-all.conf', '.service', 'service', 'dropIn system'],
  ['/etc/systemd/user/slice.d/10-all.conf', '.slice', 'slice', 'dropIn user'],
  ['templates/web.service.d/env.conf.erb', 'web.service', 'service', 'dropIn template'],
  ['templates/web.service.d/env.conf.j2', 'web.service', 'service', 'dropIn template'],
  // What `systemctl edit` opens.
  [
    '/etc/systemd/system/web.service.d/.#override.conf6f0bd1c2a3e4d5f6',
    'web.service',
    'service',
    'dropIn system',
  ],
  ['/etc/systemd/system/.#web.service0123456789abcdef', 'web.service', 'service', 'system'],
  ['/etc/systemd/user/.#app.target0123456789abcdef', 'app.target', 'target', 'user'],
]

describe('unit files', () => {
  test.each(known.map((row) => [row[0], row] as const))('%s', (path, [, name, type, notes]) => {
    const words = notes?.split(' ') ?? []
    expect(identifyUnit(path)).toEqual({
      name,
      type,
      dropIn: words.includes('dropIn'),
      template: words.includes('template'),
      ...(words.includes('interpolates') ? { interpolates: true } : {}),
      manager: words.includes('system') ? 'system' : words.includes('user') ? 'user' : undefined,
    })
  })

  test('of every type', () => expect(new Set(known.map(([, , type]) => type))).toEqual(new Set(unitTypes)))
})

describe('other files', () => {
  test.each([
    '/usr/share/dbus-1/services/org.example.Web.service',
    '/usr/share/dbus-1/system-services/org.example.Web.service',
    'data/dbus-1/services/org.example.Web.service.in',
    '/etc/avahi/services/ssh.service',
    'build/make.target',
    'docs/some.path',
    'disk.device',
    'app.target.erb',
    'web.service.bak',
    'web.service~',
    'web.service.rb',
    'webservice',
    '.service',
    'service',
    'web.service/notes.txt',
    'web.service.d/notes.txt',
    'web.service.d/.hidden.conf',
    'web.service.wants/x.conf',
    'service.d/10-all.conf',
    'nginx/conf.d/web.conf',
    '/etc/systemd/journald.conf',
    '/etc/systemd/system.conf.d/x.conf',
    '',
    '/',
  ])('%s', (path) => expect(identifyUnit(path)).toBeUndefined())
})

describe('what somebody calls a unit file', () => {
  test.each([
    ['/srv/build/app.target', 'app.target', 'target', false],
    ['notes.txt', 'notes.txt', undefined, false],
    ['Untitled-1', 'Untitled-1', undefined, false],
    ['tmp/unit.erb', 'unit', undefined, true],
    ['sync.path.j2', 'sync.path', 'path', true],
  ])('%s', (path, name, type, template) =>
    expect(assumeUnit(path)).toEqual({ name, type, template, dropIn: false, manager: undefined }),
  )

  test('a path that tells keeps what it tells', () => {
    const path = '/etc/systemd/user/web.service.d/x.conf'
    expect(assumeUnit(path)).toEqual(identifyUnit(path))
    expect(assumeUnit('/etc/systemd/system/notes.txt').manager).toBe('system')
  })
})

describe('the first line', () => {
  test.each(['[Unit]', '[Unit]\n', ' \t[Unit] \r\nDescription=Web', '\uFEFF[Unit]\n'])(
    '%j is a unit file’s',
    (text) => expect(looksLikeUnit(text)).toBe(true),
  )
  test.each(['', '\n[Unit]', '[Units]', '[Unit] # a', '[Service]\n', '# c\n[Unit]\n', '[unit]\n'])(
    '%j may be anybody’s',
    (text) => expect(looksLikeUnit(text)).toBe(false),
  )
})

describe('kin of unit files', () => {
  test.each(['web.container', '/etc/containers/systemd/web.pod', 'db.volume.j2', 'eth0.network', 'a.nspawn'])(
    '%s is foreign',
    (path) => expect(isForeign(path, '[Unit]\n')).toBe(true),
  )
  test.each([
    '[D-BUS Service]\nName=a',
    '# comment\n\n[D-BUS Service]\n',
    '\uFEFF<?xml version="1.0"?>',
    '<!DOCTYPE service-group>',
  ])('so is one that begins with %j', (text) => expect(isForeign('org.example.service', text)).toBe(true))

  test('unit files are not', () => {
    expect(isForeign('/etc/systemd/system/web.service', '[Unit]\n')).toBe(false)
    expect(isForeign('web.service', '# [D-BUS Service]\n[Service]\n')).toBe(false)
    expect(isForeign('/usr/share/dbus-1/services/a.service', '')).toBe(true)
  })
})
