import { describe, expect, test } from 'vitest'
import { findDirective, oldestVersion } from '../../data/directives.ts'
import { acceptAt, completionAt, hoverAt } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import type { ValueProblem } from '../problem.ts'

interface Options {
  readonly version?: number
  readonly manager?: 'system' | 'user'
  readonly section?: string
}

function check(name: string, text: string, options: Options = {}): readonly ValueProblem[] {
  const { version = 262, manager = 'system', section = 'Service' } = options
  return checkValue(text, { directive: findDirective(section, name)!, version, manager })
}

/** What systemd does with a value. */
function outcome(name: string, text: string, options: Options = {}): string {
  const effects = check(name, text, options).map(({ effect }) => effect ?? 'ignored')
  return effects.includes('refused') ? 'refused' : (effects[0] ?? 'accepted')
}

/** Values of a directive by what becomes of them. */
function outcomes(
  name: string,
  table: Readonly<Record<string, readonly string[]>>,
  options: Options = {},
): void {
  for (const [expected, values] of Object.entries(table)) {
    for (const value of values) expect(outcome(name, value, options), `${name}=${value}`).toBe(expected)
  }
}

const underlined = (name: string, text: string, options: Options = {}) =>
  check(name, text, options).map(({ from, to }) => text.slice(from, to))

describe('one path', () => {
  test('some directives keep the unit from loading', () => {
    outcomes('RootDirectory', {
      accepted: ['', '/srv/root', '%h', '/a b'],
      refused: ['srv', '/a/..', '%Z', '"/a"'],
    })
    outcomes('NetworkNamespacePath', { accepted: ['/run/netns/x'], ignored: ['x', '/a/../b', '/%Z'] })
  })

  test('WorkingDirectory=', () => {
    outcomes('WorkingDirectory', {
      accepted: ['', '~', '-~', '/srv/web', '-/srv/web', '%h/web', '/srv/%i', '/../srv'],
      refused: ['srv', '~/web', '$HOME', '"/srv"', '/a/../b', '%n', '+/srv'],
      ignored: ['-', '-srv', '-~/web', '-/a/../b', '-%Z'],
    })
    expect(outcome('WorkingDirectory', '/../srv', { version: 252 })).toBe('refused')
    expect(underlined('WorkingDirectory', '-srv')).toEqual(['srv'])
    expect(underlined('WorkingDirectory', '/srv/%Z/x')).toEqual(['%Z'])
    expect(outcome('WorkingDirectory', '/srv/%D', { version: 252 })).toBe('refused')
  })

  test('what it says, and what it offers', () => {
    expect(check('WorkingDirectory', 'srv/web')).toEqual([
      {
        rule: 'invalid-path',
        effect: 'refused',
        from: 0,
        to: 7,
        message:
          "'srv/web' is not absolute; 'WorkingDirectory=' takes paths that start with '/', or with a specifier like %h or %t",
        replacements: ['/srv/web'],
        safe: false,
      },
    ])
    expect(check('WorkingDirectory', '~/web', { manager: 'user' })[0]).toMatchObject({
      replacements: ['%h/web'],
      safe: true,
    })
    // There %h is the home of root, which is hardly meant.
    expect(check('WorkingDirectory', '~/web')[0]?.replacements).toBeUndefined()
    expect(check('RootDirectory', "'/srv/a b'")[0]).toMatchObject({ replacements: ['/srv/a b'], safe: true })
    expect(check('RootDirectory', '/srv/../a')[0]).toMatchObject({ replacements: ['/a'], safe: false })
  })

  test('PIDFile=', () => {
    outcomes('PIDFile', {
      accepted: ['', '/run/web.pid', 'web.pid', '%t/web.pid', '%i.pid', '~/x'],
      refused: ['/run/../x', '../x', '/proc/x', '/dev/x', `/${'x'.repeat(256)}`],
      ignored: ['/run/%Z', '/abc'.repeat(1024)],
      noticed: ['/var/run/web.pid', '//var/./run/web.pid', '/var/run'],
    })
    expect(outcome('PIDFile', '/proc/x', { version: 254 })).toBe('accepted')
    expect(check('PIDFile', '/var/run/web/x.pid')[0]).toMatchObject({
      rule: 'legacy-path',
      replacements: ['/run/web/x.pid'],
      safe: true,
    })
  })

  test('conditions', () => {
    const options = { section: 'Unit' }
    outcomes(
      'ConditionPathExists',
      { accepted: ['', '/a', '!/a', '|/a', '|!/a', '/a*'], ignored: ['!|/a', '! /a', '| ! /a', '|', 'a'] },
      options,
    )
    expect(check('ConditionPathExists', '!|/a', options)[0]).toMatchObject({
      from: 0,
      to: 2,
      replacements: ['|!'],
      safe: true,
    })
    expect(check('ConditionPathExists', '! |a', options)[0]?.replacements).toBeUndefined()
  })
})

