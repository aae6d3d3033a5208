import { describe, expect, test } from 'vitest'
import type { Accounts } from '../../../base/environment.ts'
import { findDirective } from '../../data/directives.ts'
import { testEnvironment } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import type { Place } from '../problem.ts'
import { valueTypeOf } from '../table.ts'

type Options = Partial<Pick<Place, 'version' | 'manager' | 'unit'>>

function place(name: string, options: Options = {}): Place {
  const [section = '', key = ''] = name.split('.')
  return { directive: findDirective(section, key)!, version: 262, manager: 'system', ...options }
}

/** The parts of a value that are wrong, with what becomes of it where that is not a warning. */
function wrong(name: string, text: string, options?: Options): readonly string[] {
  return checkValue(text, place(name, options)).map(
    ({ from, to, effect }) => text.slice(from, to) + (effect === undefined ? '' : ` ${effect}`),
  )
}

function message(name: string, text: string, options?: Options): string | undefined {
  return checkValue(text, place(name, options))[0]?.message
}

const versions = [252, 254, 257, 262]

describe('dependencies', () => {
  // Asked of 252, 257 and 262.
  test.each([
    ['', []],
    ['network.target  a.service\tb@1.socket', []],
    ['web@.service', []],
    ['srv-my\\x2ddata.mount', []],
    ['%p.socket web@%i.service %n %N.service', []],
    ['x%u.service', []],
    ['network a.service', ['network']],
    ['a.service,b.service', ['a.service,b.service']],
    ['"a.service" b.service', ['"a.service"']],
    ['a@b.mount', ['a@b.mount']],
    ['a.service %h.service', ['%h']],
    ['%z.service', ['%z']],
    ['%%.service', ['%%.service']],
    [`${'a'.repeat(248)}.service b`, [`${'a'.repeat(248)}.service`, 'b']],
  ])('%s', (text, parts) => {
    for (const version of versions) expect(wrong('Unit.After', text, { version })).toEqual(parts)
  })

  test('messages', () => {
    expect(message('Unit.After', 'network')).toBe(
      "'network' does not end in a type of unit, such as '.target'",
    )
    expect(message('Unit.After', 'a.servce')).toBe(
      "'a.servce' ends in no type of unit; did you mean '.service'?",
    )
    expect(message('Unit.After', 'a.service,b.service')).toBe(
      "'a.service,b.service' is read as one name of a unit; several are parted by blanks",
    )
    expect(message('Unit.After', 'a/b.service')).toContain("'/' is not accepted in one")
    expect(message('Unit.After', 'a@b.mount')).toContain('mount units have no templates')
    expect(message('Unit.After', '.service')).toContain('nothing before its suffix')
  })

  test.each([
    ['network', 'network.target', false],
    ['web', 'web.service', false],
    ['web.Service', 'web.service', true],
    ['web.servce', 'web.service', false],
    ['"web.service"', 'web.service', true],
    ['a.service,b.service', 'a.service b.service', true],
  ])('%s was meant to be %s', (text, meant, safe) => {
    const [problem] = checkValue(text, place('Unit.Wants'))
    expect([problem?.replacements, problem?.safe ?? false]).toEqual([[meant], safe])
  })
})

