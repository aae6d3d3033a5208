import { expect, test } from 'vitest'
import type { ActionId, Step, Target, TargetFile, TargetUnit } from '../../server/src/actions/action.ts'
import { actionOf } from '../../server/src/actions/actions.ts'
import { describeState } from '../../server/src/actions/describe-state.ts'
import { explain } from '../../server/src/actions/explain/explain.ts'
import { plan } from '../../server/src/actions/plan.ts'
import { quoteLine, quoteSteps } from '../../server/src/actions/shell-quote.ts'
import {
  filesQuery,
  lingeringQuery,
  listQuery,
  managerQuery,
  parseFiles,
  parseLingering,
  parseList,
  parseStates,
  type Query,
  stateQuery,
  type UnitState,
} from '../../server/src/actions/state.ts'
import { type Outcome, until } from './machine.ts'
import { bootedMachine, home, user } from './system.ts'

// One story: each test goes on where the one before it ended.

const machine = bootedMachine()
const unitFolder = `${home}/.config/systemd/user`
/** A folder whose name a shell would act on. */
const project = `${home}/it's "my" $(touch pwned) \`touch pwned\`;touch pwned\n&!`
const [service, socket] = ['web.service', 'web.socket']
const template = 'many@.service'
const odd = String.raw`a\x2db:c.service`
const dashed = '-dash.service'
const texts: Readonly<Record<string, string>> = {
  [service]:
    '[Service]\nExecStart=/bin/sleep 1000\nExecReload=/bin/touch %t/reloaded\n[Install]\nWantedBy=default.target\n',
  [socket]: '[Socket]\nListenStream=%t/web.sock\n[Install]\nWantedBy=sockets.target\n',
  [template]: '[Service]\nExecStart=/bin/sleep 1000\n[Install]\nWantedBy=default.target\n',
  [odd]: '[Service]\nExecStart=/bin/sleep 1000\n[Install]\nWantedBy=default.target\n',
  [dashed]: '[Service]\nExecStart=/bin/sleep 1000\n[Install]\nWantedBy=default.target\n',
}
const pair: readonly TargetUnit[] = [{ name: service, partner: socket }]
const files = (...places: readonly string[]): readonly TargetFile[] =>
  places.map((place) => ({ place, source: `${project}/${place}` }))

function stepsOf(id: ActionId, target: Partial<Target>): readonly Step[] {
  const planned = plan(actionOf(id), {
    manager: 'user',
    units: [],
    files: [],
    unitFolder,
    user,
    elevation: 'none',
    ...target,
  })
  if (planned.kind === 'refused') throw new Error(planned.reason)
  return planned.steps
}

/** Has the user do an action in a shell, as its line says. */
function act(id: ActionId, target: Partial<Target>): Promise<Outcome> {
  return machine.tryAs(user, quoteSteps(stepsOf(id, target), 'bash'))
}

/** An action that must succeed. */
async function done(id: ActionId, target: Partial<Target>): Promise<string> {
  const { code, out, err } = await act(id, target)
  expect(code, `${id}: ${out}${err}`).toBe(0)
  return out
}

