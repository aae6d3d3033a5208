import { describe, expect, test } from 'vitest'
import { type Command, parseCommandLine } from './command-line.ts'

const text = (words: readonly { readonly text: string }[]) => words.map((word) => word.text)

/** The commands of a value: prefixes, program, own name where given, arguments. */
function read(value: string, version?: number): readonly (readonly string[])[] {
  return parseCommandLine(value, version).commands.map(
    ({ prefixes, program, argv0, arguments: rest }: Command) => [
      prefixes.map(({ char }) => char).join(' '),
      program.text,
      ...(argv0 ? [`(${argv0.text})`] : []),
      ...text(rest),
    ],
  )
}

/** Faults, what systemd does, and where they are. */
function faults(value: string, version?: number): readonly string[] {
  return parseCommandLine(value, version).problems.map(
    ({ fault, effect, from, to }) => `${effect} ${fault}: ${value.slice(from, to)}`,
  )
}

describe('words', () => {
  test.each([
    ['/bin/true', [['', '/bin/true']]],
    [' /bin/sh  -c "a && b"', [['', '/bin/sh', '-c', 'a && b']]],
    [`echo a'b c'"d" $X`, [['', 'echo', 'ab cd', '$X']]],
    ['echo \\x41\\s\\xc3\\xa9 "" ', [['', 'echo', 'A é', '']]],
    ['echo a > b | c', [['', 'echo', 'a', '>', 'b', '|', 'c']]],
  ])('%j', (value, commands) => {
    expect(read(value)).toEqual(commands)
    expect(faults(value)).toEqual([])
  })

  test('where they are', () => {
    const value = `-"/bin/my prog" 'a b'  c`
    const [command] = parseCommandLine(value).commands
    const spans = [command!.program, ...command!.arguments].map(({ from, to }) => value.slice(from, to))
    expect(spans).toEqual(['"/bin/my prog"', "'a b'", 'c'])
    expect(command!.prefixes).toEqual([{ char: '-', from: 0, to: 1 }])
    expect([command!.from, command!.to]).toEqual([0, value.length])
  })
})

describe('several commands', () => {
  test.each([
    [
      'a ; b',
      [
        ['', 'a'],
        ['', 'b'],
      ],
    ],
    ['a;b', [['', 'a;b']]],
    ['a b; c', [['', 'a', 'b;', 'c']]],
    ['a \\; b', [['', 'a', ';', 'b']]],
    ['a ";" b', [['', 'a', ';', 'b']]],
    ['a ;', [['', 'a']]],
    ['; a', [['', 'a']]],
    [';', []],
    [
      '@a b ; -c',
      [
        ['@', 'a', '(b)'],
        ['-', 'c'],
      ],
    ],
  ])('%j', (value, commands) => {
    expect(read(value)).toEqual(commands)
    expect(faults(value)).toEqual([])
  })

  test('separators', () =>
    expect(parseCommandLine('a ; b \\; c ;').separators).toEqual([
      { from: 2, to: 3 },
      { from: 11, to: 12 },
    ]))

  test('those before a bad one hold', () => {
    expect(read('a ; b/c ; d')).toEqual([['', 'a']])
    expect(faults('a ; b/c ; d')).toEqual(['refused program-not-absolute: b/c'])
  })
})

describe('prefixes', () => {
  test.each([
    ['-@:+/bin/a b', '- @ : +'],
    ['!/bin/a', '!'],
    ['!!/bin/a', '!!'],
    ['!-!/bin/a', '! - !'],
    ['|a', '|'],
    ['-|@', '- | @'],
  ])('%s', (value, prefixes) => expect(read(value)[0]?.[0]).toBe(prefixes))

  test.each(['!!!/bin/a', '!+/bin/a', '+!/bin/a', '++/bin/a', '::/bin/a', '@@/bin/a'])(
    'too many: %s',
    (value) =>
      expect(faults(value, 257)).toEqual([
        `refused program-not-absolute: ${value.slice(value.indexOf('/') - 1)}`,
      ]),
  )

  test('!! did something once', () => {
    expect(faults('!!/bin/a', 257)).toEqual([])
    expect(faults('!!/bin/a', 262)).toEqual(['noticed ambient-prefix: !!'])
    expect(faults('!-!/bin/a', 262)).toEqual(['noticed ambient-prefix: !'])
  })

  test('| is for newer versions', () => {
    expect(faults('|/bin/a', 257)).toEqual(['refused program-not-absolute: |/bin/a'])
    expect(read('|/bin/a b', 262)).toEqual([['|', '/bin/a', 'b']])
    expect(read('|', 262)).toEqual([['|', '']])
    expect(read('|@', 262)).toEqual([['| @', '']])
  })

  test('@ wants a name', () => {
    expect(faults('@/bin/a')).toEqual(['refused missing-argv0: @/bin/a'])
    expect(faults('@-/bin/a')).toEqual(['ignored missing-argv0: @-/bin/a'])
    expect(read('@/bin/a b c')).toEqual([['@', '/bin/a', '(b)', 'c']])
  })
})

