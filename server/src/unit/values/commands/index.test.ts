import { describe, expect, test } from 'vitest'
import { ends } from '../../../../../test/property/duration.ts'
import { findDirective } from '../../data/directives.ts'
import { testEnvironment } from '../../testing/check.ts'
import { checkValue } from '../index.ts'
import type { Place } from '../problem.ts'
import { commandTypes } from './index.ts'

function place(name: string, version = 262, section = 'Service'): Place {
  return { directive: findDirective(section, name)!, version, manager: 'system' }
}

/** The parts of a value that are wrong. */
function wrong(name: string, text: string, version?: number, section?: string): readonly string[] {
  return checkValue(text, place(name, version, section)).map(({ from, to }) => text.slice(from, to))
}

function messages(name: string, text: string, version?: number): readonly string[] {
  return checkValue(text, place(name, version)).map(({ message }) => message)
}

const versions = [252, 254, 257, 262]

// What is here was asked of 252, 257 and 262, unless a version is named.
describe('Environment=', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['A=b', []],
    ['A=', []],
    ['A=b c', ['c']],
    ['A = b', ['A', '=', 'b']],
    ['"A=b c" D="e f" \'G=h\'', []],
    ['A==b', []],
    ['=b', ['=b']],
    ['A-B=c 1A=b a.b=c', ['A-B=c', '1A=b', 'a.b=c']],
    ['é=a A=é', ['é=a']],
    ['A=\\x41 B=\\q C=d', ['\\q']],
    ['A=b "C=d', ['"C=d']],
    ['A=b\\', ['\\']],
    ['A=\\xff', ['A=\\xff']],
    ['A=\\xc3\\xa9', []],
    ['A=%n B=%Z C=%h/x', ['%Z']],
    ['A=100% B=%%', []],
    ['A=b # c', ['#', 'c']],
    ['%n=a', ['%n=a']],
    ['A%n', ['A%n']],
    // What these expand to is up to the name of the unit and the machine.
    ['%p=a A%i=b %I %A', []],
  ])('%s', (text, expected) => {
    for (const version of versions) expect(wrong('Environment', text, version)).toEqual(expected)
  })

  test('messages', () => {
    expect(messages('Environment', 'A=b c')).toEqual([
      "'c' is no assignment; write NAME=VALUE, with quotes around it all if the value holds blanks",
    ])
    expect(messages('Environment', '=b a-b=c "x')).toEqual([
      "'=b' assigns to no variable; write NAME=VALUE without blanks around the '='",
      "'a-b' is no name of a variable; those are made of letters, digits and '_', and begin with no digit",
      "the quote in '\"x' has no end; systemd ignores the rest of the line",
    ])
  })

  test('fixes', () => {
    expect(checkValue('A=\\d', place('Environment'))[0]).toMatchObject({
      replacements: ['\\\\d'],
      safe: true,
    })
    expect(checkValue('A=%Z', place('Environment'))[0]).toMatchObject({ replacements: ['%%Z'] })
  })

  test('a specifier is found behind quotes and escapes', () => {
    expect(wrong('Environment', '"A=a b" B="\\x41 %Z"')).toEqual(['%Z'])
    expect(wrong('Environment', '"A=\\x25Z"')).toEqual(['"A=\\x25Z"'])
  })
})

describe('names of variables', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['HOME LANG', [], []],
    ['"HOME" 1A', ['1A'], ['1A']],
    ['A=b', ['A=b'], []],
    ['A-B=c', ['A-B=c'], ['A-B=c']],
    ['A\\q', [], ['\\q']],
    ['A "B', ['"B'], ['"B']],
    ['%n %p %Z', ['%n', '%Z'], ['%n', '%Z']],
  ])('%s', (text, passed, unset) => {
    for (const version of versions) {
      expect(wrong('PassEnvironment', text, version)).toEqual(passed)
      expect(wrong('UnsetEnvironment', text, version)).toEqual(unset)
    }
  })

  test('an assignment is told from a bad name', () =>
    expect(messages('PassEnvironment', 'A=b')).toEqual([
      "'PassEnvironment=' takes names only, and 'A=b' is an assignment",
    ]))
})

