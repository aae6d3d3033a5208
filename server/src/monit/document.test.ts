import { describe, expect, test } from 'vitest'
import { readMonit, serviceAt, suppressionsOf } from './document.ts'
import { meaningAt, meaningsOf } from './syntax/meaning.ts'

const text = `set daemon 30
include /etc/monit/conf.d/*
check process "my app" with pidfile /run/a.pid
  start program = "/bin/sh -c 'a b'" as user "deploy" with timeout 60 seconds
  start program "/bin/x"
  stop program /bin/y z as uid a and gid 5
  group web
  depends on db, Cache
  if cpu > 80% and memory > 5.5 MB for 3 times within 5 cycles then exec "/bin/z" else if succeeded then alert
  if failed port 80 then restart
check program p with path "/bin/p q" with timeout 5 seconds
  if status != 0 then alert
`
const document = readMonit(text, 'monitrc')
const [app, program] = document.services
const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

describe('a service', () => {
  test('has a name, a type, a target and its lines', () => {
    expect(app).toMatchObject({ type: 'process', name: { text: 'my app' }, target: { kind: 'pidfile' } })
    expect(app?.target?.value?.text).toBe('/run/a.pid')
    expect(app?.statements).toHaveLength(7)
    expect(app?.groups.map((group) => group.text)).toEqual(['web'])
    expect(app?.dependencies.map((name) => name.text)).toEqual(['db', 'Cache'])
  })
  test('is found by an offset in it', () => {
    expect(serviceAt(document, text.indexOf('group web'))).toBe(app)
    expect(serviceAt(document, 3)).toBeUndefined()
    expect(serviceAt(document, text.length)).toBe(program)
  })
})

describe('a program', () => {
  test('stands as often as it is written', () => {
    expect(app?.programs.map(({ role, keyword }) => [role, slice(keyword)])).toEqual([
      ['start', 'start'],
      ['start', 'start'],
      ['stop', 'stop'],
    ])
  })
  test('takes the words behind the closing quote as arguments', () => {
    const command = app?.programs[0]?.command
    expect(command?.arguments.map((each) => [each.text, each.isAppended])).toEqual([
      ['/bin/sh', false],
      ['-c', false],
      ['a b', false],
      ['user', true],
      ['deploy', true],
    ])
    expect(command?.timeout?.seconds?.value).toBe(60)
    expect(command?.quotes?.isClosed).toBe(true)
  })
  test('without quotes has none appended', () => {
    const command = app?.programs[2]?.command
    expect(command?.arguments.map((each) => [each.text, each.isAppended])).toEqual([
      ['/bin/y', false],
      ['z', false],
    ])
    expect(command?.quotes).toBeUndefined()
    expect([command?.users[0]?.text, command?.groups[0]?.text]).toEqual(['a', '5'])
  })
  test('is the target of its check', () => {
    expect(program?.programs[0]).toMatchObject({
      role: 'check',
      command: { timeout: { seconds: { value: 5 } } },
    })
    expect(program?.target).toMatchObject({ kind: 'path', value: { text: '/bin/p' } })
  })
})

describe('a test', () => {
  const [first, second] = app?.tests ?? []
  test('shows each of its conditions and what joins them', () => {
    expect(first?.conditions.map(({ subject, operator }) => [subject, operator])).toEqual([
      ['cpu', '>'],
      ['memory', '>'],
    ])
    expect(first?.conditions[1]?.numbers.map(({ value }) => value)).toEqual([5.5])
    expect(first?.joiners.map(slice)).toEqual(['and'])
  })
  test('has a rate, an action and a recovery', () => {
    expect(first?.rate).toMatchObject({ count: { value: 3 }, cycles: { value: 5 } })
    expect(first?.action).toMatchObject({ kind: 'exec', command: { arguments: [{ text: '/bin/z' }] } })
    expect(first?.recovery?.action?.kind).toBe('alert')
  })
  test('on a connection says whether it failed', () => {
    expect(second?.conditions).toMatchObject([{ subject: 'connection', state: 'failed' }])
  })
})

test('globals and includes are named', () => {
  expect(document.globals.map(({ name }) => name)).toEqual(['daemon'])
  expect(document.includes.map(({ pattern }) => pattern)).toEqual(['/etc/monit/conf.d/*'])
})

test('what a mistake hides is missing, and the rest is there', () => {
  const broken = readMonit('check process a with pidfile /p\n start program = \n if cpu> 5 then alert\n', 'x')
  expect(broken.services[0]?.programs[0]).toMatchObject({ role: 'start', command: undefined })
  expect(broken.services[0]?.tests[0]).toMatchObject({ conditions: [], action: undefined })
})

test('escapes are replaced in quotes', () => {
  const { services } = readMonit('check process "a\\tb\\0x41\\q" matching "x"', 'x')
  expect(services[0]?.name?.text).toBe('a\tbA\\q')
})

describe('comments to this program', () => {
  test('above everything speak of the whole file', () => {
    const controlled = readMonit('# unitwright: allow a-rule\nset daemon 5\n', 'x')
    expect(suppressionsOf(controlled)).toEqual([
      { rules: ['a-rule'], scope: { start: 0, end: Number.MAX_SAFE_INTEGER } },
    ])
  })
  test('before a check speak of all of it', () => {
    const controlled = readMonit(
      'set init\n# unitwright: allow a\ncheck system s\n if swap > 5% then alert',
      'x',
    )
    const [service] = controlled.services
    expect(suppressionsOf(controlled)[0]?.scope).toEqual({ start: service?.start, end: service?.end })
  })
})

describe('the meaning of a word', () => {
  test('is its term, with documentation and versions', () => {
    const found = meaningAt(document.tree, text.indexOf('succeeded') + 2)
    expect(found?.meaning.term).toMatchObject({ kind: 'word', doc: 'statements/succeeded' })
    expect(meaningAt(document.tree, text.indexOf('within'))).toBeUndefined()
  })
  test('is known for every token of a statement', () => {
    for (const statement of document.tree.items) {
      expect(meaningsOf(document.tree, statement).size).toBe(statement.after - statement.first)
    }
  })
})
