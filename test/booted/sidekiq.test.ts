import { describe, expect, test } from 'vitest'
import { until } from './machine.ts'
import { bootedMachine, follow, generate, home, show, user } from './system.ts'

// One story: each test goes on where the one before it ended.

describe("Sidekiq under the user's systemd", () => {
  const machine = bootedMachine('ruby-sidekiq', 'redis-server')
  const folder = `${home}/mill`
  const unit = 'sidekiq-mill.service'
  const jobs = `
class Grind
  include Sidekiq::Worker
  def perform(name, seconds)
    File.write("#{name}.begun", '')
    sleep seconds
    File.write("#{name}.done", '')
  end
end
`
  const exists = async (name: string) => (await machine.try(['test', '-e', `${folder}/${name}`])).code === 0
  const grind = (name: string, seconds: number) =>
    machine.runAs(
      user,
      `cd ${folder} && ruby -rsidekiq -r./jobs.rb -e "Grind.perform_async('${name}', ${seconds})"`,
    )

  test('starts as the printed steps say, and does jobs', async () => {
    await machine.run(['systemctl', 'enable', '--now', 'redis-server'])
    machine.write({ [`${folder}/jobs.rb`]: jobs, [`${folder}/Gemfile`]: "gem 'sidekiq', '~> 6.4'\n" })
    const { files, steps } = await generate(machine, folder, 'sidekiq-user', {
      ruby: 'package',
      require: './jobs.rb',
    })
    expect(files).toEqual([`config/systemd/user/${unit}`])
    await follow(machine, folder, steps)
    expect(await show(machine, unit, 'Type')).toBe('notify')
    expect(await show(machine, unit, 'ActiveState')).toBe('active')
    await grind('first', 0)
    await until('the job is done', 20_000, () => exists('first.done'))
  })

  test('finishes the job at hand when it is stopped', async () => {
    await grind('second', 3)
    await until('the job has begun', 20_000, () => exists('second.begun'))
    await machine.runAs(user, `systemctl --user stop ${unit}`)
    expect(await exists('second.done')).toBe(true)
    expect(await show(machine, unit, 'Result')).toBe('success')
  })

  test('comes up at boot, and again after kill -9', async () => {
    await machine.reboot()
    const isActive = async () => (await show(machine, unit, 'ActiveState')) === 'active'
    await until('it is active', 20_000, isActive)
    const before = await show(machine, unit, 'MainPID')
    await machine.run(['kill', '-9', before])
    await until(
      'another process is active',
      20_000,
      async () => (await isActive()) && (await show(machine, unit, 'MainPID')) !== before,
    )
    await grind('third', 0)
    await until('the job is done', 20_000, () => exists('third.done'))
  })
})
