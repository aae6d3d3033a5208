import { describe, expect, test } from 'vitest'
import { growsInProportion } from '../../../../test/property/duration.ts'
import { monitRules } from '../../monit/rules/index.ts'
import { unitRules } from '../../unit/rules/index.ts'
import { actions } from '../actions.ts'
import { explainStatus, explainStatusName } from './exit-status.ts'
import { causes, explain, explainFailure, withoutEscapes } from './explain.ts'

const ids = (text: string) => explain(text).map(({ id }) => id)

describe('messages', () => {
  test.each([
    ['Failed to get D-Bus connection: No such file or directory', 'bus-not-there'],
    ['Failed to get D-Bus connection: Operation not permitted', 'bus-of-another-user'],
    [
      'Failed to connect to bus: $DBUS_SESSION_BUS_ADDRESS and $XDG_RUNTIME_DIR not defined',
      'bus-variables-missing',
    ],
    ["System has not been booted with systemd as init system (PID 1). Can't operate.", 'no-systemd'],
    ['-bash: systemctl: command not found', 'no-systemd'],
    ['zsh: command not found: systemctl', 'no-systemd'],
    ['old.service is not a native service, redirecting to systemd-sysv-install.', 'not-native'],
    ['Failed to disable unit: Refusing to operate on alias name or linked unit file: web.service', 'linked'],
    ['Failed to preset unit: Refusing to operate on linked unit file web.service', 'linked'],
    ['Failed to enable unit: Unit /run/systemd/transient/web.service is transient or generated', 'transient'],
    ['   Active: failed (Result: start-limit-hit) since Fri', 'start-limit'],
    ['   Active: failed (Result: oom-kill) since Fri', 'out-of-memory'],
    ['   Active: failed (Result: core-dump) since Fri', 'core-dump'],
    ['web.service: A process of this unit has been killed by the OOM killer.', 'out-of-memory'],
    ['web.service: Main process exited, code=dumped, status=11/SEGV', 'core-dump'],
    ['Job for web.service failed because of an out-of-memory (OOM) situation.', 'out-of-memory'],
    ['Job for web.service failed because the control process exited with error code.', 'failed-job'],
    ['Job for web.socket timed out.', 'timeout'],
    ['web.service: start-pre operation timed out. Terminating.', 'timeout'],
    ['     Loaded: masked (Reason: Unit web.service is masked.)', 'masked'],
    ['Error: listen EADDRINUSE: address already in use :::3000', 'port-in-use'],
    ['OSError: [Errno 98] Address already in use', 'port-in-use'],
    ['listen tcp :8080: bind: address already in use', 'port-in-use'],
    ['bind\': Permission denied - bind(2) for "127.0.0.1" port 80 (Errno::EACCES)', 'port-forbidden'],
    ['Error: listen EACCES: permission denied 0.0.0.0:80', 'port-forbidden'],
    ['Permission denied @ rb_sysopen - /srv/shop/log/production.log (Errno::EACCES)', 'permission-denied'],
    ["PermissionError: [Errno 13] Permission denied: '/srv/log'", 'permission-denied'],
    ['/usr/bin/env: ‘ruby’: No such file or directory', 'no-interpreter-in-path'],
    ["env: 'node': No such file or directory", 'no-interpreter-in-path'],
    ['Could not locate Gemfile or .bundle/ directory', 'no-gemfile'],
    ["rbenv: version `3.3.0' is not installed (set by /srv/shop/.ruby-version)", 'no-ruby-version'],
    ["undefined method `daemonize' for #<Puma::DSL:0x0000>", 'puma-daemonize'],
    ["undefined local variable or method 'daemonize' for an instance of Puma::DSL", 'puma-daemonize'],
    [
      '/etc/systemd/system/web.service:3: Neither a valid executable name nor an absolute path: RBENV=1',
      'bad-line',
    ],
  ])('%s', (line, id) => {
    expect(ids(line)[0]).toBe(id)
  })

  test.each([
    'web.service: Deactivated successfully.',
    '   Main PID: 12 (code=exited, status=0/SUCCESS)',
    'Active: active (running) since Fri 2024-05-03 10:12:00 UTC; 3min ago',
    'GET /orders status=404',
    'npm ERR! not found',
  ])('nothing is said of %s', (line) => {
    expect(explain(line)).toEqual([])
  })

  test('the words, the unit and what helps are told', () => {
    const text = 'x\nFailed to reload: web@1.service is not active, cannot reload.'
    const [found] = explain(text)
    expect(text.slice(found!.span.start, found!.span.end)).toBe('web@1.service is not active, cannot reload')
    expect(found).toMatchObject({ unit: 'web@1.service', tells: 'cause' })
    expect(found!.help[0]).toEqual({ kind: 'action', id: 'reload-or-restart' })
  })

  test('a program is named', () => {
    expect(
      explain("web.service: Unable to locate executable '/srv/my app/run': No such file or directory")[0]!
        .why,
    ).toContain("'/srv/my app/run'")
  })

  test('a template is shown with an instance', () => {
    expect(explain('Unit name web@.service is missing the instance name.')[0]!.why).toContain(
      'web@NAME.service',
    )
  })
})

