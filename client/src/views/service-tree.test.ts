import { describe, expect, test } from 'vitest'
import { parseFiles, parseList, parseStates } from '../../../server/src/actions/state.ts'
import { type Manager, type Units, unasked } from '../units/unit-states.ts'
import {
  menuWords,
  serviceTree,
  spokenLabel,
  type UnitNode,
  unitLines,
  type WorkspaceUnit,
} from './service-tree.ts'

const now = new Date('2024-05-01T12:00:00Z')
const running =
  'LoadState=loaded\nActiveState=active\nSubState=running\nUnitFileState=enabled\nNeedDaemonReload=yes\n'
const failed =
  'LoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code\nUnitFileState=disabled\n'
const user: Units = {
  asked: { names: new Set(['web.service', 'new.service', 'worker@.service']), all: true },
  answers: true,
  states: parseStates(
    [
      `Id=web.service\nNames=web.service\nFragmentPath=/srv/shop/web.service\nTriggeredBy=web.socket\n${running}`,
      `Id=old.service\nNames=old.service\nFragmentPath=/etc/systemd/user/old.service\n${failed}`,
      'Id=new.service\nNames=new.service\nLoadState=not-found\nActiveState=inactive\nSubState=dead\n',
    ].join('\n'),
  ),
  listed: parseList(
    'web.service loaded active running Web\nold.service loaded failed failed Old\nbus.socket loaded active listening Bus\n',
  ),
  files: parseFiles(
    'web.service enabled enabled\nold.service disabled enabled\nhidden.service masked enabled\n',
  ),
}

const file = (unit: string, folder = '/srv/shop', manager: Manager = 'user'): WorkspaceUnit => ({
  manager,
  unit,
  file: { source: `${folder}/${unit}`, place: unit },
})

function tree(
  workspace: readonly WorkspaceUnit[],
  of: Partial<Record<Manager, Units>> = { user },
  managers: readonly Manager[] = ['user'],
) {
  return serviceTree({ workspace, managers, units: (manager) => of[manager] ?? unasked }, now)
}

/** The tree as text. */
function shown(groups: ReturnType<typeof tree>): readonly string[] {
  return groups.flatMap(({ label, description, children }) => [
    `${label} (${description})`,
    ...children.map((node) => `  ${node.kind === 'unit' ? spokenLabel(node) : node.label}`),
  ])
}

function nodeOf(unit: string, workspace: readonly WorkspaceUnit[] = []): UnitNode {
  const found = tree(workspace)
    .flatMap(({ children }) => children)
    .find((node) => node.kind === 'unit' && node.unit === unit)
  if (found?.kind !== 'unit') throw new Error(`${unit} is not shown`)
  return found
}

describe('the tree of services', () => {
  test("has the workspace's own units first, and none of them twice", () => {
    expect(shown(tree([file('web.service'), file('new.service')]))).toEqual([
      'This workspace (1 running)',
      '  new.service, not installed',
      '  web.service, active (running), enabled, changed on disk: reload needed',
      'User manager (1 running, 1 failed)',
      '  bus.socket, active (listening)',
      '  hidden.service, masked',
      '  old.service, failed: exit-code, not enabled',
    ])
  })

  test('has the units of the system where they are wanted', () => {
    const system = { ...user, listed: parseList('ssh.service loaded active running SSH\n'), files: [] }
    const groups = tree([file('web.service', '/srv', 'system')], { user, system }, ['user', 'system'])
    expect(groups.map(({ label }) => label)).toEqual(['This workspace', 'User manager', 'System manager'])
    // The unit of the workspace is the system's; the user's of that name is another.
    expect(shown(groups)).toContain(
      '  web.service, active (running), enabled, changed on disk: reload needed',
    )
    expect(groups[1]!.children.map(({ id }) => id)).toContain('user user web.service')
    expect(groups[2]!.children.map(({ id }) => id)).toEqual(['system system ssh.service'])
  })

  test('says nothing of units that nobody was asked about', () => {
    expect(shown(tree([file('web.service')], {}))).toEqual(['User manager ()'])
    expect(shown(tree([file('other.service')]))[0]).toMatch(/^User manager/)
  })

  test('takes the file nearest to the root where there are several of a name', () => {
    const node = nodeOf('web.service', [file('web.service', '/srv'), file('web.service', '/srv/old')])
    expect(node.file?.source).toBe('/srv/web.service')
  })

  test('does not call a unit missing where no systemd says so, and offers what helps', () => {
    const silent: Units = {
      ...unasked,
      asked: { names: new Set(['web.service']), all: true },
    }
    const groups = tree([file('web.service')], { user: silent, system: silent }, ['user', 'system'])
    expect(shown(groups)).toEqual([
      'This workspace ()',
      '  web.service, its systemd does not answer',
      'User manager (does not answer)',
      '  no systemd of yours is running: you are not logged in as systemd sees it',
      '  Enable lingering, to have it run from boot on',
      'System manager (does not answer)',
      '  the systemd of this machine is not running, or can not be reached',
    ])
    expect(groups[1]!.children.at(-1)).toMatchObject({ action: 'enable-lingering' })
  })

  test('gives each node an id of its own', () => {
    const ids = tree([file('web.service'), file('web.service', '/a', 'system')], { user, system: user }, [
      'user',
      'system',
    ]).flatMap(({ id, children }) => [id, ...children.map((node) => node.id)])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test.each([
  ['web.service', 'unit running installed enabled stale file'],
  ['new.service', 'unit absent file'],
  ['worker@.service', 'unit template file'],
  ['old.service', 'unit failed installed disabled'],
  ['hidden.service', 'unit masked installed'],
])('menus know what can be done with %s', (unit, words) => {
  const workspace = ['web.service', 'new.service', 'worker@.service'].map((each) => file(each))
  expect(menuWords(nodeOf(unit, workspace))).toBe(words)
})

test('who rests on a unit learns where it comes from', () => {
  const web = nodeOf('web.service', [file('web.service', '/home/me')])
  expect(unitLines(web, user.states.get('web.service'), now)).toEqual([
    'active (running) · enabled · changed on disk: reload needed',
    'in the workspace: /home/me/web.service',
    'read from /srv/shop/web.service',
    'started by web.socket',
  ])
  expect(unitLines(nodeOf('bus.socket'), undefined, now)).toEqual(['active (listening)'])
})