describe('one unit', () => {
  test.each([
    ['Timer.Unit', 'web@.service', []],
    ['Timer.Unit', '%p.service', []],
    ['Timer.Unit', '', ['']],
    ['Timer.Unit', 'a b.service', ['a b.service']],
    ['Timer.Unit', '%n', ['%n']],
    ['Timer.Unit', '%N.timer', ['%N.timer']],
    ['Path.Unit', '%N.timer', []],
    ['Socket.Service', 'web.service', []],
    ['Socket.Service', 'web@1.service', []],
    ['Socket.Service', 'web@.service', ['web@.service']],
    ['Socket.Service', 'web.socket', ['web.socket']],
    ['Socket.Service', '%n', ['%n']],
    ['Service.Slice', 'app-web.slice', []],
    ['Service.Slice', 'a--b.slice', []],
    ['Service.Slice', 'user-%U.slice', []],
    ['Service.Slice', 'app.service', ['app.service']],
    ['Slice.Slice', 'app.slice', ['app.slice']],
    ['Service.Sockets', 'a.socket b@%i.socket', []],
    ['Service.Sockets', 'a.socket b.service', ['b.service']],
    ['Service.Sockets', 'a\\x2db.socket', []],
    ['Service.Sockets', 'a\\ b.socket', ['a\\ b.socket']],
    ['Service.Sockets', '%n', ['%n']],
  ])('%s=%s', (name, text, parts) => {
    for (const version of versions) expect(wrong(name, text, { version })).toEqual(parts)
  })

  test('a unit does not trigger itself, whatever it is called', () => {
    expect(wrong('Timer.Unit', 'web.timer', { unit: 'web.timer' })).toEqual(['web.timer'])
    expect(wrong('Timer.Unit', '%p.timer', { unit: 'web.timer' })).toEqual(['%p.timer'])
    expect(wrong('Timer.Unit', 'web.timer', { unit: 'app.timer' })).toEqual([])
    expect(wrong('Timer.Unit', 'web@.timer', { unit: 'web@.timer' })).toEqual([])
  })

  test('what the name of the file says', () => {
    expect(wrong('Socket.Service', 'web@%i.service', { unit: 'web.socket' })).toEqual(['web@%i.service'])
    expect(wrong('Socket.Service', 'web@%i.service', { unit: 'web@.socket' })).toEqual([])
    expect(wrong('Socket.Service', 'web@%i.service')).toEqual([])
  })
})

describe('users and groups', () => {
  test.each([
    ['', []],
    ['www-data', []],
    ['0', []],
    ['65536', []],
    ['4294967294', []],
    ['%i', []],
    ['%u', []],
    ['nobody', ['nobody noticed']],
    ['web app', ['web app noticed']],
    ['user@example.org', ['user@example.org noticed']],
    ['1a', ['1a noticed']],
    ['a'.repeat(32), [`${'a'.repeat(32)} noticed`]],
    ['"web', ['"web noticed']],
    // A rule of its own speaks of these.
    ['"web"', []],
    ['"a:b"', ['"a:b" refused']],
    ['00', ['00 refused']],
    ['65535', ['65535 refused']],
    ['4294967295', ['4294967295 refused']],
    ['99999999999', ['99999999999 refused']],
    ['-1', ['-1 refused']],
    ['-', ['- refused']],
    ['a:b', ['a:b refused']],
    ['a/b', ['a/b refused']],
    ['..', ['.. refused']],
    ['%z', ['%z refused']],
    ['%h', ['%h refused']],
  ])('User=%s', (text, parts) => {
    for (const version of versions) expect(wrong('Service.User', text, { version })).toEqual(parts)
  })

  test('a group of nobody is nothing special', () => {
    expect(wrong('Service.Group', 'nobody')).toEqual([])
    expect(wrong('Socket.SocketUser', 'nobody')).toEqual(['nobody noticed'])
  })

  test('a specifier may come to nothing, and to root', () => {
    expect(wrong('Service.User', '%i', { unit: 'web.service' })).toEqual(['%i refused'])
    expect(wrong('Service.User', '%i', { unit: 'web@.service' })).toEqual([])
    expect(wrong('Service.User', '%i', { unit: 'web@a:b.service' })).toEqual(['%i refused'])
    expect(wrong('Service.User', '0%U')).toEqual(['0%U refused'])
    expect(wrong('Service.User', '0%U', { manager: 'user' })).toEqual([])
  })

  test('lists', () => {
    expect(wrong('Service.SupplementaryGroups', 'adm www-data')).toEqual([])
    expect(wrong('Service.SupplementaryGroups', 'a.b c.d')).toEqual(['a.b noticed', 'c.d noticed'])
    expect(wrong('Service.SupplementaryGroups', 'a.b 65535 -1')).toEqual(['65535 refused'])
    expect(wrong('Service.SupplementaryGroups', 'a\\:b')).toEqual(['a\\:b refused'])
    expect(wrong('Service.SupplementaryGroups', 'a b\\')).toEqual(['b\\ refused'])
  })

  test('a zero in front can go', () => {
    const [problem] = checkValue('0033', place('Service.User'))
    expect(problem).toMatchObject({ message: "'0033' must not begin with a zero", replacements: ['33'] })
  })
})

