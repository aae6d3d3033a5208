import { beforeEach, describe, expect, test } from 'vitest'
import { until } from './machine.ts'
import { shop, shopUrl, writeShop } from './puma-app.ts'
import { answers, ask, bootedMachine, follow, generate, home, letSudo, pause, show, user } from './system.ts'

// One story: each test goes on where the one before it ended.

describe('monit, as root', () => {
  const machine = bootedMachine('puma', 'ruby-sd-notify', 'monit')
  const unit = 'puma-shop.service'
  const log = '/run/monit.log'
  const broken = `${shop}/broken`

  /** What stands in Debian's, at a quicker pace; its package brings no unit. */
  const monitFiles = {
    '/etc/monit/monitrc': [
      'set daemon 1',
      `set log ${log}`,
      'set idfile /run/monit.id',
      'set statefile /run/monit.state',
      'set httpd unixsocket /run/monit.socket and allow localhost',
      'include /etc/monit/conf.d/*',
      '',
    ].join('\n'),
  }
  const monitUnit = {
    '/etc/systemd/system/monit.service': `
[Service]
ExecStart=/usr/bin/monit -I
[Install]
WantedBy=multi-user.target
`,
  }

  const check = 'config/monit/puma-shop.monit'

  /**
   * monit asks for no page before the timeout of the start is over. With cycles of a second each, three of them are what
   * the 90 seconds are with cycles of thirty. So are two what the minute is in which systemd counts the starts.
   */
  async function quicken(): Promise<void> {
    const at = `${shop}/${check}`
    expect(await machine.run(['grep', '--count', 'with timeout 90 seconds$', at])).toBe('2\n')
    await machine.run(['sed', '--in-place', 's/with timeout 90 seconds$/with timeout 3 seconds/', at])
    const quicker = '[Unit]\nStartLimitIntervalSec=2\n'
    machine.write({ [`${home}/.config/systemd/user/${unit}.d/quicker.conf`]: quicker })
  }

  const status = async () => (await machine.try(['monit', 'status', 'puma-shop'])).out
  const logged = async () => (await machine.try(['cat', log])).out
  const mainPid = () => show(machine, unit, 'MainPID')

  beforeEach((ctx) => {
    ctx.onTestFailed(async () => {
      process.stderr.write(`the log of monit:\n${await logged()}\n`)
    })
  })

  test('the printed steps bring monit to watch the service', async () => {
    await machine.run(['rm', '--recursive', '--force', '/etc/monit'])
    machine.write(monitFiles, 0o600)
    machine.write({ '/etc/monit/conf.d/.keep': '' })
    machine.write(monitUnit)
    letSudo(machine)
    await machine.run(['systemctl', 'enable', '--now', 'monit'])
    writeShop(machine, 'threads 1, 4\nport 3000\n')
    machine.write({ [`${shop}/tmp/pids/.keep`]: '' })
    const { files, steps } = await generate(machine, shop, 'puma-user', {
      ruby: 'package',
      puma: '5-notify',
      monit: 'yes',
      port: '3000',
    })
    expect(files).toEqual([`config/systemd/user/${unit}`, check])
    await quicken()
    await follow(machine, shop, steps)
    await until('monit knows the service', 30_000, async () => /status +OK/.test(await status()))
  })

  test('it starts the stopped service of the user', async () => {
    await machine.runAs(user, `systemctl --user stop ${unit}`)
    await answers(machine, shopUrl)
    expect(await logged()).toContain("'puma-shop' start: '/bin/bash -c XDG_RUNTIME_DIR=")
  })

  test('it restarts the service when its page fails, until it is well again', async () => {
    const before = await mainPid()
    machine.write({ [broken]: '' })
    await until('another process is there', 30_000, async () => !['0', before].includes(await mainPid()))
    await machine.run(['rm', broken])
    await answers(machine, shopUrl)
    const after = await mainPid()
    await pause(5000)
    expect(await mainPid()).toBe(after)
  })

  test('it gives up where restarts do not help', async () => {
    machine.write({ [broken]: '' })
    await until('monit has given up', 50_000, async () => (await status()).includes('Not monitored'))
    const last = await mainPid()
    expect(last).not.toBe('0')
    await pause(7000)
    expect(await mainPid()).toBe(last)
    await machine.run(['rm', broken])
  })

  test('a check for the service that is there starts it just as well', async () => {
    await machine.run(['rm', '/etc/monit/conf.d/puma-shop'])
    const { steps } = await generate(
      machine,
      shop,
      'monit-check',
      {
        unit: 'puma-shop',
        instance: 'user',
        user,
        find: 'matching',
        pattern: '^puma .*\\[shop\\]$',
        port: '3000',
      },
      '--force',
    )
    await machine.runAs(user, `systemctl --user stop ${unit}`)
    expect(await ask(machine, shopUrl)).toBeUndefined()
    await follow(machine, shop, steps)
    // It has given up on this name, and remembers that; it hears nothing while it reads its files anew.
    await until('monit looks at it again', 30_000, async () => {
      await machine.try(['monit', 'monitor', 'puma-shop'])
      return !(await status()).includes('Not monitored')
    })
    await answers(machine, shopUrl)
    await until('monit has found the process', 30_000, async () => /status +OK/.test(await status()))
  })

  test('without the XDG_RUNTIME_DIR of ours the bus of the user is not found', async () => {
    await machine.run(['rm', '/etc/monit/conf.d/puma-shop'])
    await machine.runAs(user, `systemctl --user stop ${unit}`)
    const start = `"/usr/bin/systemctl --user start ${unit}" as uid ${user} and gid ${user} with timeout 3 seconds`
    machine.write({
      '/etc/monit/conf.d/naive': `check process naive matching "^puma "\n  start program = ${start}\n`,
    })
    await machine.run(['monit', 'reload'])
    await until('monit has tried', 20_000, async () => (await logged()).includes(`'naive' failed to start`))
    expect(await logged()).toMatch(
      /'naive' failed to start \(exit status 1\) -- .*Failed to connect to (?:user scope )?bus/,
    )
    expect(await ask(machine, shopUrl)).toBeUndefined()
  })
})
