import { describe, expect, test } from 'vitest'
import { actions } from '../../../server/src/actions/actions.ts'
import { plan } from '../../../server/src/actions/plan.ts'
import { byManager, type Chosen, chosenFromArgument, targetFor, unitFolderOf } from './targets.ts'

const deploy = { id: 1000, name: 'deploy', home: '/home/deploy' }
const root = { id: 0, name: 'root', home: '/root' }
const web: Chosen = { manager: 'user', unit: 'web.service' }

test('a tree names a unit with the file that the workspace has of it', () => {
  const file = { source: '/srv/shop/web.service', place: 'web.service' }
  const node = { kind: 'unit', id: 'x', manager: 'user', unit: 'web.service', file, row: {} }
  expect(chosenFromArgument(node)).toEqual({ manager: 'user', unit: 'web.service', file })
})

test('a keybinding may name the unit alone, which is then of the user', () => {
  expect(chosenFromArgument('web.service')).toEqual({ manager: 'user', unit: 'web.service' })
})

test.each([
  undefined,
  null,
  '',
  7,
  {},
  { manager: 'user' },
  { manager: 'root', unit: 'web.service' },
  { manager: 'system', unit: ['web.service'] },
])('%j names no unit', (argument) => {
  expect(chosenFromArgument(argument)).toBeUndefined()
})

test.each(['web.service', { source: '/srv/web.service' }, { source: 1, place: 2 }])(
  'what is no file is not taken for one: %j',
  (file) => {
    expect(chosenFromArgument({ manager: 'system', unit: 'web.service', file })).toEqual({
      manager: 'system',
      unit: 'web.service',
    })
  },
)

describe('a target', () => {
  test('has the units with their partners, and the files', () => {
    const file = { source: '/srv/web.service', place: 'web.service' }
    const partners = new Map([['web.service', 'web.socket']])
    expect(targetFor('user', [{ ...web, file }], partners, { user: deploy, elevation: 'sudo' })).toEqual({
      manager: 'user',
      units: [{ name: 'web.service', partner: 'web.socket' }],
      files: [file],
      unitFolder: '/home/deploy/.config/systemd/user',
      user: 'deploy',
      elevation: 'none',
    })
  })

  test.each([
    ['system', deploy, 'sudo', 'sudo'],
    ['system', deploy, 'pkexec', 'pkexec'],
    ['system', deploy, 'none', 'none'],
    ['system', root, 'sudo', 'none'],
    ['user', deploy, 'sudo', 'none'],
  ] as const)('of the %s of %o gets rights as they are needed', (manager, user, elevation, expected) => {
    expect(targetFor(manager, [web], new Map(), { user, elevation }).elevation).toBe(expected)
  })

  test('has a folder where there is somebody whose it is', () => {
    expect(unitFolderOf('user', undefined)).toBeUndefined()
    expect(unitFolderOf('system', undefined)).toBe('/etc/systemd/system')
  })
})

test('units go to their managers, each once', () => {
  const other: Chosen = { manager: 'system', unit: 'nginx.service' }
  const second: Chosen = { manager: 'user', unit: 'job.service' }
  expect([...byManager([web, other, second])]).toEqual([
    ['user', [web, second]],
    ['system', [other]],
  ])
})

test.each([
  'x@$(touch pwned).service',
  'a b.service',
  '--host=evil',
  'web.service;id',
  'a\nb.service',
  '*.service',
  'web',
])('the argument %j reaches no command', (unit) => {
  const chosen = chosenFromArgument({ manager: 'user', unit })!
  const target = targetFor('user', [chosen], new Map(), { user: deploy, elevation: 'sudo' })
  for (const action of actions.filter(({ needs }) => needs.units)) {
    expect(plan(action, target), action.id).toMatchObject({ kind: 'refused', cause: 'bad-name' })
  }
})
