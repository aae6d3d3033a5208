import { describe, expect, test } from 'vitest'
import { findDirective } from '../../data/directives.ts'
import { acceptAt, completionAt, hoverAt } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import type { ValueProblem } from '../problem.ts'
import { isIpv4, isIpv6 } from './ip.ts'

function problemsOf(assignment: string, version = 262): readonly ValueProblem[] {
  const [, section, name, value] = /^(\w+)\.(\w+)=(.*)$/s.exec(assignment)!
  return checkValue(value!, { directive: findDirective(section!, name!)!, version, manager: 'system' })
}

const accepts = (assignment: string, version?: number) =>
  expect(problemsOf(assignment, version), assignment).toEqual([])
const refuses = (assignment: string, version?: number) =>
  expect(
    problemsOf(assignment, version).filter(({ effect }) => effect !== 'noticed'),
    assignment,
  ).toHaveLength(1)

describe('IP addresses', () => {
  test.each(['0.0.0.0', '255.255.255.255', '10.0.0.1'])('%s is IPv4', (text) =>
    expect(isIpv4(text)).toBe(true),
  )
  test.each(['256.0.0.1', '1.2.3', '01.2.3.4', '1.2.3.4.5', ' 1.2.3.4', ''])('%s is not', (text) =>
    expect(isIpv4(text)).toBe(false),
  )
  test.each([
    '::',
    '::1',
    'fe80::1',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::ffff:10.0.0.1',
    '1:2:3:4:5:6:1.2.3.4',
  ])('%s is IPv6', (text) => expect(isIpv6(text)).toBe(true))
  test.each([
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    '1:2',
    '::1.2.3',
    '1.2.3.4::',
    '',
  ])('%s is neither', (text) => expect(isIpv6(text)).toBe(false))
})

describe('what sockets listen on', () => {
  test.each([
    'Socket.ListenStream=',
    'Socket.ListenStream=80',
    'Socket.ListenStream=0x50',
    'Socket.ListenStream=127.0.0.1:80',
    'Socket.ListenStream=[::1]:80',
    'Socket.ListenStream=[fe80::1]:80%%eth0',
    'Socket.ListenStream=/run/../web queue',
    'Socket.ListenStream=%t/web.sock',
    'Socket.ListenStream=%i',
    'Socket.ListenDatagram=@web',
    'Socket.ListenSequentialPacket=/run/web.sock',
    'Socket.ListenStream=vsock::1234',
    'Socket.ListenNetlink=kobject-uevent 1',
    'Socket.ListenNetlink=15 1',
    'Socket.ListenFIFO=/run/web.fifo',
    'Socket.ListenSpecial=/dev/input/event0',
  ])('%s', (assignment) => {
    accepts(assignment, 252)
    accepts(assignment, 262)
  })

  test.each([
    'Socket.ListenStream=0',
    'Socket.ListenStream=65536',
    'Socket.ListenStream=80 443',
    'Socket.ListenStream=::1:80',
    'Socket.ListenStream=[::1]',
    'Socket.ListenStream=[::1]:0',
    'Socket.ListenStream=localhost:80',
    'Socket.ListenStream=run/web.sock',
    'Socket.ListenStream=/',
    'Socket.ListenStream=@',
    `Socket.ListenStream=/${'x'.repeat(107)}`,
    `Socket.ListenStream=@${'é'.repeat(54)}`,
    'Socket.ListenStream=%n',
    'Socket.ListenStream=%Q',
    'Socket.ListenStream=127.0.0.1:80#web',
    'Socket.ListenSequentialPacket=80',
    'Socket.ListenNetlink=Route',
    'Socket.ListenNetlink=audit one',
    'Socket.ListenFIFO=web.fifo',
    'Socket.ListenFIFO=/run/web/../../../a/..',
  ])('not %s', (assignment) => {
    refuses(assignment, 252)
    refuses(assignment, 262)
  })

  test('VM sockets learnt words over time', () => {
    refuses('Socket.ListenStream=vsock:host:22', 252)
    accepts('Socket.ListenStream=vsock:host:22', 257)
    refuses('Socket.ListenStream=vsock:any:22', 257)
    accepts('Socket.ListenStream=vsock:any:22', 262)
    refuses('Socket.ListenStream=vsock-stream:2:22', 252)
    accepts('Socket.ListenStream=vsock-stream:2:22', 257)
    accepts('Socket.ListenStream=vsock::4294967295', 252)
    refuses('Socket.ListenStream=vsock::4294967295', 257)
  })

  test("paths of the kernel's file systems are refused since 257", () => {
    accepts('Socket.ListenFIFO=/dev/web', 252)
    refuses('Socket.ListenFIFO=/dev/web', 257)
    accepts('Socket.ListenSpecial=/dev/web', 257)
  })

  test('/var/run is an old name', () => {
    const [problem] = problemsOf('Socket.ListenStream=/var//run/web.sock')
    expect(problem).toMatchObject({
      rule: 'legacy-path',
      effect: 'noticed',
      from: 0,
      to: 9,
      replacements: ['/run'],
      safe: true,
    })
    accepts('Socket.ListenStream=/var/runner/web.sock')
    accepts('Socket.ListenSpecial=/var/run/web')
  })

  test('a path is measured without /var', () => {
    refuses(`Socket.ListenStream=/run/${'x'.repeat(103)}`)
    expect(problemsOf(`Socket.ListenStream=/var/run/${'x'.repeat(102)}`).map(({ rule }) => rule)).toEqual([
      'legacy-path',
    ])
  })

  test('the hover tells nothing of what systemd ignores', async () => {
    const hover = (line: string) => hoverAt(`[Socket]\n${line}\n`, { file: 'web.socket' })
    expect(await hover('ListenSequentialPacket=127.0.0.1:$08080')).toBeUndefined()
    expect(await hover('ListenSequentialPacket=vsock:2:$01234')).toBeUndefined()
    expect(await hover('ListenSequentialPacket=/run/$0web.sock')).toContain('sequential packet socket')
    expect(await hover('ListenStream=127.0.0.1:$08080')).toContain('TCP port 8080')
  })

  test('messages name what was meant', () => {
    expect(problemsOf('Socket.ListenStream=*:80')[0]).toMatchObject({ replacements: ['80'] })
    expect(problemsOf('Socket.ListenStream=unix:///run/web.sock')[0]).toMatchObject({
      message: "'unix:///run/web.sock' is no address; write /run/web.sock",
      replacements: ['/run/web.sock'],
    })
    expect(problemsOf('Socket.ListenStream=::1')[0]!.message).toBe("'::1' lacks a port; write [::1]:PORT")
  })
})

