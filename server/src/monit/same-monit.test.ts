import { expect, test } from 'vitest'
import { companyIn, filesIncludedBy } from './same-monit.ts'

/** Files by path; those that include something say what. */
const files = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, include]) => ({ path, text: include && `include ${include}\n` }))
const together = (path: string, texts: Readonly<Record<string, string>>) =>
  companyIn(files(texts))(path).map((file) => file.path)

test('a top file and what it includes belong together', () => {
  const etc = {
    '/etc/monit/monitrc': '/etc/monit/conf.d/*',
    '/etc/monit/conf.d/web': '',
    '/etc/monit/conf.d/db': '',
    '/etc/monit/conf.d/.hidden': '',
    '/etc/monit/conf.d/old~': '',
    '/etc/monit/conf-available/web': '',
  }
  expect(together('/etc/monit/conf.d/web', etc)).toEqual(['/etc/monit/conf.d/db', '/etc/monit/monitrc'])
  expect(together('/etc/monit/monitrc', etc)).toEqual(['/etc/monit/conf.d/db', '/etc/monit/conf.d/web'])
  expect(together('/etc/monit/conf-available/web', etc)).toEqual([])
})

test('a file that is enabled by a link counts where the link is', () => {
  const etc = {
    '/etc/monit/monitrc': '/etc/monit/conf-enabled/*',
    '/etc/monit/conf-available/web': '',
    '/etc/monit/conf-available/db': '',
    '/etc/monit/conf-enabled/web': '',
  }
  expect(together('/etc/monit/conf-available/web', etc)).toEqual(['/etc/monit/monitrc'])
  expect(together('/etc/monit/conf-available/db', etc)).toEqual([])
})

test('includes are followed', () => {
  const chain = { '/m/monitrc': 'a/*', '/m/a/b': '/m/a/c/*', '/m/a/c/d': '' }
  expect(together('/m/a/c/d', chain)).toEqual(['/m/a/b', '/m/monitrc'])
  expect(together('/m/monitrc', { ...chain, '/m/a/c/d': '/m/a/*' })).toEqual(['/m/a/b', '/m/a/c/d'])
})

test('a project that holds a copy of /etc is read as it will lie', () => {
  const project = {
    '/home/me/shop/etc/monitrc': '/etc/monit.d/*.conf',
    '/home/me/shop/etc/monit.d/web.conf': '',
    '/home/me/shop/etc/monit.d/web.txt': '',
    '/home/me/other/etc/monit.d/web.conf': '',
  }
  expect(together('/home/me/shop/etc/monitrc', project)).toEqual(['/home/me/shop/etc/monit.d/web.conf'])
  const role = {
    '/r/templates/monitrc.j2': '/etc/monit/conf.d/*.conf',
    '/r/templates/conf.d/web.conf.j2': '',
  }
  expect(together('/r/templates/conf.d/web.conf.j2', role)).toEqual(['/r/templates/monitrc.j2'])
})

test('of several top files the nearest counts', () => {
  const two = { '/a/monitrc': '/c/d/*', '/c/monitrc': '/c/d/*', '/c/d/web': '' }
  expect(together('/c/d/web', two)).toEqual(['/c/monitrc'])
})

test('without an include, the folder tells', () => {
  expect(
    together('/m/conf.d/a', { '/m/conf.d/a': '', '/m/conf.d/b': '', '/m/monitrc': '', '/m/x.monit': '' }),
  ).toEqual(['/m/conf.d/b', '/m/monitrc'])
  expect(together('/m/a.monit', { '/m/a.monit': '', '/m/b.monit': '' })).toEqual([])
})

test('a pattern matches as glob(3) does', () => {
  const matched = (pattern: string, ...paths: string[]) =>
    filesIncludedBy(
      '/m/monitrc',
      pattern,
      paths.map((path) => ({ path, text: '' })),
    ).map(({ path }) => path)
  expect(matched('[!a-c]?', '/m/dx', '/m/ax', '/m/d')).toEqual(['/m/dx'])
  expect(matched('a.b', '/m/a.b', '/m/axb')).toEqual(['/m/a.b'])
  expect(matched('*', '/m/a', '/m/a/b')).toEqual(['/m/a'])
  expect(matched('/m/{a,b}(', '/m/a')).toEqual([])
})