describe('why something failed', () => {
  test('is what caused it, not how it ended', () => {
    const journal = [
      'web.service: Failed to locate executable /srv/gone: No such file or directory',
      'web.service: Failed at step EXEC spawning /srv/gone: No such file or directory',
      'web.service: Main process exited, code=exited, status=203/EXEC',
      "web.service: Failed with result 'exit-code'.",
      'web.service: Start request repeated too quickly.',
    ]
    expect(explainFailure(journal.join('\n'))).toMatchObject({ id: 'program-not-found', unit: 'web.service' })
    expect(explainFailure(journal.slice(2).join('\n'))).toMatchObject({ id: 'start-limit' })
    expect(explainFailure(journal.slice(2, 4).join('\n'))).toMatchObject({ id: 'exit-status' })
    expect(explainFailure(journal.slice(3, 4).join('\n'))).toMatchObject({ id: 'failed-job' })
    expect(explainFailure('fine')).toBeUndefined()
  })

  test('is the latest of several causes', () => {
    expect(explainFailure('Address already in use\nUnit web.service not found')?.id).toBe('not-found')
  })
})

describe('exit statuses', () => {
  test('every one of systemd from 200 on is explained by its name, whether in the status or the journal', () => {
    const named = Array.from({ length: 47 }, (_, index) => 200 + index).filter(
      (status) => ![223, 234].includes(status),
    )
    for (const status of named) {
      const why = explainStatus(status)!.why
      expect(why).toMatch(new RegExp(`^Status ${status}: `))
      expect(why).toMatch(/\.$/)
    }
    expect(explain('(code=exited, status=216/GROUP)')[0]!.why).toBe(explainStatusName('GROUP')!.why)
    expect(explain('status=243/CREDENTIALS')[0]!.id).toBe('exit-status')
  })

  test('a program means its own by what is below 200', () => {
    expect(explainStatus(3)!.why).toContain('status 3')
    expect(explainStatus(127)!.why).toContain('PATH')
    expect(explainStatus(0)).toBeUndefined()
    expect(explainStatusName('constructor')).toBeUndefined()
  })
})

describe('the table', () => {
  test('has every cause once, with a help that exists', () => {
    expect(new Set(causes.map(({ id }) => id)).size).toBe(causes.length)
    const knownRules = new Set([...unitRules, ...monitRules].map(({ id }) => id))
    const knownActions = new Set<string>(actions.map(({ id }) => id))
    for (const cause of causes) {
      expect(cause.pattern.flags, cause.id).toBe('g')
      const { help = [], why = 'Well.' } =
        cause.explain({ unit: 'web.service', status: '203', name: 'EXEC', step: 'EXEC' }) ?? {}
      expect(why, cause.id).toMatch(/^(?:[A-Z']|systemd |web\.service ).*\.$/s)
      for (const each of help) {
        if (each.kind === 'rule') expect(knownRules, each.id).toContain(each.id)
        if (each.kind === 'action') expect(knownActions).toContain(each.id)
      }
    }
  })

  test('takes no longer than the length of what it reads', () => {
    const lines = ['a', 'web.service ', 'Failed to ', "'", 'Unit ', '/', 'status=', 'code=exited, ', ' - ']
    for (const piece of lines) {
      const length = Math.floor(12_500 / piece.length)
      expect(
        growsInProportion((times) => explain(piece.repeat(times)), length),
        piece,
      ).toBe(true)
    }
  })
})

test('escape sequences are taken out of what a terminal got', () => {
  const raw =
    '\x1b]633;C\x07\x1b[0;1;31m×\x1b[0m web.service\r\n\x1b[1mFailed\x1b(B\x1b]8;;file:///x\x1b\\link\x1b]8;;\x1b\\\b'
  expect(withoutEscapes(raw)).toBe('× web.service\nFailedlink')
})
