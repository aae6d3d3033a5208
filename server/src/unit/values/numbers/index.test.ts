import { describe, expect, test } from 'vitest'
import { layout } from '../../data/directives.generated.ts'
import { directivesOf, findDirective } from '../../data/directives.ts'
import { hoverAt, testEnvironment } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import { valueTypeOf } from '../table.ts'
import { integerTypes } from './integers.ts'

const versions = [252, 254, 257, 262]

function place(name: string, version = 262, section = 'Service', unit?: string) {
  return { directive: findDirective(section, name)!, version, manager: 'system' as const, unit }
}

/** The parts of a value that are refused, as they stand in the text. */
function refused(key: string, text: string, version?: number, unit?: string): readonly string[] {
  const [section, name] = key.includes('.') ? key.split('.') : ['Service', key]
  return checkValue(text, place(name!, version, section, unit)).map(({ from, to }) => text.slice(from, to))
}

/** What is proposed for a value with one mistake, with `!` where it is beyond doubt. */
function proposal(name: string, text: string): string | undefined {
  const [problem] = checkValue(text, place(name))
  return problem?.replacements && problem.replacements[0] + (problem.safe ? '!' : '')
}

// Everything here was asked of systemd 252, 257 and 262.
describe('accepted in all versions', () => {
  test.each([
    ['Socket.Mark', '-2147483648|0|0x10|+5'],
    ['Socket.Backlog', '0|4294967295|0o17|-0'],
    ['Socket.MessageQueueMaxMessages', '-1|9223372036854775807'],
    ['Socket.ReceiveBuffer', '0|8M|1.5G|18446744073709551615'],
    ['UMask', '0027|27|7777|0'],
    ['Nice', '-20|19|0|'],
    ['OOMScoreAdjust', '-1000|1000|'],
    ['CPUSchedulingPriority', '0|99'],
    ['IOSchedulingPriority', '0|7|'],
    ['Unit.FailureActionExitStatus', '0|255|'],
    ['Swap.Priority', '-1|32767|'],
    ['TTYRows', '24|0|4294967295|'],
    ['IOWeight', '1|10000|0x64|'],
    ['TasksMax', '1|512|infinity|10%|0%|18446744073709551614|'],
    ['CPUQuota', '1%|20%|1000%|0.01%|5‰|'],
    ['ManagedOOMMemoryPressureLimit', '0%|60%|100%|'],
    ['MemoryMax', '1|1G|infinity|50%|0.01%|1G 512M|'],
    ['MemorySwapMax', '0|0%|1G'],
    ['MemoryMin', '0|0%'],
    ['LimitNOFILE', '0|1024|1024:524288|infinity|1024:infinity|1:2:|\\1'],
    ['LimitCORE', '0|1G|1M:1G|512K:1M'],
    ['LimitCPU', '10|5min|1h:2h|infinity|1500ms:2'],
    ['LimitRTTIME', '10|200ms|1:1s'],
    ['LimitNICE', '0|40|+19|-20|+0x5|+5:-5|-+5'],
    ['KillSignal', 'SIGTERM|TERM|15|64|RTMIN|SIGRTMIN+30|RTMAX-30|RTMAX|0xf'],
    ['SuccessExitStatus', '143|SIGTERM|1 2 TEMPFAIL SIGKILL|0xff|SIG\\TERM|\\1|'],
    ['CoredumpFilter', 'default|all|private-anonymous elf-headers|0x33|ff|ffffffffffffffff|'],
    ['CPUAffinity', '0|0-3 8|0,1,2|numa|"0" 3|0x1-0x3|,|8191|'],
    ['NUMAMask', '0|0-3|all|'],
    ['AllowedCPUs', '0-3|0|'],
    ['AllowedMemoryNodes', '0-1'],
    ['IOReadBandwidthMax', '/dev/sda 5M|/dev/sda infinity|"/dev/disk/by id/x" 1|dev/sda 1|%t/x 5M|'],
    ['IODeviceWeight', '/dev/sda 100|/dev/sda/  100|'],
    ['IODeviceLatencyTargetSec', '/dev/sda 25ms|/var 1s 5ms|/dev/sda infinity|'],
  ])('%s=', (key, values) => {
    for (const version of versions)
      for (const text of values.split('|'))
        expect(refused(key, text, version), `${text} in ${version}`).toEqual([])
  })
})