describe('EnvironmentFile=', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['/etc/web env', []],
    ['-/etc/*.env', []],
    ['etc/web', ['etc/web']],
    ['-etc/web', ['etc/web']],
    ['-', ['']],
    ['~/env', ['~/env']],
    ['"/etc/web"', ['"/etc/web"']],
    ['/etc/../web', ['/etc/../web']],
    ['/etc/./web//', []],
    ['%h/env', []],
    ['-%n', ['%n']],
    ['%i', []],
    ['/etc/%Z', ['%Z']],
    [`/${'a'.repeat(255)}`, []],
    [`/${'a'.repeat(256)}`, [`/${'a'.repeat(256)}`]],
  ])('%s', (text, expected) => {
    for (const version of versions) expect(wrong('EnvironmentFile', text, version)).toEqual(expected)
  })

  // A pattern with two ways to read each letter takes years for these.
  test.each([
    '/etc/default/a-rather-long-name-of-a-service-%i',
    `/${'a'.repeat(70)}%Z`,
    `-/${'a/'.repeat(38)}.`,
  ])('%s is read to its end', (text) => {
    expect(ends(() => checkValue(text, place('EnvironmentFile')))).toBe(true)
  })

  test('dots above the root', () => {
    expect(wrong('EnvironmentFile', '/../web', 254)).toEqual(['/../web'])
    expect(wrong('EnvironmentFile', '/../web', 257)).toEqual([])
  })

  test('quotes go', () =>
    expect(checkValue('-"/etc/web"', place('EnvironmentFile'))[0]).toMatchObject({
      from: 1,
      replacements: ['/etc/web'],
      safe: true,
    }))
})

describe('LogExtraFields=', () => {
  test.each<[string, readonly string[]]>([
    ['APP=web V_1=3', []],
    ['"A=b c"', []],
    ['app=web _A=b 1A=b', ['app=web', '_A=b', '1A=b']],
    ['A', ['A']],
    ['=b', ['=b']],
    [`${'A'.repeat(64)}=x`, []],
    [`${'A'.repeat(65)}=x`, [`${'A'.repeat(65)}=x`]],
    ['A=\\xff', []],
    ['A=\\q', ['\\q']],
    ['%i=a %A', []],
    ['A%$Xi', ['A%$Xi']],
  ])('%s', (text, expected) => {
    for (const version of versions) expect(wrong('LogExtraFields', text, version)).toEqual(expected)
  })
})

describe('credentials', () => {
  test.each<[string, readonly string[]]>([
    ['a:b', []],
    ['a b:c:d', []],
    ['a', ['a']],
    ['a:', ['a:']],
    [':b', ['']],
    ['a/b:c', ['a/b']],
    ['..:c', ['..']],
    ['é:c', ['é']],
    ['a\\:b:c', ['a\\:b']],
    ['a:b\\n\\x00', []],
    ['a:b\\q', ['\\q']],
    ['a\\', ['a\\']],
    ['a:%Z', []],
    ['%Z:a', ['%Z']],
    ['%n:a %i:b', []],
    ['%h:a', ['%h']],
    [`${'a'.repeat(255)}:x`, []],
    [`${'a'.repeat(256)}:x`, ['a'.repeat(256)]],
  ])('SetCredential=%s', (text, expected) => {
    for (const version of versions) expect(wrong('SetCredential', text, version)).toEqual(expected)
  })

  test('encrypted ones are Base64', () => {
    expect(wrong('SetCredentialEncrypted', 'a:YWJj YQ==')).toEqual([])
    expect(wrong('SetCredentialEncrypted', 'a:secret!')).toEqual(['secret!'])
  })

  test.each<[string, readonly string[]]>([
    ['a', []],
    ['a:', []],
    ['a:/etc/a', []],
    ['a:b', []],
    ['a:b/c', ['b/c']],
    ['a:/etc/a/', []],
    ['a:/etc/../a', ['/etc/../a']],
    ['a:/etc//a', ['/etc//a']],
    ['a:/etc/.', ['/etc/.']],
    ['a:/x:y', []],
    ['a:x:y', ['x:y']],
    ['a:%h/x', []],
    ['a:%i/x', []],
    ['a:%n/x', ['%n/x']],
    ['a:/%Z', ['%Z']],
    ['a/b', ['a/b']],
  ])('LoadCredential=%s', (text, expected) => {
    for (const version of versions) expect(wrong('LoadCredential', text, version)).toEqual(expected)
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['a', [], []],
    ['a.*', [], []],
    ['*', [], []],
    ['a*b', ['a*b'], ['a*b']],
    ['a?', ['a?'], ['a?']],
    ['a:b', ['a:b'], []],
    ['a:b/c', ['a:b/c'], ['b/c']],
    ['a:%Z', ['%Z'], []],
    ['%Z', ['%Z'], ['%Z']],
    [`${'a'.repeat(255)}*`, [`${'a'.repeat(255)}*`], [`${'a'.repeat(255)}*`]],
  ])('ImportCredential=%s', (text, at254, at257) => {
    expect(wrong('ImportCredential', text, 254)).toEqual(at254)
    expect(wrong('ImportCredential', text, 257)).toEqual(at257)
    expect(wrong('ImportCredential', text, 262)).toEqual(at257)
  })
})