describe('names with rules of their own', () => {
  test.each([
    ['Service.BusName', 'org.example.Web', []],
    ['Service.BusName', '-a.b1', []],
    ['Service.BusName', ':1.5', []],
    ['Service.BusName', 'org.%p', []],
    ['Service.BusName', '', ['']],
    ['Service.BusName', 'example', ['example']],
    ['Service.BusName', ':1', [':1']],
    ['Service.BusName', 'org..example', ['org..example']],
    ['Service.BusName', 'org.1example', ['org.1example']],
    ['Service.BusName', 'org/example.a', ['org/example.a']],
    ['Service.BusName', `a.${'b'.repeat(254)}`, [`a.${'b'.repeat(254)}`]],
    ['Service.BusName', 'org.%z', ['%z']],
    ['Service.LogNamespace', 'web@1', []],
    ['Service.LogNamespace', '.a', []],
    ['Service.LogNamespace', 'a'.repeat(222), []],
    ['Service.LogNamespace', 'a'.repeat(223), ['a'.repeat(223)]],
    ['Service.LogNamespace', '..', ['..']],
    ['Service.LogNamespace', 'a*b', ['a*b']],
    ['Service.LogNamespace', 'a\\b', ['a\\b']],
    ['Service.LogNamespace', '%h', ['%h']],
    ['Unit.RebootArgument', 'a b', []],
    ['Unit.RebootArgument', 'é', ['é']],
    ['Unit.RebootArgument', 'a'.repeat(256), ['a'.repeat(256)]],
    ['Unit.RebootArgument', '%z', ['%z']],
    ['Unit.ConditionHost', '!web*', []],
    ['Unit.ConditionHost', '|!%m', []],
    ['Unit.ConditionHost', '100%', []],
    ['Unit.ConditionHost', '|!%z', ['%z']],
    ['Unit.AssertSecurity', 'nonsense', []],
  ])('%s=%s', (name, text, parts) => {
    for (const version of versions) expect(wrong(name, text, { version })).toEqual(parts)
  })

  test('a namespace of nothing', () =>
    expect(wrong('Service.LogNamespace', '%i', { unit: 'web.service' })).toEqual(['%i']))

  test('why a bus name is none', () => {
    expect(message('Service.BusName', 'example')).toContain('two parts')
    expect(message('Service.BusName', 'a..b')).toContain('is empty')
    expect(message('Service.BusName', 'a.1b')).toContain("'1b' begins with a digit")
  })
})

describe('documentation', () => {
  test.each([
    ['', []],
    ['https://example.org man:nginx(8) file:///usr/share/doc info:gcc', []],
    ['"https://example.org/a b"', []],
    ['https://example.org/%%20', []],
    ['%H', []],
    ['file:/x file:x', ['file:x']],
    ['man:', ['man:']],
    ['HTTPS://example.org', ['HTTPS://example.org']],
    ['https://exämple.org', ['https://exämple.org']],
    ['https://example.org/%zz', ['%z']],
    ['"https://example.org', ['"https://example.org']],
  ])('%s', (text, parts) => {
    for (const version of versions) expect(wrong('Unit.Documentation', text, { version })).toEqual(parts)
  })

  test.each([
    ['www.example.org', 'https://www.example.org'],
    ['example.org/docs', 'https://example.org/docs'],
    ['nginx(8)', 'man:nginx(8)'],
    ['/usr/share/doc/x', 'file:///usr/share/doc/x'],
  ])('%s was meant to be %s', (text, meant) =>
    expect(checkValue(text, place('Unit.Documentation'))[0]?.replacements).toEqual([meant]),
  )
})

