import { expect, test } from 'vitest'
import { allFindings, checkAcross } from '../testing/across.ts'
import { daemonizingPuma as rule } from './daemonizing-puma.ts'

test('the command is marked, as the mistake lies in another file', () =>
  checkAcross(
    rule,
    `-- web.service --
[Service]
WorkingDirectory=/srv/web
ExecStart=/bin/bash -lc 'exec bundle exec puma'
#                                         ^^^^ error: 'config/puma.rb' says 'daemonize': Puma 5 and later end with an error there, and an older one leaves systemd's sight; remove that line
-- config/puma.rb --
workers 2
daemonize true # for monit
`,
  ))

test.each([
  ['daemonize', 'Type=forking\nPIDFile=/run/web.pid\n'],
  ['daemonize false', ''],
  ['# daemonize', ''],
  ['daemonize if ENV["DAEMON"]', ''],
  ['if production?\n  daemonize\nend', ''],
])('silent: %j with %j', (ruby, lines) => {
  const text = `-- web.service --\n[Service]\n${lines}ExecStart=/srv/web/bin/puma\n-- config/puma.rb --\n${ruby}\n`
  expect(allFindings(text).map((each) => each.rule)).not.toContain(rule.id)
})
