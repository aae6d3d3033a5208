import { describe, expect, test } from 'vitest'
import { parseJob } from './parse-job.ts'

describe('a job is read', () => {
  test('with blanks, comments, quotes and lines that go on', () => {
    const job = parseJob(`#!upstart
  description   "Shop's \\"web\\""  # says what
author 'A. \\
   Nobody'
env A="x  y"#z
env B=it\\'s\\ here
exec /bin/x --a "#1" \\
   --b # not --c
kill timeout 30
`)
    expect(job.settings).toEqual({
      description: 'Shop\'s "web"',
      author: 'A. Nobody',
      'kill timeout': '30',
    })
    expect(job.env).toEqual([
      { name: 'A', value: 'x  y' },
      { name: 'B', value: "it's here" },
    ])
    expect(job.processes).toEqual({ main: { kind: 'exec', text: '/bin/x --a "#1"  --b' } })
    expect(job.remarks).toEqual([])
  })

  test('with scripts, without the indentation that their lines share', () => {
    const { processes, remarks } = parseJob(
      'pre-start script\n\n    a\n      b # end script\n\n    # c\nend  script # x\nscript\n\tend scripts\nend script\n',
    )
    expect(processes).toEqual({
      'pre-start': { kind: 'script', text: 'a\n  b # end script\n\n# c' },
      main: { kind: 'script', text: 'end scripts' },
    })
    expect(remarks).toEqual([])
  })

  test('with Windows line ends, a byte order mark and control characters', () => {
    const { settings, processes, remarks } = parseJob(
      '\uFEFFdescription a\x07b\r\nscript\r\n  c\r\nend script\r\n',
    )
    expect([settings.description, processes.main?.text, remarks]).toEqual(['a b', 'c', []])
  })

  test('the last of several lines counts, and env adds up', () => {
    const job = parseJob('exec a\nexec b\nnice 1\nnice 2\nenv A=1\nenv A\nmanual\nstart on startup\n')
    expect(job.processes.main?.text).toBe('b')
    expect(job.settings.nice).toBe('2')
    expect(job.env).toEqual([
      { name: 'A', value: '1' },
      { name: 'A', value: undefined },
    ])
    expect(job.isManual).toBe(false)
  })
})

describe('conditions', () => {
  const event = (name: string, ...args: [string | undefined, string, boolean?][]) => ({
    kind: 'event',
    name,
    args: args.map(([key, value, negated = false]) => ({ key, value, negated })),
  })
  test.each([
    ['start on startup', event('startup')],
    ['start on runlevel [2345]', event('runlevel', [undefined, '[2345]'])],
    [
      'start on (a\n   and b X=1 Y!="2 3"  # so\n)\nexec x',
      { kind: 'and', left: event('a'), right: event('b', ['X', '1'], ['Y', '2 3', true]) },
    ],
    [
      'start on a or b and c',
      { kind: 'and', left: { kind: 'or', left: event('a'), right: event('b') }, right: event('c') },
    ],
    [
      'start on a or (b and c)',
      { kind: 'or', left: event('a'), right: { kind: 'and', left: event('b'), right: event('c') } },
    ],
  ])('%j', (text, condition) => {
    expect(parseJob(text)).toMatchObject({ startOn: condition, remarks: [] })
  })

  test.each([
    ['start on (a and b\nexec x', "'start on': a '(' is never closed"],
    ['start on a and', "'start on': an event is missing at the end"],
    ['stop on a) and b', "'stop on': a ')' has no '(' before it"],
  ])('%j makes no sense, and something of it counts', (text, remark) => {
    const job = parseJob(text)
    expect(job.remarks).toContain(remark)
    expect(job.startOn ?? job.stopOn).toBeDefined()
  })
})

test.each([
  [
    'post_script exec rm x',
    "'post_script' is no stanza of Upstart, which refuses the whole job for it; it is taken for 'post-stop' here",
  ],
  [
    'pre_start exec rm x',
    "'pre_start' is no stanza of Upstart, which refuses the whole job for it; it is taken for 'pre-start' here",
  ],
  [
    'respwan',
    "nothing was made of the line 'respwan', which is no stanza of Upstart; did you mean 'respawn'?",
  ],
  ['frobnicate a b', "nothing was made of the line 'frobnicate a b', which is no stanza of Upstart"],
  ['respawn 3 30', "Upstart refuses 'respawn 3 30', which lacks 'limit'; it is taken for a limit here"],
  ['respawn limit 3', "nothing was made of the line 'respawn limit 3'"],
  ['kill it', "nothing was made of the line 'kill it', which Upstart does not know"],
  [
    'limit nofile x',
    "nothing was made of the line 'limit nofile x'; a limit is a name and two values, soft and hard",
  ],
  ['env 1A=b', "'env 1A=b' names no variable; the line is left out"],
  ['script\n  a', "a script has no 'end script'; it goes on to the end of the file"],
  ['pre-start /bin/x', "'pre-start' needs 'exec' or 'script' behind it; the line is left out"],
  ['exec <%= run %>', 'the job is a template whose tags are not filled in; convert what is made of it'],
])('%j is remarked on', (text, remark) => {
  expect(parseJob(`${text}\n`).remarks).toEqual([remark])
})