describe('refused in all versions', () => {
  test.each([
    ['Socket.Mark', '|2147483648|1.5|five|"5"'],
    ['Socket.Backlog', '|-1|4294967296|1e3'],
    ['Socket.MessageQueueMaxMessages', '|9223372036854775808|1K'],
    ['Socket.ReceiveBuffer', '|-1|1KB|1k|infinity|18446744073709551616'],
    ['UMask', '|8|0o27|+27|10000|u=rwx'],
    ['Nice', '-21|20|x'],
    ['OOMScoreAdjust', '-1001|1001'],
    ['CPUSchedulingPriority', '|-1|100'],
    ['IOSchedulingPriority', '-1|8'],
    ['Unit.FailureActionExitStatus', '256|-1|SIGTERM'],
    ['Swap.Priority', '-2|32768'],
    ['TTYRows', '-1|4294967296'],
    ['IOWeight', '0|10001|idle'],
    ['TasksMax', '0|-1|101%|18446744073709551615|Infinity|1K'],
    ['CPUQuota', '0%|50|-5%|50 %|infinity'],
    ['ManagedOOMMemoryPressureLimit', '100.01%|60'],
    ['MemoryMax', '0|0%|-1|1GB|101%|18446744073709551615|max'],
    ['LimitNOFILE', '|1K|-1|unlimited|18446744073709551615'],
    ['LimitNICE', '41|+20|-21|infinity|--5'],
    ['LimitCPU', '|5mins|-1'],
    ['KillSignal', '|0|65|sigterm|SIG15|RTMIN+31|RTMIN-1|RTMAX+1|SIGCLD|RTMIN+ 3'],
    ['CoredumpFilter', 'foo|private_anonymous|-1|0xgg'],
    ['CPUAffinity', '8192|3-0|0-|-3|0..3|a|NUMA|0-3;8'],
    ['NUMAMask', '8192|x'],
    ['AllowedCPUs', 'numa|0-8192'],
  ])('%s=', (key, values) => {
    for (const version of versions) {
      for (const text of values.split('|')) {
        expect(refused(key, text, version), `${text} in ${version}`).toEqual([text])
      }
    }
  })
})

describe('by version', () => {
  test('names of exit statuses', () => {
    expect([refused('SuccessExitStatus', 'KSM', 252), refused('SuccessExitStatus', 'KSM', 254)]).toEqual([
      ['KSM'],
      [],
    ])
    expect(refused('SuccessExitStatus', 'MEMORY_THP', 257)).toEqual(['MEMORY_THP'])
  })

  test('a size of messages was a plain number', () => {
    expect(refused('Socket.MessageQueueMessageSize', '8K', 257)).toEqual(['8K'])
    expect(refused('Socket.MessageQueueMessageSize', '8K')).toEqual([])
    expect(refused('Socket.MessageQueueMessageSize', '8E')).toEqual(['8E'])
  })

  test('specifiers in NUMAMask=', () => {
    expect(refused('NUMAMask', '%i', 257)).toEqual(['%i'])
    expect(refused('NUMAMask', '%i', 262)).toEqual([])
  })

  test('the largest number of a CPU', () => {
    expect([refused('CPUAffinity', '4294967295', 257), refused('CPUAffinity', '4294967295')]).toEqual([
      [],
      ['4294967295'],
    ])
  })

  test('a path that goes above the root', () => {
    expect(refused('IODeviceWeight', '/../dev/sda 100', 254)).toEqual(['/../dev/sda'])
    expect(refused('IODeviceWeight', '/../dev/sda 100', 257)).toEqual([])
  })

  test('directives that are gone', () => {
    expect([refused('CPUShares', '1024', 252), refused('CPUShares', '1', 252)]).toEqual([[], ['1']])
    expect([refused('BlockIOWeight', '500', 252), refused('BlockIOWeight', '5', 252)]).toEqual([[], ['5']])
    expect(refused('BlockIOReadBandwidth', '/dev/sda infinity', 252)).toEqual(['infinity'])
    expect([refused('DefaultMemoryLow', '0', 252), refused('MemoryLimit', '0', 252)]).toEqual([[], ['0']])
    expect(refused('CPUShares', 'whatever', 262)).toEqual([])
  })
})

