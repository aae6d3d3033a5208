import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { controlFileReader } from './read-control-files.ts'
import { scratch } from './testing/scratch.ts'

const top = 'include /etc/monit/conf.d/*\n'
const db = 'check process db with pidfile /run/db.pid\n'
const web = 'check process web with pidfile /run/web.pid\n  depends on db\n'

describe('unitwright check', () => {
  test('a service of an included file is known, and one of its name is a second one', async () => {
    const { run } = scratch({
      'monit/monitrc': `${top}${web}`,
      'monit/conf.d/db': db,
      'monit/conf.d/more': db,
    })
    const { code, out } = await run('check', 'monit/monitrc', 'monit/conf.d/more')
    expect(code).toBe(1)
    expect(out.split('\n').filter((line) => line.includes('error'))).toEqual([
      expect.stringMatching(/^monit\/conf\.d\/more:1:15: error: .*\bdb\b.* \[duplicate-service\]$/),
    ])
  })

  test('a text from a pipe has the files that it is read with', async () => {
    const { runWith } = scratch({ 'monit/monitrc': `${top}${web}` })
    const outcome = await runWith(web, 'check', '--stdin-name', 'monit/conf.d/web', '-')
    expect(outcome.out).toContain('[duplicate-service]')
  })
})

describe('what is read', () => {
  test('the files around, links too, and nothing of other programs', () => {
    const { folder } = scratch({
      'monit/monitrc': 'include /etc/monit/conf-enabled/*\n',
      'monit/conf-available/db': db,
      'monit/conf-enabled/README.md': 'no',
      'monit/conf-enabled/binary': '\0',
    })
    symlinkSync('../conf-available/db', path.join(folder, 'monit/conf-enabled/db'))
    symlinkSync('nowhere', path.join(folder, 'monit/conf-enabled/gone'))
    const file = path.join(folder, 'monit/monitrc')
    const read = controlFileReader([file])
    expect(read(file)).toEqual([{ path: path.join(folder, 'monit/conf-enabled/db'), text: db }])
    expect(read(path.join(folder, 'monit/conf-available/db')).map((each) => each.path)).toEqual([file])
  })

  test('what is far away where it is checked as well', () => {
    const { folder } = scratch({
      'etc/monitrc': 'include /srv/shop/*.monit\n',
      'srv/shop/web.monit': web,
    })
    const [etc, srv] = [path.join(folder, 'etc/monitrc'), path.join(folder, 'srv/shop/web.monit')]
    expect(controlFileReader([etc])(etc)).toEqual([])
    expect(controlFileReader([etc, srv])(etc).map((each) => each.path)).toEqual([srv])
  })
})
