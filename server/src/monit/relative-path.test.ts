import { expect, test } from 'vitest'
import { relativeTo } from './relative-path.ts'

test.each([
  ['/etc/monit/monitrc', '/etc/monit/conf.d/web', 'conf.d/web'],
  ['/etc/monit/conf.d/app', '/etc/monit/conf.d/web', 'web'],
  ['/etc/monit/conf.d/app', '/etc/monit/monitrc', '../monitrc'],
  ['/etc/monit/conf.d/app', '/etc/monitrc', '../../monitrc'],
  ['/home/ops/monitrc', '/etc/monit/conf.d/web', '/etc/monit/conf.d/web'],
  ['monitrc', 'conf.d/web', 'conf.d/web'],
  ['deploy/monitrc', 'shared/web.monit', '../shared/web.monit'],
])('from %s, %s is %s', (file, path, relative) => expect(relativeTo(file, path)).toBe(relative))