describe('parts of a value', () => {
  test('only the wrong items of a list', () => {
    expect(refused('SuccessExitStatus', '1 300 foo SIGTERM')).toEqual(['300', 'foo'])
    expect(refused('CPUAffinity', '0 9000 1,x')).toEqual(['9000', 'x'])
    expect(refused('CPUAffinity', '0 "1')).toEqual(['"1'])
  })

  test('sides of a limit', () => {
    expect(refused('LimitNOFILE', '1024:max')).toEqual(['max'])
    expect(refused('LimitNOFILE', ':1024')).toEqual([''])
    expect(refused('LimitNOFILE', '2048:1024')).toEqual(['2048:1024'])
    expect(refused('LimitCPU', '2500ms:2')).toEqual(['2500ms:2'])
    expect(refused('LimitNOFILE', '1:2:3')).toEqual(['1:2:3'])
  })

  test('a device and its amount', () => {
    expect(refused('IODeviceWeight', '/dev/sda')).toEqual(['/dev/sda'])
    expect(refused('IODeviceWeight', '/dev/../sda 100')).toEqual(['/dev/../sda'])
    expect(refused('IODeviceWeight', '. 100')).toEqual(['.'])
    expect(refused('IODeviceWeight', '/dev/sda 100 200')).toEqual(['100 200'])
    expect(refused('IODeviceWeight', '/dev/%Z 100')).toEqual(['%Z'])
    expect(refused('IODeviceWeight', '"/dev/sda 100')).toEqual(['"/dev/sda 100'])
    expect(refused('IOReadIOPSMax', '/dev/sda 0')).toEqual(['0'])
  })

  test('specifiers, where the name of the unit says what they are', () => {
    expect(refused('CPUAffinity', '%i')).toEqual([])
    expect(refused('CPUAffinity', '0-%i')).toEqual([])
    expect(refused('CPUAffinity', '0-%i', 262, 'web.service')).toEqual(['0-%i'])
    expect(refused('CPUAffinity', '0-%i', 262, 'web@3.service')).toEqual([])
    expect(refused('CPUAffinity', '%i', 262, 'web.service')).toEqual([])
    expect(refused('CPUAffinity', '"%i"', 262, 'web.service')).toEqual(['"%i"'])
    expect(refused('CPUAffinity', '%n 1')).toEqual(['%n'])
    expect(refused('CPUAffinity', '1 %Z')).toEqual(['%Z'])
    expect(refused('IODeviceWeight', '%i 100', 262, 'web.service')).toEqual(['%i'])
  })

  test('a limit of memory pressure is for services, slices and scopes', () => {
    expect(refused('Slice.ManagedOOMMemoryPressureLimit', '60%')).toEqual([])
    expect(refused('Socket.ManagedOOMMemoryPressureLimit', '60%')).toEqual(['60%'])
  })
})

test.each([
  ['Nice', '"5"', '5!'],
  ['TTYRows', '1,000', '1000!'],
  ['TTYRows', '5.0', '5!'],
  ['TTYRows', '64K', '65536'],
  ['TTYRows', 'many', undefined],
  ['UMask', '0o027', '0027!'],
  ['UMask', 'rwxr-x---', '0750!'],
  ['MemoryMax', '1g', '1G!'],
  ['MemoryMax', '512MiB', '512M!'],
  ['MemoryMax', '512 MB', '512M'],
  ['MemoryMax', 'Infinity', 'infinity!'],
  ['MemoryMax', 'unlimited', 'infinity!'],
  ['MemoryMax', '-1', 'infinity'],
  ['MemoryMax', '50 %', '50%!'],
  ['CPUQuota', '50', '50%'],
  ['CPUQuota', '50 percent', '50%!'],
  ['CPUQuota', '0', undefined],
  ['TasksMax', 'max', 'infinity!'],
  ['LimitNOFILE', 'unlimited', 'infinity!'],
  ['LimitNOFILE', '64K', '65536'],
  ['LimitNOFILE', '2:1', '1:2'],
  ['LimitCORE', '1g', '1G!'],
  ['KillSignal', 'sigterm', 'SIGTERM!'],
  ['KillSignal', 'SIGCLD', 'SIGCHLD!'],
  ['KillSignal', 'SIGTREM', 'SIGTERM'],
  ['KillSignal', 'banana', undefined],
  ['SuccessExitStatus', '1,2', '1 2!'],
  ['SuccessExitStatus', 'tempfail', 'TEMPFAIL!'],
  ['CoredumpFilter', 'Private_Anonymous', 'private-anonymous!'],
  ['CoredumpFilter', 'elf-header', 'elf-headers'],
  ['CPUAffinity', '0..3', '0-3!'],
  ['CPUAffinity', '3-0', '0-3'],
  ['IOReadBandwidthMax', '/dev/sda 5m', '5M!'],
])('%s=%s is meant to be %s', (name, text, expected) => expect(proposal(name, text)).toBe(expected))

