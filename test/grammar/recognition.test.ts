import { readFileSync } from 'node:fs'
import picomatch from 'picomatch'
import { describe, expect, test } from 'vitest'
import { identifyMonit, monitFirstLine } from '../../server/src/monit/identity.ts'

interface Language {
  readonly id: string
  readonly extensions?: readonly string[]
  readonly filenames?: readonly string[]
  readonly filenamePatterns?: readonly string[]
  readonly firstLine?: string
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly contributes: { readonly languages: readonly Language[] }
}
const own = manifest.contributes.languages

/** What VS Code itself, and a common extension for Jinja, say of endings that meet ours. */
const others: readonly Language[] = [
  { id: 'ini', extensions: ['.ini'] },
  {
    id: 'properties',
    extensions: ['.conf', '.properties', '.cfg', '.directory'],
    filenamePatterns: ['**/.config/git/config', '**/.git/config'],
  },
  { id: 'xml', extensions: ['.xml', '.xsd', '.svg'] },
  { id: 'perl', extensions: ['.pl', '.pod', '.t'] },
  { id: 'ruby', extensions: ['.rb', '.erb'] },
  { id: 'jinja', extensions: ['.j2', '.jinja', '.jinja2'] },
  { id: 'markdown', extensions: ['.md', '.markdown'] },
  { id: 'shellscript', extensions: ['.sh', '.bash'] },
]

interface Association {
  readonly id: string
  readonly kind: 'filename' | 'pattern' | 'extension' | 'firstLine'
  readonly text: string
}

/** VS Code registers the built-in languages before those of installed extensions. */
const associations: readonly Association[] = [...others, ...own].flatMap((language) => [
  ...(language.extensions ?? []).map((text) => ({ id: language.id, kind: 'extension' as const, text })),
  ...(language.filenames ?? []).map((text) => ({ id: language.id, kind: 'filename' as const, text })),
  ...(language.filenamePatterns ?? []).map((text) => ({ id: language.id, kind: 'pattern' as const, text })),
  ...(language.firstLine ? [{ id: language.id, kind: 'firstLine' as const, text: language.firstLine }] : []),
])

/**
 * What VS Code takes a file for (`getAssociations()` in vs/editor/common/services/languagesAssociations.ts): a name
 * beats a pattern, a pattern an extension, an extension the first line. Of two patterns or two extensions the longer
 * text wins, of equals the one registered last. Case does not count; a pattern without `/` sees the name alone.
 */
function associationOf(path: string, firstLine = ''): Association | undefined {
  const windows = path.includes('\\')
  const whole = path.toLowerCase()
  const name = whole.slice(Math.max(whole.lastIndexOf('/'), windows ? whole.lastIndexOf('\\') : -1) + 1)
  const longest = (kind: Association['kind'], matches: (text: string) => boolean) =>
    associations
      .filter((association) => association.kind === kind && matches(association.text))
      .reduce<Association | undefined>(
        (best, next) => (best && best.text.length > next.text.length ? best : next),
        undefined,
      )
  const byName = associations.findLast(({ kind, text }) => kind === 'filename' && text.toLowerCase() === name)
  return (
    byName ??
    longest('pattern', (text) =>
      picomatch.isMatch(text.includes('/') ? whole : name, text.toLowerCase(), { dot: true, windows }),
    ) ??
    longest('extension', (text) => name.endsWith(text.toLowerCase())) ??
    associations.findLast(({ kind, text }) => kind === 'firstLine' && new RegExp(text).test(firstLine))
  )
}

const unit = 'systemd-unit'
const erb = 'systemd-unit-erb'
const jinja = 'systemd-unit-jinja'
const monit = 'monit'

