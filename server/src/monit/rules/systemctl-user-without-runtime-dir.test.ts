import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { systemctlUserWithoutRuntimeDir as rule } from './systemctl-user-without-runtime-dir.ts'

const web = (command: string, rest = ' as uid "deploy" and gid "deploy"') =>
  `check process web with pidfile /run/user/1000/web.pid\n  start program = "${command}"${rest}\n`

describe('systemctl --user', () => {
  test('finds no manager', () =>
    checkRule(
      rule,
      `
check process web with pidfile /run/user/1000/web.pid
  start program = "/usr/bin/systemctl --user start web" as uid "deploy" and gid "deploy"
#                                     ^^^^^^ error: monit sets no XDG_RUNTIME_DIR, so systemctl finds no user manager: 'Failed to connect to bus'; set it in a shell. The manager runs only after 'loginctl enable-linger deploy'
  stop program = "/bin/sh -c 'cd /srv; systemctl stop --user web'"
#                                                     ^^^^^^ error: monit sets no XDG_RUNTIME_DIR, so systemctl finds no user manager: 'Failed to connect to bus'; nor does it say which user, and runs as root
`,
    ))
  test.each([
    "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl start --user web'",
    '/usr/bin/systemctl --user --machine=deploy@.host start web',
    '/usr/bin/systemctl --user -M deploy@ start web',
    '/usr/bin/env XDG_RUNTIME_DIR=/run/user/1000 systemctl --user start web',
    "/bin/su - deploy -c 'systemctl --user start web'",
    '/usr/bin/sudo -iu deploy systemctl --user start web',
    "/bin/bash -c '. /etc/deploy.env; systemctl --user start web'",
    '/usr/bin/systemctl --user start web -H deploy@example.org',
    '/sbin/runuser -l deploy systemctl --user start web',
    "/bin/bash -c 'export XDG_RUNTIME_DIR=/run/user/1000; systemctl --user start web'",
    "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/1000; export XDG_RUNTIME_DIR && systemctl --user start web'",
    "/bin/sh -c 'XDG_RUNTIME_DIR=/run/user/7; systemctl --user -M deploy@ start web'",
    "/bin/sh -c 'XDG_RUNTIME_DIR=/run/user/7; DBUS_SESSION_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/bus systemctl --user start web'",
    '/usr/bin/systemctl start web',
    '/srv/run --user systemctl',
  ])('%s finds it, or may', (command) => expect(findingsOf(rule, web(command))).toEqual([]))
})

describe('sudo and runuser', () => {
  test('open no session', () =>
    checkRule(
      rule,
      `
check process web with pidfile /run/user/1000/web.pid
  start program = "/usr/bin/sudo -u deploy systemctl --user start web"
#                                                    ^^^^^^ error: 'sudo' opens no session and sets no XDG_RUNTIME_DIR, so systemctl finds no user manager: 'Failed to connect to bus'. The manager runs only after 'loginctl enable-linger deploy'
  stop program = "/sbin/runuser -u deploy -- bash -c 'systemctl --user stop web'"
#                                                               ^^^^^^ error: 'runuser' opens no session and sets no XDG_RUNTIME_DIR, so systemctl finds no user manager: 'Failed to connect to bus'. The manager runs only after 'loginctl enable-linger deploy'
`,
    ))
  test('are not needed', () =>
    checkFix(
      rule,
      web('/usr/bin/sudo -H -u deploy systemctl --user start web', ''),
      web('/usr/bin/systemctl --user --machine=deploy@.host start web', ''),
    ))
  test('may run a shell that sets the folder', () =>
    checkFix(
      rule,
      web("/usr/bin/sudo -u deploy bash -c 'systemctl --user start web'", ''),
      web(
        "/usr/bin/sudo -u deploy bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user start web'",
        '',
      ),
    ))
})

describe('a folder that does not help', () => {
  test('is that of another user than root', () =>
    checkRule(
      rule,
      `
check process web with pidfile /run/user/1000/web.pid
  start program = "/usr/bin/env XDG_RUNTIME_DIR=/run/user/1000 systemctl --user start web"
#                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: monit runs this as root, and the manager of another user answers only that one: 'Operation not permitted'; add 'as uid' and 'gid' behind the command
  stop program = "/bin/sh -c 'XDG_RUNTIME_DIR=/run/user/$(id -u deploy) systemctl --user stop web'"
#                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: monit runs this as root, and the manager of another user answers only that one: 'Operation not permitted'; add 'as uid' and 'gid' behind the command
`,
    ))
  test.each([
    '/usr/bin/env XDG_RUNTIME_DIR=/run/user/0 systemctl --user start web',
    '/usr/bin/sudo -u deploy XDG_RUNTIME_DIR=/run/user/1000 systemctl --user start web',
    '/usr/bin/env XDG_RUNTIME_DIR=/run/user/<%= uid %> systemctl --user start web',
  ])('%s may be another', (command) =>
    expect(findingsOf(rule, web(command, ''), { file: 'a.monit.erb' })).toEqual([]),
  )
  test('is one that is not exported', () =>
    checkRule(
      rule,
      `
check process web with pidfile /run/user/1000/web.pid
  start program = "/bin/sh -c 'XDG_RUNTIME_DIR=/run/user/$(id -u); systemctl --user start web'" as uid a and gid a
#                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: without 'export' the shell keeps this for itself, and systemctl does not see it
  stop program = "/bin/sh -c 'cd /; XDG_RUNTIME_DIR=/run/user/7 && systemctl --user stop web'" as uid a and gid a
#                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: without 'export' the shell keeps this for itself, and systemctl does not see it
`,
    ))
  test('is exported by the fix', () =>
    checkFix(
      rule,
      web("/bin/sh -c 'cd /; XDG_RUNTIME_DIR=/run/user/7 && systemctl --user stop web'"),
      web("/bin/sh -c 'cd /; export XDG_RUNTIME_DIR=/run/user/7 && systemctl --user stop web'"),
    ))
})

describe('the fix', () => {
  test('sets the folder in a shell', () =>
    checkFix(
      rule,
      web('systemctl --user start web'),
      web("/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start web'"),
    ))
  test('sets it in the shell that is there', () =>
    checkFix(
      rule,
      web("/bin/bash -lc 'systemctl --user start web'"),
      web("/bin/bash -lc 'XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user start web'"),
    ))
  test('sets it for all commands of a script', () =>
    checkFix(
      rule,
      web("/bin/sh -c 'cd /srv && systemctl --user start web'"),
      web("/bin/sh -c 'export XDG_RUNTIME_DIR=/run/user/$(id -u); cd /srv && systemctl --user start web'"),
    ))
  test('lets root ask', () =>
    checkFix(
      rule,
      web('/usr/bin/systemctl --user start web', ' as uid "deploy" and gid "deploy" with timeout 60 seconds'),
      web('/usr/bin/systemctl --user --machine=deploy@.host start web', ' with timeout 60 seconds'),
      { title: 'Let root ask for the manager of deploy' },
    ))
  test('keeps the tags of a template', () =>
    checkFix(
      rule,
      web('/usr/bin/systemctl --user start <%= unit %>', ' as uid "<%= user %>"'),
      web(
        "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start <%= unit %>'",
        ' as uid "<%= user %>"',
      ),
    ))
  test('is none for root, whose manager is not meant', () =>
    expect(findingsOf(rule, web('/usr/bin/systemctl --user start web', ''))[0]?.fixes).toEqual([]))
})
