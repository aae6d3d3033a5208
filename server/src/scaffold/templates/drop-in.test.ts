import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { readServiceProcess } from '../detect/service-process.ts'
import type { Answers } from '../template.ts'
import { someFacts } from '../testing/combinations.ts'
import { dropIn } from './drop-in.ts'

const services = [
  { name: 'web', manager: 'user', path: 'config/systemd/user/web.service', process: readServiceProcess('') },
] as const

function render(said: Answers) {
  const completed = completeAnswers(dropIn, { ...someFacts, services }, said)
  if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
  return dropIn.render(completed.answers)
}

const textOf = (said: Answers) => render(said).files[0]!.text

test("the file is where the unit's manager looks for it", () => {
  const { files, nextSteps } = render({})
  expect(files[0]!.path).toBe('config/systemd/user/web.service.d/override.conf')
  expect(nextSteps.map(({ command }) => command)).toEqual([
    'install -D -m 644 config/systemd/user/web.service.d/override.conf ~/.config/systemd/user/web.service.d/override.conf',
    'systemctl --user daemon-reload',
    'systemctl --user cat web.service',
    'systemctl --user try-restart web.service',
  ])
  const other = render({ unit: 'db', change: 'listen', file: '50-port' })
  expect(other.files[0]!.path).toBe('config/systemd/system/db.socket.d/50-port.conf')
  expect(other.nextSteps.at(-1)?.command).toBe(
    'sudo systemctl stop db.service && sudo systemctl try-restart db.socket',
  )
})

test('the ending of a unit may be there, and says what it is', () => {
  const pathOf = (said: Answers) => render(said).files[0]!.path
  expect(pathOf({ unit: 'web.service' })).toBe('config/systemd/user/web.service.d/override.conf')
  expect(pathOf({ unit: 'db.socket' })).toBe('config/systemd/system/db.socket.d/override.conf')
  expect(pathOf({ unit: 'tidy.timer' })).toBe('config/systemd/system/tidy.timer.d/override.conf')
  expect(pathOf({ unit: 'web.service', change: 'listen' })).toBe(
    'config/systemd/user/web.socket.d/override.conf',
  )
})

test('of a template the instances are restarted', () => {
  expect(render({ unit: 'worker@', instance: 'system' }).nextSteps.at(-1)?.command).toBe(
    "sudo systemctl try-restart 'worker@*.service'",
  )
})

describe('what a drop-in sets', () => {
  test.each<[Answers, string]>([
    [
      { change: 'restart', delay: '2', burst: '3' },
      '[Unit]\nStartLimitIntervalSec=12\nStartLimitBurst=3\n\n[Service]\nRestart=on-failure\nRestartSec=2\n',
    ],
    [
      { change: 'command', command: 'cd /srv/x && PORT=3 exec /opt/web --name "a b"' },
      '[Service]\nWorkingDirectory=/srv/x\nEnvironment=PORT=3\nExecStart=\nExecStart=/opt/web --name "a b"\n',
    ],
    [{ change: 'command', command: '/opt/web' }, '[Service]\nExecStart=\nExecStart=/opt/web\n'],
    [{ change: 'restart', restart: 'no' }, '[Service]\nRestart=no\n'],
    [{ change: 'environment', variable: 'A=b c=50%' }, '[Service]\nEnvironment="A=b c=50%%"\n'],
    [
      { change: 'limits', memory: '300', cpu: '50', tasks: '20' },
      '[Service]\nMemoryMax=300M\nCPUQuota=50%\nTasksMax=20\n',
    ],
    [
      { change: 'timeout', 'start-timeout': '200', 'stop-timeout': '5' },
      '[Service]\nTimeoutStartSec=200\nTimeoutStopSec=5\n',
    ],
    [
      { change: 'listen', listen: '127.0.0.1:4000' },
      '[Socket]\nListenStream=\nListenStream=127.0.0.1:4000\n',
    ],
    [{ change: 'schedule', calendar: 'Mon 03:00' }, '[Timer]\nOnCalendar=\nOnCalendar=Mon 03:00\n'],
  ])('%j', (said, text) => expect(textOf(said)).toBe(text))

  test('keeps a service from the disk where its systemd can do that', () => {
    expect(textOf({ change: 'hardening' })).not.toContain('ProtectSystem')
    const sealed = textOf({ change: 'hardening', instance: 'system', writable: '/srv/my app' })
    expect(sealed).toContain('\nProtectSystem=strict\nReadWritePaths="/srv/my app"\n')
  })
})

test.each<[Answers, string]>([
  [{ unit: 'web.timer', change: 'restart' }, "'restart' does not go with 'web.timer'; accepted: schedule"],
  [{ unit: 'web.socket', change: 'schedule' }, "'schedule' does not go with 'web.socket'; accepted: listen"],
  [
    { unit: 'multi-user.target' },
    "'multi-user.target' is a unit of another type; accepted: the name of a service, socket or timer",
  ],
  [
    { unit: 'my web' },
    "'my web' is no name of a service, socket or timer; accepted: one such as web, worker@ or worker@2",
  ],
  [{ change: 'environment' }, 'there is nothing to set; accepted: a variable, a file of them, or both'],
  [
    { change: 'environment', variable: 'A b' },
    "'A b' sets no variable; accepted: one such as RAILS_ENV=production, or nothing",
  ],
  [{ change: 'limits', memory: '' }, 'there is no limit; accepted: one of memory, CPU or tasks, or several'],
  [
    { change: 'restart', delay: '20', interval: '60' },
    "5 starts, 20 seconds apart, do not fit into '60' seconds; accepted: more than 100",
  ],
  [{ change: 'command' }, "'command' is missing: the command that takes the place of the old one"],
  [{ change: 'command', command: '/opt/web "a' }, 'a quote is opened with " and never closed'],
  [
    { change: 'command', command: 'bin/web > out.log' },
    "'bin/web > out.log' has paths from the folder that it runs in, which only the unit knows; write them whole",
  ],
  [{ change: 'listen', listen: '127.0.0.1:80' }, 'port 80 is for root only, and a user service is not'],
  [{ change: 'schedule', calendar: 'Foo 03:00' }, "'Foo' can't stand here"],
  [{ file: 'a.conf' }, "'a.conf' is no name for a drop-in"],
])('%j is refused', (said, message) => expect(() => render(said)).toThrow(message))

test('a unit file that is pointed at answers what it can', () => {
  const answers = (path: string) => dropIn.pointedFile?.answers(path)
  expect(answers('config/systemd/user/web.service')).toEqual({ unit: 'web', instance: 'user' })
  expect(answers('etc/tidy.timer')).toEqual({ unit: 'tidy.timer', instance: 'system' })
  expect(answers('etc/web.socket')).toMatchObject({ unit: 'web.socket' })
})