describe('standard input', () => {
  test.each<[string, readonly string[]]>([
    ['a "b', []],
    ['a\\n\\x41', []],
    ['a\\q', ['\\q']],
    ['a\\', ['\\']],
    ['a\\x00', ['\\x']],
    ['%n 100%', []],
    ['%Z', ['%Z']],
    ['\\x25Z', ['\\x25Z']],
    ['\\x25%Z', []],
  ])('text %s', (text, expected) => {
    for (const version of versions) expect(wrong('StandardInputText', text, version)).toEqual(expected)
  })

  test('half a surrogate pair', () => {
    expect(wrong('StandardInputText', '\\ud800', 257)).toEqual([])
    expect(wrong('StandardInputText', '\\ud800', 262)).toEqual(['\\u'])
    expect(wrong('SetCredential', 'a:\\ud800', 257)).toEqual([])
  })

  test.each(['', 'YQ==', 'YWI=', 'YWJj', 'YWJj YWJj', 'YQ= ='])('data %j', (text) => {
    for (const version of versions) expect(wrong('StandardInputData', text, version)).toEqual([])
  })
  test.each(['YQ', 'YQ=', 'YR==', 'YWJ=YWJj', 'YWK=x', 'YQ==YQ==', '====', 'YWJj#', '%n', 'Y==='])(
    'data %j is none',
    (text) => {
      for (const version of versions) expect(wrong('StandardInputData', text, version)).toEqual([text])
    },
  )
  test('the other alphabet', () => {
    expect(wrong('StandardInputData', '-_-_', 254)).toEqual(['-_-_'])
    expect(wrong('StandardInputData', '-_-_', 257)).toEqual([])
  })
})

test('free text', () => {
  for (const text of ['', 'a "b\\', '%n at 100%', '%%Z', '%y']) {
    for (const version of versions) expect(wrong('Description', text, version, 'Unit')).toEqual([])
  }
  expect(wrong('Description', 'a %Z', 262, 'Unit')).toEqual(['%Z'])
  expect(wrong('Description', '%D', 254, 'Unit')).toEqual(['%D'])
  expect(wrong('Description', '%D', 257, 'Unit')).toEqual([])
  expect(wrong('TCPCongestion', '%Z "', 262, 'Socket')).toEqual([])
})

test('commands', () => {
  expect(wrong('ExecStart', '/bin/a "b')).toEqual(['"b'])
  expect(wrong('ExecStart', '/bin/a \\d')).toEqual(['\\d'])
  // A blank behind the backslash is what is wrong here, and another rule's affair.
  expect(wrong('ExecStart', '/bin/a \\')).toEqual([])
  expect(messages('ExecStart', 'bin/a')).toEqual([
    "the program 'bin/a' is neither an absolute path nor a plain name; systemd refuses the unit",
  ])
  expect(messages('ExecStart', '-bin/a')).toEqual([
    "the program 'bin/a' is neither an absolute path nor a plain name; systemd ignores it and the rest of the line",
  ])
  expect(messages('ExecStart', '/bin/date +%F')).toEqual([
    "'%F' in 'ExecStart=' is no specifier; a percent sign is written '%%'; systemd refuses the unit",
  ])
  expect(checkValue('/bin/date +%F', place('ExecStart'))[0]).toMatchObject({
    effect: 'refused',
    replacements: ['%%F'],
  })
  expect(checkValue('!!/bin/a', place('ExecStart'))[0]).toMatchObject({ effect: 'noticed' })
  expect(checkValue('/bin/a', place('ExecStart'))).toEqual([])
})

