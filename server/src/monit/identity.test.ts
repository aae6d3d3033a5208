import { describe, expect, test } from 'vitest'
import {
  identifyMonit,
  isForeignToMonit,
  looksLikeMonit,
  monitFirstLine,
  recognisesMonit,
} from './identity.ts'

/** Path, and what there is to say of it. */
const known: readonly (readonly [path: string, notes: '' | 'template' | 'fragment' | 'fragment template'])[] =
  [
    ['/etc/monitrc', ''],
    ['/etc/monit/monitrc', ''],
    ['/home/me/.monitrc', ''],
    ['deploy/shop.monitrc', ''],
    ['/usr/local/etc/monit.conf', ''],
    ['MONITRC', ''],
    ['C:\\deploy\\monitrc', ''],
    ['puma.monit', 'fragment'],
    ['config/deploy/puma_monit.conf', 'fragment'],
    ['files/etc_monit_monitrc', 'fragment'],
    ['files/etc_monit_conf.d_sshd', 'fragment'],
    ['/etc/monit/conf.d/sshd', 'fragment'],
    ['/etc/monit/conf.d/php8.3-fpm', 'fragment'],
    ['/etc/monit/conf.d/nginx.conf', 'fragment'],
    ['/etc/monit/conf.d/web.cfg', 'fragment'],
    ['/etc/monit/conf-available/cron', 'fragment'],
    ['/etc/monit/conf-enabled/cron', 'fragment'],
    ['/etc/monit/templates/rootbin', 'fragment'],
    ['/etc/monit.d/mysql', 'fragment'],
    ['/usr/local/etc/monitrc.d/fail2ban', 'fragment'],
    ['monit\\conf.d\\redis', 'fragment'],
    ['jobs/nats/monit', 'fragment'],
    // Templates.
    ['templates/monitrc.erb', 'template'],
    ['roles/monit/templates/monitrc.j2', 'template'],
    ['templates/monit.conf.epp', 'template'],
    ['monitrc.in', 'template'],
    ['monitrc.m4', 'template'],
    ['lib/capistrano/templates/puma_monit.conf.erb', 'fragment template'],
    ['lib/generators/templates/sidekiq_monit.erb', 'fragment template'],
    ['jobs/rabbit_node/templates/monit.erb', 'fragment template'],
    ['templates/puma.monit.jinja', 'fragment template'],
    ['roles/web/files/monit/conf.d/puma.jinja2', 'fragment template'],
    ['roles/web/templates/etc/monit.d/puma.conf.tmpl', 'fragment template'],
  ]

/** Files that are other programs', or that nothing gives to monit. */
const others: readonly string[] = [
  '',
  '/',
  'monit',
  '/usr/bin/monit',
  '/etc/init.d/monit',
  '/etc/default/monit',
  'roles/monit/templates/default/monit.j2',
  'web.conf',
  'web.cfg',
  'nginx/conf.d/web.conf',
  '/etc/apache2/conf-available/charset.conf',
  'src/monitrc.ts',
  'monitrc/readme.txt',
  'monit.service',
  'monit.service.erb',
  '/etc/monit/conf.d/monit.service',
  '/etc/monit.d/backup.timer.j2',
  '/etc/monit/conf.d/README.md',
  '/etc/monit.d/check-disk.sh',
  '/etc/monit/conf.d/nginx~',
  '/etc/monit/conf.d/nginx.dpkg-dist',
  '/etc/monit/conf.d/.gitkeep',
  '/etc/monit/conf.d/',
  '/etc/monit/conf.d/sub/nginx',
  'roles/monit/templates/override.conf.j2',
  'monitrc.rb',
  'sidekiq_monit',
  'jobs/nats/templates/nats.conf.erb',
]

describe('control files', () => {
  test.each(known)('%s', (path, notes) => {
    const words = notes.split(' ')
    expect(identifyMonit(path)).toEqual({
      template: words.includes('template'),
      fragment: words.includes('fragment'),
    })
    expect(recognisesMonit(path)).toBe(true)
    expect(isForeignToMonit(path)).toBe(false)
  })
})

describe('other files', () => {
  test.each(others)('%s', (path) => {
    expect(identifyMonit(path)).toBeUndefined()
    expect(recognisesMonit(path, 'server { listen 80; }\n')).toBe(false)
  })
})

describe('the first line', () => {
  test.each([
    'check process nginx with pidfile /run/nginx.pid',
    '  check process warden\n  with pidfile /run/warden.pid\n',
    '\tCHECK FILESYSTEM rootfs with path /',
    '\uFEFFcheck host "a b" with address localhost',
    'check process <%= fetch(:name) %> matching "x"',
    'check process {{ name }}',
    'check system $HOST',
    'set daemon 30',
    'set httpd',
    'set httpd\r\n  port 2812',
    'SET log syslog',
    'set log /var/log/monit.log',
    'set alert ops@example.org',
    'set limits {',
    'set ssl options {',
    'set mailserver localhost',
    'include /etc/monit.d/*',
    'include "/etc/monit/conf.d/*"',
    '#!monit',
    '#!/usr/bin/monit -c',
    '#!/usr/bin/env monit',
    'Check process mysql with pidfile /run/mysqld/mysqld.pid',
    'check process puma # the app',
    'check host api.example.org every 2 cycles',
    'check process <%= name %>_<%= n %>',
    'CHECK PROCESS mongo MATCHING mongo ',
    'SET DAEMON 120',
    'set daemon <%= interval %>',
    'set daemon {{ interval }}',
  ])('%j is a control file’s', (text) => {
    expect(looksLikeMonit(text)).toBe(true)
    expect(recognisesMonit('Untitled-1', text)).toBe(true)
    expect(recognisesMonit('web.conf', text)).toBe(true)
    expect(recognisesMonit('web.service', text)).toBe(false)
    expect(recognisesMonit('C:\\work\\web.service.erb', text)).toBe(false)
    expect(recognisesMonit('notes.md', text)).toBe(false)
  })

  test.each([
    '',
    '\ncheck process a',
    '# check process a',
    'check process',
    'check the file please',
    'check processes a',
    'Check file permissions before the release',
    'check process status of all services',
    'Check host connectivity, then deploy',
    'set daemon mode',
    '#!/usr/bin/env monitor',
    'recheck process a',
    'set -e',
    'set terminal png',
    'set log y',
    'set alert',
    'set number',
    'set ssl',
    'include /etc/nginx/conf.d/*.conf',
    'include common.mk',
    '#!/bin/sh',
    '#!/usr/bin/monitor',
    '[Unit]',
  ])('%j may be anybody’s', (text) => {
    expect(looksLikeMonit(text)).toBe(false)
    expect(recognisesMonit('Untitled-1', text)).toBe(false)
  })

  test('is read without going through a file that has no other', () => {
    const long = `${' '.repeat(2_000_000)}check process a`
    expect(looksLikeMonit(long)).toBe(false)
  })

  test('is told by a pattern that editors can hold as text', () => expect(monitFirstLine.flags).toBe(''))
})
