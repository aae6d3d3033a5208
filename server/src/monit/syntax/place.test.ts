import { describe, expect, test } from 'vitest'
import { parseMonit } from './parse.ts'
import { expectedAt } from './place.ts'

/** What may stand at the `$0` of a text. */
function at(marked: string) {
  const offset = marked.indexOf('$0')
  const place = expectedAt(parseMonit(marked.replace('$0', '')), offset)
  return { ...place, labels: place.expected.map(({ term }) => term.label), offset }
}
const process = 'check process a with pidfile /run/a.pid\n  '

describe('may come next', () => {
  test('in an empty file: a check or a global', () => {
    expect(at('$0').labels).toEqual([
      'check process',
      'check file',
      'check fifo',
      'check directory',
      'check filesystem',
      'check host',
      'check network',
      'check system',
      'check program',
      'set',
    ])
  })
  test('behind `then`: actions alone', () => {
    const labels = ['alert', 'restart', 'start', 'stop', 'unmonitor', 'ignore', 'exec']
    expect(at(`${process}if cpu > 80% then $0`).labels).toEqual(labels)
    expect(at(`${process}if cpu > 80% then re$0\n if memory > 5 MB then alert`).labels).toEqual(labels)
  })
  test('behind `if`: what a check of this type can test', () => {
    expect(at(`${process}if $0`).labels).toContain('total memory')
    const { labels } = at('check file a with path /a\n if $0')
    expect(labels).toContain('size')
    expect(labels).not.toContain('cpu')
  })
  test('behind a protocol: its own options and the others', () => {
    const { labels } = at(`${process}if failed port 80 protocol http $0 then alert`)
    expect(labels).toEqual(expect.arrayContaining(['request', 'status', 'timeout', 'retry', 'then']))
    expect(labels).not.toContain('rsakey')
  })
  test('on a new line: statements of the check, and how the last one goes on', () => {
    const { labels, check } = at(`${process}if cpu > 80% then alert\n  $0`)
    expect(labels[0]).toBe('else')
    expect(labels).toEqual(expect.arrayContaining(['if', 'start', 'depends on', 'check process', 'set']))
    expect(check).toBe('process')
  })
  test('in a block: what the block holds', () => {
    expect(at('set limits { $0').labels).toContain('startTimeout')
    expect(at('set ssl { verify: $0').labels).toEqual(['enable', 'disable'])
  })
  test('in a comment: nothing', () => {
    expect(at('# $0')).toMatchObject({ labels: [], isComment: true })
  })
  test('behind a mistake: nothing, up to the next line', () => {
    expect(at(`${process}if bogus > $0`).labels).toEqual([])
    expect(at(`${process}if bogus > 5\n$0`).labels).toContain('if')
  })
})

describe('a word of several parts', () => {
  test('is offered once its first part stands, to replace that too', () => {
    const { expected, offset } = at(`${process}if total $0`)
    const memory = expected.find(({ term }) => term.label === 'total memory')
    expect(memory?.from).toBe(offset - 'total '.length)
    const host = at('check ho$0').expected.find(({ term }) => term.label === 'check host')
    expect(host?.from).toBe(0)
  })
})

test('the word that is being typed is what is replaced', () => {
  const { expected, offset } = at(`${process}mode pas$0`)
  expect(expected.map(({ term, from }) => [term.label, from])).toEqual([
    ['active', offset - 3],
    ['passive', offset - 3],
    ['manual', offset - 3],
  ])
})

test('the parts around a word are told, outermost first', () => {
  const { expected } = at(`${process}if failed port 80 protocol http $0`)
  const request = expected.find(({ term }) => term.label === 'request')
  expect(request?.within.map(({ id }) => id)).toEqual([
    'test',
    'condition',
    'connection',
    'protocol',
    'request',
  ])
})
