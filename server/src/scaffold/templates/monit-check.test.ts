import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { readPumaHints } from '../detect/puma-hints.ts'
import { readServiceProcess } from '../detect/service-process.ts'
import type { Answers, Facts, Template } from '../template.ts'
import { someFacts } from '../testing/combinations.ts'
import { monitCheck } from './monit-check.ts'
import { pumaSystem } from './puma-system.ts'
import { pumaUser } from './puma-user.ts'

/** The check that a template comes to, or what is wrong with the answers. */
function checkOf(template: Template, said: Answers, facts: Facts = someFacts): string {
  const completed = completeAnswers(template, facts, said)
  if (completed.kind === 'incomplete') return completed.problems[0]!.message
  return template.render(completed.answers).files.find(({ path }) => path.endsWith('.monit'))!.text
}

describe('a server on a Unix socket', () => {
  test('is asked there', () => {
    expect(checkOf(monitCheck, { unit: 'web', port: '/run/my web.sock', page: '/health' })).toContain(
      '\n  if failed unixsocket "/run/my web.sock" protocol http\n    request "/health" with timeout 10 seconds',
    )
    expect(checkOf(monitCheck, { unit: 'web', port: '/run/"web".sock' })).toContain(
      `unixsocket '/run/"web".sock'`,
    )
  })

  test('is proposed where config/puma.rb says so, and taken from the socket unit', () => {
    const puma = readPumaHints('bind "unix:///srv/shop/puma.sock"\n', 'config/puma.rb', '/srv/shop')
    const facts = { ...someFacts, app: { ...someFacts.app, puma } }
    expect(checkOf(pumaUser, { monit: 'yes' }, facts)).toContain('unixsocket "/srv/shop/puma.sock"')
    expect(checkOf(pumaUser, { monit: 'yes', socket: 'yes', listen: '/srv/a.sock' })).toContain(
      'unixsocket "/srv/a.sock"',
    )
  })

  test("in the folder of a user's systemd is there while that lingers, which is said", () => {
    const check = checkOf(monitCheck, { unit: 'web', port: '/run/user/1000/web.sock' })
    expect(check).toMatch(
      /^# With lingering on, .*\n# unitwright: allow session-runtime-path\ncheck process web /,
    )
    expect(checkOf(monitCheck, { unit: 'web', port: '/run/web.sock' })).toMatch(/^check process web /)
  })
})

describe('a service of the project', () => {
  const checkOfUnit = (unit: string, puma = '') => {
    const process = readServiceProcess(`[Service]\n${unit}\n`)
    const services = [{ name: 'web', manager: 'system' as const, path: 'web.service', process }]
    const app = { ...someFacts.app, puma: readPumaHints(puma, 'config/puma.rb', '/srv/shop') }
    return checkOf(monitCheck, { unit: 'web' }, { ...someFacts, app, services }).split('\n')[0]
  }
  test('is found by the pid file that it has, and by its command line where it has none', () => {
    expect(checkOfUnit('ExecStart=/srv/gunicorn --pid /run/web/web.pid a:a')).toBe(
      'check process web with pidfile "/run/web/web.pid"',
    )
    expect(checkOfUnit('ExecStart=/srv/uvicorn a:a')).toBe('check process web matching "/srv/uvicorn a:a"')
    expect(checkOfUnit('ExecStart=/usr/bin/bundle exec puma')).toBe(
      'check process web matching "^puma [0-9]"',
    )
    expect(checkOfUnit('ExecStart=/usr/bin/bundle exec puma', "pidfile 'tmp/web.pid'")).toBe(
      'check process web with pidfile "/srv/shop/tmp/web.pid"',
    )
    expect(checkOfUnit('ExecStart=/usr/bin/npm start')).toBe('check process web with pidfile "/run/web.pid"')
  })
})

test.each([
  [
    '70000',
    "'70000' is no port; accepted: 1 to 65535, the whole path of a socket, or nothing for no such test",
  ],
  [`/run/it's "so".sock`, `'/run/it's "so".sock' has both kinds of quotes in it; monit can't be told that`],
  [`/${'x'.repeat(107)}`, `'/${'x'.repeat(107)}' is too long for a socket; accepted: up to 107 bytes`],
])('the port %j is refused', (port, message) =>
  expect(checkOf(monitCheck, { unit: 'web', port })).toBe(message),
)

test("a service of the machine's listens in no user's folder", () => {
  expect(checkOf(pumaSystem, { socket: 'yes', monit: 'yes', listen: '/run/user/1000/a.sock' })).toBe(
    "'/run/user/1000/a.sock' is in a folder that goes when its user logs out; accepted: one such as /run/NAME.sock",
  )
})
