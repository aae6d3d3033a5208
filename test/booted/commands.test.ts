import { describe, expect, test } from 'vitest'
import { until } from './machine.ts'
import { bootedMachine, follow, generate, home, show, user } from './system.ts'

describe('any command', () => {
  const machine = bootedMachine()
  const folder = `${home}/bits`
  const count = async () => Number(await machine.run(['sh', '-c', `ls ${folder}/runs | wc -l`]))

  test('of a Procfile stays up as a service, and comes up at boot', async () => {
    machine.write({
      [`${folder}/Procfile`]: 'clock: GREETING="it is now" ./clock.sh --every 1 >> clock.log\n',
      [`${folder}/runs/.keep`]: '',
    })
    machine.write({ [`${folder}/clock.sh`]: '#!/bin/sh\necho "$GREETING $*"\nexec sleep infinity\n' }, 0o755)
    const { files, steps } = await generate(machine, folder, 'command-user', {
      'env-file': "~/it's secret/clock.env",
    })
    expect(files).toEqual(['config/systemd/user/bits-clock.service', 'config/bits-clock.env.example'])
    await follow(machine, folder, steps)
    expect(await show(machine, 'bits-clock.service', 'ActiveState')).toBe('active')
    const variables = `${home}/it's secret/clock.env`
    expect((await machine.run(['stat', '--format=%U %a', variables])).trim()).toBe(`${user} 600`)
    machine.write({ [variables]: 'WITH=more' })
    await follow(machine, folder, steps)
    expect(await machine.run(['cat', variables])).toBe('WITH=more')
    await machine.reboot()
    await until(
      'it has written twice',
      30_000,
      async () => (await machine.run(['cat', `${folder}/clock.log`])) === 'it is now --every 1\n'.repeat(2),
    )
  })

  test('runs at the times of its timer', async () => {
    const { steps } = await generate(machine, folder, 'timer', {
      instance: 'user',
      command: `mktemp ${folder}/runs/run.XXXXXX`,
      name: 'bits-often',
      when: 'calendar',
      calendar: '*:*:0/2',
    })
    // systemd gathers what is due within a minute, unless told otherwise.
    machine.write({
      [`${home}/.config/systemd/user/bits-often.timer.d/exact.conf`]: '[Timer]\nAccuracySec=10ms\n',
    })
    await follow(machine, folder, steps)
    // One run is that of the last step.
    await until('it has run three times', 30_000, async () => (await count()) > 3)
    await machine.runAs(user, 'systemctl --user stop bits-often.timer')
    expect(await show(machine, 'bits-often.service', 'Result')).toBe('success')
  })
})
