import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { collectFiles } from './collect-files.ts'
import { scratch } from './testing/scratch.ts'

const paths = (given: readonly string[], cwd: string) =>
  collectFiles(given, cwd).files.map((file) => file.path)

test('a folder stands for the unit files in and below it, sorted', () => {
  const { folder } = scratch({
    'b.service': '',
    'a/z.timer': '',
    'a/web.service.d/override.conf': '',
    'a/notes.conf': '',
    'README.md': '',
    '.git/hooks.service': '',
    'a/node_modules/x/y.service': '',
    'etc/systemd/system/x.target': '',
    'x.target': '',
  })
  expect(paths(['.'], folder)).toEqual([
    'a/web.service.d/override.conf',
    'a/z.timer',
    'b.service',
    'etc/systemd/system/x.target',
  ])
  expect(paths(['./a/'], folder)).toEqual(['a/web.service.d/override.conf', 'a/z.timer'])
  expect(paths([path.join(folder, 'a')], '/')).toEqual([
    path.join(folder, 'a/web.service.d/override.conf'),
    path.join(folder, 'a/z.timer'),
  ])
})

test('the folder above tells what a file is, though the path starts below it', () => {
  const { folder } = scratch({ 'systemd/system/x.target': '' })
  expect(paths(['.'], path.join(folder, 'systemd/system'))).toEqual(['x.target'])
})

test('links are passed over in folders and followed when named', () => {
  const { folder } = scratch({ 'real/a.service': '' })
  mkdirSync(path.join(folder, 'wants'))
  symlinkSync('../real/a.service', path.join(folder, 'wants/a.service'))
  symlinkSync('/dev/null', path.join(folder, 'wants/masked.service'))
  symlinkSync('/nowhere/b.service', path.join(folder, 'wants/b.service'))
  symlinkSync('..', path.join(folder, 'wants/circle'))
  expect(collectFiles(['wants'], folder)).toEqual({ files: [], configs: [], problems: [] })
  expect(paths(['wants/a.service', 'wants/masked.service'], folder)).toEqual([
    'wants/a.service',
    'wants/masked.service',
  ])
  expect(paths(['wants/circle/real'], folder)).toEqual(['wants/circle/real/a.service'])
  expect(collectFiles(['wants/b.service'], folder).problems).toEqual([
    {
      path: 'wants/b.service',
      failed: 'check',
      reason: "it is a symbolic link to '/nowhere/b.service', which can't be reached",
      counts: true,
    },
  ])
})

test('a named file counts whatever it is called, and once', () => {
  const { folder } = scratch({ 'a.service': '', 'my notes': '' })
  expect(collectFiles(['my notes', 'a.service', '.', './a.service'], folder).files).toMatchObject([
    { path: 'my notes', named: true },
    { path: './a.service', named: true },
  ])
})

test.each([
  ['missing.service', 'no such file or folder'],
  ['', 'the path is empty'],
  ['a.service/below', 'a part of the path is no folder'],
  ['x'.repeat(300), 'the name is too long'],
])('%j is named as a problem', (given, reason) => {
  const { folder } = scratch({ 'a.service': '' })
  expect(collectFiles([given, 'a.service'], folder)).toMatchObject({
    files: [{ path: 'a.service' }],
    problems: [{ path: given, reason, counts: true }],
  })
})