async function query({ argv, environment }: Query): Promise<Outcome> {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`)
  return machine.tryAs(user, quoteLine(['env', ...settings, ...argv], 'bash'))
}

async function state(name: string): Promise<UnitState> {
  return parseStates((await query(stateQuery('user', [name])!)).out).get(name)!
}

async function fares(...names: readonly string[]): Promise<readonly string[]> {
  const states = parseStates((await query(stateQuery('user', names)!)).out)
  return names.map((name) => `${states.get(name)!.active} ${states.get(name)!.enabled}`)
}

test('lingering is switched on', async () => {
  const before = await query(lingeringQuery(user))
  expect(parseLingering(before.code!, before.out, before.err)).toBe(false)
  await done('enable-lingering', {})
  const after = await query(lingeringQuery(user))
  expect(parseLingering(after.code!, after.out, after.err)).toBe(true)
  expect((await query(managerQuery('user'))).out.trim()).toBe('running')
})

test('files of a folder with any name are installed', async () => {
  machine.write(
    Object.fromEntries(Object.entries(texts).map(([place, text]) => [`${project}/${place}`, text])),
  )
  machine.write({ [`${project}/${service}.d/a b.conf`]: '[Service]\nNice=5\n' })
  expect(describeState(await state(service), new Date()).text).toBe('not installed')
  await done('install', { files: files(service, socket, template, odd, dashed, `${service}.d/a b.conf`) })
  const found = parseFiles((await query(filesQuery('user'))).out).map(({ name }) => name)
  expect(found).toEqual(expect.arrayContaining(Object.keys(texts)))
  expect(await state(service)).toMatchObject({
    load: 'loaded',
    enabled: 'disabled',
    fragmentPath: `${unitFolder}/${service}`,
    canReload: true,
  })
  expect(await done('show-effective', { units: [{ name: service }] })).toContain('Nice=5')
  expect(await done('show-properties', { units: [{ name: service }] })).toMatch(/^Nice=5$/m)
})

test('a service and its socket are started, restarted, reloaded and stopped', async () => {
  await done('enable', { units: pair })
  expect(await fares(service, socket)).toEqual(['inactive enabled', 'inactive enabled'])
  await done('start', { units: pair })
  expect(await fares(service, socket)).toEqual(['active enabled', 'active enabled'])
  const before = await state(service)
  const socketBefore = await state(socket)
  await done('restart', { units: pair })
  expect((await state(service)).mainPid).not.toBe(before.mainPid)
  expect((await state(socket)).since).toEqual(socketBefore.since)
  await done('reload', { units: pair })
  await done('reload-or-restart', { units: pair })
  expect(await machine.runAs(user, 'ls $XDG_RUNTIME_DIR')).toContain('reloaded')
  await done('stop', { units: pair })
  expect(await fares(service, socket)).toEqual(['inactive enabled', 'inactive enabled'])
  expect((await act('reload', { units: pair })).code).not.toBe(0)
  await done('reload-or-restart', { units: pair })
  await done('disable', { units: pair })
  expect(await fares(service)).toEqual(['active disabled'])
  await done('stop', { units: pair })
})

test('a status tells of units that run and of those that do not', async () => {
  const { code, out } = await act('status', { units: [{ name: service }] })
  expect(stepsOf('status', { units: pair })[0]!.answers).toContain(code)
  expect(out).toContain('inactive (dead)')
  const { name, active, sub } = await state(service)
  const { out: list } = await query(listQuery('user'))
  expect(parseList(list).find((each) => each.name === 'dbus.socket')).toMatchObject({ load: 'loaded' })
  expect(`${name} ${active} ${sub}`).toBe('web.service inactive dead')
})

test('odd names and instances', async () => {
  for (const name of [odd, dashed, String.raw`many@a\x20b.service`]) {
    await done('enable-and-start', { units: [{ name }] })
    expect(await fares(name)).toEqual(['active enabled'])
    expect(describeState(await state(name), new Date()).text).toMatch(/^active \(running\) since \d\d:\d\d$/)
  }
})

test('a changed file is noticed, and read again', async () => {
  await done('start', { units: pair })
  await machine.runAs(user, `sleep 1; touch ${unitFolder}/${service}`)
  expect(describeState(await state(service), new Date()).change).toBe('changed on disk: reload needed')
  await done('daemon-reload', {})
  expect(describeState(await state(service), new Date()).change).toBeUndefined()
})

test('a failure is told, shown in the logs and reset', async () => {
  // A journal in memory is for root alone.
  const refused = await act('show-recent-logs', { units: pair })
  expect(explain(refused.err).map(({ id }) => id)).toContain('no-right-to-logs')
  await machine.run(['mkdir', '--parents', '/var/log/journal'])
  await machine.run(['journalctl', '--flush'])
  machine.write({ [`${unitFolder}/bad.service`]: '[Service]\nUser=root\nExecStart=/bin/true\n' })
  await done('daemon-reload', {})
  await act('start', { units: [{ name: 'bad.service' }] })
  await until('it has failed', 30_000, async () => (await state('bad.service')).active === 'failed')
  expect(describeState(await state('bad.service'), new Date()).text).toBe('failed: exit-code 216/GROUP')
  expect(await done('show-recent-logs', { units: [{ name: 'bad.service' }] })).toContain('status=216/GROUP')
  const [follow] = stepsOf('show-logs', { units: [{ name: 'bad.service' }] })
  const { out } = await machine.tryAs(user, `timeout 2 ${quoteLine(follow!.argv, 'bash')}`)
  expect(out).toContain('status=216/GROUP')
  await done('reset-failed', { units: [{ name: 'bad.service' }] })
  expect((await state('bad.service')).active).toBe('inactive')
})

test('units are removed with their links and instances, and only from the folder of the manager', async () => {
  await done('remove', { units: [{ name: template }], files: files(template) })
  await done('remove', { units: [{ name: odd }, { name: dashed }], files: files(odd, dashed) })
  // Of those that are removed together one was never installed.
  const never = 'never.service'
  await done('remove', {
    units: [{ name: never }, ...pair],
    files: files(never, service, socket, `${service}.d/a b.conf`),
  })
  for (const name of [service, odd, dashed, String.raw`many@a\x20b.service`]) {
    expect(describeState(await state(name), new Date()).text).toBe('not installed')
  }
  expect(
    (await machine.runAs(user, `cd ${unitFolder} && find . -name '*.service' -o -name '*.socket'`)).trim(),
  ).toBe('./bad.service')
  expect(await machine.runAs(user, `ls ${quoteLine([project], 'bash')}`)).toContain(service)
})

test('a linked file is read where it is, and stays when the link is removed', async () => {
  // systemd has no way to write a line feed into a path.
  await machine.runAs(
    user,
    `mv ${quoteLine([project], 'bash')} ${quoteLine([project.replace('\n', '')], 'bash')}`,
  )
  const source = `${project.replace('\n', '')}/${service}`
  await done('link', { files: [{ source, place: service }] })
  expect(await state(service)).toMatchObject({ load: 'loaded', enabled: 'linked' })
  await done('enable-and-start', { units: [{ name: service }] })
  // A link is in the place; what it leads to is not written through it.
  machine.write({ [`${home}/other.service`]: '[Service]\nExecStart=/bin/sleep 2000\n' })
  await done('install', { files: [{ source: `${home}/other.service`, place: service }] })
  expect(await machine.runAs(user, `cat ${quoteLine([source], 'bash')}`)).toContain('sleep 1000')
  await done('remove', { units: [{ name: service }], files: [{ source, place: service }] })
  expect(await machine.runAs(user, `cat ${quoteLine([source], 'bash')}`)).toContain('sleep 1000')
  expect((await state(service)).load).toBe('not-found')
})

test('units of the system are acted on as root', async () => {
  machine.write({ '/etc/sudoers.d/deploy': 'deploy ALL=(ALL) NOPASSWD: ALL\n' }, 0o440)
  const system: Partial<Target> = {
    manager: 'system',
    unitFolder: '/etc/systemd/system',
    elevation: 'sudo',
    files: [{ source: `${project.replace('\n', '')}/${service}`, place: service }],
    units: [{ name: service }],
  }
  for (const id of ['install', 'enable-and-start', 'restart', 'reset-failed', 'daemon-reload'] as const) {
    await done(id, system)
  }
  expect((await machine.run(['systemctl', 'is-active', service])).trim()).toBe('active')
  await done('remove', system)
  expect((await act('status', system)).code).toBe(4)
})

test('nothing else was run', async () => {
  expect(await machine.run(['find', '/home', '/root', '/tmp', '/run', '/etc', '-name', 'pwned*'])).toBe('')
})
