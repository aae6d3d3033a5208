import { expect, test } from 'vitest'
import { inMemory } from '../testing/in-memory.ts'
import { findUpstartJobs } from './find-upstart-jobs.ts'

const job = 'description "web"\nstart on runlevel [2345]\nexec /bin/x\n'

test('jobs are found where they usually are, the surest first', async () => {
  const files = inMemory({
    '/app/web.conf': job,
    '/app/config/nginx.conf': 'server {\n  listen 80;\n}\n',
    '/app/etc/init/cron.conf': '#!upstart\nexec /bin/cron\n',
    '/app/config/upstart/jobs.conf': 'script\n  run\nend script\n',
    '/app/deploy/web.upstart': 'respawn\nexec /bin/x\n',
    '/app/config/other/web.conf': job,
    '/app/upstart/nginx.conf': 'user www-data;\nhttp {\n}\n',
    '/app/node_modules/forever/upstart/x.conf': job,
    '/app/config/upstart/large.conf': job + '#'.repeat(70_000),
  })
  expect(await findUpstartJobs(files, 'file:///app')).toEqual([
    'deploy/web.upstart',
    'config/upstart/jobs.conf',
    'etc/init/cron.conf',
    'web.conf',
  ])
})

test('there are none in a folder without any, or that is not there', async () => {
  expect(await findUpstartJobs(inMemory({ '/app/Gemfile': '' }), 'file:///app')).toEqual([])
  expect(await findUpstartJobs(inMemory({}), 'file:///gone')).toEqual([])
})
