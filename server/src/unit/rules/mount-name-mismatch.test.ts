import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { mountNameMismatch } from './mount-name-mismatch.ts'

const mount = (where: string) => `[Mount]\nWhat=/dev/sdb1\nWhere=${where}\n`

test('dashes need escapes', () =>
  checkRule(
    mountNameMismatch,
    `
[Mount]
Where=/srv/my-data
#     ^^^^^^^^^^^^ error: '/srv/my-data' is the path of 'srv-my\\x2ddata.mount', and this file is 'srv-my-data.mount'; systemd refuses a unit that is not named after its 'Where='
`,
    { file: 'srv-my-data.mount' },
  ))

test('the last path counts', () =>
  checkRule(
    mountNameMismatch,
    `
[Automount]
Where=/srv/a
Where=/srv/b
#     ^^^^^^ error: '/srv/b' is the path of 'srv-b.automount', and this file is 'srv-a.automount'; systemd refuses a unit that is not named after its 'Where='
`,
    { file: 'srv-a.automount' },
  ))

test.each([
  ['srv-data.mount', mount('//srv/data/')],
  ['srv-my\\x2ddata.mount', mount('/srv/my-data')],
  ['-.mount', mount('/')],
  // What only systemd knows, what other rules report, and what is not the whole unit.
  ['srv-data.mount', mount('%t/data')],
  ['srv-data.mount', mount('/srv/../data')],
  ['srv-data.mount', mount('srv/other')],
  ['srv-data.mount.d/a.conf', mount('/srv/other')],
  ['data.mount.j2', mount('/srv/other')],
  ['data.mount', mount(`/${'x'.repeat(250)}`)],
])('nothing to say of %s with %j', (file, text) => checkRule(mountNameMismatch, text, { file }))

test('the fix takes the path of the name', () =>
  checkFix(mountNameMismatch, mount('/srv/other'), mount('/srv/data'), { file: 'srv-data.mount' }))
