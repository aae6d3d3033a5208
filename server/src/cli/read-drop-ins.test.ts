import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { dropInReader } from './read-drop-ins.ts'
import { scratch } from './testing/scratch.ts'

const bare = '[Unit]\nDescription=Web\n\n[Service]\nUser=web\n'
const whole = '[Service]\nExecStart=/srv/web/run\n'
const reset = '[Service]\nExecStart=\n'

describe('unitwright check', () => {
  test('a command that stands in a drop-in beside the file is a command', async () => {
    const { run } = scratch({ 'web.service': bare, 'web.service.d/a.conf': whole })
    expect(await run('check')).toMatchObject({ code: 0, out: '' })
    expect(await run('check', 'web.service')).toMatchObject({ code: 0, out: '' })
  })

  test('without it there is none, and a drop-in can take it away', async () => {
    const { run } = scratch({ 'web.service': bare, 'app.service': whole, 'app.service.d/a.conf': reset })
    const { code, out } = await run('check')
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^app\.service:1:1: error: .* \[missing-exec-start\]$/),
      expect.stringMatching(/^web\.service:4:1: error: .* \[missing-exec-start\]$/),
      '',
    ])
  })

  test('fixes are never written into the place of a drop-in', async () => {
    const { run } = scratch({
      'web.service': '[Service]\nExecStart=/srv/web/run\nType=oneshot\n',
      'web.service.d/a.conf': '[Service]\nRestart=always\n',
    })
    const { out } = await run('check', '--fix', '--unsafe', '--format', 'json', 'web.service')
    expect(JSON.parse(out)).toMatchObject([{ rule: 'oneshot-with-restart', fixes: [] }])
  })

  test('a text from a pipe has the drop-ins of the file that it is for', async () => {
    const { runWith } = scratch({ 'web.service.d/a.conf': whole })
    const outcome = await runWith(bare, 'check', '--stdin-name', 'web.service', '-')
    expect(outcome).toMatchObject({ code: 0, out: '' })
  })
})

describe('what is read', () => {
  test('links, and one to /dev/null hides what is more general', () => {
    const { folder } = scratch({ 'shared.txt': 'a', 'service.d/10.conf': 'general' })
    mkdirSync(path.join(folder, 'web.service.d'))
    symlinkSync('/dev/null', path.join(folder, 'web.service.d/10.conf'))
    symlinkSync('../shared.txt', path.join(folder, 'web.service.d/20.conf'))
    symlinkSync('nowhere', path.join(folder, 'web.service.d/30.conf'))
    const read = dropInReader()
    expect(read(path.join(folder, 'web.service'))).toEqual([
      { name: 'web.service.d/10.conf', text: '' },
      { name: 'web.service.d/20.conf', text: 'a' },
    ])
    expect(read(path.join(folder, 'db.service')).map(({ text }) => text)).toEqual(['general'])
  })

  test('no folders, no pipes that nobody writes to, no binary and no huge files', () => {
    const { folder } = scratch({
      'web.service.d/a.conf/b.conf': 'no',
      'web.service.d/binary.conf': '\0',
      'web.service.d/huge.conf': '#'.repeat(1024 * 1024 + 1),
      'web.service.d/whole.conf': '#'.repeat(1024 * 1024),
    })
    spawnSync('mkfifo', [path.join(folder, 'web.service.d/pipe.conf')])
    const names = dropInReader()(path.join(folder, 'web.service')).map(({ name }) => name)
    expect(names).toEqual(['web.service.d/whole.conf'])
  })

  test('a folder that can not be listed is empty', () => {
    const { folder } = scratch({ 'web.service.d': 'a file' })
    expect(dropInReader()(path.join(folder, 'web.service'))).toEqual([])
  })
})
