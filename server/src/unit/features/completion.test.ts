import { describe, expect, test } from 'vitest'
import { directivesOf, sectionsWith } from '../data/directives.ts'
import { acceptAt, completionAt } from '../testing/check.ts'
import { describeItem } from './describe.ts'

const labels = (marked: string, options = {}) =>
  completionAt(marked, options)?.items.map(({ label }) => label)

describe('section headers', () => {
  test('are those of the unit type', () => {
    expect(labels('$0')).toEqual(['[Unit]', '[Service]', '[Install]'])
    expect(labels('[$0', { file: 'a.timer' })).toEqual(['[Unit]', '[Timer]', '[Install]'])
  })
  test('replace the brackets that are there', () => {
    expect(acceptAt('[Se$0', '[Service]')).toBe('[Service]')
    expect(acceptAt('[Se$0]', '[Service]')).toBe('[Service]')
    expect(acceptAt('[]$0\n', '[Service]')).toBe('[Service]\n')
  })
  test('are not offered behind a header', () => {
    expect(labels('[Unit] # no$0te\n')).toBeUndefined()
    expect(labels('[Unit]\\\nen$0d')).toBeUndefined()
  })
})

describe('directives', () => {
  test('are those of the section', () => {
    const offered = labels('[Service]\n$0') ?? []
    expect(offered.length).toBeGreaterThan(200)
    expect(offered.filter((label) => !sectionsWith(label.replace('=', '')).includes('Service'))).toEqual([])
    expect(offered).not.toContain('WantedBy=')
    expect(offered).not.toContain('After=')
  })
  test('are those that the target version has, in their present spelling', () => {
    expect(labels('[Service]\n$0', { version: 252 })).not.toContain('RestartMode=')
    expect(labels('[Service]\n$0', { version: 254 })).toContain('RestartMode=')
    expect(labels('[Service]\n$0', { version: 257 })).not.toContain('MemoryLimit=')
    expect(labels('[Unit]\n$0')).not.toContain('BindTo=')
  })
  test('replace the half-typed word and bring their equals sign', () => {
    expect(acceptAt('[Service]\nRest$0\n', 'Restart=')).toBe('[Service]\nRestart=\n')
    expect(acceptAt('[Service]\n  Re$0st\n', 'Restart=')).toBe('[Service]\n  Restart=\n')
  })
  test('leave an equals sign and a value alone', () => {
    expect(acceptAt('[Service]\nRe$0start=no\n', 'RestartSec')).toBe('[Service]\nRestartSec=no\n')
  })
  test('come before a section', () => {
    expect(acceptAt('[Unit]\nDesc$0\n\n[Service]\n', 'Description=')).toBe(
      '[Unit]\nDescription=\n\n[Service]\n',
    )
  })
  test('are not offered in comments, or in sections that systemd skips', () => {
    expect(labels('[Service]\n# Re$0')).toBeUndefined()
    expect(labels('[X-Own]\nRe$0')).toBeUndefined()
    expect(labels('[Timer]\nOn$0')).toBeUndefined()
  })
  test('have the most used first', () => {
    const ranked = completionAt('[Service]\n$0')?.items.filter(({ rank }) => rank !== undefined) ?? []
    expect(
      ranked
        .toSorted((a, b) => a.rank! - b.rank!)
        .slice(0, 2)
        .map(({ label }) => label),
    ).toEqual(['Type=', 'ExecStart='])
  })
  test('of every ranked name exist', async () => {
    const { commonDirectives } = await import('../data/common-directives.ts')
    for (const [section, names] of Object.entries(commonDirectives)) {
      const known = directivesOf(section).map(({ name }) => name)
      expect(names.filter((name) => !known.includes(name))).toEqual([])
    }
  })
})

describe('values', () => {
  test('are the words of the directive', () => {
    expect(labels('[Service]\nRestart=$0')).toContain('on-failure')
    expect(labels('[Service]\nPrivateTmp=$0', { version: 252 })).toEqual(['yes', 'no'])
    expect(labels('[Service]\nNoNewPrivileges=$0')).toEqual(['yes', 'no'])
  })
  test('examples, where a value can begin in many ways', () => {
    expect(labels('[Service]\nEnvironment=$0')).toContain('NODE_ENV=production')
    expect(acceptAt('[Service]\nExecStart= $0\n', '/usr/bin/env ')).toBe(
      '[Service]\nExecStart= /usr/bin/env \n',
    )
    expect(labels('[Mount]\nType=$0', { file: 'srv.mount' })).toContain('ext4')
    expect(labels('[Service]\nEnvironment=A=b $0')).toBeUndefined()
    expect(labels('[Unit]\nDescription=$0')).toBeUndefined()
    expect(labels('[Service]\nMountAPIVFS=$0', { version: 252 })).toEqual(['yes', 'no'])
  })
  test('replace the word under the cursor', () => {
    expect(acceptAt('[Service]\nRestart=on-$0fail\n', 'on-failure')).toBe('[Service]\nRestart=on-failure\n')
    expect(acceptAt('[Service]\nStandardOutput=app$0\n', 'append')).toBe(
      '[Service]\nStandardOutput=append:\n',
    )
    expect(acceptAt('[Service]\nRestrictNamespaces=~ip$0 net\n', 'ipc')).toBe(
      '[Service]\nRestrictNamespaces=~ipc net\n',
    )
  })
  test('are unit names: well-known ones of the manager, and those near by', () => {
    const offered = labels('[Unit]\nAfter=$0', { unitNames: ['db.service', 'web.service'] })
    expect(offered).toContain('network-online.target')
    expect(offered).toContain('db.service')
    expect(offered).not.toContain('web.service')
    expect(labels('[Install]\nWantedBy=$0', { instance: 'user' })).toContain('default.target')
    expect(labels('[Install]\nWantedBy=$0', { instance: 'user' })).not.toContain('multi-user.target')
    expect(labels('[Service]\nSlice=$0', { unitNames: ['db.service', 'web.slice'] })).toContain('web.slice')
    expect(labels('[Service]\nSlice=$0', { unitNames: ['db.service'] })).not.toContain('db.service')
  })
  test('are specifiers behind a percent sign', () => {
    expect(labels('[Service]\nWorkingDirectory=%$0')).toContain('%h')
    expect(acceptAt('[Service]\nWorkingDirectory=%$0/app\n', '%h')).toBe(
      '[Service]\nWorkingDirectory=%h/app\n',
    )
    expect(labels('[Unit]\nAfter=a@%$0')).not.toContain('%h')
    expect(labels('[Service]\nExecStart=/bin/date %%$0')).toBeUndefined()
  })
  test('in continued lines are found too', () => {
    expect(labels('[Unit]\nAfter=a.service \\\n  net$0')).toContain('network-online.target')
  })
})

test('every item has documentation, or names a unit near by', () => {
  for (const marked of [
    '[Service]\n$0',
    '[Unit]\n$0',
    '$0',
    '[Service]\nRestart=$0',
    '[Service]\nType=%$0',
    '[Install]\nWantedBy=$0',
  ]) {
    const completion = completionAt(marked)!
    expect(
      completion.items.filter(({ label }) => describeItem(completion.context, label) === undefined),
    ).toEqual([])
  }
})
