import { expect, test } from 'vitest'
import {
  directivesOf,
  findDirective,
  findFoldedDirective,
  newestVersion,
  oldestVersion,
  parserAt,
  sectionsOf,
  sectionsWith,
  statusAt,
} from './directives.ts'

test('a section finds its own and its shared directives', () => {
  expect(findDirective('Service', 'Restart')).toMatchObject({
    section: 'Service',
    name: 'Restart',
    parser: 'service_restart',
    ltype: '0',
    since: 208,
    page: 'systemd.service',
    scope: 'any',
  })
  expect(findDirective('Service', 'Restart')?.group).toBeUndefined()
  expect(findDirective('Swap', 'LimitNOFILE')).toMatchObject({
    section: 'Swap',
    parser: 'rlimit',
    ltype: 'RLIMIT_NOFILE',
    page: 'systemd.exec',
    group: 'exec',
  })
  expect(findDirective('Scope', 'KillMode')?.group).toBe('kill')
  expect(findDirective('Slice', 'MemoryMax')?.page).toBe('systemd.resource-control')
  expect(findDirective('Slice', 'User')).toBeUndefined()
})

test('the same object comes back each time', () => {
  expect(findDirective('Mount', 'User')).toBe(findDirective('Mount', 'User'))
})

test('names that are none find nothing', () => {
  for (const [section, name] of [
    ['Service', 'ExecStrat'],
    ['Service', 'execstart'],
    ['Service', ''],
    ['Target', 'Wants'],
    ['exec', 'User'],
    ['constructor', 'name'],
    ['__proto__', 'constructor'],
    ['Service', 'constructor'],
  ] as const) {
    expect(findDirective(section, name), `[${section}] ${name}`).toBeUndefined()
  }
  expect(directivesOf('toString')).toEqual([])
})

test('another letter case is found on request', () => {
  expect(findFoldedDirective('Service', 'execstart')?.name).toBe('ExecStart')
  expect(findFoldedDirective('Unit', 'CONDITIONPATHEXISTS')?.name).toBe('ConditionPathExists')
  expect(findFoldedDirective('Unit', 'ExecStart')).toBeUndefined()
  expect(findFoldedDirective('Nonsense', 'ExecStart')).toBeUndefined()
})

test('no two directives of a section differ in letter case alone', () => {
  for (const section of new Set(Object.values(sectionsOf).flat())) {
    for (const directive of directivesOf(section)) {
      expect(findFoldedDirective(section, directive.name)).toBe(directive)
    }
  }
})

test('the sections of a name stand in upstream order', () => {
  expect(sectionsWith('ExecStart')).toEqual(['Service'])
  expect(sectionsWith('User')).toEqual(['Service', 'Socket', 'Mount', 'Swap'])
  expect(sectionsWith('MemoryMax')).toEqual(['Service', 'Socket', 'Mount', 'Swap', 'Slice', 'Scope'])
  expect(sectionsWith('Unit')).toEqual(['Timer', 'Path'])
  expect(sectionsWith('unit')).toEqual([])
})

test('directives stand in upstream order', () => {
  expect(directivesOf('Automount').map((directive) => directive.name)).toEqual([
    'Where',
    'ExtraOptions',
    'DirectoryMode',
    'TimeoutIdleSec',
  ])
  expect(directivesOf('Service').findIndex(({ name }) => name === 'PIDFile')).toBe(0)
  expect(directivesOf('Scope').at(-1)?.name).toBe('OOMPolicy')
})

test('every unit type reads its sections', () => {
  expect(Object.keys(sectionsOf)).toHaveLength(11)
  expect(sectionsOf.service).toEqual(['Unit', 'Service', 'Install'])
  expect(sectionsOf.target).toEqual(['Unit', 'Target', 'Install'])
  expect(sectionsOf.device).toEqual(['Unit', 'Device', 'Install'])
  expect(sectionsOf.scope).toEqual(['Unit', 'Scope', 'Install'])
})

test('a directive is unknown, known or removed by version', () => {
  const upholds = findDirective('Install', 'UpheldBy')!
  expect([253, 254].map((version) => statusAt(upholds, version))).toEqual(['unknown', 'known'])
  const shares = findDirective('Service', 'CPUShares')!
  expect([252, 257, 258, 262].map((version) => statusAt(shares, version))).toEqual([
    'known',
    'known',
    'removed',
    'removed',
  ])
  expect(statusAt(findDirective('Service', 'Capabilities')!, oldestVersion)).toBe('removed')
  expect(statusAt(findDirective('Service', 'ExecStart')!, newestVersion)).toBe('known')
})

test('the parser is that of the version', () => {
  const privateTmp = findDirective('Service', 'PrivateTmp')!
  expect([252, 256, 257, 262, 300].map((version) => parserAt(privateTmp, version))).toEqual([
    'bool',
    'bool',
    'private_tmp',
    'private_tmp',
    'private_tmp',
  ])
  expect(parserAt(privateTmp, 240)).toBe('bool')
  expect(privateTmp.parser).toBe('private_tmp')
  const limit = findDirective('Service', 'MemoryLimit')!
  expect([257, 258].map((version) => parserAt(limit, version))).toEqual(['memory_limit', 'warn_compat'])
  expect(parserAt(findDirective('Service', 'ExecStart')!, 252)).toBe('exec')
})

test('old spellings name what replaced them', () => {
  expect(findDirective('Unit', 'BindTo')?.legacy).toEqual({
    section: 'Unit',
    name: 'BindsTo',
    sameValue: true,
  })
  expect(findDirective('Service', 'StartLimitInterval')?.legacy).toEqual({
    section: 'Unit',
    name: 'StartLimitIntervalSec',
    sameValue: true,
  })
  expect(findDirective('Unit', 'OnFailureIsolate')?.legacy).toEqual({
    section: 'Unit',
    name: 'OnFailureJobMode',
    value: 'isolate',
    sameValue: false,
  })
  expect(findDirective('Mount', 'CPUShares')?.legacy).toEqual({
    section: 'Mount',
    name: 'CPUWeight',
    sameValue: false,
  })
  expect(findDirective('Unit', 'BindsTo')?.legacy).toBeUndefined()
})

test('what replaced an old spelling is a current directive with a page', () => {
  const sections = [...new Set(Object.values(sectionsOf).flat())]
  const old = sections.flatMap(directivesOf).filter((directive) => directive.legacy)
  expect(old.length).toBeGreaterThan(50)
  for (const { section, name, legacy } of old) {
    const current = findDirective(legacy!.section, legacy!.name)
    expect(current, `[${section}] ${name}`).toBeDefined()
    expect(statusAt(current!, newestVersion), `[${section}] ${name}`).toBe('known')
    expect(current!.page, `[${section}] ${name}`).toBeDefined()
    expect(current!.legacy).toBeUndefined()
  }
})

test('where a directive may be used is recorded', () => {
  expect(findDirective('Service', 'User')?.scope).toBe('any')
  expect(findDirective('Service', 'PrivateTmp')?.scope).toBe('system-or-userns')
  expect(findDirective('Service', 'RootImageOptions')?.scope).toBe('system-only')
})

test('the range of versions is that of the recorded releases', () => {
  expect(oldestVersion).toBe(252)
  expect(newestVersion).toBeGreaterThanOrEqual(262)
})