describe('lists', () => {
  test('of paths', () => {
    outcomes('ReadWritePaths', {
      accepted: ['', '/a /b', '-/a', '+/a', '-+/a', '"/a b"', '/a  /b', '/dev'],
      ignored: ['+-/a', 'a', '/a b', '"/a', '/a/../b', '/a %Z', '-'],
    })
    expect(underlined('ReadWritePaths', '/a b -c /d/../e')).toEqual(['b', 'c', '/d/../e'])
    expect(underlined('ReadWritePaths', '/a "b c"')).toEqual(['"b c"'])
    outcomes('RequiresMountsFor', { accepted: ['/a /b'], ignored: ['-/a', 'a'] }, { section: 'Unit' })
    outcomes('Symlinks', { accepted: ['/a /b'], ignored: ['/a b'] }, { section: 'Socket' })
  })

  test('with options', () =>
    outcomes('TemporaryFileSystem', {
      accepted: ['/a:ro /b', '/a:%Z', '/a:'],
      ignored: [':ro', 'a:ro', '/a\\'],
    }))

  test('parted by colons', () => {
    outcomes('ExecSearchPath', {
      accepted: ['', '/a:/b', '/a b'],
      ignored: ['/a:', '/a::/b', ':/a', '/a:b', '"/a"'],
    })
    expect(check('ExecSearchPath', '/a:/b:')[0]).toMatchObject({
      from: 5,
      to: 6,
      replacements: [''],
      safe: true,
    })
  })

  test('BindPaths=', () => {
    outcomes('BindPaths', {
      accepted: ['', '/a', '/a:/b', '/a:/b:rbind -/c', '/a:/b:', '/a\\:b:/c', '"/a b:/c"', '/a  /b', '%h:/x'],
      ignored: ['/a:', '/a:b', '/a:/b:ro', '/a:/b:rbind:x', 'a:/b', '/a\\q', '/a "', '/a:-/b'],
    })
    outcomes(
      'BindPaths',
      {
        accepted: ['/a', '/a:/b', '/a:/b:norbind /c', '/a:/b:', '"/a b":"/c"', '/a\\:b:/c', '/a\\q'],
        ignored: ['/a  /b', '/a: /b', '/a:/b:ro', '"/a:/b'],
      },
      { version: 257 },
    )
    expect(check('BindPaths', '/a   /b', { version: 257 })).toMatchObject([
      { from: 2, to: 5, replacements: [' '], safe: true },
      { from: 2, to: 5 },
    ])
    expect(underlined('BindPaths', '/a:/b:ro')).toEqual(['ro'])
  })
})

