import { describe, expect, test } from 'vitest'
import { acceptAt, type CheckOptions, completionAt } from '../testing/check.ts'
import { commonWords } from './common-words.ts'
import { describeItem } from './describe.ts'

const labels = (marked: string, options?: CheckOptions) =>
  completionAt(marked, options)?.items.map(({ label }) => label)
const item = (marked: string, label: string, options?: CheckOptions) =>
  completionAt(marked, options)?.items.find((each) => each.label === label)
const web = 'check process web with pidfile /run/web.pid\n  '

describe('words', () => {
  test('behind `then` are actions and nothing else', () => {
    expect(labels(`${web}if cpu > 80% then $0`)).toEqual([
      'alert',
      'restart',
      'start',
      'stop',
      'unmonitor',
      'ignore',
      'exec',
    ])
  })
  test('behind `if` are what such a check can test', () => {
    expect(labels(`${web}if $0`)).toEqual(expect.arrayContaining(['total memory', 'failed', 'not']))
    expect(labels(`${web}if $0`)).not.toContain('space')
    expect(labels('check filesystem r with path /\n if $0')).toEqual(
      expect.arrayContaining(['space', 'inodes']),
    )
  })
  test('begin statements, those that include other files too', () => {
    expect(labels('$0')).toEqual(expect.arrayContaining(['check process', 'set', 'include']))
    expect(labels(`${web}$0`)).toEqual(
      expect.arrayContaining(['if', 'start program =', 'depends on', 'include']),
    )
    expect(labels(`${web}if $0`)).not.toContain('include')
  })
  test('of a protocol are its own options', () => {
    expect(labels(`${web}if failed port 80 protocol http $0 then alert`)).toEqual(
      expect.arrayContaining(['request', 'status', 'timeout', 'then']),
    )
    expect(labels(`${web}if failed port 80 protocol $0`)).toEqual(expect.arrayContaining(['http', 'redis']))
  })
  test('are no versions of SSL for which monit refuses the file', () => {
    const versions = labels('set ssl { version: $0')
    expect(versions).toEqual(expect.arrayContaining(['auto', 'tlsv12', '-sslv3']))
    expect(versions).not.toEqual(expect.arrayContaining(['sslv3']))
    expect(versions).not.toEqual(expect.arrayContaining(['sslv2']))
  })
  test('say of an option that one place has had for less long than another', () => {
    const old = { monitVersion: '5.29' }
    expect(item(`${web}if failed port 80 $0`, 'responsetime', old)).not.toHaveProperty('detail')
    expect(item('check host h with address h\n  if failed ping $0', 'responsetime', old)?.detail).toBe(
      'since monit 5.33',
    )
  })
  test('replace what is being typed, and keep its first part', () => {
    expect(acceptAt(`${web}if cpu > 80% then re$0\n`, 'restart')).toBe(`${web}if cpu > 80% then restart\n`)
    expect(acceptAt(`${web}mode p$0as\n`, 'passive')).toBe(`${web}mode passive\n`)
    expect(acceptAt('che$0', 'check process')).toBe('check process')
    expect(acceptAt('check pro$0', 'process')).toBe('check process')
    expect(acceptAt(`${web}if total $0`, 'memory')).toBe(`${web}if total memory`)
  })
  test('are none in comments and behind mistakes', () => {
    expect(labels('# che$0')).toBeUndefined()
    expect(labels(`${web}if bogus > $0`)).toBeUndefined()
  })
  test('say which version they need, and which ones are on their way out', () => {
    const action = `${web}if cpu > 80% then $0`
    expect(item(action, 'ignore')).not.toHaveProperty('detail')
    expect(item(action, 'ignore', { monitVersion: '5.33.0' })?.detail).toBe('since monit 5.34')
    expect(item('set $0', 'logfile')).toMatchObject({ deprecated: true, detail: 'deprecated, use set log' })
    expect(item('set $0', 'logfile', { monitVersion: '5.33.0' })).not.toHaveProperty('deprecated')
  })
  test('have the most used first', () => {
    const ranked = completionAt(`${web}if cpu > 80% $0`)!.items.filter(({ rank }) => rank !== undefined)
    expect(ranked.sort((a, b) => a.rank! - b.rank!)[0]?.label).toBe('then')
    expect(new Set(commonWords).size).toBe(commonWords.length)
  })
  test('all have their documentation', () => {
    for (const marked of [
      '$0',
      'set $0',
      `${web}$0`,
      `${web}if cpu > 80% then $0`,
      `${web}if failed port 80 protocol $0`,
      'set limits { $0',
      'set alert a@example.com { $0',
      'set httpd\n $0',
      `${web}mode $0`,
      `${web}if total $0`,
    ]) {
      const { items, context } = completionAt(marked)!
      const words = items.filter(({ kind }) => kind === 'keyword')
      expect(words.filter(({ label }) => describeItem(context, label) === undefined)).toEqual([])
    }
    const { context } = completionAt(`${web}if failed port 80 protocol http $0`)!
    expect(describeItem(context, 'request')).toContain('an option of `protocol http`')
    expect(describeItem(context, 'timeout')).toContain('an option of a connection test')
    expect(describeItem(context, 'nonsense')).toBeUndefined()
  })
})

describe('values', () => {
  const controlFiles = [
    { path: '/etc/monit/conf.d/db', text: 'check process "the db" with pidfile /run/db.pid\n  group data\n' },
  ]
  test('behind `depends on` are the other services, of other files too', () => {
    const marked = `${web}depends on $0\ncheck file log with path /var/log/x`
    expect(labels(marked, { controlFiles })).toEqual(['log', 'the db'])
    expect(item(marked, 'the db', { controlFiles })).toMatchObject({
      kind: 'service',
      detail: 'process in db',
    })
    expect(acceptAt(`${web}depends on t$0`, 'the db', { controlFiles })).toBe(`${web}depends on "the db"`)
  })
  test('behind `group` are the groups that there are', () => {
    expect(labels(`${web}group $0\ncheck process b with pidfile /b\n group shop`, { controlFiles })).toEqual([
      'shop',
      'data',
    ])
  })
  test('are commands in the quotes that they need', () => {
    const start = '"/usr/bin/systemctl start web"'
    expect(acceptAt(`${web}start program = $0`, start)).toBe(`${web}start program = ${start}`)
    expect(acceptAt(`${web}start program = "$0"`, start.slice(1, -1))).toBe(`${web}start program = ${start}`)
    expect(acceptAt(`${web}if cpu > 80% then exec $0`, '"/usr/bin/systemctl restart web"')).toMatch(
      /exec "\/usr\/bin\/systemctl restart web"$/,
    )
    expect(labels(`# start program = $0`)).toBeUndefined()
  })
  test('are examples, made for the place', () => {
    expect(labels('check process shop with pidfile $0')).toContain('/run/shop.pid')
    expect(labels('set log $0')).toEqual(['/var/log/monit.log', 'syslog'])
    expect(labels('check filesystem r with path $0')).toContain('/')
    expect(labels(`${web}every $0`)).toContain('"*/15 * * * *"')
    expect(labels(`${web}every $0`, { monitVersion: '5.33.0' })).not.toContain('"*/15 * * * *"')
    expect(labels('set daemon $0')).toContain('30')
    expect(labels(`${web}if memory > 5 $0`)).toEqual(expect.arrayContaining(['%', 'MB']))
  })
})
