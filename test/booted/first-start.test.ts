import { expect, test } from 'vitest'
import {
  type Beginning,
  beginnings,
  type FileToInstall,
  unitsToStart,
} from '../../client/src/actions/install-plan.ts'
import { targetFor } from '../../client/src/actions/targets.ts'
import { quoteSteps } from '../../server/src/actions/shell-quote.ts'
import type { Outcome } from './machine.ts'
import { bootedMachine, home, letSudo, show, user } from './system.ts'

// One story: each test goes on where the one before it ended.

const machine = bootedMachine()
const project = `${home}/it's "my" $(touch pwned) app`
const texts: Readonly<Record<string, string>> = {
  'web.service': '[Service]\nExecStart=/bin/sleep 1000\n[Install]\nWantedBy=default.target\n',
  'web.socket': '[Socket]\nListenStream=%t/web.sock\n[Install]\nWantedBy=sockets.target\n',
  'web.service.d/limits.conf': '[Service]\nLimitNOFILE=4321\n',
}

/** Has the user, who is not logged in, do everything from a file to a running unit in a shell. */
async function begin(more: Partial<Beginning>): Promise<Outcome> {
  const id = Number(await machine.run(['id', '--user', user]))
  const planned = beginnings({
    target: targetFor('user', [], new Map(), { user: { id, name: user, home }, elevation: 'sudo' }),
    units: unitsToStart('web.service', ['web.socket'], undefined),
    files: [],
    installing: 'link',
    isLingering: true,
    isManagerRunning: true,
    userId: id,
    elevation: 'sudo',
    isStale: false,
    isRunning: false,
    ...more,
  })
  if (planned.kind === 'refused') throw new Error(planned.reason)
  const become = ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--init-groups', 'env', `HOME=${home}`]
  const line = quoteSteps(planned.steps, 'bash')
  return machine.try([...become, `XDG_RUNTIME_DIR=/run/user/${id}`, 'bash', '-c', line])
}

const files = (found: FileToInstall['found']): readonly FileToInstall[] =>
  Object.keys(texts).map((place) => ({ place, source: `${project}/${place}`, found }))

test('a user without a login gets a systemd of theirs, and the unit runs', async () => {
  letSudo(machine)
  machine.write(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${project}/${name}`, text])))
  const { code, err } = await begin({ files: files('free'), isLingering: false, isManagerRunning: false })
  expect({ code, err }).toMatchObject({ code: 0 })
  expect(await show(machine, 'web.service', 'ActiveState')).toBe('active')
  expect(await show(machine, 'web.socket', 'UnitFileState')).toBe('enabled')
  expect(await show(machine, 'web.service', 'LimitNOFILE')).toBe('4321')
  const lingering = await machine.run(['loginctl', 'show-user', '--property=Linger', '--value', user])
  expect(lingering.trim()).toBe('yes')
})

test('systemd reads the file where it is, and once more where it was edited', async () => {
  machine.write({
    [`${project}/web.service`]: `${texts['web.service']}# changed\n[Unit]\nDescription=Changed\n`,
  })
  expect(await show(machine, 'web.service', 'NeedDaemonReload')).toBe('yes')
  const before = await show(machine, 'web.service', 'MainPID')
  const { code } = await begin({ files: files('present'), isStale: true, isRunning: true })
  expect(code).toBe(0)
  expect(await show(machine, 'web.service', 'Description')).toBe('Changed')
  expect(await show(machine, 'web.service', 'MainPID')).not.toBe(before)
})

test('a copy takes the place of the link, and leaves alone what that led to', async () => {
  const { code } = await begin({ files: files('taken'), installing: 'copy' })
  expect(code).toBe(0)
  const kind = await machine.run(['stat', '--format=%F', `${home}/.config/systemd/user/web.service`])
  expect(kind.trim()).toBe('regular file')
  expect(await machine.run(['cat', `${project}/web.service`])).toContain('Changed')
})

test('a link takes the place of the copy', async () => {
  const { code } = await begin({ files: files('taken') })
  expect(code).toBe(0)
  const place = await machine.run(['readlink', `${home}/.config/systemd/user/web.service`])
  expect(place.trim()).toBe(`${project}/web.service`)
  expect(await show(machine, 'web.service', 'ActiveState')).toBe('active')
})
