import { expect, test } from 'vitest'
import { inMemory } from '../testing/in-memory.ts'
import { findServices } from './find-services.ts'

test('services are found with the manager that their folder tells', async () => {
  const files = inMemory({
    '/srv/shop/config/systemd/user/puma.service': '',
    '/srv/shop/config/systemd/user/worker@.service': '',
    '/srv/shop/backup.service': '',
    '/srv/shop/README.md': '',
    '/srv/other.service': '',
  })
  const found = await findServices(files, 'file:///srv/shop')
  expect(found.map(({ process: _, ...service }) => service)).toEqual([
    { name: 'backup', manager: 'system', path: 'backup.service' },
    { name: 'puma', manager: 'user', path: 'config/systemd/user/puma.service' },
  ])
})

test('how the process of a service is found is read from its file', async () => {
  const files = inMemory({ '/srv/shop/my web.service': '[Service]\nExecStart=/srv/web --port 80\n' })
  const [service] = await findServices(files, 'file:///srv/shop')
  expect(service?.process.pattern).toBe('/srv/web --port 80')
})
