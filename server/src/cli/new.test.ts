import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { scratch } from './testing/scratch.ts'

const rails = {
  Gemfile: "gem 'puma'\n",
  'Gemfile.lock': 'GEM\n  specs:\n    puma (6.4.2)\n',
  'config.ru': 'run Rails.application\n',
  'config/puma.rb': 'workers 2\nport ENV.fetch("PORT", 3000)\n',
  'config/routes.rb': 'get "up" => "rails/health#show"\n',
  'config/deploy.rb':
    'set :application, "shop"\nset :deploy_to, "/home/deploy/apps/shop"\nset :rbenv_ruby, "3.3.0"\n',
}
const service = 'config/systemd/user/puma-shop.service'

test('a Rails app gets its service, with what was found filled in', async () => {
  const { folder, run } = scratch(rails)
  const { code, out, err } = await run('new', 'puma-user')
  expect({ code, out }).toEqual({ code: 0, out: `${service}\n` })
  expect(err).toContain('loginctl enable-linger\n')
  expect(readFileSync(path.join(folder, service), 'utf8')).toMatchInlineSnapshot(`
    "[Unit]
    Description=Puma HTTP server of shop
    StartLimitIntervalSec=60
    StartLimitBurst=5

    [Service]
    Type=notify
    WorkingDirectory=/home/deploy/apps/shop/current
    Environment=RAILS_ENV=production
    Environment=RBENV_ROOT=%h/.rbenv
    Environment=RBENV_VERSION=3.3.0
    ExecStart=%h/.rbenv/bin/rbenv exec bundle exec puma -C config/puma.rb
    ExecReload=/bin/kill -USR1 $MAINPID
    Restart=always
    RestartSec=1
    KillMode=mixed
    WatchdogSec=30
    SyslogIdentifier=puma-shop

    [Install]
    WantedBy=default.target
    "
  `)
})

test('what was found and is of no use is refused with the input that takes another', async () => {
  const { run } = scratch({ ...rails, 'config/deploy.rb': "set :rbenv_ruby, 'three'\n" })
  expect(await run('new', 'puma-user')).toMatchObject({
    code: 2,
    err: "unitwright: 'three' is no version of Ruby; a number such as 3.3.0 is; it was filled in, say another with --set ruby-version=...\n",
  })
})

test('all its files can go into one folder', async () => {
  const { folder, run } = scratch(rails)
  const answers = ['--set', 'socket=yes', '--set', 'monit=yes', '--set', 'env-file=/etc/shop.env']
  const { out, err } = await run('new', 'puma-user', ...answers, '--out', 'units')
  const names = ['puma-shop.service', 'puma-shop.socket', 'puma-shop.env.example', 'puma-shop.monit']
  expect(out).toBe(names.map((name) => `units/${name}\n`).join(''))
  expect(err).toContain(
    '  install -D -m 644 -t ~/.config/systemd/user units/puma-shop.socket units/puma-shop.service\n',
  )
  expect(err).toContain('  sudo cp units/puma-shop.monit /etc/monit/conf.d/puma-shop\n')
  expect(readFileSync(path.join(folder, 'units/puma-shop.monit'), 'utf8')).toMatchInlineSnapshot(`
    "check process puma-shop with pidfile "/home/deploy/apps/shop/shared/tmp/pids/puma.pid"
      start program = "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start puma-shop.service'"
        as uid "deploy" and gid "deploy" with timeout 90 seconds
      stop program = "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user stop puma-shop.service'"
        as uid "deploy" and gid "deploy" with timeout 90 seconds
      if failed host 127.0.0.1 port 3000 protocol http
        request "/up" with timeout 10 seconds for 3 cycles then restart
      if total memory > 1000 MB for 3 cycles then restart
      if total cpu > 90% for 10 cycles then alert
      if 5 restarts within 30 cycles then unmonitor
    "
  `)
})

