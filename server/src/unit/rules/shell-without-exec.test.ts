import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { shellWithoutExec } from './shell-without-exec.ts'

const found = (lines: string, options = {}) => findingsOf(shellWithoutExec, `[Service]\n${lines}\n`, options)
const severities = (lines: string) => found(lines).map(({ severity }) => severity)

test('a child is not heard', () =>
  checkRule(
    shellWithoutExec,
    `
[Service]
Type=notify
ExecStart=/bin/sh -c 'cd /srv && bundle exec puma'
#                                ^^^^^^ warning: 'sh' stays in front of 'bundle': systemd ignores a child that says it is ready, so the start times out; write 'exec bundle'
`,
  ))

test('bash gives way to the last command, in older versions to a single one', () =>
  checkRule(
    shellWithoutExec,
    `
[Service]
Type=notify
ExecStart=/bin/bash -lc 'cd /srv && bundle exec puma'
#                                   ^^^^^^ hint: only newer versions of bash give way to 'bundle' unasked; 'exec bundle' does so in all
`,
  ))

describe('how bad it is', () => {
  test.each([
    ['a message to systemd', "Type=notify-reload\nExecStart=sh -c 'a; run'", 'warning'],
    ['watchdog pings', "WatchdogSec=30\nExecStart=sh -c 'a; run'", 'warning'],
    ['signals', "ExecStart=sh -c 'a; run'\nExecReload=kill -HUP $MAINPID", 'warning'],
    ['a stop', "ExecStart=sh -c 'a; run'\nKillMode=mixed", 'warning'],
    ['a stop', "ExecStart=sh -c 'a; run'\nKillMode=process", 'warning'],
    ['a redirection in bash', "Type=notify\nExecStart=bash -c 'run > /x'", 'warning'],
    ['nothing but the main process', "ExecStart=sh -c 'a; run'\nRestart=always", 'information'],
    ['nothing but the main process', "ExecStart=sh -c 'a; bundle exec puma'", 'information'],
  ])('for %s: %j', (_, lines, severity) => expect(severities(lines)).toEqual([severity]))
})

test.each([
  "Type=notify\nExecStart=sh -c 'cd /srv && exec puma'",
  "Type=notify\nExecStart=bash -c 'bundle exec puma'",
  "Type=notify\nNotifyAccess=all\nExecStart=sh -c 'a; run'",
  "Type=notify\nExecStart=sh -c 'systemd-notify --ready; run'",
  "Type=oneshot\nExecStart=sh -c 'a; puma'\nExecReload=kill $MAINPID",
  "Type=forking\nExecStart=sh -c 'a; puma'\nKillMode=mixed",
  "Type=notify\nExecStart=sh -c 'trap x HUP; run'",
  "Type=notify\nExecStart=sh -c 'a; wait'",
  "ExecStart=sh -c 'systemctl daemon-reload; sleep 1; systemctl restart x'",
  "ExecStart=sh -c 'run | logger'\nRestart=always",
  "ExecStart=/bin/true\nExecStartPre=sh -c 'a; puma'",
])('%j is fine', (lines) => expect(found(lines)).toEqual([]))

test('in a drop-in the type is elsewhere', () =>
  expect(found("ExecStart=sh -c 'a; puma'", { file: 'web.service.d/x.conf' })).toEqual([]))

describe('the fix', () => {
  test('has the shell give way, behind assignments', () =>
    checkFix(
      shellWithoutExec,
      "[Service]\nType=notify\nExecStart=/bin/sh -c 'cd /srv && A=1 puma -p 3000'\n",
      "[Service]\nType=notify\nExecStart=/bin/sh -c 'cd /srv && A=1 exec puma -p 3000'\n",
    ))
  test('or lets the child be heard', () =>
    checkFix(
      shellWithoutExec,
      "[Service]\nType=notify\nNotifyAccess=main\nExecStart=/bin/sh -c 'cd /srv && puma'\n",
      "[Service]\nType=notify\nNotifyAccess=all\nExecStart=/bin/sh -c 'cd /srv && puma'\n",
      { title: 'Change NotifyAccess= to all' },
    ))
  test('needs words that stand as systemd reads them', () =>
    expect(found('ExecStart=/bin/sh -c "cd \\"/srv\\" && puma"')[0]?.fixes).toEqual([]))
})