describe('images', () => {
  test('MountImages= and ExtensionImages=', () => {
    outcomes('MountImages', {
      accepted: ['/a:/b', '-/a:/b:ro', '/a:/b:root:ro:home:x', '/dev/a:/dev/b'],
      ignored: ['/a', '/a:b', '/a:/proc/b', '/a:/b:nope:ro', '/a:/b:root:%Z'],
    })
    expect(outcome('MountImages', '/a:/proc/b', { version: 252 })).toBe('accepted')
    outcomes('ExtensionImages', { accepted: ['/a', '-/a:root:ro'], ignored: ['a', '/dev/a', '/a:nope:ro'] })
    expect(underlined('MountImages', '/a:/b:rot:ro')).toEqual(['rot'])
    expect(check('MountImages', '/a:/b:rot:ro')[0]?.replacements).toEqual(['root'])
  })

  test('RootImageOptions=', () =>
    outcomes('RootImageOptions', {
      accepted: ['', 'ro', 'root:ro home:x', 'a=%h'],
      ignored: ['nope:ro', 'root:ro:x', '%Z', '"ro'],
    }))

  test('policies keep the unit from loading', () => {
    const table = {
      accepted: ['', '*', '-', '~', 'root=verity+signed:usr=open', '=ignore', 'root='],
      refused: ['root', 'root=open:root=open', '=open:=open', 'root=open:', 'root=open usr=open'],
    }
    const unknown = ['nope=open', 'root=nope', 'root=verity+']
    outcomes('RootImagePolicy', {
      ...table,
      accepted: [...table.accepted, ...unknown],
      refused: table.refused.slice(0, 4),
    })
    outcomes('RootImagePolicy', { ...table, refused: [...table.refused, ...unknown] }, { version: 257 })
    expect(underlined('RootImagePolicy', 'usr=open:root=verty', { version: 257 })).toEqual(['verty'])
  })

  test('hashes and signatures', () => {
    const hash = '0123456789abcdef0123456789abcdef'
    outcomes('RootHash', {
      accepted: ['', '/a/../b', hash, hash.toUpperCase()],
      ignored: ['a/b', hash.slice(1), hash.slice(2), '%h'],
    })
    outcomes('RootHashSignature', {
      accepted: ['', '/a', 'base64:', 'base64:AAA=', 'base64:AA =='],
      ignored: ['AAAA', 'base64:AA=', 'base64:AB==', 'base64:*'],
    })
    expect(underlined('RootHash', `${hash}é`)).toEqual(['é'])
  })
})

describe('folders that systemd makes', () => {
  test('what is accepted', () => {
    outcomes('RuntimeDirectory', {
      accepted: [
        '',
        'web',
        'web/a api',
        'web:link',
        'web::ro',
        'web:a:ro',
        '%N',
        './web',
        'privates',
        'a b/c',
      ],
      ignored: [
        '/run/web',
        '%t/web',
        '..',
        '.',
        'private',
        'private/x',
        'a private',
        'web:/a',
        'web:a:rw',
        '"web',
      ],
    })
    outcomes('RuntimeDirectory', { accepted: ['web:a:rw', 'web::x', ':web'] }, { version: 254 })
    outcomes('ConfigurationDirectory', { accepted: ['web', 'web::ro'], ignored: ['web:a'] })
  })

  test('the root goes where it is the right one', () => {
    expect(check('RuntimeDirectory', '/run/web')[0]).toMatchObject({ replacements: ['web'], safe: true })
    expect(check('StateDirectory', 'a /var/lib/web')[0]).toMatchObject({
      from: 2,
      to: 14,
      replacements: ['web'],
    })
    expect(check('RuntimeDirectory', '%t/web', { manager: 'user' })[0]?.replacements).toEqual(['web'])
    expect(check('RuntimeDirectory', '/srv/web')[0]?.replacements).toBeUndefined()
  })
})

describe('others', () => {
  test('OpenFile=', () => {
    outcomes('OpenFile', {
      accepted: ['', '/a', '/a:b', '/a:b:append,graceful', '/a::graceful', '/a/../b', '/a%Z'],
      ignored: [
        'a',
        '/',
        '/é',
        '/a:b:nope',
        '/a:b:append,truncate',
        '/a:b:append,append',
        '/a:b:append:x',
        '/a/..',
      ],
    })
    expect(check('OpenFile', '/a:b:apend')[0]?.replacements).toEqual(['append'])
  })

  test('BPFProgram=', () =>
    outcomes('BPFProgram', {
      accepted: ['', 'egress:/a', 'egress::/a'],
      ignored: ['egress', 'egress:', 'nope:/a', 'egress:a', 'Egress:/a'],
    }))

  test('XAttrListen=', () =>
    outcomes(
      'XAttrListen',
      {
        accepted: ['', 'user.a=1', 'user.a=', 'user.%n=%h'],
        ignored: ['a=1', 'user.a', 'user.a=%Z', '%Z=1'],
      },
      { section: 'Socket' },
    ))

  test('What=', () => {
    const table = { accepted: ['', 'LABEL=web', 'nfs:/x', '../x'], ignored: ['%Z', '/abc'.repeat(1024)] }
    outcomes('What', table, { section: 'Mount' })
    outcomes(
      'What',
      { accepted: ['/x'], ignored: ['LABEL=web'] },
      { section: 'Swap', version: oldestVersion },
    )
  })

  test('paths and names of streams', () => {
    outcomes('StandardOutput', {
      accepted: ['file:/a', 'append:%h/a', 'truncate:/a b', 'fd:web', 'fd:', 'file'],
      ignored: ['file:a', 'file:', 'append:~/a', 'truncate:/a/../b', 'file:/%Z', 'fd:a:b', 'fd:é'],
    })
    outcomes('StandardInput', { accepted: ['file:/a', 'fd:web'], ignored: ['file:a', 'fd:%Z'] })
    expect(check('StandardOutput', 'append:web.log')[0]).toMatchObject({
      rule: 'invalid-path',
      from: 7,
      to: 14,
      replacements: ['/web.log'],
    })
    expect(check('StandardInput', 'fd:é')[0]).toMatchObject({ rule: 'invalid-name', from: 3, to: 4 })
  })
})

