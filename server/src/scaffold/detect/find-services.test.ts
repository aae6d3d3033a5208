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
  expect(await findServices(files, 'file:///srv/shop')).toEqual([
    { name: 'backup', manager: 'system', path: 'backup.service' },
    { name: 'puma', manager: 'user', path: 'config/systemd/user/puma.service' },
  ])
})
