import { describe, expect, test } from 'vitest'
import { lex } from './lexer.ts'
import { tokenKinds } from './token-kinds.ts'

/** The kinds of a text's tokens, values with what they are: `NUMBER 5`. */
function kinds(text: string): readonly string[] {
  const { sink } = lex(text)
  const { count, kinds, starts, ends } = sink.tokens()
  return Array.from({ length: count - 1 }, (_, token) => {
    const kind = tokenKinds[kinds[token]!]!
    return /^[A-Z]{3,}$/.test(kind) ? `${kind} ${text.slice(starts[token], ends[token])}` : kind
  })
}
const problems = (text: string) =>
  lex(text).sink.problems.map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('words', () => {
  test('are the same in capital letters', () => {
    expect(kinds('SET Daemon cPu')).toEqual(['set', 'daemon', 'cpu'])
  })
  test('are one whatever the spelling', () => {
    expect(kinds('mem older portnumber tls KB/s execute')).toEqual([
      'memory',
      '>',
      'port',
      'ssl',
      'kB',
      'exec',
    ])
  })
  test('of noise leave no token', () => {
    expect(kinds('if the cpu usage is for the last of')).toEqual(['if', 'cpu'])
    expect(kinds('a then with ssl disable')).toEqual(['STRING a', 'then'])
  })
  test('swallow operators, hashes and brackets', () => {
    expect(kinds('cpu>80% x#y [z] 20s')).toEqual([
      'STRING cpu>80',
      '%',
      'STRING x#y',
      'STRING [z]',
      'STRING 20s',
    ])
  })
  test('of several parts are one token', () => {
    expect(kinds('total memory totalmem service time access timestamp modify time')).toEqual([
      'total memory',
      'total memory',
      'service time',
      'access time',
      'modification time',
    ])
    expect(kinds('loadavg (15min) loadavg(1) cpu usage ( us ) cpu(steal) cpu (x)')).toEqual([
      'loadavg(15min)',
      'loadavg',
      'cpu(user)',
      'cpu(steal)',
      'cpu',
      'STRING x',
    ])
  })
})

describe('values', () => {
  test('are numbers, paths and texts', () => {
    expect(kinds('5 2.5 1.2.3 /a/b "/a b" "a" \'/c\' /')).toEqual([
      'NUMBER 5',
      'REAL 2.5',
      'STRING 1.2.3',
      'PATH /a/b',
      'PATH "/a b"',
      'STRING "a"',
      "PATH '/c'",
      'PATH /',
    ])
  })
  test('in quotes over lines are no path', () => {
    expect(kinds('"/a\nb"')).toEqual(['STRING "/a\nb"'])
  })
  test('end at the first quote, escaped or not', () => {
    expect(kinds('"a\\" b')).toEqual(['STRING "a\\"', 'bytes'])
  })
  test('with an @ inside are addresses', () => {
    expect(kinds('a@b.c @x')).toEqual(['MAIL a@b.c', '@', 'STRING x'])
  })
  test('are IPv6 addresses where the colons make one', () => {
    expect(kinds('::1 fe80::1/64 a:x')).toEqual([
      'STRING ::1',
      'STRING fe80::1/64',
      'STRING a',
      ':',
      'STRING x',
    ])
  })
  test('are URLs, up to white space', () => {
    expect(kinds('url http://u:p@h.x:80/a?b#c then ftp://x ')).toEqual([
      'url',
      'URL http://u:p@h.x:80/a?b#c',
      'then',
      'URL ftp://x',
    ])
    expect(problems('ftp://x https://:80/ ')).toEqual([
      ['bad-url-scheme', 'ftp://'],
      ['missing-url-host', 'https://:80/'],
    ])
  })
  test('that end the file as a URL are lost, as in monit', () => {
    expect(kinds('url http://h')).toEqual(['url'])
  })
  test('of a server take anything but blanks as user and password', () => {
    const addresses = [`http://a"b'(c):d{,};e@h/`, 'http://:p@h/', 'http://u:p@v:w@h/', 'http://h/a?b:c@d']
    for (const url of addresses) expect(kinds(`${url} then`)).toEqual([`URL ${url}`, 'then'])
    expect(kinds('http://u:p\n@h then')).toEqual(['URL http://u:p\n@h', 'then'])
    expect(kinds('http://u@h ')).toEqual(['STRAY @'])
    expect(kinds('http://u:p:q@h http://u_:p:q@h ')).toEqual(['URL http://u:p:q@h', 'STRAY _'])
    expect(problems('http://h/a:b@?c ')).toEqual([['missing-url-host', 'http://h/a:b@?c']])
  })
  test('of a server have no point at the end of its name', () => {
    expect(kinds('http://a.b-c.d ')).toEqual(['URL http://a.b-c.d'])
    expect(kinds('http://a. http://a..b ')).toEqual(['STRAY .', 'STRAY .'])
  })
})

