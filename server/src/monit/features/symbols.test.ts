import { expect, test } from 'vitest'
import { monit } from '../index.ts'

const text = `# Web
# of the shop
set daemon 30
set limits {
  startTimeout: 60 s
}
check process web with pidfile /run/web.pid
  start program = "/usr/bin/systemctl start web"
  if cpu > 80%
    for 3 cycles then restart
  bogus
check system $HOST
`
const document = monit.read(text, 'monitrc')
const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

test('the outline has globals, and checks with what belongs to them', () => {
  expect(
    monit
      .symbols(document)
      .map(({ name, detail, kind, nameSpan, children }) => [
        kind,
        name,
        detail,
        at(nameSpan),
        children.map((child) => [child.kind, child.name, child.detail]),
      ]),
  ).toEqual([
    ['directive', 'set daemon', '30', 'set daemon', []],
    ['directive', 'set limits', '{ startTimeout: 60 s }', 'set limits', []],
    [
      'service',
      'web',
      'process /run/web.pid',
      'web',
      [
        ['directive', 'start program', '/usr/bin/systemctl start web'],
        ['test', 'if cpu > 80% for 3 cycles', 'then restart'],
        ['directive', 'bogus', undefined],
      ],
    ],
    ['service', '$HOST', 'system', '$HOST', []],
  ])
})

test('a name lies within its symbol', () => {
  for (const { span, nameSpan, children } of monit.symbols(document)) {
    for (const each of [{ span, nameSpan }, ...children]) {
      expect(each.nameSpan.start).toBeGreaterThanOrEqual(each.span.start)
      expect(each.nameSpan.end).toBeLessThanOrEqual(each.span.end)
    }
  }
})

test('checks, blocks and comments fold', () => {
  expect(monit.folds(document).map(({ kind, span }) => [kind, at(span).split('\n')[0]])).toEqual([
    ['comment', '# Web'],
    ['continuation', '{'],
    ['section', 'check process web with pidfile /run/web.pid'],
    ['section', 'check system $HOST'],
  ])
})
