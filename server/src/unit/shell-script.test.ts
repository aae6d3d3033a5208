import { describe, expect, test } from 'vitest'
import { shellScriptOf } from './shell-script.ts'
import { parseCommandLine } from './values/commands/command-line.ts'

const read = (line: string) => shellScriptOf(parseCommandLine(line).commands[0]!, line)
const programs = (line: string) => read(line)?.commands.map(({ program }) => program.text)

test.each([
  ["/bin/sh -c 'cd /srv && run'", ['cd', 'run']],
  ['/bin/bash -lc "a; b"', ['a', 'b']],
  ["/usr/bin/env bash -l -c 'a | b'", ['a', 'b']],
  ["bash -o pipefail -c 'a'", ['a']],
  ["bash --login -xec 'a;'", ['a']],
  ['dash -c \'A=1 B=2 run "x y" $(date; true)\'', ['run']],
  ["sh -c 'A=1; run'", ['run']],
  ["sh -c 'a\\nb # no'", undefined],
  ["sh -c 'a\\n\\nb'", ['a', 'b']],
  ['sh -c run', ['run']],
])('%s runs %j', (line, expected) => expect(programs(line)).toEqual(expected))

test.each([
  '/bin/sh /srv/run.sh',
  '/bin/sh -x /srv/run.sh -c',
  "/usr/bin/python3 -c 'a'",
  "sh -c 'if a; then b; fi'",
  "sh -c 'while true; do a; done'",
  "sh -c '{ a; }'",
  "sh -c '(a)'",
  "sh -c '! a'",
  "sh -c 'a || b'",
  "sh -c 'a & b'",
  "sh -c 'a ;; b'",
  "sh -c '; a'",
  "sh -c 'f() { a; }'",
  "sh -c 'cat << x'",
  "sh -c 'a $(b'",
  "sh -c 'a >'",
  'sh -c "a \'b"',
  "sh -c 'A=1'",
  'sh -c ""',
])('%s is no plain list', (line) => expect(read(line)).toBeUndefined())

describe('redirections', () => {
  test('are no arguments, and tell where output goes', () => {
    const script = read("sh -c 'run a < /x/in >> /x/out 2>&1 b'")!
    const [command] = script.commands
    expect(command!.arguments.map(({ text }) => text)).toEqual(['a', 'b'])
    expect(command!.outputs.map(({ text }) => text)).toEqual(['/x/out'])
    expect(command!.redirected).toBe(true)
  })
  test('are absent where there are none', () =>
    expect(read('sh -c \'run "a > b"\'')!.commands[0]!.redirected).toBe(false))
})

test.each([
  ["sh -c 'a | b | c'", 3],
  ["sh -c 'a | b; c'", 1],
  ["sh -c 'a; b | c;'", 2],
  ["sh -c 'a | b\n'", 2],
])('%s ends in a pipe of %i', (line, expected) => expect(read(line)!.piped).toBe(expected))

test('words stand where they do in the value, save where systemd unescapes', () => {
  const line = "/bin/sh -c 'cd /srv && run'"
  const { program } = read(line)!.commands[1]!
  expect(line.slice(program.from, program.to)).toBe('run')
  expect(read('/bin/sh -c "cd \\"/srv\\" && run"')).toMatchObject({ exact: false })
})
