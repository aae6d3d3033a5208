import { describe, expect, test } from 'vitest'
import { findDirective } from '../data/directives.ts'
import { parseUnit } from '../syntax/parse.ts'
import { readValue } from '../syntax/value.ts'
import { checkValue, commentBehind } from './index.ts'

type Version = 252 | 254 | 257 | 262

function place(name: string, version: Version = 262, section = 'Service') {
  return { directive: findDirective(section, name)!, version, manager: 'system' as const }
}

/** The words of a value that its grammar refuses, as they stand in the text. */
function refused(name: string, text: string, version?: Version): readonly string[] {
  return checkValue(text, place(name, version)).map(({ from, to }) => text.slice(from, to))
}

describe('one word', () => {
  test('as the tables have it', () => {
    expect(refused('Restart', 'always')).toEqual([])
    expect(refused('Restart', 'Always')).toEqual(['Always'])
    expect(refused('Restart', 'always no')).toEqual(['always no'])
  })

  test('in its version', () => {
    expect(refused('Type', 'notify-reload', 252)).toEqual(['notify-reload'])
    expect(refused('Type', 'notify-reload', 254)).toEqual([])
    expect(refused('PrivateTmp', 'disconnected', 254)).toEqual(['disconnected'])
    expect(refused('PrivateTmp', 'disconnected', 257)).toEqual([])
    expect(refused('PrivateTmp', 'on', 252)).toEqual([])
    expect(refused('PrivateTmp', 'foo', 252)).toEqual(['foo'])
  })

  // Asked of the four binaries.
  test.each([
    ['SyslogLevel', '7', true],
    ['SyslogLevel', '8', false],
    ['SyslogLevel', '0x7', true],
    ['SyslogLevel', '07', true],
    ['SyslogLevel', '08', false],
    ['SyslogLevel', '+1', true],
    ['SyslogLevel', '-1', false],
    ['SyslogFacility', '127', true],
    ['SyslogFacility', '128', false],
    ['SyslogFacility', '0x10', true],
    ['CPUWeight', '0', false],
    ['CPUWeight', '10000', true],
    ['CPUWeight', '10001', false],
    ['CPUWeight', 'idle', true],
    ['IOSchedulingClass', '7', true],
    ['IOSchedulingClass', '9', false],
    ['CPUSchedulingPolicy', '5', true],
  ])('%s=%s as a number: %s', (name, text, accepted) => {
    for (const version of [252, 254, 257, 262] as const) {
      expect(refused(name, text, version), `systemd ${version}`).toEqual(accepted ? [] : [text])
    }
  })

  test('CPUSchedulingPolicy= took any number once', () => {
    expect(refused('CPUSchedulingPolicy', '9', 257)).toEqual([])
    expect(refused('CPUSchedulingPolicy', '9', 262)).toEqual(['9'])
    expect(refused('CPUSchedulingPolicy', '2147483648', 257)).toEqual(['2147483648'])
  })

  test('policy 4 is none, and IOSchedulingClass= took one class too many', () => {
    expect(refused('CPUSchedulingPolicy', '4', 257)).toEqual([])
    expect(refused('CPUSchedulingPolicy', '4', 262)).toEqual(['4'])
    expect(refused('IOSchedulingClass', '8', 257)).toEqual([])
    expect(refused('IOSchedulingClass', '8', 262)).toEqual(['8'])
  })

  test('aliases that are in no table', () => {
    const problems = (text: string) => checkValue(text, place('Timestamping', 262, 'Socket'))
    for (const text of ['usec', 'nsec', 'µs', 'us', 'yes', 'OFF']) expect(problems(text), text).toEqual([])
    expect(problems('msec')).toHaveLength(1)
  })

  test('protocols come in any letter case', () => {
    const problems = (text: string) => checkValue(text, place('SocketProtocol', 262, 'Socket'))
    expect(problems('SCTP')).toEqual([])
    expect(problems('tcpp')).toHaveLength(1)
  })
})

