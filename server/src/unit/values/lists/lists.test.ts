import { describe, expect, test } from 'vitest'
import { findDirective } from '../../data/directives.ts'
import { acceptAt, completionAt, hoverAt } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import type { ValueProblem } from '../problem.ts'

function problemsOf(assignment: string, version = 262): readonly ValueProblem[] {
  const [, section, name, value] = /^(\w+)\.(\w+)=(.*)$/s.exec(assignment)!
  return checkValue(value!, { directive: findDirective(section!, name!)!, version, manager: 'system' })
}

const accepts = (assignment: string, version?: number) =>
  expect(problemsOf(assignment, version), assignment).toEqual([])
const refuses = (assignment: string, version?: number) =>
  expect(problemsOf(assignment, version), assignment).toHaveLength(1)

describe('system calls', () => {
  test.each([
    '',
    '~',
    '@system-service',
    '@known read write',
    '~@privileged @resources',
    '~@clock:EPERM ptrace:kill mount:0 open:eperm chown:4095',
    're\\ad',
    'landlock_add_rule',
  ])('%s', (value) => accepts(`Service.SystemCallFilter=${value}`, 252))

  test.each([
    '@nosuch',
    'nosuch',
    'READ',
    'read,write',
    '"read"',
    '@system-service:EPERM',
    '~ptrace:EPRM',
    '~ptrace:4096',
    '~ptrace:-1',
    '~ptrace:',
    '~:EPERM',
    'read\\',
  ])('not %s', (value) => refuses(`Service.SystemCallFilter=${value}`, 252))

  test('a group of a later version', () => {
    expect(problemsOf('Service.SystemCallFilter=@sandbox', 252)[0]!.message).toBe(
      "the group '@sandbox' needs a later systemd; systemd 252 leaves it out",
    )
    accepts('Service.SystemCallFilter=@sandbox', 254)
  })

  test('what was meant', () => {
    expect(problemsOf('Service.SystemCallFilter=mount')).toEqual([])
    expect(problemsOf('Service.SystemCallFilter=~read @mounts')[0]).toMatchObject({
      from: 6,
      to: 13,
      replacements: ['@mount'],
      safe: false,
    })
    expect(problemsOf('Service.SystemCallFilter=@Mount')[0]).toMatchObject({
      replacements: ['@mount'],
      safe: true,
    })
    expect(problemsOf('Service.SystemCallFilter=~ptrace:EPRM')[0]).toMatchObject({ from: 8, to: 12 })
    expect(problemsOf('Service.SystemCallFilter=read,write')[0]!.message).toContain('parted by blanks')
  })

  test('SystemCallLog= takes no errors', () => {
    accepts('Service.SystemCallLog=~@mount read')
    refuses('Service.SystemCallLog=~ptrace:EPERM')
  })

  test.each(['', 'kill', 'EPERM', 'eperm', 'EWOULDBLOCK', '1', '0x1', '4095'])('errno %s', (value) =>
    accepts(`Service.SystemCallErrorNumber=${value}`),
  )
  test.each(['0', '-1', '4096', 'EPRM', 'KILL', 'EPERM EACCES', '08'])('not errno %s', (value) =>
    refuses(`Service.SystemCallErrorNumber=${value}`),
  )
})

describe('file systems', () => {
  test.each(['', 'ext4 tmpfs', '~@network nosuchfs', '"@basic-api"', '@known'])('%s', (value) =>
    accepts(`Service.RestrictFileSystems=${value}`),
  )
  test.each(['@nosuch', '~@Network', 'ext4 "tmpfs', '@'])('not %s', (value) =>
    refuses(`Service.RestrictFileSystems=${value}`),
  )
})

describe('network interfaces', () => {
  test.each(['', '~', 'lo eth0', '~wlan0 "eth1"'])('%s', (value) =>
    accepts(`Service.RestrictNetworkInterfaces=${value}`, 252),
  )
  test.each(['all', '1', 'lo,eth/0', 'eth0:1', '""', "'lo"])('not %s', (value) =>
    refuses(`Service.RestrictNetworkInterfaces=${value}`, 252),
  )
  test('alternative names came in between', () => {
    refuses(`Service.RestrictNetworkInterfaces=${'x'.repeat(16)}`, 254)
    accepts(`Service.RestrictNetworkInterfaces=${'x'.repeat(16)}`, 257)
  })
})