describe('meanings', () => {
  test.each([
    ['UMask', '0027', '`0027`: new files are at most `rw-r-----`, new folders `rwxr-x---`'],
    ['RuntimeDirectoryMode', '1777', '`1777`: `rwxrwxrwt`'],
    ['RuntimeDirectoryMode', '4650', '`4650`: `rwSr-x---`'],
    ['MemoryMax', '512M', '`512M`: 512 MiB, 536,870,912 bytes'],
    ['MemoryMax', '25%', "`25%`: 25 % of the machine's memory"],
    ['MemoryMax', 'infinity', '`infinity`: no limit'],
    ['MemoryMax', '1', '`1`: 1 byte'],
    ['MemoryLow', 'infinity', '`infinity`: all memory of the unit is protected'],
    ['MemoryMin', '0', '`0`: nothing is protected'],
    ['MemorySwapMax', '0', '`0`: 0 bytes'],
    ['MemoryMax', 'x', undefined],
    ['CPUQuota', '150%', '`150%`: at most 1.5 s of CPU time in every second'],
    ['CPUQuota', '0%', undefined],
    ['TasksMax', '512', '`512`: at most 512 tasks: processes and threads together'],
    ['TasksMax', '10%', '`10%`: 10 % of the tasks that the machine may have'],
    ['Nice', '-5', '`-5`: gets the CPU before ordinary processes'],
    ['OOMScoreAdjust', '-1000', '`-1000`: never killed when memory runs out'],
    ['IOWeight', '200', '`200`: twice the default share'],
    ['IOWeight', '50', '`50`: half the default share'],
    ['IOWeight', '350', '`350`: 3.5 times the default share'],
    ['TTYRows', '0x10', '`0x10`: the terminal is 16 lines high'],
    [
      'ManagedOOMMemoryPressureLimit',
      '60%',
      '`60%`: systemd-oomd acts where the unit waits for memory for 60 % of the time',
    ],
    ['FileDescriptorStoreMax', '0', '`0`: systemd keeps no descriptors'],
    ['LogRateLimitBurst', '0', '`0`: as if unset: the limit of journald.conf holds'],
    ['LimitNOFILE', '1024:524288', '`1024:524288`: soft: 1,024; hard: 524,288'],
    ['LimitCPU', '90', '`90`: 1min 30s'],
    ['LimitCORE', 'infinity', '`infinity`: no limit'],
    ['LimitNICE', '-5', '`-5`: nice levels down to -5'],
    ['LimitNICE', '0', '`0`: none may be set'],
    ['KillSignal', '15', '`15`: SIGTERM'],
    ['KillSignal', 'TERM', '`TERM`: SIGTERM'],
    ['KillSignal', 'RTMIN+3', '`RTMIN+3`: SIGRTMIN+3, number 37'],
    ['KillSignal', 'SIGTERM', undefined],
    ['CoredumpFilter', '0x11', '`0x11`: private-anonymous, elf-headers'],
    ['CPUAffinity', '0-3 2 8', '`0-3 2 8`: 5 CPUs'],
    ['AllowedMemoryNodes', '0', '`0`: 1 memory node'],
  ])('%s=%s', (name, text, markdown) => {
    const at = place(name)
    expect(valueTypeOf(at.directive.parser)?.describe?.(text, 0, at)?.markdown).toBe(markdown)
  })

  test('of a limit that sockets and paths have are about the one that has it', async () => {
    const hover = (section: string, file: string) =>
      hoverAt(`[${section}]\nTriggerLimitBurst=2$00\n`, { file })
    expect(await hover('Socket', 'a.socket')).toContain('make the socket fail')
    expect(await hover('Path', 'systemd/system/a.path')).toContain('make the path unit fail')
  })

  test.each([
    ['SuccessExitStatus', '1 143', 3, '`143`: the exit status of a shell whose command SIGTERM ended'],
    ['SuccessExitStatus', '1 78', 3, '`78`: the exit status CONFIG'],
    ['IOReadBandwidthMax', '/dev/sda 5M', 10, '`5M`: 5 MB, 5,000,000 bytes a second'],
    ['IOReadIOPSMax', '/dev/sda 5K', 10, '`5K`: 5,000 operations a second'],
    ['IODeviceLatencyTargetSec', '/dev/sda 1500ms', 10, '`1500ms`: 1.500000s'],
    ['IOReadIOPSMax', '/dev/sda 5K', 2, 'The device `/dev/sda`.'],
    ['IOReadIOPSMax', '/var 5K', 2, 'The disk that `/var` is on.'],
    ['IOReadIOPSMax', '/dev/sda x', 10, undefined],
  ])('the part of %s=%s at %i', (name, text, cursor, markdown) => {
    const at = place(name)
    expect(valueTypeOf(at.directive.parser)?.describe?.(text, cursor, at)?.markdown).toBe(markdown)
  })
})