test('units in the folder of their manager need not be put there', async () => {
  const { folder, run } = scratch(rails)
  vi.stubEnv('HOME', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const install = 'install -D -m 644 -t ~/.config/systemd/user'
  const { err } = await run('new', 'puma-user', '--out', '.config/systemd/user')
  expect(err).not.toContain(install)
  expect(err).toContain('systemctl --user enable --now puma-shop.service\n')
  const odd = await run('new', 'puma-user', '--out', "it's here")
  expect(odd.err).toContain(`${install} 'it'\\''s here/puma-shop.service'\n`)
  const dashed = await run('new', 'puma-user', '--out=-units')
  expect(dashed.err).toContain(`${install} ./-units/puma-shop.service\n`)
})

test('a drop-in stays in the folder of its unit, wherever it goes', async () => {
  const { folder, run } = scratch({ [service]: '[Service]\nExecStart=/bin/true\n' })
  const { code, out } = await run('new', 'drop-in')
  expect({ code, out }).toEqual({ code: 0, out: `${service}.d/override.conf\n` })
  const { out: elsewhere } = await run('new', 'drop-in', '--out', 'units')
  expect(elsewhere).toBe('units/puma-shop.service.d/override.conf\n')
  vi.stubEnv('HOME', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const { err } = await run('new', 'drop-in', '--out', '.config/systemd/user')
  expect(err).not.toContain('install -D')
  expect(err).toContain('systemctl --user try-restart puma-shop.service\n')
})

test('tasks for Capistrano are for the services that the project has, and go on in the project', async () => {
  const { folder, run } = scratch({ ...rails, [service]: '[Service]\nExecStart=/bin/true\n' })
  const { code, out, err } = await run('new', 'capistrano-tasks')
  expect({ code, out }).toEqual({ code: 0, out: 'lib/capistrano/tasks/services.rake\n' })
  expect(err).toMatch(/^next, in the project:\n/)
  expect(err).toContain('bundle exec cap production services:setup\n')
  const text = readFileSync(path.join(folder, 'lib/capistrano/tasks/services.rake'), 'utf8')
  expect(text).toContain("services = ['puma-shop']\n  folder = 'config/systemd/user'\n")
})

test('a check of monit is for the service that the project has', async () => {
  const { folder, run } = scratch({ [service]: '[Service]\nExecStart=/bin/true\n' })
  expect(await run('new', 'monit-check', '--set', 'user=deploy')).toMatchObject({
    code: 0,
    out: 'config/monit/puma-shop.monit\n',
  })
  expect(readFileSync(path.join(folder, 'config/monit/puma-shop.monit'), 'utf8')).toContain(
    '/usr/bin/systemctl --user start puma-shop.service',
  )
})

test('a name may have its ending already', async () => {
  const { run } = scratch(rails)
  expect(await run('new', 'monit-check', '--set', 'unit=nginx.service')).toMatchObject({
    code: 0,
    out: 'config/monit/nginx.monit\n',
  })
  expect(await run('new', 'puma-user', '--set', 'name=shop.service')).toMatchObject({
    code: 0,
    out: 'config/systemd/user/shop.service\n',
  })
})

test('what the service needs is among the steps, before it starts', async () => {
  const { run } = scratch(rails)
  const answers = ['--set', 'log=files', '--set', 'log-folder=/srv/my logs', '--set', "env-file=~/it's.env"]
  const { err } = await run('new', 'puma-user', ...answers)
  const commands = err.split('\n').filter((line) => /^ {2}\w/.test(line))
  expect(commands.slice(1, 3)).toEqual([
    "  mkdir -p -- '/srv/my logs'",
    "  test -e ~/'it'\\''s.env' || install -D -m 600 config/puma-shop.env.example ~/'it'\\''s.env'",
  ])
  expect(commands[4]).toContain('enable --now')
})

test("the user's own units go to the servers, where the system has some of the same name", async () => {
  const unit = '[Service]\nExecStart=/bin/true\n'
  const { folder, run } = scratch({ [service]: unit, [service.replace('user', 'system')]: unit })
  await run('new', 'capistrano-tasks')
  const text = readFileSync(path.join(folder, 'lib/capistrano/tasks/services.rake'), 'utf8')
  expect(text).toContain("services = ['puma-shop']\n  folder = 'config/systemd/user'\n")
})

test('what it wrote, check finds nothing in', async () => {
  const { run } = scratch(rails)
  await run('new', 'puma-user', '--set', 'socket=yes')
  expect(await run('check', '--max-severity', 'information', 'config')).toMatchObject({ code: 0, out: '' })
})

describe('a file that is there already', () => {
  const old = { ...rails, [service]: '[Service]\n' }

  test('stays, and no other is written', async () => {
    const { folder, run } = scratch(old)
    const { code, out, err } = await run('new', 'puma-user', '--set', 'socket=yes')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(
      `unitwright: cannot write '${service}': it is there already; --force replaces it; nothing was written\n`,
    )
    expect(readdirSync(path.join(folder, 'config/systemd/user'))).toEqual(['puma-shop.service'])
    expect(readFileSync(path.join(folder, service), 'utf8')).toBe('[Service]\n')
  })
  test('gives way to --force', async () => {
    const { folder, run } = scratch(old)
    expect((await run('new', 'puma-user', '--force')).code).toBe(0)
    expect(readFileSync(path.join(folder, service), 'utf8')).toContain('Type=notify')
  })
})

test('where a later file fails, the earlier ones are taken back with their folders', async () => {
  const { folder, run } = scratch(rails)
  mkdirSync(path.join(folder, 'config/monit/puma-shop.monit'), { recursive: true })
  const { code, err } = await run('new', 'puma-user', '--set', 'monit=yes', '--force')
  expect(code).toBe(2)
  expect(err).toBe(
    "unitwright: cannot write 'config/monit/puma-shop.monit': it is a folder; nothing was written\n",
  )
  expect(existsSync(path.join(folder, 'config/systemd'))).toBe(false)
})

test('a file in the place of a folder is said', async () => {
  const { run } = scratch({ ...rails, 'config/systemd': 'not a folder' })
  const { code, err } = await run('new', 'puma-user')
  expect(code).toBe(2)
  expect(err).toBe(
    `unitwright: cannot write '${service}': a part of the path is no folder; nothing was written\n`,
  )
})

test('a folder without an app is said, unless the app is elsewhere', async () => {
  const { folder, run } = scratch({ 'README.md': '' })
  expect(await run('new', 'puma-user')).toEqual({
    code: 2,
    out: '',
    err: `unitwright: there is no app in '${folder}': neither Gemfile, config.ru nor config/puma.rb; go to its folder, or say where it runs with --set directory=PATH\n`,
  })
  expect(await run('new', 'puma-user', '--set', 'directory=/srv/shop/current')).toMatchObject({
    code: 0,
    out: `${service}\n`,
  })
})

test('daemonize is reported', async () => {
  const { run } = scratch({ ...rails, 'config/puma.rb': 'daemonize\n' })
  expect((await run('new', 'puma-user')).err).toContain(
    "unitwright: note: 'daemonize' in config/puma.rb hides Puma 4 and older from systemd, and ends later ones with an error; remove the line",
  )
})

test.each([
  [['puma-usr'], "unknown template 'puma-usr'; did you mean 'puma-user'?"],
  [['puma-user', '--set', 'reload=warm'], "'warm' is no 'reload'; accepted: phased, hot"],
  [['puma-user', '--set', 'nmae=x'], "'puma-user' asks for no 'nmae'; did you mean 'name'?"],
  [
    ['puma-user', '--set', 'name=-x'],
    "'-x' is no name for a unit; accepted: letters, digits and - _ . : with no - or . at the start",
  ],
  [['puma-user', '--set', 'listen=/a'], "'listen' has no effect with the other answers; leave it out"],
  [
    ['puma-user', '--set', 'socket=yes', '--set', 'listen=0.0.0.0:80'],
    'port 80 is for root only, and a user service is not; accepted: 1024 to 65535',
  ],
  [
    ['puma-user', '--set', 'socket=yes', '--set', 'listen=[:::]:3000'],
    "'[:::]:3000' is nothing to listen on; accepted: ADDRESS:PORT such as 127.0.0.1:3000, or the whole path of a socket",
  ],
  [
    ['puma-user', '--set', 'directory=a\nb'],
    "'directory' has a character in it that is not printable; accepted: one line of text",
  ],
  [
    ['puma-user', '--set', 'directory=apps/shop'],
    "'apps/shop' is no whole path; accepted: one that begins with / or ~/",
  ],
  [
    ['puma-system', '--set', 'directory=~/shop'],
    "'~/shop' has no meaning to the system's systemd, which has no home folder; write the whole path",
  ],
  [['monit-check'], "'unit' is missing: the name of the service; say it with --set unit=..."],
  [
    ['capistrano-tasks', '--set', 'services=web -x'],
    "'-x' is no name for a unit; accepted: letters, digits and - _ . : with no - or . at the start",
  ],
  [
    ['monit-check', '--set', 'unit=web.socket'],
    "'web.socket' is a unit of another type; accepted: the name of a service",
  ],
])('new %j is refused', async (args, message) => {
  const { folder, run } = scratch(rails)
  const { code, err } = await run('new', ...args)
  expect({ code, err }).toEqual({ code: 2, err: `unitwright: ${message}\n` })
  expect(existsSync(path.join(folder, 'config/systemd'))).toBe(false)
})

test('without a template they are listed, with what each asks', async () => {
  const { code, out } = await scratch({ Procfile: 'web: puma\nworker: sidekiq\n' }).run('new')
  expect(code).toBe(0)
  expect(out).toMatch(/^puma-user: .+\n {2}app +what the app is called\n/)
  expect(out).toContain('what reloading the service does: phased, hot\n')
  expect(out).toContain('nothing for a command of your own: web, worker\n')
  expect((await scratch().run('new')).out).toContain('nothing for a command of your own\n')
})
