import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { socketsLostInHotRestart as rule } from './sockets-lost-in-hot-restart.ts'

test('the option is marked', () =>
  checkRule(
    rule,
    `
[Service]
ExecStart=/usr/bin/bundle exec puma --bind-to-activated-sockets only
#                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: the reload is a hot restart, in which Puma forgets these sockets: it then listens on the addresses in its configuration, or on port 9292; name the socket's address there or with '-b' instead
ExecReload=/bin/kill -s SIGUSR2 $MAINPID
`,
  ))

test.each([
  'ExecStart=/srv/web/bin/puma --bind-to-activated-sockets=only\nExecReload=/bin/kill -USR1 $MAINPID',
  'ExecStart=/srv/web/bin/puma --bind-to-activated-sockets=only',
  'ExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000 --bind-to-activated-sockets\nExecReload=/bin/kill -USR2 $MAINPID',
  'ExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000\nExecReload=/bin/kill -USR2 $MAINPID',
  'ExecStart=/srv/web/bin/puma -p 3000 --bind-to-activated-sockets\nExecReload=/bin/kill -USR2 $MAINPID',
  'ExecStart=/srv/web/run --bind-to-activated-sockets=only\nExecReload=/bin/kill -USR2 $MAINPID',
])('silent: %j', (lines) => expect(findingsOf(rule, `[Service]\n${lines}\n`)).toEqual([]))
