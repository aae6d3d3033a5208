import { describe, expect, test } from 'vitest'
import {
  answers,
  ask,
  bootedMachine,
  follow,
  generate,
  home,
  pause,
  show,
  underLoad,
  user,
} from './system.ts'

describe("Gunicorn behind a socket of the user's systemd", () => {
  const machine = bootedMachine('gunicorn')
  const folder = `${home}/desk`
  const service = 'gunicorn-desk.service'
  let socket = ''

  const writeDesk = (version: string) =>
    machine.write({
      // Not in the program itself: Python knows a changed one by its size and the second of its change.
      [`${folder}/version`]: version,
      [`${folder}/desk.py`]: `
version = open('version').read()
def application(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [('version ' + version).encode()]
`,
      [`${folder}/requirements.txt`]: 'gunicorn\n',
    })
  const state = (unit: string) => show(machine, unit, 'ActiveState')

  test('the printed steps have systemd listen, and nothing else', async () => {
    socket = `/run/user/${(await machine.run(['id', '--user', user])).trim()}/gunicorn-desk.sock`
    writeDesk('1')
    const { files, steps } = await generate(machine, folder, 'gunicorn', {
      instance: 'user',
      python: 'system',
      module: 'desk:application',
    })
    expect(files.map((file) => file.split('/').at(-1))).toEqual([service, 'gunicorn-desk.socket'])
    await follow(machine, folder, steps)
    expect(await state('gunicorn-desk.socket')).toBe('active')
    expect(await state(service)).toBe('inactive')
  })

  test('the first request starts Gunicorn, after a reboot too', async () => {
    expect(await ask(machine, socket)).toBe('version 1')
    expect(await state(service)).toBe('active')
    await machine.reboot()
    expect(await answers(machine, socket)).toBe('version 1')
  })

  test('the socket outlives the service', async () => {
    await machine.runAs(user, `systemctl --user stop ${service}`)
    expect(await state(service)).toBe('inactive')
    expect(await machine.run(['stat', '--format=%F', socket])).toBe('socket\n')
    expect(await ask(machine, socket)).toBe('version 1')
  })

  test('restarts lose no request', async () => {
    writeDesk('2')
    const load = await underLoad(machine, socket, async () => {
      await machine.runAs(user, `systemctl --user restart ${service}`)
      await pause(500)
      await machine.runAs(user, `systemctl --user restart ${service}`)
    })
    expect(load.failures).toEqual([])
    expect(Object.keys(load.answers).sort()).toEqual(['version 1', 'version 2'])
  })

  test('a reload loads the new version in the same process, and loses no request', async () => {
    const before = await show(machine, service, 'MainPID')
    writeDesk('3')
    const load = await underLoad(machine, socket, async () => {
      await machine.runAs(user, `systemctl --user reload ${service}`)
      await answers(machine, socket, (answer) => answer === 'version 3')
      await pause(500)
    })
    expect(load.failures).toEqual([])
    expect(load.answers['version 3']).toBeGreaterThan(10)
    expect(await show(machine, service, 'MainPID')).toBe(before)
  })
})