describe('control groups', () => {
  test('controllers that are disabled', () => {
    accepts('Service.DisableControllers=cpu nosuch')
    expect(problemsOf('Service.DisableControllers=CPU nosuch')).toHaveLength(2)
    expect(problemsOf('Service.DisableControllers=CPU')[0]).toMatchObject({
      replacements: ['cpu'],
      safe: true,
    })
    refuses('Service.DisableControllers=bpf-bind-network-interface', 257)
    accepts('Service.DisableControllers=bpf-bind-network-interface', 262)
  })

  test.each(['', 'supervisor', 'web.service', 'a b', '%i', 'cpu'])('subgroup %s', (value) =>
    accepts(`Service.DelegateSubgroup=${value}`),
  )
  test.each(['a/b', '..', '_x', 'tasks', 'cgroup.procs', 'cpu.weight', 'é'.repeat(128)])(
    'not subgroup %s',
    (value) => refuses(`Service.DelegateSubgroup=${value}`),
  )

  test('only services are delegated', () => {
    accepts('Service.Delegate=yes')
    refuses('Socket.Delegate=yes')
    refuses('Slice.Delegate=')
    refuses('Mount.DelegateSubgroup=')
  })

  test('escaped letters are plain ones', () => {
    accepts('Service.SystemCallArchitectures=nativ\\e')
    accepts('Service.Delegate=c\\pu')
    refuses("Service.Delegate='cpu")
  })

  test('the user namespace can be held back, not delegated', () => {
    accepts('Service.DelegateNamespaces=~user pid')
    refuses('Service.DelegateNamespaces=user pid')
  })
})

describe('devices', () => {
  test.each([
    '',
    '/dev/null',
    '/dev/null rw',
    '/dev//null/ rrm',
    '/dev/./null',
    '/dev',
    '"/dev/a b" rw',
    'char-pts rw',
    'block-* m',
    'char-',
    '/run/systemd/inaccessible/chr',
    '/dev/%i rw',
    '%i rw',
  ])('%s', (value) => accepts(`Service.DeviceAllow=${value}`, 252))
  test.each([
    '/dev/null rwx',
    '/dev/null RW',
    '/dev/null r w',
    '/dev/a/../b rw',
    '/devices/x',
    '/etc/passwd',
    'null',
    'char',
    '"/dev/null rw',
    '%Q rw',
    '/x%n',
  ])('not %s', (value) => refuses(`Service.DeviceAllow=${value}`, 252))
  test('capitals are mended', () =>
    expect(problemsOf('Service.DeviceAllow=/dev/null RW')[0]).toMatchObject({
      from: 10,
      to: 12,
      replacements: ['rw'],
      safe: true,
    }))
})

describe('sets of nftables', () => {
  test.each([
    '',
    'cgroup:inet:filter:web',
    'user:ip:a:b group:ip6:c:d',
    ':cgroup::inet:fil/ter:we.b_1',
    '"cgroup:inet:filter:web"',
  ])('%s', (value) => accepts(`Service.NFTSet=${value}`))
  test.each([
    'cgroup:inet:filter',
    'cgroup:inet:filter:web:x',
    'address:inet:filter:web',
    'cgroup:ipv4:filter:web',
    'cgroup:inet:1filter:web',
    'cgroup:inet:fil-ter:web',
    '"cgroup:inet:filter:web',
    'nosuch cgroup:inet:filter:web',
    'cgroup:inet:fil\\qter:web',
  ])('not %s', (value) => refuses(`Service.NFTSet=${value}`))
  test('long names came later', () => {
    refuses(`Service.NFTSet=cgroup:inet:filter:${'x'.repeat(32)}`, 257)
    accepts(`Service.NFTSet=cgroup:inet:filter:${'x'.repeat(32)}`, 262)
  })
})

describe('labels', () => {
  test.each(['SELinuxContext', 'AppArmorProfile', 'SmackProcessLabel'])('%s', (name) => {
    accepts(`Service.${name}=`)
    accepts(`Service.${name}=-any text:%n 50%`)
    expect(problemsOf(`Service.${name}=%Q`)[0]).toMatchObject({ effect: 'refused', from: 0, to: 2 })
    expect(problemsOf(`Service.${name}=-%Q`)[0]).toMatchObject({ effect: 'ignored' })
    expect(problemsOf(`Service.${name}=%D/x`, 254)[0]).toMatchObject({ effect: 'refused' })
    accepts(`Service.${name}=%D/x`, 257)
  })
})

