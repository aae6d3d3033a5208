import { expect, test } from 'vitest'
import { newestVersion } from './data/directives.ts'
import { unit } from './index.ts'
import { targetOf } from './target.ts'
import { type CheckOptions, testEnvironment } from './testing/check.ts'

function target(text: string, path: string, options: CheckOptions & { machine?: number } = {}) {
  const environment = { ...testEnvironment(options), machineVersion: options.machine }
  return targetOf(unit.read(text, path), environment)
}

test('the version is the one set, else the machine’s, else the newest known', () => {
  const version = (options: { version?: number; machine?: number }) => {
    const { version, versionFrom } = target('[Unit]\n', 'a.service', options)
    return [version, versionFrom]
  }
  expect(version({ version: 254, machine: 252 })).toEqual([254, 'setting'])
  expect(version({ machine: 252 })).toEqual([252, 'machine'])
  expect(version({})).toEqual([newestVersion, 'newest'])
})

test('the manager is the comment’s, else the one set, else the folder’s, else the system’s', () => {
  const manager = (text: string, path: string, instance?: 'auto' | 'system' | 'user') => {
    const { manager, managerFrom } = target(text, path, { instance })
    return [manager, managerFrom]
  }
  const inUser = '/home/me/.config/systemd/user/a.service'
  const asSystem = '# unitwright: instance=system\n[Unit]\n'
  expect(manager(asSystem, inUser, 'user')).toEqual(['system', 'comment'])
  expect(manager('[Unit]\n', inUser, 'system')).toEqual(['system', 'setting'])
  expect(manager('[Unit]\n', inUser, 'auto')).toEqual(['user', 'path'])
  expect(manager('[Unit]\n', '/etc/systemd/system/a.service')).toEqual(['system', 'path'])
  expect(manager('[Unit]\n', '/srv/a.service')).toEqual(['system', 'default'])
})

test('a comment with another word counts for nothing', () => {
  const { managerFrom } = target('# unitwright: instance=session\n[Unit]\n', '/srv/a.service')
  expect(managerFrom).toBe('default')
})
