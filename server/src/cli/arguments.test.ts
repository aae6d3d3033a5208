import { expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

test.each([
  [[], 'a command is missing; accepted: check, new, explain, lsp'],
  [['chekc'], "unknown command 'chekc'; did you mean 'check'?"],
  [['frobnicate'], "unknown command 'frobnicate'; accepted: check, new, explain, lsp"],
  [['check', '--fromat', 'json'], "unknown option '--fromat'; did you mean '--format'?"],
  [['check', '--whatever'], "unknown option '--whatever'; see 'unitwright --help'"],
  [['check', '-x'], "unknown option '-x'; see 'unitwright --help'"],
  [['check', '--__proto__'], "unknown option '--__proto__'; see 'unitwright --help'"],
  [['check', '--format', 'sarif'], "unknown value 'sarif' for '--format'; accepted: text, json"],
  [['check', '--format'], "'--format' needs a value"],
  [['check', '--format='], "'--format' needs a value"],
  [['check', '--fix=yes'], "'--fix' takes no value"],
  [['check', '--unsafe'], "'--unsafe' only goes with '--fix'"],
  [['check', '--instance', 'root'], "unknown value 'root' for '--instance'; accepted: auto, system, user"],
  [
    ['check', '--max-severity', 'warn'],
    "unknown value 'warn' for '--max-severity'; accepted: error, warning, information, hint",
  ],
  [
    ['check', '--systemd-version', 'new\nest'],
    "unknown systemd version 'new\\nest'; accepted: auto or a number such as 257",
  ],
  [
    ['check', '--monit-version', '5'],
    "unknown monit version '5'; accepted: auto or a version such as 5.33.0",
  ],
  [['check', '--stdin-name', 'a.service'], "'--stdin-name' only goes with '-', which reads standard input"],
  [['check', '--stdio'], "'--stdio' is no option of 'check', only of 'lsp'"],
  [['explain', '--fix'], "'--fix' is no option of 'explain', only of 'check'"],
  [['explain', 'a', 'b'], "'explain' takes one rule, not 2"],
  [['lsp'], "'lsp' needs to know how it is spoken to; accepted: --stdio"],
  [['new', '--force'], "'new' needs to know which template; 'unitwright new' lists them"],
  [
    ['new', 'puma-user', 'shop'],
    "'new' takes one template, and no 'shop'; answers are given by --set NAME=VALUE",
  ],
  [['new', 'puma-user', '--set', 'name'], "'name' is no answer; accepted: --set NAME=VALUE"],
  [['new', 'puma-user', '--set', 'name=a', '--set', 'name=b'], "'name' is set twice"],
  [['check', '--set', 'name=a'], "'--set' is no option of 'check', only of 'new'"],
  [['lsp', '--stdio', 'x'], "'lsp' takes no 'x'; accepted: --stdio"],
])('%j is refused', (args, message) => {
  expect(readArguments(args)).toEqual({ kind: 'bad-usage', message })
})

const defaults = {
  format: 'text',
  systemdVersion: 'auto',
  monitVersion: 'auto',
  instance: 'auto',
  maxSeverity: 'error',
  fix: 'none',
  stdinName: undefined,
  paths: ['.'],
}

test.each([
  [[], {}],
  [['a.service', 'b c'], { paths: ['a.service', 'b c'] }],
  [['--format=json', 'x', '--instance', 'user'], { format: 'json', instance: 'user', paths: ['x'] }],
  [['--systemd-version', '257.9'], { systemdVersion: 257 }],
  [['--systemd-version=auto'], {}],
  [['--monit-version', 'v5.33.0'], { monitVersion: '5.33.0' }],
  [['--monit-version=auto'], {}],
  [['--max-severity', 'hint'], { maxSeverity: 'hint' }],
  [['--fix'], { fix: 'safe' }],
  [['--unsafe', '--fix'], { fix: 'all' }],
  [['-', '--stdin-name', 'a.timer'], { paths: ['-'], stdinName: 'a.timer' }],
  [['--', '--fix', '-x'], { paths: ['--fix', '-x'] }],
])('check %j', (args, options) => {
  expect(readArguments(['check', ...args])).toEqual({ kind: 'check', options: { ...defaults, ...options } })
})

test('help and version win over all that makes sense otherwise', () => {
  expect(readArguments(['-h'])).toEqual({ kind: 'help' })
  expect(readArguments(['check', '--help', 'x'])).toEqual({ kind: 'help' })
  expect(readArguments(['-V'])).toEqual({ kind: 'version' })
})

test('explain and lsp', () => {
  expect(readArguments(['explain'])).toEqual({ kind: 'explain', rule: undefined })
  expect(readArguments(['explain', 'not-utf8'])).toEqual({ kind: 'explain', rule: 'not-utf8' })
  expect(readArguments(['lsp', '--stdio', '--clientProcessId=7'])).toEqual({ kind: 'lsp' })
})

test('new takes its answers apart at the first equals sign', () => {
  expect(readArguments(['new', 'puma-user', '--set', 'name=a', '--set', 'config=x=y', '--out', 'd'])).toEqual(
    {
      kind: 'new',
      options: { template: 'puma-user', answers: { name: 'a', config: 'x=y' }, out: 'd', force: false },
    },
  )
  expect(readArguments(['new'])).toEqual({
    kind: 'new',
    options: { template: undefined, answers: {}, out: undefined, force: false },
  })
})