describe('names of rules and sessions', () => {
  test.each(['', 'web "d b"', 'é'])('rules %s', (value) => accepts(`Service.OOMRules=${value}`))
  test.each(['.', 'a/b', 'web*', 'web\\x', '""', 'x'.repeat(256)])('not rules %s', (value) =>
    refuses(`Service.OOMRules=${value}`),
  )
  test('sockets have no rules', () => refuses('Socket.OOMRules=web'))
  test.each(['', 'web db', 'a/b'])('sessions %s', (value) => accepts(`Service.LUOSession=${value}`))
  test.each(['web web', 'a:b', 'é', '"web"', 'web*', 'web\\ db'])('not sessions %s', (value) =>
    refuses(`Service.LUOSession=${value}`),
  )
})

test('an architecture that only some machines have is fine', () => {
  accepts('Service.Personality=')
  expect(problemsOf('Service.Personality=s390x')[0]).toMatchObject({ effect: 'noticed' })
  expect(problemsOf('Service.Personality=amd64')[0]).toMatchObject({ replacements: ['x86-64'], safe: true })
})

test('completion of system calls and errors', () => {
  expect(acceptAt('[Service]\nSystemCallFilter=~@clock @pri$0:EPERM\n', '@privileged')).toBe(
    '[Service]\nSystemCallFilter=~@clock @privileged:EPERM\n',
  )
  expect(acceptAt('[Service]\nSystemCallFilter=~@clock:EA$0 @mount\n', 'EACCES')).toBe(
    '[Service]\nSystemCallFilter=~@clock:EACCES @mount\n',
  )
  expect(
    completionAt('[Service]\nSystemCallFilter=$0\n', { version: 252 })!.items.map(({ label }) => label),
  ).not.toContain('@sandbox')
  expect(acceptAt('[Service]\nNFTSet=cgroup:in$0\n', 'inet')).toBe('[Service]\nNFTSet=cgroup:inet:\n')
  expect(acceptAt('[Service]\nDeviceAllow=/dev/null $0\n', 'rw')).toBe(
    '[Service]\nDeviceAllow=/dev/null rw\n',
  )
  expect(acceptAt('[Service]\nAmbientCapabilities=CAP_NET$0\n', 'CAP_NET_RAW')).toBe(
    '[Service]\nAmbientCapabilities=CAP_NET_RAW\n',
  )
})

test.each([
  'SystemCallFilter',
  'SystemCallLog',
  'SystemCallErrorNumber',
  'RestrictFileSystems',
  'DeviceAllow',
])('what is offered for %s is accepted', (name) => {
  for (const version of [252, 257, 262]) {
    const items = completionAt(`[Service]\n${name}=$0\n`, { version })!.items
    expect(items.length).toBeGreaterThan(5)
    for (const { label } of items) accepts(`Service.${name}=${label}`, version)
  }
})

test('hovers name the members of groups', async () => {
  const sandbox = await hoverAt('[Service]\nSystemCallFilter=@sand$0box\n')
  expect(sandbox).toContain('4 system calls')
  expect(sandbox).toContain('`seccomp`')
  const tree = '[Service]\nSystemCallFilter=~open_tre$0e:EPERM\n'
  expect(await hoverAt(tree, { version: 257 })).toBe('**open_tree**: a system call, in `@mount`')
  expect(await hoverAt(tree, { version: 262 })).toBe('**open_tree**: a system call, in `@file-system`')
  expect(await hoverAt('[Service]\nSystemCallFilter=~mount:EPE$0RM\n')).toBe(
    '**EPERM**: operation not permitted',
  )
  expect(await hoverAt('[Service]\nRestrictFileSystems=@tempo$0rary\n')).toContain('`ramfs` `tmpfs`')
  expect(await hoverAt('[Service]\nDeviceAllow=/dev/nu$0ll rw\n')).toBe(
    'The unit may read and write `/dev/null`',
  )
  expect(await hoverAt('[Service]\nAmbientCapabilities=CAP_NET_BIND_$0SERVICE\n')).toContain(
    'Listen on ports below 1024',
  )
})

