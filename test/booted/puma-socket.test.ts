import { describe, expect, test } from 'vitest'
import { shop, shopUrl, writeShop } from './puma-app.ts'
import { answers, ask, bootedMachine, follow, generate, pause, show, underLoad, user } from './system.ts'

describe("Puma that restarts under the user's systemd", () => {
  const machine = bootedMachine('puma', 'ruby-sd-notify')
  const given = { ruby: 'package', puma: '5-notify' }
  const service = 'puma-shop.service'
  const phased = 'workers 2\npreload_app! false\nworker_shutdown_timeout 2\nthreads 1, 4\n'

  test('a socket unit keeps all requests over restarts of the service', async () => {
    writeShop(machine, phased)
    const { files, steps } = await generate(machine, shop, 'puma-user', { ...given, socket: 'yes' })
    expect(files).toHaveLength(2)
    await follow(machine, shop, steps)
    expect(await ask(machine, shopUrl)).toBe('version 1')
    writeShop(machine, phased, '2')
    const load = await underLoad(machine, shopUrl, async () => {
      await machine.runAs(user, `systemctl --user restart ${service}`)
      await pause(500)
      await machine.runAs(user, `systemctl --user restart ${service}`)
    })
    expect(load.failures).toEqual([])
    expect(Object.keys(load.answers).sort()).toEqual(['version 1', 'version 2'])
  })

  test('it keeps them over a phased restart, too', async () => {
    writeShop(machine, phased, '3')
    const load = await underLoad(machine, shopUrl, async () => {
      await machine.runAs(user, `systemctl --user reload ${service}`)
      await answers(machine, shopUrl, (answer) => answer === 'version 3')
      await pause(3000)
    })
    expect(load.failures).toEqual([])
  })

  test('a request starts the service where it is stopped', async () => {
    await machine.runAs(user, `systemctl --user stop ${service}`)
    expect(await show(machine, service, 'ActiveState')).toBe('inactive')
    expect(await ask(machine, shopUrl)).toBe('version 3')
    expect(await show(machine, service, 'ActiveState')).toBe('active')
  })

  test.each([
    ['a port', '127.0.0.1:4000', 'http://127.0.0.1:4000/'],
    ['another way to write an address', '[0:0:0::1]:4001', 'http://[::1]:4001/'],
    ['a path', `${shop}/tmp/web.sock`, `${shop}/tmp/web.sock`],
  ])('a hot restart keeps the socket of systemd, too: %s', async (_, listen, target) => {
    const puma = 'threads 1, 4\nport 3000\nqueue_requests false\n'
    machine.write({ [`${shop}/tmp/.keep`]: '' })
    writeShop(machine, puma, '4')
    const answered = { ...given, name: 'hot-socket', reload: 'hot', socket: 'yes', listen }
    const { steps } = await generate(machine, shop, 'puma-user', answered, '--force')
    await follow(machine, shop, steps)
    expect(await ask(machine, target)).toBe('version 4')
    writeShop(machine, puma, '5')
    const load = await underLoad(machine, target, async () => {
      await machine.runAs(user, 'systemctl --user reload hot-socket.service')
      await answers(machine, target, (answer) => answer === 'version 5')
    })
    expect(load.failures).toEqual([])
    await machine.runAs(user, 'systemctl --user disable --now hot-socket.socket hot-socket.service')
  })

  test('a hot restart loads the new version and loses no request', async () => {
    await machine.runAs(user, 'systemctl --user disable --now puma-shop.socket puma-shop.service')
    writeShop(machine, 'threads 1, 4\nport 3000\nqueue_requests false\n', '4')
    const { steps } = await generate(machine, shop, 'puma-user', { ...given, name: 'hot', reload: 'hot' })
    await follow(machine, shop, steps)
    expect(await ask(machine, shopUrl)).toBe('version 4')
    const before = await show(machine, 'hot.service', 'MainPID')
    writeShop(machine, 'threads 1, 4\nport 3000\nqueue_requests false\n', '5')
    const load = await underLoad(machine, shopUrl, async () => {
      await machine.runAs(user, 'systemctl --user reload hot.service')
      await answers(machine, shopUrl, (answer) => answer === 'version 5')
    })
    expect(load.failures).toEqual([])
    expect(await show(machine, 'hot.service', 'MainPID')).toBe(before)
    expect(await show(machine, 'hot.service', 'ActiveState')).toBe('active')
  })
})
