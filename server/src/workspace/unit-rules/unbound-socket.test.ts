import { describe, expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { unboundSocket as rule } from './unbound-socket.ts'

const lock = (version: string) => `-- Gemfile.lock --\nGEM\n  specs:\n    puma (${version})\n`
const socket = (listen: string, command: string, more = '') => `-- web.socket --
[Socket]
ListenStream=${listen}
-- web.service --
[Service]
WorkingDirectory=/srv/web
ExecStart=${command}
${more}`
const found = (...args: Parameters<typeof socket>) =>
  allFindings(socket(...args)).flatMap((each) => (each.rule === rule.id ? [each.severity] : []))

test('another address with the same port', () =>
  checkAcross(
    rule,
    `-- web.socket --
[Socket]
ListenStream=3000
#            ^^^^ error: 'web.service' binds 'tcp://0.0.0.0:3000', which to Puma is another address than 'tcp://[::]:3000'; it finds the port taken by this socket and ends with 'Address already in use'
-- web.service --
[Service]
ExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000
`,
  ))

test('another port', () =>
  checkAcross(
    rule,
    `-- web.socket --
[Socket]
ListenStream=0.0.0.0:3001
#            ^^^^^^^^^^^^ warning: 'web.service' listens on 'tcp://0.0.0.0:3000', and closes this socket: whoever connects to it waits for ever
-- web.service --
[Service]
ExecStart=/srv/web/bin/puma -b tcp://0.0.0.0:3000
`,
  ))

test('a socket with a path', () =>
  checkAcross(
    rule,
    `-- web.socket --
[Socket]
ListenStream=/run/web.sock
#            ^^^^^^^^^^^^^ warning: 'web.service' listens on port 3000, and removes the file of this socket: whoever connects finds none, and where it may not remove it Puma ends with 'Permission denied'
Accept=no
-- web.service --
[Service]
ExecStart=/srv/web/bin/puma -p 3000
`,
  ))

test('an abstract socket', () =>
  checkAcross(
    rule,
    `-- web.socket --
[Socket]
ListenStream=@web
#            ^^^^ error: Puma never takes an abstract socket: 'web.service' ends with an error when it is handed this one; listen on a path, such as /run/web.sock
-- web.service --
[Service]
ExecStart=/srv/web/bin/puma -b unix://@web
`,
  ))

test('what the configuration says counts, and so does the version of Puma', () => {
  const config = (ruby: string) => `-- config/puma.rb --\n${ruby}\n`
  const puma = '/srv/web/bin/puma -C config/puma.rb'
  expect(found('3000', puma, config('port 3000'))).toEqual([])
  expect(found('3000', puma, config('port 3000') + lock('6.4.2'))).toEqual(['error'])
  expect(found('3000', puma, config('port 3000') + lock('8.0.2'))).toEqual([])
  // A machine without IPv6 has it take the other host.
  expect(found('0.0.0.0:3000', puma, config('port 3000') + lock('8.0.2'))).toEqual(['warning'])
  expect(
    found('127.0.0.1:3000', puma, config('set_default_host "127.0.0.1"\nport 3000') + lock('6.4.2')),
  ).toEqual([])
  expect(found('0.0.0.0:4000', puma, config('port 3000\nclear_binds!\nport 4001'))).toEqual([])
  expect(found('0.0.0.0:3000', puma, config('port 3000') + lock('6.4.2'))).toEqual([])
  expect(found('4000', puma, config('port ENV.fetch("PORT", 3000)'))).toEqual(['warning'])
  expect(found('4000', puma, `Environment=PORT=4000\n${config('port ENV.fetch("PORT", 3000)')}`)).toEqual([])
  expect(found('4000', puma, `EnvironmentFile=/srv/env\n${config('port ENV.fetch("PORT", 3000)')}`)).toEqual(
    [],
  )
  expect(found('9292', puma, `${config('workers 2')}${lock('6.4.2')}`)).toEqual(['error'])
})

test.each([
  ['3000', '/srv/web/bin/puma -b tcp://[::]:3000'],
  ['[::]:3000', '/srv/web/bin/puma -b tcp://[::]:3000'],
  ['[0:0:0:0:0:0:0:1]:3000', '/srv/web/bin/puma -b tcp://[::1]:3000'],
  ['/run/web.sock\nSymlinks=/srv/web/web.sock', '/srv/web/bin/puma -b unix:///srv/web/web.sock'],
  ['@web', '/srv/web/bin/puma $BIND'],
  ['127.0.0.1:3000', '/srv/web/bin/puma --bind=tcp://127.0.0.1:3000'],
  ['/run/web/web.sock', '/srv/web/bin/puma -b unix:///run/web/web.sock?umask=0111'],
  ['/srv/web/shared/tmp/web.sock', '/srv/web/bin/puma -b unix:///srv/web/current/tmp/web.sock'],
  ['%t/web.sock', '/srv/web/bin/puma -b unix:///run/other.sock'],
  ['3000', '/srv/web/bin/puma -b tcp://0.0.0.0:3000 --bind-to-activated-sockets'],
  ['3000', '/srv/web/bin/puma -b $BIND'],
  ['3000', '/srv/web/bin/puma -b tcp://0.0.0.0:3000\nType=oneshot\nExecStart=/bin/true'],
  ['3000', '/srv/web/bin/puma -C config/puma.rb'],
  ['3000\nAccept=yes', '/srv/web/bin/puma -b tcp://0.0.0.0:3000'],
  ['3000\nBindIPv6Only=ipv6-only', '/srv/web/bin/puma -b tcp://0.0.0.0:3000'],
  ['3000\nService=other.service', '/srv/web/bin/puma -b tcp://0.0.0.0:3000'],
  ['3000', '/srv/venv/bin/gunicorn -b 0.0.0.0:8000 app'],
])('silent: %j and %j', (listen, command) => expect(found(listen, command)).toEqual([]))

test('silent where drop-ins of the service lie in another folder', () => {
  const command = '/srv/web/bin/puma -b tcp://0.0.0.0:3000'
  const dropIn = (file: string) => `-- ${file} --\n[Service]\nEnvironment=A=b\n`
  expect(found('4000', command, dropIn('web.service.d/a.conf'))).toEqual(['warning'])
  expect(found('4000', command, dropIn('etc/web.service.d/a.conf'))).toEqual([])
  expect(found('4000', command, dropIn('etc/web.socket.d/a.conf'))).toEqual([])
  expect(found('4000', command, dropIn('etc/other.service.d/a.conf'))).toEqual(['warning'])
})

describe('the fix', () => {
  test('has systemd listen where Puma does', () => {
    expect(fixedAcross(rule, socket('3000', '/srv/web/bin/puma -b tcp://0.0.0.0:3000'))).toBe(
      '[Socket]\nListenStream=0.0.0.0:3000\n',
    )
  })
  test('is none where Puma names a host', () => {
    const text = socket('127.0.0.1:3000', '/srv/web/bin/puma -b tcp://localhost:3000')
    expect(allFindings(text).map((each) => each.rule)).toContain(rule.id)
    expect(fixedAcross(rule, text)).toBeUndefined()
  })
})

test('a comment silences it, and is not told to be needless', () => {
  const text = socket(
    '# unitwright: allow unbound-socket\nListenStream=3000',
    '/srv/web/bin/puma -b tcp://0.0.0.0:3000',
  )
  const own = text.replace('ListenStream=# unitwright', '# unitwright')
  expect(allFindings(own)).toEqual([])
})
