import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { notifyAccessForChild } from './notify-access-for-child.ts'

const count = (lines: string, options = {}) =>
  findingsOf(notifyAccessForChild, `[Service]\n${lines}\n`, options).length

test('a program that starts another one is the only one that is heard', () =>
  checkRule(
    notifyAccessForChild,
    `
[Service]
Type=notify
ExecStart=/usr/bin/npm start
#         ^^^^^^^^^^^^ error: 'npm' starts the program as its child, and systemd listens to 'npm' alone: no word of being ready counts, and the start times out; 'NotifyAccess=all' lets it through
`,
  ))

test.each([
  'Type=notify\nExecStart=/usr/bin/npm run serve',
  'Type=notify\nExecStart=/usr/bin/yarn serve',
  'Type=notify\nExecStart=/usr/local/bin/foreman start web',
  'Type=notify\nExecStart=/usr/bin/tini -g -- /srv/run',
  "Type=notify\nExecStart=/bin/bash -lc 'cd /srv && exec npm start'",
  "Type=notify\nExecStart=/bin/sh -c 'bundle exec puma 2>&1 | logger -t web'",
  "Type=notify\nUser=deploy\nExecStart=/bin/sh -c 'systemd-notify READY=1; exec /srv/run'",
  "Type=notify\nDynamicUser=yes\nExecStart=/bin/sh -c 'systemd-notify --ready; exec /srv/run'",
  'WatchdogSec=30\nExecStart=/usr/bin/npm start',
  'Type=notify\nNotifyAccess=exec\nExecStart=/usr/bin/npm start',
])('%j is found', (lines) => expect(count(lines)).toBe(1))

test.each([
  'Type=notify\nNotifyAccess=all\nExecStart=/usr/bin/npm start',
  'ExecStart=/usr/bin/npm start',
  'WatchdogSec=0\nExecStart=/usr/bin/npm start',
  'Type=notify\nExecStart=/usr/bin/npm --version',
  'Type=notify\nExecStart=/usr/bin/bundle exec puma',
  'Type=notify\nExecStart=/srv/venv/bin/poetry run gunicorn web',
  "Type=notify\nExecStart=/bin/sh -c 'date | logger; exec puma'",
  "Type=notify\nExecStart=/bin/sh -c 'systemd-notify --ready; exec /srv/run'",
  "Type=notify\nUser=root\nExecStart=/bin/sh -c 'systemd-notify --ready; exec /srv/run'",
  "Type=notify\nUser=deploy\nExecStart=+/bin/sh -c 'systemd-notify --ready; exec /srv/run'",
  "Type=notify\nUser=deploy\nExecStart=/bin/sh -c 'systemd-notify --booted; exec puma'",
])('%j is fine', (lines) => expect(count(lines)).toBe(0))

test('in a user unit nobody is root', () =>
  expect(
    count("Type=notify\nExecStart=/bin/sh -c 'systemd-notify --ready; exec /srv/run'", { instance: 'user' }),
  ).toBe(1))

describe('the fix lets children be heard', () => {
  test('below the type', () =>
    checkFix(
      notifyAccessForChild,
      '[Service]\nType=notify\nExecStart=/usr/bin/npm start\n',
      '[Service]\nType=notify\nNotifyAccess=all\nExecStart=/usr/bin/npm start\n',
    ))
  test('or where it is said who is', () =>
    checkFix(
      notifyAccessForChild,
      '[Service]\nType=notify\nExecStart=/usr/bin/npm start\nNotifyAccess=main\n',
      '[Service]\nType=notify\nExecStart=/usr/bin/npm start\nNotifyAccess=all\n',
    ))
})