const paths: readonly (readonly [path: string, id: string | undefined])[] = [
  ['/etc/systemd/system/puma.service', unit],
  ['/home/me/shop/config/deploy/PUMA.SERVICE', unit],
  ['/srv/app/worker@.service', unit],
  ['/srv/app/puma.socket', unit],
  ['/srv/app/backup.timer', unit],
  ['/srv/app/srv-data.mount', unit],
  ['/srv/app/srv-data.automount', unit],
  ['/srv/app/dev-sda2.swap', unit],
  ['/srv/app/web.slice', unit],
  ['/run/systemd/transient/session-1.scope', unit],
  ['/home/me/.config/systemd/user/app.target', unit],
  ['/srv/app/systemd/inbox.path', unit],
  ['/usr/lib/systemd/system/dev-sda.device', unit],
  ['C:\\work\\shop\\systemd\\inbox.path', unit],
  ['/srv/app/build/app.target', undefined],
  ['/srv/app/inbox.path', undefined],
  ['/srv/app/sda.device', undefined],
  ['/srv/linux-systemd/inbox.path', undefined],
  ['/srv/app/nginx.conf', 'properties'],
  ['/etc/systemd/system.conf', 'properties'],
  ['/etc/systemd/journald.conf.d/size.conf', 'properties'],
  ['/etc/systemd/system/puma.service.d/override.conf', unit],
  ['/srv/app/puma@.service.d/10-limits.conf', unit],
  ['/srv/app/app.target.d/a.conf', unit],
  ['/srv/app/inbox.path.d/a.conf', unit],
  ['C:\\work\\puma.socket.d\\a.conf', unit],
  ['/etc/systemd/system/service.d/10-all.conf', unit],
  ['/etc/systemd/user/slice.d/10-all.conf', unit],
  ['/srv/app/service.d/10-all.conf', 'properties'],
  ['/etc/systemd/network/eth.network.d/a.conf', 'properties'],
  ['/etc/systemd/system/puma.service.d/readme.md', 'markdown'],
  ['/etc/systemd/system/puma.service.d/.#override.conf0123456789abcdef', unit],
  ['/etc/systemd/user/service.d/.#override.conf0123abcd', unit],
  ['/etc/systemd/system/.#puma.service0123456789abcdef', unit],
  ['/srv/app/.#notes.conf0123456789abcdef', undefined],
  ['/srv/app/puma.service.in', unit],
  ['/srv/app/puma.service.tmpl', unit],
  ['/srv/app/puma.service.tftpl', unit],
  ['/srv/app/puma.service.tpl', unit],
  ['/srv/app/systemd/app.target.in', unit],
  ['/srv/app/app.target.in', undefined],
  ['/srv/app/puma.service.d/a.conf.in', unit],
  ['/etc/systemd/system/service.d/a.conf.tpl', unit],
  ['/srv/app/nginx.conf.in', undefined],
  ['/srv/app/puma.service.erb', erb],
  ['/srv/app/systemd/inbox.path.erb', erb],
  ['/srv/app/puma.service.d/a.conf.erb', erb],
  ['/etc/systemd/system/service.d/a.conf.erb', erb],
  ['/srv/app/views/index.html.erb', 'ruby'],
  ['/srv/app/inbox.path.erb', 'ruby'],
  ['/srv/roles/web/templates/puma.service.j2', jinja],
  ['/srv/roles/web/templates/puma.socket.jinja', jinja],
  ['/srv/roles/web/templates/backup.timer.jinja2', jinja],
  ['/srv/roles/web/templates/systemd/web.target.j2', jinja],
  ['/srv/roles/web/templates/puma.service.d/a.conf.j2', jinja],
  ['/etc/systemd/system/service.d/a.conf.jinja2', jinja],
  ['/srv/roles/web/templates/nginx.conf.j2', 'jinja'],
  ['/usr/share/dbus-1/services/org.example.App.service', 'ini'],
  ['/usr/share/dbus-1/system-services/org.example.App.service', 'ini'],
  ['/srv/app/data/dbus-1/services/org.example.App.service.in', 'ini'],
  ['/srv/app/data/dbus-1/system-services/org.example.App.service.j2', 'ini'],
  ['/etc/avahi/services/ssh.service', 'xml'],
  ['/srv/roles/avahi/services/http.service.j2', 'xml'],
  ['/etc/containers/systemd/app.container', undefined],
  ['/etc/containers/systemd/app.kube', undefined],
  ['/etc/containers/systemd/data.volume', undefined],
  ['/etc/systemd/network/10-eth.network', undefined],
  ['/etc/systemd/network/10-br.netdev', undefined],
  ['/etc/systemd/network/10-eth.link', undefined],
  ['/etc/systemd/nspawn/box.nspawn', undefined],
  ['/srv/app/user.service.ts', undefined],
  ['/srv/app/services', undefined],
  ['/srv/app/README', undefined],
  ['/etc/monit/monitrc', monit],
  ['/home/me/.monitrc', monit],
  ['/srv/app/shop.monitrc', monit],
  ['/srv/app/puma.monit', monit],
  ['/usr/local/etc/monit.conf', monit],
  ['/srv/app/config/puma_monit.conf', monit],
  ['/srv/roles/monit/files/etc_monit_monitrc', monit],
  ['/srv/roles/monit/files/etc_monit_conf.d_sshd', monit],
  ['/etc/monit/conf.d/sshd', monit],
  ['/etc/monit/conf.d/php8.3-fpm', monit],
  ['/etc/monit/conf-available/nginx.conf', monit],
  ['/etc/monit/conf-enabled/web.cfg', monit],
  ['C:\\work\\monit\\conf.d\\puma', monit],
  ['/etc/monit/templates/rootbin', monit],
  ['/etc/monit.d/mysql', monit],
  ['/usr/local/etc/monitrc.d/fail2ban.j2', monit],
  ['/srv/jobs/nats/monit', monit],
  ['/srv/jobs/rabbit_node/templates/monit.erb', monit],
  ['/srv/app/monit.conf.erb', monit],
  ['/srv/app/monitrc.m4', monit],
  ['/srv/app/templates/sidekiq_monit.erb', monit],
  ['/srv/app/templates/puma_monit.conf.epp', monit],
  ['/etc/monit/conf.d/README.md', 'markdown'],
  ['/etc/monit.d/check-disk.sh', 'shellscript'],
  ['/etc/monit/conf.d/puma.service', unit],
  ['/etc/monit.d/puma.service.in', unit],
  ['/srv/etc/monit/templates/puma.service.erb', erb],
  ['/etc/monit.d/puma.timer.j2', jinja],
  ['/usr/bin/monit', undefined],
  ['/etc/default/monit', undefined],
  ['/srv/app/monitrc.ts', undefined],
  ['/srv/app/web.cfg', 'properties'],
  ['/etc/nginx/conf.d/web.conf', 'properties'],
]

