import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { missingWhat as rule } from './missing-what.ts'

test('nothing to mount', () =>
  checkRule(
    rule,
    `
[Mount]
^^^^^^^ error: the mount has no 'What=', so there is nothing to mount and systemd refuses it
Where=/srv/data
What=
`,
    { file: 'srv-data.mount' },
  ))

test('something, or the root directory', () => {
  checkRule(rule, '[Mount]\nWhat=tmpfs\nWhere=/srv/data\n', { file: 'srv-data.mount' })
  checkRule(rule, '[Mount]\nWhat={{ device }}\nWhere=/srv/data\n', { file: 'srv-data.mount.j2' })
  checkRule(rule, '[Mount]\nOptions=noatime\n', { file: '-.mount' })
  checkRule(rule, '[Mount]\nOptions=noatime\n', { file: '/etc/systemd/system/srv-data.mount.d/a.conf' })
  checkRule(rule, '[Swap]\nPriority=3\n', { file: 'srv-data.swap' })
})