describe('prefixes', () => {
  test.each([
    '',
    'any localhost link-local multicast',
    'LOCALHOST web.localhost localhost.localdomain.',
    '10.0.0.0/8 10.0.0.1 fd00::/8 ::1',
    '10.0.0.0/+8 10.0.0.0/0x8',
  ])('%s', (value) => accepts(`Service.IPAddressAllow=${value}`, 252))

  test.each([
    'ANY',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0',
    '[::1]',
    'fe80::/129',
    '10.0.0.0/8,',
    '"::1"',
    '%i',
  ])('not %s', (value) => refuses(`Service.IPAddressAllow=${value}`, 252))

  test('each wrong word is named', () => {
    const problems = problemsOf('Service.IPAddressDeny=any 10.0.0.0/64 web')
    expect(problems.map(({ from, to }) => [from, to])).toEqual([
      [13, 15],
      [16, 19],
    ])
    expect(problems[0]!.message).toBe("'64' is no length of a prefix; an IPv4 prefix has 0 to 32 bits")
    expect(problemsOf('Service.IPAddressDeny=127.0.0.1:80')[0]).toMatchObject({ replacements: ['127.0.0.1'] })
  })
})

describe('ports that may be bound', () => {
  test.each(['', 'any', '80', 'tcp', 'ipv4', 'TCP:80', 'ipv6:udp:1-1024', 'ipv4:80', 'tcp: 80'])(
    '%s',
    (value) => accepts(`Service.SocketBindAllow=${value}`, 252),
  )
  test.each([
    'IPv4',
    'sctp',
    '65536',
    '1-',
    '1024-1',
    'ipv4:',
    ':80',
    '80:',
    'tcp:udp:80',
    'tcp:80:x',
    '80 443',
  ])('not %s', (value) => refuses(`Service.SocketBindAllow=${value}`, 262))
  test('port 0', () => {
    refuses('Service.SocketBindAllow=0-10', 254)
    accepts('Service.SocketBindAllow=0-10', 257)
  })
})

