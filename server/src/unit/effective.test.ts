import { describe, expect, test } from 'vitest'
import { newestVersion } from './data/directives.ts'
import { readUnit } from './document.ts'
import { type Effective, effectiveOf } from './effective.ts'
import { assumeUnit } from './identity.ts'

function read(text: string, file = 'web.service', version: number = newestVersion): Effective {
  return effectiveOf(readUnit(text, assumeUnit(file)), { version, manager: 'system' })
}

/** The values that count for directives of [Service], or of another section. */
function list(effective: Effective, names: readonly string[], section = 'Service'): readonly string[] {
  return effective
    .all(section, ...names)
    .map(({ assignment: { key, section: home } }) => `${home?.name}.${key}`)
}

describe('a directive with one value', () => {
  test('the last assignment counts, over all sections of the name', () => {
    const effective = read(
      '[Service]\nType=exec\nType=simple\n[Unit]\nDescription=a\n[Service]\nType=oneshot\n',
    )
    expect(effective.text('Service', 'Type')).toBe('oneshot')
    expect(effective.last('Service', 'Type')?.assignment.section?.header.start).toBeGreaterThan(20)
    expect(effective.text('Unit', 'Description')).toBe('a')
  })

  test('what systemd refuses leaves what was there before', () => {
    expect(read('[Service]\nType=oneshot\nType=one-shot\n').text('Service', 'Type')).toBe('oneshot')
    expect(read('[Service]\nRemainAfterExit=sure\n').last('Service', 'RemainAfterExit')).toBeUndefined()
  })

  test('what systemd takes with a remark counts', () =>
    expect(read('[Service]\nStandardOutput=syslog\n').text('Service', 'StandardOutput')).toBe('syslog'))

  test('an empty one unsets it', () => {
    const effective = read('[Service]\nUser=web\nUser=\n')
    expect(effective.text('Service', 'User')).toBeUndefined()
    expect(effective.has('Service', 'User')).toBe(false)
    expect(effective.settled('Service', 'User')).toBe(true)
  })

  test('a continued value comes on one line', () =>
    expect(read('[Unit]\nDescription=a \\\n# why\n  b\n').text('Unit', 'Description')).toBe('a    b'))

  test('nothing of other units, unknown names, other sections and newer systemds', () => {
    const text = '[Timer]\nOnCalendar=daily\n[Service]\nOnCalendar=daily\nRestartSteps=3\n'
    expect(read(text).has('Timer', 'OnCalendar')).toBe(false)
    expect(read(text, 'web.timer').text('Timer', 'OnCalendar')).toBe('daily')
    expect(read(text).has('Service', 'OnCalendar')).toBe(false)
    expect(read(text).text('Service', 'RestartSteps')).toBe('3')
    expect(read(text, 'web.service', 252).has('Service', 'RestartSteps')).toBe(false)
  })
})

describe('directives that add up', () => {
  test('those behind the last reset count, in the order of the text', () => {
    const effective = read(
      '[Service]\nExecStart=/a\nExecStart=\nExecStop=/s\nExecStart=/b\n[Service]\nExecStart=/c\n',
    )
    expect(list(effective, ['ExecStart', 'ExecStop'])).toEqual(
      ['ExecStop', 'ExecStart', 'ExecStart'].map((key) => `Service.${key}`),
    )
    expect(read('[Service]\nExecStart=/a\nExecStart=\n').has('Service', 'ExecStart')).toBe(false)
  })

  test('an empty dependency resets nothing', () =>
    expect(read('[Unit]\nAfter=a.service\nAfter=\n').all('Unit', 'After')).toHaveLength(1))

  test('times, paths and addresses have one list for all their names', () => {
    const timer = read('[Timer]\nOnBootSec=1h\nOnCalendar=\nOnUnitActiveSec=1d\n', 'web.timer')
    expect(list(timer, ['OnCalendar', 'OnBootSec', 'OnUnitActiveSec'], 'Timer')).toEqual([
      'Timer.OnUnitActiveSec',
    ])
    const path = read('[Path]\nPathExists=/a\nPathChanged=\n', 'web.path')
    expect(path.has('Path', 'PathExists')).toBe(false)
    const socket = read('[Socket]\nListenStream=80\nListenFIFO=\n', 'web.socket')
    expect(socket.has('Socket', 'ListenStream')).toBe(false)
  })
})