describe('what may stand there', () => {
  const labels = (line: string, version = 262) =>
    completionAt(`[Service]\n${line}`, { version })?.items.map(({ label }) => label) ?? []

  test('beginnings of paths', () => {
    expect(labels('WorkingDirectory=$0')).toEqual(expect.arrayContaining(['~', '%h/', '/srv/']))
    expect(labels('WorkingDirectory=$0', 252)).not.toContain('%D/')
    expect(acceptAt('[Service]\nReadWritePaths=/a -/$0\n', '/srv/')).toBe(
      '[Service]\nReadWritePaths=/a -/srv/\n',
    )
  })

  test('words in their places', () => {
    expect(labels('BindPaths=/a:/b:$0')).toEqual(['rbind', 'norbind'])
    expect(labels('OpenFile=/a:b:append,$0')).toEqual(['read-only', 'truncate', 'graceful'])
    expect(labels('BPFProgram=$0')).toContain('egress:')
    expect(labels('RootImagePolicy=root=$0')).toContain('verity')
    expect(labels('RootImagePolicy=$0')).toContain('root=')
    expect(labels('RuntimeDirectory=web::$0')).toEqual(['ro'])
    expect(labels('RuntimeDirectory=$0')).toContain('%N')
  })

  test('nothing that is wrong', () => {
    const at: readonly (readonly [string, string])[] = [
      ['WorkingDirectory', ''],
      ['PIDFile', ''],
      ['ReadWritePaths', '/a '],
      ['BindPaths', '/a:'],
      ['RuntimeDirectory', 'web '],
      ['MountImages', '/a:'],
    ]
    for (const [name, text] of at) {
      for (const label of labels(`${name}=${text}$0`))
        expect(check(name, text + label), text + label).toEqual([])
    }
  })
})

describe('what it means', () => {
  const hover = (line: string, instance: 'system' | 'user' = 'system', version = 262) =>
    hoverAt(`[Service]\n${line}\n`, { instance, version })

  test('paths with specifiers', async () => {
    expect(await hover('WorkingDirectory=%t/w$0eb')).toBe('`/run/web` in the system manager')
    expect(await hover('ReadWritePaths=/a -%C/w$0eb', 'user')).toBe('`~/.cache/web` in the user manager')
    expect(await hover('PIDFile=w$0eb.pid', 'user')).toBe('`$XDG_RUNTIME_DIR/web.pid` in the user manager')
    expect(await hover('WorkingDirectory=$0~')).toBe(
      '`~`: the home folder of the user in `User=`, or of root',
    )
    expect(await hover('WorkingDirectory=/s$0rv')).toBeUndefined()
  })

  test('folders that systemd makes', async () => {
    expect(await hover('RuntimeDirectory=we$0b')).toBe(
      '`/run/web`; the service finds it in `$RUNTIME_DIRECTORY`',
    )
    expect(await hover('RuntimeDirectory=we$0b', 'user')).toContain('`$XDG_RUNTIME_DIR/web`')
    expect(await hover('StateDirectory=a:b:r$0o')).toBe(
      '`/var/lib/a`, with the link `/var/lib/b` to it, read-only; the service finds it in `$STATE_DIRECTORY`',
    )
    expect(await hover('StateDirectory=$0a', 'user', 252)).toContain('`~/.config/a`')
    expect(await hover('StateDirectory=$0a', 'user', 254)).toContain('`~/.local/state/a`')
  })

  test('bind mounts', async () =>
    expect(await hover('BindReadOnlyPaths=-/a:/b:no$0rbind')).toBe(
      '`/a` of the host, seen as `/b`, read-only; no matter if it is missing; without the mounts below it',
    ))
})
