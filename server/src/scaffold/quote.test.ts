// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of systemd's, not of ours
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../../test/property/runs.ts'
import { parseCommandLine } from '../unit/values/commands/command-line.ts'
import { allWords } from '../unit/values/extract/first-word.ts'
import {
  assignmentValue,
  commandValue,
  type Piece,
  pathValue,
  patternValue,
  pieceAssignment,
  pieceCommand,
  scriptValue,
} from './quote.ts'

const nasty = fc.stringMatching(/^(?:[ "'\\%$*?[\];{}=#~é日a-z-]|🚆|%h|\$\$|\$\{A\})*$/)
const path = nasty.map((text) => `/srv/${text}`)

/** What systemd makes of specifiers and variables that stand for one character. */
const expanded = (text: string) => text.replaceAll('%%', '%')
const asArgument = (text: string) => expanded(text).replaceAll('$$', '$')

describe('what is quoted is read back by our own parser', () => {
  test('as a command line', () => {
    fc.assert(
      fc.property(path, fc.array(nasty), (program, args) => {
        const { commands, problems } = parseCommandLine(commandValue(program.replace(/\/$/, '/x'), args))
        const [command] = commands
        expect(problems).toEqual([])
        expect(commands.length).toBe(1)
        const words = command!.arguments.map(({ text }) => asArgument(text))
        const wanted = [program.replace(/\/$/, '/x'), ...args]
        if (command!.program.text === '/bin/sh') expect(words).toEqual(['-c', 'exec "$0" "$@"', ...wanted])
        else expect([expanded(command!.program.text), ...words]).toEqual(wanted)
      }),
      runs(100),
    )
  })

  test('as an assignment', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        const { words, error } = allWords(assignmentValue('A', value), { unquote: true, unescape: true })
        expect(error).toBeUndefined()
        expect(words.map(({ text }) => expanded(text))).toEqual([`A=${value}`])
      }),
      runs(100),
    )
  })

  test('as a path, which neither ends in a blank nor takes in the next line', () => {
    fc.assert(
      fc.property(path, (folder) => {
        const value = pathValue(folder)
        expect(value).not.toMatch(/[\s\\]$/)
        expect([folder, `${folder}/`]).toContain(expanded(value))
      }),
      runs(100),
    )
  })
})

test.each([
  ['/usr/bin/puma', ['-C', 'a b'], '/usr/bin/puma -C "a b"'],
  ['~/bin/puma', ['-C', '~/my puma.rb'], '%h/bin/puma -C "%h/my puma.rb"'],
  ['/usr/bin/puma', ['', ';', '-x'], '/usr/bin/puma "" ";" -x'],
  ['/usr/bin/puma', ['50%', '$HOME', '\\'], '/usr/bin/puma 50%% $$HOME "\\\\"'],
  ['/srv/my app/puma', [], '"/srv/my app/puma"'],
  ["/srv/o'neill/puma", ['é'], '/bin/sh -c "exec \\"$$0\\" \\"$$@\\"" "/srv/o\'neill/puma" é'],
])('%j with %j is written %j', (program, args, line) => expect(commandValue(program, args)).toBe(line))

test.each([
  ['/srv/a b', '/srv/a b'],
  ['/srv/50%', '/srv/50%%'],
  ['/srv/a ', '/srv/a /'],
  ['/srv/a\\', '/srv/a\\/'],
])('the folder %j is written %j', (folder, value) => expect(pathValue(folder)).toBe(value))

test.each([
  ['/srv/[a]*.env', '/srv/\\[a]\\*.env'],
  ['/srv/a\\b', '/srv/a\\\\b'],
  ['/srv/a ', '/srv/a[ ]'],
  ['/srv/a\\', '/srv/a[\\\\]'],
])('the file of variables %j is written %j', (file, value) => expect(patternValue(file)).toBe(value))

test.each<[readonly Piece[][], string]>([
  [[['$a', { variable: 'A' }, '%']], '/bin/x $$a${A}%%'],
  [[[{ variable: 'A', splits: true }], [{ variable: 'A' }]], '/bin/x $A ${A}'],
  [[['a b', { specifier: 'i' }], ['~/x']], '/bin/x "a b%i" "~/x"'],
])('pieces %j are written %j', (args, line) => expect(pieceCommand(['/bin/x'], args)).toBe(line))

test('a value of pieces may be a specifier', () =>
  expect(pieceAssignment('A', ['50% of $x ', { specifier: 'f' }])).toBe('"A=50%% of $x %f"'))

test.each([
  ["a 'b' $c \\ 50%", true, "/bin/sh -c 'a \\'b\\' $$c \\\\ 50%%'"],
  ['a\n\tb', false, "/bin/sh -c 'a\\n\\tb'"],
  ['a\n\tb', true, "/bin/sh -c '\\\n  a\\n\\\n    b'"],
  ['a\n# b\\\n;;', true, "/bin/sh -c '\\\n  a\\n\\\n  # b\n  \\x3b;'"],
  ['a \\\n#b', true, "/bin/sh -c '\\\n  a \\\\\\n\\\n  \\x23b'"],
  ['a\n# b', true, "/bin/sh -c '\\\n  a\\n\\\n  # b\n  '"],
])('the script %j, folded: %j, is written %j', (script, isFolded, value) =>
  expect(scriptValue('/bin/sh -c', script, isFolded)).toBe(value),
)
