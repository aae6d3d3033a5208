import { expect, test } from 'vitest'
import { parseMessages } from './messages.ts'

const file = '/tmp/x/0.monitrc'

/** Class, line and token of each message. */
function read(output: string): readonly unknown[] {
  return parseMessages(output, file).map(({ class: messageClass, line, token }) => [
    messageClass,
    line,
    token,
  ])
}

test('a message has line and token', () =>
  expect(read(`${file}:3: syntax error '800MB'\n`)).toEqual([['syntax', 3, '800MB']]))

test('a token may hold newlines and quotes, or be empty', () => {
  expect(read(`${file}:4: syntax error '"a\nb'c"'\n${file}:9: syntax error ''\n`)).toEqual([
    ['syntax', 4, `"a\nb'c"`],
    ['syntax', 9, ''],
  ])
})

test('a text may hold quotes', () =>
  expect(read(`${file}:1: Service name '/a' must not start with '/' -- '/run/a.pid'\n`)).toEqual([
    ['semantic', 1, '/run/a.pid'],
  ]))

test('some messages name no line, and go over two', () =>
  expect(
    read(
      `'check host' statement is incomplete: say a port\n or a ping: 'x'\nPoll time is odd\nor missing\nDepending service 'b' x\n`,
    ),
  ).toEqual([
    ['semantic', undefined, undefined],
    ['semantic', undefined, undefined],
    ['semantic', undefined, undefined],
  ]))

test('some have no token, and the next one is another', () =>
  expect(
    read(
      `${file}:2: The 'every N cycles' syntax is deprecated, write cron\nA 'check program' statement requires x\n`,
    ),
  ).toEqual([
    ['warning', 2, undefined],
    ['semantic', undefined, undefined],
  ]))

test('what is about the machine is told apart, and what only warns', () =>
  expect(
    read(
      [
        `${file}:2: Program does not exist: '/bin/nope'`,
        `${file}:2: Requested user not found on the system 'nosuch'`,
        'checksum: file /x is not regular file',
        `${file}:5: 'mode manual' is deprecated, use another '\n'`,
        'Monit exiting due to parsing errors in the configuration file.',
        '',
      ].join('\n'),
    ),
  ).toEqual([
    ['warning', 2, '/bin/nope'],
    ['env:user', 2, 'nosuch'],
    ['warning', undefined, undefined],
    ['warning', 5, '\n'],
  ]))

test('an included file is another one', () =>
  expect(parseMessages("/etc/monit/conf.d/a:1: syntax error 'x'\n", file)[0]?.file).toBe('a'))