// Asked of 252, 257 and 262.
describe('programs', () => {
  test.each([
    'true',
    '/bin/é',
    '/bin/../bin/a',
    '/bin/a b',
    '/..a',
    'FOO=bar',
    '~',
    '$HOME',
    '%h/bin/a',
    '%i/a',
    '/%n',
    '%n',
  ])('%s is one', (program) => {
    for (const version of [252, 254, 257, 262]) expect(faults(`"${program}"`, version)).toEqual([])
  })

  test.each([
    ['bin/a', 'program-not-absolute'],
    ['a%f', 'program-not-absolute'],
    ['./a', 'program-not-absolute'],
    ['~/a', 'program-not-absolute'],
    ['%n/a', 'program-not-absolute'],
    ['%PG_BINDIR%/postgres', 'program-not-absolute'],
    ['/bin/', 'program-is-directory'],
    ['/', 'program-is-directory'],
    ['/bin/a\\\\b', 'program-characters'],
    ["/bin/a'b", 'program-characters'],
    ['/bin/a\\tb', 'program-characters'],
    ['%Z', 'specifier'],
    ['', 'empty-program'],
    [`/${'a'.repeat(256)}`, 'program-too-long'],
    [`/${'a'.repeat(255)}`.repeat(17), 'program-too-long'],
  ])('%s is none', (program, fault) => {
    for (const version of [252, 254, 257, 262]) {
      expect(faults(`"${program}" a`, version)).toEqual([expect.stringContaining(`refused ${fault}`)])
      expect(faults(`"-${program}" a`, version)).toEqual([expect.stringContaining(`ignored ${fault}`)])
    }
  })

  test('in some versions', () => {
    for (const folder of ['/bin/.', '/bin/..']) {
      expect(faults(folder, 254)).toEqual([])
      expect(faults(folder, 257)).toEqual([`refused program-is-directory: ${folder}`])
    }
    for (const odd of ['/bin/*', '/bin/a?', '/bin/[a]', '/bin/\\xff']) {
      expect(faults(odd, 257)).toEqual([])
      expect(faults(odd, 262)).toEqual([`refused program-characters: ${odd}`])
    }
    expect(faults('/bin/\\xc3\\xa9', 262)).toEqual([])
  })
})

describe('quotes, escapes and specifiers', () => {
  test.each([
    ['echo "a', ['refused open-quote: "a']],
    ["echo it's", ["refused open-quote: 's"]],
    ['-echo "a', ['ignored open-quote: "a']],
    // systemd goes on without the line when its first word does not end.
    ['"echo a', ['ignored open-quote: "echo a']],
    ['echo \\d+ \\é', ['ignored unknown-escape: \\d', 'ignored unknown-escape: \\é']],
    ['echo a\\', ['ignored unknown-escape: \\']],
    ['echo %Z', ['refused specifier: %Z']],
    ['-echo +%F a', ['ignored specifier: +%F']],
    ['echo 100% %% %- %i', []],
  ])('%j', (value, expected) => expect(faults(value)).toEqual(expected))

  test('an unknown escape stays as it is', () => expect(read('echo \\d+')).toEqual([['', 'echo', '\\d+']]))

  test('half a surrogate pair', () => {
    expect(faults('echo \\ud800', 257)).toEqual([])
    expect(faults('echo \\ud800', 262)).toEqual(['ignored unknown-escape: \\u'])
  })
})

test('nothing in it', () =>
  expect(parseCommandLine('')).toEqual({ commands: [], separators: [], problems: [] }))
