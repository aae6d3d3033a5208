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
    '/usr/bin/systemctl start web',
    '/srv/run --user systemctl',
  ])('%s finds it, or may', (command) => expect(findingsOf(rule, web(command))).toEqual([]))
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