// Asked of 262 one by one: its warnings name neither file nor line.
describe('what of BPF is delegated', () => {
  test.each([
    'BPFDelegateCommands=',
    'BPFDelegateCommands=any',
    'BPFDelegateCommands=BPFProgLoad,',
    'BPFDelegateCommands=,,BPFProgLoad',
    'BPFDelegateCommands=BPFMapCreate,BPFProg\\Load,BPFTokenCreate',
    'BPFDelegateMaps=BPFMapTypeUnspec,BPFMapTypeCgroupStorageDeprecated,BPFMapTypeInsnArray,BPFMapTypeRhash',
    'BPFDelegatePrograms=BPFProgTypeUnspec,BPFProgTypeNetfilter',
    'BPFDelegateAttachments=BPFCgroupInetIngress,BPFTraceFsessionMulti,BPFXdpCpumap',
  ])('%s', (assignment) => accepts(`Service.${assignment}`))

  test.each([
    'BPFDelegateCommands=any,BPFMapCreate',
    'BPFDelegateCommands=BPFMapCreate,Foo',
    'BPFDelegateCommands=BPFMapCreate BPFProgLoad',
    'BPFDelegateCommands=BPFProgRun',
    'BPFDelegateCommands=BPFProgLoad, BPFMapCreate',
    'BPFDelegateCommands="BPFProgLoad"',
    'BPFDelegateCommands=BPF\\xProgLoad',
    'BPFDelegateCommands=BpfProgLoad',
    'BPFDelegateCommands=BPFCommonAttrs',
    'BPFDelegateMaps=BPFMapTypeCgroupStorage',
    'BPFDelegateMaps=BPFMapCreate',
    'BPFDelegatePrograms=BPFProgTypeSyscall',
  ])('%s', (assignment) => refuses(`Service.${assignment}`))

  test.each([
    ['BPFProgLoad, BPFMapCreate', 'BPFMapCreate', true],
    ['BPFMapCreate BPFProgLoad', 'BPFMapCreate,BPFProgLoad', true],
    ['bpfmapcreate', 'BPFMapCreate', true],
    ['BPFMapCreat', 'BPFMapCreate', false],
  ])('%s could be %s', (value, meant, safe) =>
    expect(problemsOf(`Service.BPFDelegateCommands=${value}`)).toMatchObject([
      { replacements: [meant], safe },
    ]),
  )

  test('completion, between commas', () => {
    expect(acceptAt('[Service]\nBPFDelegateMaps=$0\n', 'any')).toBe('[Service]\nBPFDelegateMaps=any\n')
    expect(acceptAt('[Service]\nBPFDelegateCommands=BPFMapCreate, BPFPro$0,x\n', 'BPFProgLoad')).toBe(
      '[Service]\nBPFDelegateCommands=BPFMapCreate, BPFProgLoad,x\n',
    )
    const more = completionAt('[Service]\nBPFDelegatePrograms=BPFProgTypeXdp,$0\n')!.items
    expect(more.map(({ label }) => label)).not.toContain('any')
    for (const name of ['Commands', 'Maps', 'Programs', 'Attachments']) {
      const { items } = completionAt(`[Service]\nBPFDelegate${name}=$0\n`)!
      for (const { label } of items) accepts(`Service.BPFDelegate${name}=${label}`)
    }
  })

  test('hover', async () => {
    expect(await hoverAt('[Service]\nBPFDelegateMaps=BPFMapTypeHash,BPFMapType$0Queue\n')).toBe(
      '**BPFMapTypeQueue**: first in, first out',
    )
    expect(await hoverAt('[Service]\nBPFDelegateMaps=a$0ny\n')).toBe(
      '**any**: everything that the kernel knows',
    )
  })
})

describe('systemd-oomd', () => {
  // Asked of 252, 257 and 262.
  test.each(['Socket', 'Mount', 'Swap'])('looks after no [%s]', (section) => {
    for (const version of [252, 254, 257, 262]) {
      refuses(`${section}.ManagedOOMSwap=kill`, version)
      refuses(`${section}.ManagedOOMMemoryPressure=`, version)
      refuses(`${section}.ManagedOOMMemoryPressureLimit=50%`, version)
      accepts(`${section}.ManagedOOMPreference=avoid`, version)
    }
    refuses(`${section}.ManagedOOMMemoryPressureDurationSec=2s`, 257)
    refuses(`${section}.OOMRules=web`, 262)
  })
  test.each(['Service', 'Slice'])('looks after [%s]', (section) => {
    accepts(`${section}.ManagedOOMSwap=kill`)
    accepts(`${section}.ManagedOOMMemoryPressure=`)
  })
})

test('a device named after the unit, where its name is known', () => {
  const check = (value: string, unit?: string) =>
    checkValue(value, {
      directive: findDirective('Service', 'DeviceAllow')!,
      version: 262,
      manager: 'system',
      ...(unit === undefined ? {} : { unit }),
    })
  expect(check('%i rw', 'web.service')).toHaveLength(1)
  expect(check('/%n', 'web.service')).toHaveLength(1)
  expect(check('/dev/%p rw', 'web.service')).toEqual([])
  expect(check('%i rw', 'web@.service')).toEqual([])
  expect(check('%i rw')).toEqual([])
})
