import { describe, expect, test } from 'vitest'
import { findDirective } from '../data/directives.ts'
import { checkValue } from './index.ts'

function problems(name: string, text: string, version = 262, section = 'Service') {
  return checkValue(text, { directive: findDirective(section, name)!, version, manager: 'system' })
}

function messages(name: string, text: string, version?: number, section?: string): readonly string[] {
  return problems(name, text, version, section).map(({ message }) => message)
}

/** What is proposed for a value with one mistake, with `!` where it is beyond doubt. */
function proposal(name: string, text: string, version?: number): string | undefined {
  const [problem] = problems(name, text, version)
  return problem?.replacements && problem.replacements.join(' or ') + (problem.safe ? '!' : '')
}

describe('messages', () => {
  test('name what is accepted: words, booleans, numbers', () => {
    expect(messages('KillMode', 'foo')).toEqual([
      "'foo' is not accepted by 'KillMode='; accepted: control-group, process, mixed",
    ])
    expect(messages('ProtectControlGroups', 'foo', 252)).toEqual([
      "'foo' is not accepted by 'ProtectControlGroups='; accepted: yes, no",
    ])
    expect(messages('CPUWeight', '0')).toEqual([
      "'0' is not accepted by 'CPUWeight='; accepted: idle, 1 to 10000",
    ])
    expect(messages('BindIPv6Only', 'foo', 262, 'Socket')).toEqual([
      "'foo' is not accepted by 'BindIPv6Only='; accepted: yes, no, default, both, ipv6-only",
    ])
  })

  test('a long list is cut', () => {
    const [message = ''] = messages('SyslogFacility', 'foo')
    expect(message).toContain(
      'accepted: kern, user, mail, daemon, auth, syslog, lpr, news, uucp, cron, authpriv, ftp, ..., 0 to 127',
    )
  })

  test('only what the version accepts', () => {
    expect(messages('Type', 'foo', 252)[0]).not.toContain('notify-reload')
    expect(messages('Type', 'foo', 254)[0]).toContain('notify-reload')
  })

  test('a word that is too new, or gone', () => {
    expect(messages('PrivateUsers', 'identity', 254)).toEqual([
      "'identity' of 'PrivateUsers=' needs systemd 257; systemd 254 ignores the line",
    ])
    expect(messages('Delegate', 'cpu bpf-bind-network-interface', 257)).toEqual([
      "'bpf-bind-network-interface' of 'Delegate=' needs systemd 260; systemd 257 ignores the line",
    ])
  })
})

describe('proposals', () => {
  test.each([
    ['Restart', 'Always', 'always!'],
    ['Restart', '"always"', 'always!'],
    ['Restart', "'ALWAYS'", 'always!'],
    ['Restart', 'allways', 'always'],
    ['Restart', 'whenever', undefined],
    ['ProtectSystem', 'enabled', 'yes!'],
    ['ProtectSystem', 'Full', 'full!'],
    ['ProtectSystem', 'strickt', 'strict'],
    ['ProtectHome', 'disabled', 'no!'],
    ['KillMode', 'enabled', undefined],
    ['StandardOutput', '"file:/a b"', 'file:/a b!'],
    ['StandardOutput', 'Append:/a', 'append:/a!'],
    ['StandardOutput', 'journl', 'journal'],
    ['StandardOutput', 'syslog', 'journal!'],
    ['RestrictNamespaces', 'User', 'user!'],
    ['RestrictNamespaces', 'nett', 'net'],
  ])('for %s=%s: %s', (name, text, expected) => expect(proposal(name, text)).toBe(expected))

  test('nothing that the version refuses', () => {
    expect(proposal('PrivateTmp', 'disconnectd', 257)).toBe('disconnected')
    expect(proposal('PrivateTmp', 'disconnectd', 252)).toBeUndefined()
  })
})

describe('arguments', () => {
  test.each([
    ['StandardOutput', 'file:/var/log/a b'],
    ['StandardOutput', 'fd:log'],
    ['StandardInput', 'fd'],
    ['ProtectHostname', 'yes:web'],
    ['ProtectHostname', '1:web'],
    ['ProtectHostname', 'private:web'],
  ])('%s=%s', (name, text) => expect(messages(name, text)).toEqual([]))

  test.each([
    ['StandardOutput', 'journal:x', 262, "'journal' of 'StandardOutput=' takes no argument"],
    ['ProtectHostname', 'no:x', 262, "'no' of 'ProtectHostname=' takes no argument"],
    [
      'ProtectHostname',
      'true:x',
      257,
      "an argument to 'yes' of 'ProtectHostname=' needs systemd 258; systemd 257 ignores the line",
    ],
  ] as const)('%s=%s at %i', (name, text, version, message) => {
    const found = problems(name, text, version)
    expect(found.map((each) => [each.message, text.slice(each.from, each.to)])).toEqual([
      [message, text.slice(text.indexOf(':'))],
    ])
  })
})