describe('the arguments of a program', () => {
  test('are split at blanks, single quotes hold together', () => {
    expect(kinds(`start program = "/bin/sh -c 'a b' --x='c d'\n e"`)).toEqual([
      'start',
      'ARGUMENT /bin/sh',
      'ARGUMENT -c',
      "ARGUMENT 'a b'",
      "ARGUMENT --x='c",
      "ARGUMENT d'",
      'ARGUMENT e',
    ])
  })
  test('go on where a single quote is not closed before the double one', () => {
    expect(kinds(`stop "/a 'b" x ' c" d`)).toEqual([
      'stop',
      'ARGUMENT /a',
      `ARGUMENT 'b" x '`,
      'ARGUMENT c',
      'STRING d',
    ])
  })
  test('begin at a double quote alone', () => {
    expect(kinds(`start = '/a b'`)).toEqual(['start', '=', "PATH '/a b'"])
    expect(kinds('start program="/a" x')).toEqual(['start', 'ARGUMENT /a', 'STRING x'])
    expect(kinds('stopprogram = "/a" restart="/b" startprogram')).toEqual([
      'stop',
      'ARGUMENT /a',
      'restart',
      'ARGUMENT /b',
      'STRING startprogram',
    ])
    expect(kinds('exec /a')).toEqual(['exec', 'PATH /a'])
  })
  test('follow `path` in a check of a program only', () => {
    expect(kinds('check program x path "/a b"').slice(2)).toEqual(['path', 'ARGUMENT /a', 'ARGUMENT b'])
    expect(kinds('check file x path "/a b"').slice(2)).toEqual(['path', 'PATH "/a b"'])
  })
  test('tell where their quotes close', () => {
    const { closingQuotes } = lex('start "/a" exec "/b').sink.tokens()
    expect([...closingQuotes]).toEqual([
      [0, 9],
      [2, 19],
    ])
  })
})

describe('names', () => {
  test('of services may be words of the language', () => {
    expect(kinds('check process cpu check file "a b" check host\nset')).toEqual([
      'check process',
      'SERVICE cpu',
      'check file',
      'SERVICE "a b"',
      'check host',
      'SERVICE set',
    ])
  })
  test('need the type on the line of `check`', () => {
    expect(kinds('check process\nx')).toEqual(['check process', 'SERVICE process', 'STRING x'])
  })
  test('that begin like a type are cut off', () => {
    expect(kinds('check hostname check filesystems')).toEqual([
      'check host',
      'SERVICE name',
      'check filesystem',
      'SERVICE s',
    ])
  })
  test('in single quotes run to the last one of the line', () => {
    expect(kinds("check process 'a' matching 'b'")).toEqual(['check process', "SERVICE 'a' matching 'b'"])
  })
  test('behind `depends on` are separated by commas', () => {
    expect(kinds('depends on a, "b c"\n , d\n set')).toEqual([
      'depends on',
      'DEPENDENCY a',
      'DEPENDENCY "b c"',
      'DEPENDENCY d',
      'set',
    ])
    expect(kinds('depends on\n a')).toEqual(['depends on', 'STRING a'])
    expect(kinds('depends online')).toEqual(['depends on', 'DEPENDENCY line'])
  })
  test('of groups are one word', () => {
    expect(kinds('group cpu group "a"')).toEqual(['group', 'GROUP cpu', 'group', 'GROUP "a"'])
    expect(problems('group "a b"')).toEqual([
      ['unbalanced-quote', '"'],
      ['unbalanced-quote', '"'],
    ])
  })
})

describe('other little languages', () => {
  test('every', () => {
    expect(kinds('every 5 cycles every "*/5 1-2 * * *" not every \'* * * * *\'')).toEqual([
      'every',
      'NUMBER 5',
      'cycles',
      'every',
      'CRON "*/5 1-2 * * *"',
      'not every',
      "CRON '* * * * *'",
    ])
    expect(problems('every "* * * *"')).toEqual([
      ['bad-every', '"'],
      ['unbalanced-quote', '"'],
    ])
  })
  test('include', () => {
    const { sink } = lex('set include "/a b/*" daemon include /c')
    expect(sink.includes.map(({ pattern }) => pattern)).toEqual(['/a b/*', '/c'])
    expect(kinds('set include "/a b/*" daemon')).toEqual(['set', 'daemon'])
  })
  test('mail formats', () => {
    expect(kinds('{ from: A B <a@b>\n subject: c } message: d\n e }')).toEqual([
      '{',
      'from:',
      'ADDRESS A B <a@b>',
      'SUBJECT subject: c ',
      '}',
      'MESSAGE message: d\n e ',
      '}',
    ])
    expect(problems('from: A B }')).toEqual([['missing-mail-address', 'A B ']])
    expect(problems('from: a@b\r\n')).toEqual([['bad-mail-field', '\r']])
  })
  test('headers and groups of hosts', () => {
    expect(kinds('http headers [ A: b, C-D: "e, f" ] hostgroups [ a, "b c" ]')).toEqual([
      'http headers [',
      'HEADER A: b',
      'HEADER C-D: "e, f"',
      ']',
      'hostgroups [',
      'HOSTGROUP a',
      'HOSTGROUP "b c"',
      ']',
    ])
  })
})

describe('template tags', () => {
  test('that print are values, alone and inside a word', () => {
    expect(kinds('pidfile <%= a("b") %> cpu > {{ c }}')).toEqual([
      'pidfile',
      'TEMPLATE <%= a("b") %>',
      'cpu',
      '>',
      'TEMPLATE {{ c }}',
    ])
    expect(kinds('/run/@NAME@.pid "/x/{{ y }}" {{ z }}MB')).toEqual([
      'PATH /run/@NAME@.pid',
      'PATH "/x/{{ y }}"',
      'TEMPLATE {{ z }}MB',
    ])
  })
  test('that steer are nothing', () => {
    expect(kinds('<% if a %> set {% for b in c %} daemon {# d #}')).toEqual(['set', 'daemon'])
  })
})

test('quotes without a second one are told', () => {
  expect(problems('set "a')).toEqual([['unbalanced-quote', '"']])
})