describe('interfaces', () => {
  test.each(['', '*', 'eth0', 'br-1a2b3c4d5e6f', 'wlan0.5', '0x0'])('%s', (name) => {
    accepts(`Socket.BindToDevice=${name}`, 252)
    accepts(`Socket.BindToDevice=${name}`, 262)
  })
  test.each(['all', '..', '1', '0', '0x1', 'eth0:1', 'eth/0', 'eth0 eth1', 'abcdefghijklmnop', 'é'])(
    'not %s',
    (name) => {
      refuses(`Socket.BindToDevice=${name}`, 252)
      refuses(`Socket.BindToDevice=${name}`, 262)
    },
  )
  test('specifiers are expanded in later versions', () => {
    refuses('Socket.BindToDevice=eth%i', 257)
    accepts('Socket.BindToDevice=eth%i', 262)
    refuses('Socket.BindToDevice=eth%h', 262)
    refuses('Socket.BindToDevice=eth%Q', 262)
  })
  test('an alternative name may be longer', () => {
    accepts(`Service.BindNetworkInterface=${'x'.repeat(127)}`)
    refuses(`Service.BindNetworkInterface=${'x'.repeat(128)}`)
    refuses('Service.BindNetworkInterface=eth%Q')
  })
})

describe('names of file descriptors', () => {
  test.each(['', 'web', 'a b', '%n', '%%', 'x'.repeat(255)])('%s', (name) =>
    accepts(`Socket.FileDescriptorName=${name}`),
  )
  test.each(['a:b', 'é', '%Q', 'x'.repeat(256)])('not %s', (name) =>
    refuses(`Socket.FileDescriptorName=${name}`),
  )
})

test('completion shows the forms of an address', () => {
  const options = { file: 'web.socket' }
  expect(acceptAt('[Socket]\nListenStream=80$080\n', '127.0.0.1:8080', options)).toBe(
    '[Socket]\nListenStream=127.0.0.1:8080\n',
  )
  expect(completionAt('[Socket]\nListenNetlink=$0\n', options)?.items.map(({ label }) => label)).toContain(
    'route',
  )
  expect(acceptAt('[Service]\nIPAddressAllow=localhost $0\n', 'link-local')).toBe(
    '[Service]\nIPAddressAllow=localhost link-local\n',
  )
})

test.each([
  'ListenStream',
  'ListenDatagram',
  'ListenSequentialPacket',
  'ListenFIFO',
  'ListenSpecial',
  'ListenMessageQueue',
  'ListenUSBFunction',
  'ListenNetlink',
  'BindToDevice',
])('what is offered for %s is accepted', (name) => {
  const items = completionAt(`[Socket]\n${name}=$0\n`, { file: 'web.socket' })!.items
  expect(items.length).toBeGreaterThan(0)
  for (const { label } of items)
    for (const version of [252, 257, 262]) accepts(`Socket.${name}=${label}`, version)
})

test.each(['IPAddressAllow', 'SocketBindAllow'])('what is offered for %s is accepted', (name) => {
  for (const { label } of completionAt(`[Service]\n${name}=$0\n`)!.items)
    accepts(`Service.${name}=${label}`, 252)
})

test('hovers say what an address is', async () => {
  const options = { file: 'web.socket' }
  expect(await hoverAt('[Socket]\nListenStream=127.0.0.1:$080\n', options)).toBe(
    '**127.0.0.1:80**: TCP port 80 on `127.0.0.1`, for this machine alone',
  )
  expect(await hoverAt('[Socket]\nListenDatagram=51$04\n', options)).toContain(
    'UDP port 514 on all addresses',
  )
  expect(await hoverAt('[Socket]\nListenStream=@w$0eb\n', options)).toContain('abstract namespace')
  expect(await hoverAt('[Service]\nIPAddressAllow=any 10.1.2.3/2$04\n')).toBe(
    '**10.1.2.3/24**: 256 IPv4 addresses, 10.1.2.0 to 10.1.2.255',
  )
  expect(await hoverAt('[Service]\nSocketBindAllow=ipv6:tcp:1-10$024\n')).toBe(
    '**ipv6:tcp:1-1024**: TCP ports 1 to 1024, IPv6 only',
  )
})

test('an interface named after the unit, where its name is known', () => {
  const check = (value: string, unit: string) =>
    checkValue(value, {
      directive: findDirective('Socket', 'BindToDevice')!,
      version: 262,
      manager: 'system',
      unit,
    })
  expect(check('%i', 'web.socket')).toHaveLength(1)
  expect(check('%i', 'web@eth0.socket')).toEqual([])
  expect(check('%i', 'web@.socket')).toEqual([])
  expect(check('eth%n', 'web.socket')).toEqual([])
  expect(check('eth%n', 'web-backend.socket')).toHaveLength(1)
})
