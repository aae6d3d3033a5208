import { describe, expect, test } from 'vitest'
import { dropInFolders, dropInNames, inOrder, largestDropIn, toDropIn } from './drop-ins.ts'
import { assumeUnit } from './identity.ts'

describe('the folders beside a file', () => {
  test.each([
    ['web.service', ['web.service.d', 'service.d']],
    ['web.socket', ['web.socket.d', 'socket.d']],
    ['web.service.erb', ['web.service.d', 'service.d']],
    ['a@.service', ['a@.service.d', 'service.d']],
    ['a@b.service', ['a@b.service.d', 'a@.service.d', 'service.d']],
    ['a-b-c.timer', ['a-b-c.timer.d', 'a-b-.timer.d', 'a-.timer.d', 'timer.d']],
    ['a-b@.service', ['a-b@.service.d', 'a-.service.d', 'service.d']],
    [
      'a-b@c-d.service',
      [
        'a-b@c-d.service.d',
        'a-b@.service.d',
        'a-.service.d',
        'a-@c-d.service.d',
        'a-@.service.d',
        'service.d',
      ],
    ],
    ['a-.service', ['a-.service.d', 'service.d']],
    ['a-b-.service', ['a-b-.service.d', 'a-.service.d', 'service.d']],
    ['a--.service', ['a--.service.d', 'a-.service.d', 'service.d']],
    ['-.mount', ['-.mount.d', 'mount.d']],
    ['-srv.mount', ['-srv.mount.d', 'mount.d']],
    ['web.service.d/a.conf', []],
    ['notes.txt', []],
  ])('of %s', (file, folders) => {
    expect(dropInFolders(assumeUnit(`/etc/systemd/system/${file}`))).toEqual(folders)
  })

  test('a name of nothing but dashes and an instance takes no time', () => {
    const name = `${'a-'.repeat(120)}@i.service`
    expect(dropInFolders(assumeUnit(name)).length).toBeLessThan(400)
  })
})

test('systemd reads what ends in .conf and is not hidden', () => {
  expect(dropInNames(['b.conf', 'a.conf', '.#a.conf', 'a.conf~', 'a.conf.dpkg-old', '.conf'])).toEqual([
    'a.conf',
    'b.conf',
  ])
})

test('what is no text or too large is no drop-in', () => {
  expect(toDropIn('a.service.d', 'a.conf', Uint8Array.of(0x5b, 0x5d))).toEqual({
    name: 'a.service.d/a.conf',
    text: '[]',
  })
  expect(toDropIn('a.service.d', 'a.conf', Uint8Array.of(0x5b, 0))).toBeUndefined()
  expect(toDropIn('a.service.d', 'a.conf', new Uint8Array(largestDropIn + 1).fill(0x23))).toBeUndefined()
})

test('files come by their names over all folders, and the first folder has the say over a name', () => {
  const folder = (name: string, ...files: readonly string[]) =>
    new Map(files.map((file) => [file, { name: `${name}/${file}`, text: '' }]))
  const order = inOrder([
    folder('a.service.d', '20-b.conf', '50-z.conf'),
    folder('service.d', '10-a.conf', '20-b.conf', '60-c.conf'),
  ])
  expect(order.map(({ name }) => name)).toEqual([
    'service.d/10-a.conf',
    'a.service.d/20-b.conf',
    'a.service.d/50-z.conf',
    'service.d/60-c.conf',
  ])
  expect(inOrder([])).toEqual([])
})