describe('[Install]', () => {
  // Asked of `systemctl --root=... enable` of 252, 257 and 262.
  test.each([
    ['Install.WantedBy', '"multi-user.target" a@.service b@c.mount', 'web.service', []],
    ['Install.WantedBy', 'multi-user', 'web.service', ['multi-user refused']],
    ['Install.WantedBy', '"a.target', 'web.service', ['"a.target ignored']],
    ['Install.WantedBy', '%h.target', 'web.service', ['%h refused']],
    ['Install.RequiredBy', 'a.target é.target', 'web.service', ['é.target refused']],
    ['Install.Also', 'web.socket', 'web.service', []],
    ['Install.Also', '"web.socket"', 'web.service', ['"web.socket" refused']],
    ['Install.Also', 'web.socket\\', 'web.service', ['web.socket\\ refused']],
    ['Install.Alias', 'www.service', 'web.service', []],
    ['Install.Alias', 'multi-user.target.wants/web.service', 'web.service', []],
    ['Install.Alias', 'www.socket', 'web.service', ['www.socket refused']],
    ['Install.Alias', 'www@.service', 'web.service', ['www@.service refused']],
    ['Install.Alias', 'www.service', 'web@.service', ['www.service refused']],
    ['Install.Alias', 'www@1.service', 'web@.service', []],
    ['Install.Alias', 'x.mount', 'srv.mount', ['x.mount ignored']],
    ['Install.DefaultInstance', '1', 'web.service', ['1 ignored']],
    ['Install.DefaultInstance', '1', 'web@1.service', []],
    ['Install.DefaultInstance', 'a@b', 'web@.service', []],
    ['Install.DefaultInstance', 'a/b', 'web@.service', ['a/b refused']],
    ['Install.DefaultInstance', '%z', 'web@.service', ['%z refused']],
  ])('%s=%s in %s', (name, text, unit, parts) => expect(wrong(name, text, { unit })).toEqual(parts))

  test('what nobody knows without the name of the file', () => {
    expect(wrong('Install.Alias', 'www.socket')).toEqual([])
    expect(wrong('Install.DefaultInstance', '1')).toEqual([])
  })
})

describe('completion', () => {
  const complete = (name: string, marked: string, options?: Options, accounts?: Accounts) => {
    const at = place(name, options)
    const cursor = marked.indexOf('$0')
    const text = marked.replace('$0', '')
    const found = valueTypeOf(at.directive.parser)?.complete?.(
      text,
      cursor,
      at,
      testEnvironment({ accounts }),
    )
    return found && { over: text.slice(found.from, found.to), items: found.items }
  }
  const items = (name: string, marked: string, options?: Options, accounts?: Accounts) => {
    const found = complete(name, marked, options, accounts)
    return found && { over: found.over, labels: found.items.map(({ label }) => label) }
  }

  test('schemes, until there is one', () => {
    expect(items('Unit.Documentation', 'man:a(8) ht$0')).toMatchObject({ over: 'ht' })
    expect(items('Unit.Documentation', '$0')?.labels).toContain('man:')
    expect(items('Unit.Documentation', 'https://$0')).toBeUndefined()
  })

  test('well-known users and groups, for the system manager', () => {
    expect(items('Service.User', 'w$0')).toMatchObject({ over: 'w' })
    expect(items('Service.User', '$0')?.labels).toContain('www-data')
    expect(items('Service.SupplementaryGroups', 'a $0')?.labels).toContain('systemd-journal')
    expect(items('Service.User', '$0', { manager: 'user' })).toBeUndefined()
  })

  describe('with the accounts of this machine', () => {
    const accounts: Accounts = {
      users: [
        { name: 'root', id: 0 },
        { name: 'postgres', id: 111 },
        { name: 'deploy', id: 1001 },
        { name: 'nobody', id: 65534 },
      ],
      groups: [
        { name: 'adm', id: 4 },
        { name: 'deploy', id: 1001 },
        { name: 'video', id: 44 },
      ],
    }

    test.each(['Service.User', 'Socket.SocketUser'])('%s= takes users, those of people first', (name) => {
      expect(complete(name, '$0', {}, accounts)?.items).toEqual([
        { label: 'root', kind: 'value', detail: 'uid 0, may do anything' },
        { label: 'postgres', kind: 'value', detail: 'uid 111' },
        { label: 'deploy', kind: 'value', detail: 'uid 1001', rank: 0 },
        { label: 'nobody', kind: 'value', detail: 'uid 65534' },
        { label: 'www-data', kind: 'value', detail: 'web servers on Debian and Ubuntu' },
        { label: 'daemon', kind: 'value', detail: 'for daemons of old' },
      ])
    })
    test.each(['Service.Group', 'Service.SupplementaryGroups', 'Socket.SocketGroup'])(
      '%s= takes groups',
      (name) => {
        const offered = complete(name, '$0', {}, accounts)!.items
        expect(offered.find(({ label }) => label === 'video')?.detail).toBe('gid 44')
        expect(offered.find(({ label }) => label === 'adm')?.detail).toBe(
          'gid 4, may read logs on Debian and Ubuntu',
        )
        expect(offered.map(({ label }) => label)).not.toContain('postgres')
      },
    )
    test('conditions on the user are about the manager', () => {
      const user = { manager: 'user' } as const
      expect(items('Unit.ConditionUser', '!$0', user, accounts)?.labels).toContain('deploy')
      expect(items('Unit.AssertGroup', '$0', user, accounts)?.labels).toContain('video')
      expect(items('Unit.ConditionUser', '$0', {}, accounts)?.labels).toEqual(['root', '@system'])
      expect(items('Unit.ConditionGroup', '$0', {}, accounts)?.labels).toEqual(['root'])
    })
  })

  test('conditions, behind their prefix', () => {
    expect(items('Unit.ConditionKernelVersion', '|!>$0')).toMatchObject({ over: '>' })
    expect(items('Unit.ConditionMemory', '$0')?.labels).toContain('>=1G')
    expect(items('Unit.ConditionSecurity', '$0')).toBeUndefined()
  })

  test('what is offered is accepted', () => {
    const names = ['Service.User', 'Service.Group', 'Unit.ConditionMemory', 'Unit.ConditionFirmware']
    for (const name of names) {
      for (const label of items(name, '$0')!.labels) expect([label, wrong(name, label)]).toEqual([label, []])
    }
  })
})