test.each(paths)('%s is %s', (path, id) => {
  expect(associationOf(path)?.id).toBe(id)
})

test.each(paths)('the server agrees on %s', (path, id) => {
  expect(identifyMonit(path) !== undefined).toBe(id === monit)
})

test('the server looks for the first line that the editor looks for', () => {
  const { firstLine } = own.find(({ id }) => id === monit)!
  expect(firstLine).toBe(monitFirstLine.source)
})

describe('by the first line', () => {
  test.each([
    ['/srv/app/app.target', '[Unit]', unit],
    ['/srv/app/inbox.path', '\t[Unit]  ', unit],
    ['/srv/app/puma.service.template', '[Unit]\r', unit],
    ['Untitled-1', '[Unit]', unit],
    ['/srv/app/app.target', '[Units]', undefined],
    ['/srv/app/app.target', '# [Unit]', undefined],
    ['/srv/app/app.target', '[Unit] # no header', undefined],
    ['/srv/app/app.target', '[Service]', undefined],
    ['/srv/app/app.conf', '[Unit]', 'properties'],
    ['/srv/app/web.pod', '[Unit]', 'perl'],
    ['Untitled-1', 'check process puma with pidfile /run/puma.pid', monit],
    ['/srv/app/control', 'set daemon 30', monit],
    ['/srv/app/control', '#!monit', monit],
    ['/srv/app/plot', 'set terminal png', undefined],
    ['/srv/app/web.conf', 'check process puma', 'properties'],
    ['/srv/app/puma.service', 'check process puma', unit],
  ])('%s with %j is %s', (path, firstLine, id) => {
    expect(associationOf(path, firstLine)?.id).toBe(id)
  })
})

describe('every unit type with every template suffix', () => {
  const types = ['service', 'socket', 'timer', 'mount', 'automount', 'swap', 'slice', 'scope']
  const suffixes = { in: unit, tmpl: unit, tpl: unit, tftpl: unit, erb, j2: jinja, jinja, jinja2: jinja }
  test.each(Object.entries(suffixes))('.%s is %s', (suffix, id) => {
    for (const type of types) expect(associationOf(`/srv/app/web.${type}.${suffix}`)?.id).toBe(id)
  })
})

test('no association is idle', () => {
  const templates = own
    .flatMap((language) => language.filenamePatterns ?? [])
    .filter((pattern) => !pattern.includes('/'))
  const used = new Set(
    [
      ...paths.map(([path]) => associationOf(path)),
      ...templates.map((pattern) =>
        associationOf(pattern.replace('*', 'web').replace(/\{(\w+),[^}]*\}/, '$1')),
      ),
      associationOf('/srv/app/app.target', '[Unit]'),
      associationOf('/srv/app/control', 'set daemon 30'),
    ].map((association) => association && `${association.kind} ${association.text}`),
  )
  const ours = associations.slice(associations.findIndex(({ id }) => id === unit))
  expect(ours.map(({ kind, text }) => `${kind} ${text}`).filter((text) => !used.has(text))).toEqual([])
})

test('patterns use only what the globs of VS Code and picomatch share', () => {
  for (const pattern of own.flatMap((language) => language.filenamePatterns ?? [])) {
    expect(pattern).toMatch(/^(?:[\w./#*-]|\{[\w,.-]+\})+$/)
    expect(pattern).toBe(pattern.toLowerCase())
  }
})
