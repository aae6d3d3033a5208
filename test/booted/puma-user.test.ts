import { describe, expect, test } from 'vitest'
import { until } from './machine.ts'
import { shop, shopUrl, writeShop } from './puma-app.ts'
import { answers, ask, bootedMachine, follow, generate, pause, show, underLoad, user } from './system.ts'

// One story: each test goes on where the one before it ended.

describe("Puma under the user's systemd", () => {
  const machine = bootedMachine('puma', 'ruby-sd-notify')
  const unit = 'puma-shop.service'
  /** A worker that ends hangs up on those who have not sent their request yet, unless they wait in its own threads. */
  const puma =
    'workers 2\npreload_app! false\nworker_shutdown_timeout 2\nthreads 1, 4\nport 3000\nqueue_requests false\n'

  const property = (name: string) => show(machine, unit, name)

  test('it starts as the printed steps say, and counts as started once it answers', async () => {
    writeShop(machine, puma)
    const { files, steps } = await generate(machine, shop, 'puma-user', { ruby: 'package', puma: '5-notify' })
    expect(files).toEqual([`config/systemd/user/${unit}`])
    expect(steps.at(-1)).toBe('loginctl enable-linger')
    await follow(machine, shop, steps.slice(0, -1))
    // `systemctl enable --now` came back, so Puma has told that it is ready.
    expect(await ask(machine, shopUrl)).toBe('version 1')
    expect(await property('Type')).toBe('notify')
  })

  test('without lingering it ends with the last login, and is not there after a reboot', async () => {
    await until('Puma is gone', 20_000, async () => (await ask(machine, shopUrl)) === undefined)
    await machine.reboot()
    await pause(2000)
    expect(await ask(machine, shopUrl)).toBeUndefined()
  })

  test('with lingering it comes up at boot with no one logged in', async () => {
    await follow(machine, shop, ['loginctl enable-linger'])
    await machine.reboot()
    expect(await answers(machine, shopUrl)).toBe('version 1')
    // In a list of sessions newer versions have the user's manager, too.
    const state = await machine.run(['loginctl', 'show-user', '--value', '--property=State', user])
    expect(state).toBe('lingering\n')
  })

  test('it comes back after kill -9', async () => {
    const before = await property('MainPID')
    await machine.run(['kill', '-9', before])
    await until(
      'another process is there',
      30_000,
      async () => !['0', before].includes(await property('MainPID')),
    )
    await answers(machine, shopUrl)
    expect(await property('NRestarts')).toBe('1')
  })

  test('a reload loads the new version, in the same process, and loses no request', async () => {
    const before = await property('MainPID')
    writeShop(machine, puma, '2')
    const load = await underLoad(machine, shopUrl, async () => {
      await machine.runAs(user, `systemctl --user reload ${unit}`)
      await answers(machine, shopUrl, (answer) => answer === 'version 2')
      // One worker has gone when the first answers; the other follows.
      await pause(3000)
    })
    expect(load.failures).toEqual([])
    expect(load.answers['version 1']).toBeGreaterThan(10)
    expect(load.answers['version 2']).toBeGreaterThan(10)
    expect(await property('MainPID')).toBe(before)
    expect(await property('ActiveState')).toBe('active')
  })

  test('a stopped service can not be reloaded, but reload-or-restart starts it', async () => {
    await machine.runAs(user, `systemctl --user stop ${unit}`)
    expect(await property('Result')).toBe('success')
    const reload = await machine.tryAs(user, `systemctl --user reload ${unit}`)
    expect(reload.code).not.toBe(0)
    expect(reload.err).toContain(`${unit} is not active, cannot reload`)
    await machine.runAs(user, `systemctl --user reload-or-restart ${unit}`)
    expect(await ask(machine, shopUrl)).toBe('version 2')
  })
})
