import { expect, test } from 'vitest'
import { isReadFrom } from './read-from.ts'

const links: Readonly<Record<string, string>> = {
  '/home/deploy/.config/systemd/user/web.service': '/srv/app/web.service',
  '/srv/app/web.service': '/srv/app/web.service',
  '/srv/other/web.service': '/srv/other/web.service',
  '/srv/app/web.service.d/a.conf': '/srv/app/web.service.d/a.conf',
}
const machine = { realPath: async (path: string) => links[path] }
const state = {
  fragmentPath: '/home/deploy/.config/systemd/user/web.service',
  dropInPaths: ['/srv/app/web.service.d/a.conf'],
}

test.each([
  ['/srv/app/web.service', true],
  ['/srv/app/web.service.d/a.conf', true],
  ['/srv/other/web.service', false],
  ['/srv/missing.service', false],
])('from %s: %s', async (path, expected) => {
  expect(await isReadFrom(machine, state, path)).toBe(expected)
})

test('a unit without a file is read from none', async () => {
  const none = { fragmentPath: undefined, dropInPaths: [] }
  expect(await isReadFrom(machine, none, '/srv/missing.service')).toBe(false)
})