test('a command line counts for what systemd takes of it', () => {
  const has = (value: string) => read(`[Service]\nExecStart=${value}\n`).has('Service', 'ExecStart')
  expect(has('/bin/echo \\-')).toBe(true)
  expect(has('/bin/true ; -no/path')).toBe(true)
  expect(has('-no/path')).toBe(false)
  // The unit is refused, but not for want of a command.
  expect(has('no/path')).toBe(true)
})

test('what is lacking for sure', () => {
  expect(read('[Service]\nExecStop=/a\n').lacks('Service', 'ExecStart', 'ExecReload')).toBe(true)
  expect(read('[Service]\nExecStop=/a\n').lacks('Service', 'ExecStart', 'ExecStop')).toBe(false)
  expect(read('[Service]\n{{ more }}\n').lacks('Service', 'ExecStart')).toBe(false)
  expect(read('[Service]\nType=oneshot\nType=one-shot\n').lacks('Service', 'Type')).toBe(false)
  expect(read('[Service]\nType=one-shot\n').lacks('Service', 'Type')).toBe(true)
})

test('obsolete names count for their successors, in their order', () => {
  const effective = read(
    '[Unit]\nStartLimitBurst=2\n[Service]\nStartLimitBurst=3\nReadOnlyDirectories=/a\nReadOnlyPaths=/b\n',
  )
  expect(effective.text('Unit', 'StartLimitBurst')).toBe('3')
  expect(effective.has('Service', 'StartLimitBurst')).toBe(false)
  expect(effective.all('Service', 'ReadOnlyPaths')).toHaveLength(2)
  // Two settings, of which systemd prefers one.
  expect(
    read('[Service]\nMemoryMax=1G\nMemoryLimit=2G\n', 'web.service', 252).text('Service', 'MemoryMax'),
  ).toBe('1G')
})

describe('what nobody knows', () => {
  test('a value with a tag is set, but to nothing known', () => {
    const effective = read(
      '[Service]\nType=simple\nType=<%= type %>\nExecStart=/a <%= b %>\n',
      'web.service.erb',
    )
    expect(effective.last('Service', 'Type')).toBeUndefined()
    expect(effective.has('Service', 'Type')).toBe(true)
    expect(effective.settled('Service', 'Type')).toBe(false)
    expect(effective.all('Service', 'ExecStart')).toEqual([])
    expect(effective.settled('Service', 'Restart')).toBe(true)
    expect(effective.complete).toBe(true)
  })

  test('lines in a block may be there', () => {
    const text =
      '[Service]\nExecStart=/a\n{% if x %}\nExecStart=\nType=oneshot\n{% endif %}\nRestart=always\n'
    const effective = read(text, 'web.service.j2')
    expect(effective.text('Service', 'Restart')).toBe('always')
    expect(effective.last('Service', 'Type')).toBeUndefined()
    expect(effective.has('Service', 'Type')).toBe(true)
    expect(effective.all('Service', 'ExecStart')).toEqual([])
    expect(effective.has('Service', 'ExecStart')).toBe(true)
    expect(effective.complete).toBe(true)
  })

  test.each([
    ['a line that is a tag', '[Service]\n{{ more }}\n'],
    ['an included file', '[Service]\n{% include "a" %}\n'],
    ['a build-time line', '[Service]\n@MORE@\n'],
    ['a key', '[Service]\n{{ key }}=a\n'],
    ['a header', '[{{ section }}]\nType=exec\n'],
    ['a header at which systemd stops', '[Unit\nDescription=a\n'],
  ])('%s hides the rest', (_, text) => {
    const effective = read(`[Unit]\nDescription=a\n${text}`)
    expect(effective.complete).toBe(false)
    expect(effective.settled('Service', 'Type')).toBe(false)
    expect(effective.text('Unit', 'Description')).toBe('a')
  })

  test('a drop-in is a part', () => {
    const effective = read('[Service]\nType=oneshot\n', '/etc/systemd/system/web.service.d/a.conf')
    expect(effective.complete).toBe(false)
    expect(effective.text('Service', 'Type')).toBe('oneshot')
    expect(effective.settled('Service', 'Type')).toBe(false)
  })

  test('nothing counts behind a header at which systemd stops', () =>
    expect(read('[Service]\nType=exec\n[Unit\nX=a\n[Service]\nType=oneshot\n').text('Service', 'Type')).toBe(
      'exec',
    ))
})

test('a list of which every item is left out adds nothing', () => {
  expect(read('[Service]\nReadWritePaths=var/log srv/app\n').has('Service', 'ReadWritePaths')).toBe(false)
  expect(read('[Service]\nReadWritePaths=var/log /srv/app\n').has('Service', 'ReadWritePaths')).toBe(true)
})