describe('lists', () => {
  // Asked of 252, 257 and 262.
  test.each([
    ['RestrictAddressFamilies', 'AF_INET AF_UNIX', []],
    ['RestrictAddressFamilies', '~AF_INET AF_UNIX', []],
    ['RestrictAddressFamilies', '~ AF_INET', []],
    ['RestrictAddressFamilies', '~', []],
    ['RestrictAddressFamilies', 'none', []],
    ['RestrictAddressFamilies', '"none"', ['"none"']],
    ['RestrictAddressFamilies', '~none', ['none']],
    ['RestrictAddressFamilies', 'none AF_INET', ['none']],
    ['RestrictAddressFamilies', '"AF_INET" AF_"UNIX"', []],
    ['RestrictAddressFamilies', '"AF_INET AF_UNIX"', ['"AF_INET AF_UNIX"']],
    ['RestrictAddressFamilies', 'AF_INET foo bar', ['foo', 'bar']],
    ['RestrictNamespaces', 'yes', []],
    ['RestrictNamespaces', '~yes', ['yes']],
    ['RestrictNamespaces', 'yes user', ['yes']],
    ['RestrictNamespaces', '"user"', ['"user"']],
    ['RestrictNamespaces', 'none', ['none']],
    ['Delegate', 'cpu memory', []],
    ['Delegate', '"cpu" memory', []],
    ['Delegate', 'yes cpu', ['yes']],
    ['Delegate', '"yes"', ['"yes"']],
    ['Delegate', 'ON', []],
    ['SystemCallArchitectures', '"native" x86', []],
    ['SystemCallArchitectures', 'native,x86', ['native,x86']],
  ])('%s=%s', (name, text, words) => {
    for (const version of [252, 257, 262] as const) expect(refused(name, text, version)).toEqual(words)
  })
})

describe('empty values', () => {
  const takesEmpty = (name: string, version: Version = 262) =>
    checkValue('', place(name, version)).length === 0

  // Asked of 252, 257 and 262.
  test.each([
    'KillMode',
    'CPUWeight',
    'IOSchedulingClass',
    'CPUSchedulingPolicy',
    'NUMAPolicy',
    'MountFlags',
    'Delegate',
    'RestrictNamespaces',
    'MountAPIVFS',
  ])('%s= is reset', (name) =>
    expect([takesEmpty(name, 252), takesEmpty(name, 257), takesEmpty(name)]).toEqual([true, true, true]),
  )
  test.each([
    'Restart',
    'Type',
    'PrivateTmp',
    'ProtectSystem',
    'LogLevelMax',
    'SyslogFacility',
    'SendSIGKILL',
    'ProtectControlGroups',
  ])('%s= can’t be empty', (name) =>
    expect([takesEmpty(name, 252), takesEmpty(name, 257), takesEmpty(name)]).toEqual([false, false, false]),
  )
  test('some learned it', () => {
    expect([takesEmpty('PrivateMounts', 252), takesEmpty('PrivateMounts', 254)]).toEqual([false, true])
    expect([takesEmpty('ProtectHostname', 257), takesEmpty('ProtectHostname')]).toEqual([false, true])
  })
})

test('free text is nobody’s business here', () => {
  for (const name of ['SyslogIdentifier', 'LogFilterPatterns']) {
    expect(checkValue('what ever # this is', place(name)), name).toEqual([])
  }
})

describe('a comment behind a value', () => {
  const behind = (name: string, text: string) => {
    const tree = parseUnit(`[Service]\n${name}=${text}\n`)
    const value = readValue(tree, tree.sections[0]!.assignments[0]!)
    const part = commentBehind(value, place(name))
    return part && value.text.slice(part.from, part.to)
  }

  test('is one where the rest is right', () => {
    expect(behind('Restart', 'always # a')).toBe('# a')
    expect(behind('RestrictNamespaces', '~user # a b')).toBe('# a b')
    expect(behind('RestrictNamespaces', 'user # a \\\n  net')).toBe('# a')
    expect(behind('KillMode', 'none # a')).toBe('# a')
  })
  test('is none where something else is wrong too', () => {
    expect(behind('Restart', 'allways # a')).toBeUndefined()
    expect(behind('RestrictNamespaces', 'user # a \\\n  foo')).toBeUndefined()
    expect(behind('Restart', 'always')).toBeUndefined()
  })
})
