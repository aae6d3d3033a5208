import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { scratch } from './testing/scratch.ts'

describe('an Upstart job', () => {
  const job = `#!upstart
description "Puma of the shop"
setuid deploy
env HOME=/home/deploy
reload signal USR1
normal exit 0 TERM
respawn
respawn limit 3 30
start on runlevel [2345]
stop on runlevel [06]
script
  cd /srv/shop/current
  exec bin/puma -C config/puma.rb
end script
post_script exec rm -f /run/shop.sock
`

  test('that the project has becomes a unit', async () => {
    const { folder, run } = scratch({ 'config/upstart/shop.conf': job })
    const { code, out, err } = await run('new', 'upstart')
    expect({ code, out }).toEqual({ code: 0, out: 'config/systemd/system/shop.service\n' })
    expect(err).toContain('  grep -n DECIDE config/systemd/system/shop.service\n')
    expect(err).toContain('  sudo systemctl enable --now shop.service\n')
    expect(
      readFileSync(path.join(folder, 'config/systemd/system/shop.service'), 'utf8'),
    ).toMatchInlineSnapshot(`
      "# Converted from the Upstart job config/upstart/shop.conf
      # Where it says DECIDE, somebody who knows the service has to
      # DECIDE: 'post_script' is no stanza of Upstart, which refuses the whole job for it; it is taken for
      #   'post-stop' here

      [Unit]
      Description=Puma of the shop
      StartLimitIntervalSec=30
      StartLimitBurst=3

      [Service]
      Type=simple
      User=deploy
      WorkingDirectory=/srv/shop/current
      Environment=HOME=/home/deploy
      ExecStart=/srv/shop/current/bin/puma -C config/puma.rb
      ExecStopPost=/bin/rm -f /run/shop.sock
      ExecReload=/bin/kill -USR1 $MAINPID
      Restart=on-failure
      SuccessExitStatus=0 SIGTERM

      [Install]
      WantedBy=multi-user.target
      "
    `)
    expect(await run('check', '--max-severity', 'information', 'config/systemd')).toMatchObject({
      code: 0,
      out: '',
    })
  })

  test('that is named is read from there, and may be for a user', async () => {
    const { folder, run } = scratch({ 'jobs/many apps.conf': 'instance $app\nexec /bin/x $app\n' })
    const answers = ['--set', `job=${path.join(folder, 'jobs/many apps.conf')}`, '--set', 'instance=user']
    const { code, out, err } = await run('new', 'upstart', ...answers)
    expect({ code, out }).toEqual({ code: 0, out: 'config/systemd/user/many-apps@.service\n' })
    expect(err).toContain('  systemctl --user start many-apps@INSTANCE.service\n')
  })

  test.each([
    [
      [],
      "'job' is missing: the path of the job's file, from the project's folder or from /; say it with --set job=...",
    ],
    [['job=gone.conf'], "cannot read 'gone.conf': it must be a file of text that is there"],
    [
      ['job=Gemfile'],
      "'Gemfile' is no Upstart job: it has none of the lines that one is made of, such as 'exec' or 'start on'",
    ],
    [['job=config/'], "'config/' is no path of a file; accepted: one such as config/upstart/web.conf"],
  ])('with %j is refused', async (answers, message) => {
    const { folder, run } = scratch({ Gemfile: "gem 'puma'\n" })
    const { code, out, err } = await run(
      'new',
      'upstart',
      '--set',
      'name=web',
      ...answers.flatMap((each) => ['--set', each]),
    )
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: `unitwright: ${message}\n` })
    expect(existsSync(path.join(folder, 'config/systemd'))).toBe(false)
  })

  test('that starts with another one is said to do so', async () => {
    const { run } = scratch({ 'web.conf': 'start on started db\nexec /bin/y\n' })
    expect((await run('new', 'upstart')).err).toContain(
      '    # it runs now, and whenever what WantedBy= names is started, after a reboot too\n',
    )
  })
})