describe('meanings', () => {
  const meaning = (name: string, marked: string) => {
    const at = place(name)
    const text = marked.replace('$0', '')
    return valueTypeOf(at.directive.parser)?.describe?.(text, marked.indexOf('$0'), at)?.markdown
  }

  test.each([
    ['Unit.After', 'a.service srv-my\\x2d$0data.mount', 'The mount unit of `/srv/my-data`.'],
    ['Unit.After', 'web@dev-sda\\x2d1$0.service', '`%I` being `dev/sda-1`'],
    ['Unit.After', 'web$0@1.service', 'with `%i` being `1`.'],
    ['Unit.After', 'web\\x2d1$0.service', 'Unescaped: `web-1`.'],
    ['Service.Slice', 'app-web$0.slice', 'A slice in `app.slice`.'],
    ['Service.Sockets', 'a\\x2db$0.socket', 'systemd drops the backslashes and reads `ax2db.socket`.'],
    ['Install.WantedBy', '"srv-a$0.mount"', 'The mount unit of `/srv/a`.'],
    ['Unit.Documentation', 'man:nginx$0(8)', 'The manual page of **nginx** in section 8'],
    ['Service.User', '0$0', 'may do anything'],
    ['Service.Group', 'root$0', 'gives none of root’s rights'],
    ['Service.Group', '0$0', 'gives none of root’s rights'],
    ['Service.Group', '1001$0', 'The group with the number 1001'],
    ['Service.User', 'web$0', 'The user of this name. It must be there'],
    ['Service.User', 'web$0', 'or made by `DynamicUser=yes`'],
    ['Socket.SocketUser', 'web$0', 'when the unit is started, or else the start fails'],
    ['Service.User', 'www-data$0', 'web servers on Debian'],
    ['Unit.ConditionHost', '|$0!web', 'holds where the test fails'],
    ['Unit.ConditionCPUs', '>=4$0', 'the number of usable processors is at least 4'],
    ['Unit.ConditionMemory', '!4G$0', 'the machine’s memory is at least 4G'],
  ])('%s=%s', (name, marked, text) => expect(meaning(name, marked)).toContain(text))

  test('quotes are no backslashes', () =>
    expect(meaning('Install.WantedBy', '"srv-a$0.mount"')).not.toContain('backslashes'))

  test.each([
    ['Unit.After', 'network$0.target'],
    ['Unit.After', '-$0.slice'],
    ['Unit.ConditionHost', 'web$0'],
    ['Unit.Documentation', 'https://example$0.org'],
  ])('nothing to say of %s=%s', (name, marked) => expect(meaning(name, marked)).toBeUndefined())
})