describe('what values mean', () => {
  const meaning = (name: string, marked: string, section?: string) => {
    const cursor = marked.indexOf('¦')
    const text = marked.replace('¦', '')
    const where = place(name, 262, section)
    const found = commandTypes[where.directive.parser]!.describe?.(text, cursor, where)
    return found && [text.slice(found.from, found.to), found.markdown]
  }

  test('commands', () => {
    expect(meaning('ExecStart', '-¦@/bin/a b')).toEqual([
      '@',
      '**@** The word behind the program is what the program is told it is called (its `argv[0]`); arguments follow it.',
    ])
    expect(meaning('ExecStart', '-/bin/¦a b')).toEqual([
      '/bin/a',
      '`/bin/a` is run directly, without a shell: pipes, redirections, globs, `~` and `&&` are arguments like any other.',
    ])
    expect(meaning('ExecStart', 'a ; ¦b')?.[1]).toMatch(
      /^`b` is run .* It is looked up in a fixed list of folders\.$/,
    )
    expect(meaning('ExecStart', '|¦a b')?.[1]).toMatch(/given to the shell/)
    expect(meaning('ExecStart', '/bin/a ¦b')).toBeUndefined()
    expect(meaning('ExecStart', './¦a')).toBeUndefined()
  })

  test('the rest', () => {
    expect(meaning('Environment', 'A=b "C=d¦ e"')).toEqual(['"C=d e"', 'Sets `C` to `d e`.'])
    expect(meaning('Environment', 'A=¦')).toEqual(['A=', 'Sets `A` to the empty text.'])
    expect(meaning('Environment', 'A=\\n`¦')?.[1]).toBe("Sets `A` to `\\n'`.")
    expect(meaning('Environment', 'a-b=¦c')).toBeUndefined()
    expect(meaning('EnvironmentFile', '-/etc/¦a')?.[1]).toMatch(/it may be missing/)
    expect(meaning('EnvironmentFile', '/etc/¦*.env')?.[1]).toMatch(/each file .* fails to start without/)
    expect(meaning('StandardInputData', 'YWJj¦ZA==')?.[1]).toBe('4 bytes of data.')
    expect(meaning('LoadCredential', 'key:/etc/¦key')?.[1]).toBe(
      'The service finds `/etc/key` as `$CREDENTIALS_DIRECTORY/key`.',
    )
    expect(meaning('LoadCredential', 'ke¦y')?.[1]).toMatch(/the credential `key` of the manager/)
    expect(meaning('LoadCredential', 'a/¦b')).toBeUndefined()
    expect(meaning('SetCredential', 'a¦:b')?.[1]).toMatch(/this text as `\$CREDENTIALS_DIRECTORY\/a`/)
    expect(meaning('ImportCredential', 'a.¦*:b.')?.[1]).toMatch(
      /begin with `a\.`.*renamed to begin with `b\.`/,
    )
    expect(meaning('ImportCredential', 'a¦:b')?.[1]).toMatch(/`a` of the system.*renamed to `b`/)
    expect(meaning('PassEnvironment', 'A B¦')).toEqual(['B', 'Passes on `B`, if the manager itself has it.'])
    expect(meaning('UnsetEnvironment', 'A¦=b')).toEqual(['A=b', 'Removes `A` if it is `b`.'])
    expect(meaning('UnsetEnvironment', 'A¦')?.[1]).toBe('Removes `A`, wherever it was set.')
    expect(meaning('LogExtraFields', '"A=b ¦c"')?.[1]).toMatch(/the field `A` with `b c`/)
    expect(meaning('LogFilterPatterns', '~a¦b')?.[1]).toBe('Messages that match `ab` are dropped.')
  })
})

describe('LogFilterPatterns=', () => {
  // Asked of 257 and 262, which say of all but the first no more than that the pattern is bad, without file and line.
  test.each(['~', '(a', 'a)', '[a', '*a', '~+', '(?:a|(b)', '[^]a', 'a[[:alpha:]'])('refuses %s', (text) =>
    expect(wrong('LogFilterPatterns', text)).toEqual([text]),
  )

  test.each([
    '',
    'error',
    '~^GET /health',
    '[]a]',
    '[^]a]',
    'a{2',
    '\\(',
    '[(]',
    '[\\](]',
    '[[(]',
    '(?i)web',
    '(?#()a',
    '\\Q(\\E',
    '[[:alpha:]()]',
    '(a|b(c))+',
    '%Z',
  ])('takes %s', (text) => expect(wrong('LogFilterPatterns', text)).toEqual([]))
})

test('what completion offers is accepted', () => {
  const where = place('TCPCongestion', 262, 'Socket')
  const found = commandTypes.string!.complete?.('cu', 2, where, testEnvironment())
  expect(found?.items.map(({ label }) => label)).toContain('cubic')
  expect([found?.from, found?.to]).toEqual([0, 2])
})

test('variables and credentials named after the unit, where its name is known', () => {
  const check = (name: string, text: string, unit: string) =>
    checkValue(text, { ...place(name), unit }).map(({ from, to }) => text.slice(from, to))
  expect(check('PassEnvironment', 'A %N', 'web-app.service')).toEqual(['%N'])
  expect(check('PassEnvironment', 'A %N', 'web.service')).toEqual([])
  expect(check('Environment', '%i=x', 'web.service')).toEqual(['%i=x'])
  expect(check('Environment', '%i=x', 'web@blue.service')).toEqual([])
  expect(check('Environment', '%i=x', 'web@.service')).toEqual([])
  expect(check('SetCredential', '%i:x', 'web.service')).toEqual(['%i'])
  expect(check('SetCredential', '%i:x', 'web@.service')).toEqual([])
  expect(check('LoadCredential', 'a:%ix/y', 'web.service')).toEqual(['%ix/y'])
  expect(check('LoadCredential', 'a:%i/y', 'web.service')).toEqual([])
})
