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

test('a version that does not know the word ends with an error, whatever is said with it', () => {
  const found = (ruby: string, gems: string, lines = '') =>
    allFindings(`-- web.service --
[Service]
${lines}
ExecStart=/srv/web/bin/puma
-- config/puma.rb --
${ruby}
-- Gemfile.lock --
GEM
  specs:
${gems}
`).flatMap(({ rule: id, message }) => (id === rule.id ? [message] : []))
  const told = (version: string) => [
    `'config/puma.rb' says 'daemonize', which Puma ${version} does not know: it ends with an error there; remove that line`,
  ]
  expect(found('daemonize false', '    puma (5.6.5)')).toEqual(told('5.6.5'))
  expect(found('daemonize true', '    puma (6.4.2)', 'Type=forking')).toEqual(told('6.4.2'))
  expect(found('daemonize false', '    puma (4.3.12)')).toEqual([])
  expect(found('daemonize false', '    puma (6.4.2)\n    puma-daemon (0.1.2)')).toEqual([])
  expect(found('daemonize', '    puma (4.3.12)')).toEqual([
    "'config/puma.rb' says 'daemonize': Puma 4.3.12 leaves systemd's sight, and is ended by it; remove that line",
  ])
})

test.each([
  ['daemonize', 'Type=oneshot\nRemainAfterExit=yes\n'],
  ['=begin\ndaemonize\n=end', ''],
  ['if production?\ndaemonize\nend', ''],
  ['daemonize', 'Type=forking\nPIDFile=/run/web.pid\n'],
  ['daemonize false', ''],
  ['# daemonize', ''],
  ['daemonize if ENV["DAEMON"]', ''],
  ['if production?\n  daemonize\nend', ''],
])('silent: %j with %j', (ruby, lines) => {
  const text = `-- web.service --\n[Service]\n${lines}ExecStart=/srv/web/bin/puma\n-- config/puma.rb --\n${ruby}\n`
  expect(allFindings(text).map((each) => each.rule)).not.toContain(rule.id)
})