test('each directive that takes a whole number says what one means', () => {
  const whole = new Set([...Object.keys(integerTypes)])
  const directives = Object.keys(layout)
    .flatMap((section) => directivesOf(section))
    .filter(({ parser }) => whole.has(parser))
  expect(directives.length).toBeGreaterThan(50)
  const silent = directives.filter(
    (directive) =>
      !integerTypes[directive.parser]!.describe?.('5', 0, { directive, version: 262, manager: 'system' }),
  )
  expect(silent.map(({ section, name }) => `${section}.${name}`)).toEqual([])
})

describe('completion', () => {
  function items(name: string, text = '', section?: string) {
    const at = place(name, 262, section)
    return valueTypeOf(at.directive.parser)?.complete?.(text, text.length, at, testEnvironment())?.items ?? []
  }

  test('fits the directive', () => {
    expect(items('UMask').map(({ label }) => label)).toEqual(['0077', '0027', '0022', '0002'])
    expect(items('LimitNOFILE').map(({ label, detail }) => `${label} ${detail}`)).toContain(
      '1024:524288 soft: 1,024; hard: 524,288',
    )
    expect(items('MemoryMax').map(({ label }) => label)).toContain('infinity')
    expect(items('CPUAffinity').map(({ label }) => label)).toEqual(['numa'])
    expect(items('IOReadBandwidthMax', '/dev/sda 1').map(({ label }) => label)).toContain('10M')
    expect(items('IOReadBandwidthMax', '/dev/s')).toEqual([])
  })

  test('never offers what is wrong', () => {
    const names =
      'UMask RuntimeDirectoryMode Nice OOMScoreAdjust CPUSchedulingPriority IOSchedulingPriority IOWeight TasksMax CPUQuota ManagedOOMMemoryPressureLimit MemoryMax MemorySwapMax StateDirectoryQuota LimitNOFILE LimitCORE LimitCPU LimitRTTIME LimitNICE LimitRTPRIO CPUAffinity NUMAMask'
    for (const name of names.split(' ')) {
      expect(items(name).length, name).toBeGreaterThan(0)
      for (const { label } of items(name)) expect(refused(name, label), `${name}=${label}`).toEqual([])
    }
    for (const name of ['IOReadBandwidthMax', 'IODeviceWeight', 'IODeviceLatencyTargetSec']) {
      for (const { label } of items(name, '/dev/sda x'))
        expect(refused(name, `/dev/sda ${label}`)).toEqual([])
    }
  })
})
