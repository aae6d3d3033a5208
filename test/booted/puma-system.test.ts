import { describe, expect, test } from 'vitest'
import { shop, shopUrl, writeShop } from './puma-app.ts'
import { answers, ask, bootedMachine, follow, generate, letSudo, user } from './system.ts'

describe("Puma under the machine's systemd", () => {
  const machine = bootedMachine('puma', 'ruby-sd-notify')

  test('the service of the machine runs as the user, and comes up at boot', async () => {
    letSudo(machine)
    writeShop(machine, 'workers 2\nport 3000\n')
    const { files, steps } = await generate(machine, shop, 'puma-system', {
      ruby: 'package',
      puma: '5-notify',
      user,
    })
    expect(files).toEqual(['config/systemd/system/puma-shop.service'])
    await follow(machine, shop, steps)
    expect(await ask(machine, shopUrl)).toBe('version 1')
    const pid = await machine.run(['systemctl', 'show', '--value', '--property=MainPID', 'puma-shop'])
    expect(await machine.run(['stat', '--format=%U', `/proc/${pid.trim()}`])).toBe(`${user}\n`)
    await machine.reboot()
    expect(await answers(machine, shopUrl)).toBe('version 1')
  })
})
