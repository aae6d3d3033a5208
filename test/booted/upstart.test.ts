import { describe, expect, test } from 'vitest'
import { until } from './machine.ts'
import { shop, writeShop } from './puma-app.ts'
import { answers, ask, bootedMachine, follow, generate, letSudo, user } from './system.ts'

// One story: each test goes on where the one before it ended.

describe('a job of Upstart', () => {
  const machine = bootedMachine('puma')
  const unit = 'shop-web.service'
  const socket = `${shop}/tmp/web.sock`
  const job = `
description "web server of the shop"

setuid ${user}
setgid ${user}
env HOME=/home/${user}
env RAILS_ENV=production

reload signal USR1
normal exit 0 TERM

respawn
respawn limit 3 30

start on runlevel [2345]
stop on runlevel [06]

script
  cd ${shop}
  exec bin/puma -C config/puma.rb -b 'unix://${socket}?umask=0111' 2>&1 | logger -t shop-web
end script

post-stop exec rm -f ${socket}
`
  const property = async (name: string) =>
    (await machine.run(['systemctl', 'show', '--value', `--property=${name}`, unit])).trim()

  test('becomes a service that systemd has no complaint of', async () => {
    letSudo(machine)
    writeShop(machine, 'workers 2\npreload_app! false\nworker_shutdown_timeout 2\n')
    machine.write({ [`${shop}/config/upstart/shop-web.conf`]: job, [`${shop}/tmp/.keep`]: '' })
    await machine.runAs(user, `mkdir ${shop}/bin && ln -s /usr/bin/puma ${shop}/bin/puma`)
    const { files, steps } = await generate(machine, shop, 'upstart', {})
    expect(files).toEqual([`config/systemd/system/${unit}`])
    const { code, out, err } = await machine.try(['systemd-analyze', 'verify', `${shop}/${files[0]}`])
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' })
    await follow(machine, shop, steps)
    expect(await answers(machine, socket)).toBe('version 1')
    expect(await machine.run(['ps', '-o', 'user=', '-p', await property('MainPID')])).toBe(`${user}\n`)
  })

  test('comes up at boot, and logs to the journal under the name that logger had', async () => {
    await machine.reboot()
    expect(await answers(machine, socket)).toBe('version 1')
    expect(await machine.run(['journalctl', '--boot', '--output=cat', '--identifier=shop-web'])).toContain(
      'Puma starting in cluster mode',
    )
  })

  test('is reloaded with its signal, and stops without a failure', async () => {
    const before = await property('MainPID')
    writeShop(machine, 'workers 2\npreload_app! false\nworker_shutdown_timeout 2\n', '2')
    await machine.run(['systemctl', 'reload', unit])
    await answers(machine, socket, (answer) => answer === 'version 2')
    expect(await property('MainPID')).toBe(before)
    await machine.run(['systemctl', 'stop', unit])
    expect([await property('ActiveState'), await property('Result')]).toEqual(['inactive', 'success'])
    expect((await machine.try(['test', '-e', socket])).code).toBe(1)
  })

  test('is started again three times in half a minute, then no more', async () => {
    await machine.run(['systemctl', 'start', unit])
    // As if it had run for long.
    await machine.run(['systemctl', 'reset-failed', unit])
    for (const restarts of ['1', '2', '3']) {
      await answers(machine, socket)
      await machine.run(['systemctl', 'kill', '--signal=KILL', unit])
      await until('it is started again', 30_000, async () => (await property('NRestarts')) === restarts)
    }
    await answers(machine, socket)
    await machine.run(['systemctl', 'kill', '--signal=KILL', unit])
    const journal = ['journalctl', '--boot', '--output=cat', `--unit=${unit}`]
    await until('it is given up', 30_000, async () =>
      (await machine.run(journal)).includes(`${unit}: Start request repeated too quickly.`),
    )
    expect(await property('ActiveState')).toBe('failed')
    expect(await ask(machine, socket)).toBeUndefined()
  })
})
