import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { dependencyLoop } from './dependency-loop.ts'

test('a check that depends on itself', () => {
  checkRule(
    dependencyLoop,
    `
check process web with pidfile /run/web.pid
  depends on Web
#            ^^^ error: 'web' can't depend on itself
`,
  )
})

test('three checks in a circle, and one that leads there', () => {
  checkRule(
    dependencyLoop,
    `
check process a with pidfile /run/a.pid
  depends on b
#            ^ error: 'a' and 'b' are part of a circle: each waits for the next one, and none can be first
check process b with pidfile /run/b.pid
  depends on c
#            ^ error: 'b' and 'c' are part of a circle: each waits for the next one, and none can be first
check process c with pidfile /run/c.pid
  depends on a, d
#            ^ error: 'c' and 'a' are part of a circle: each waits for the next one, and none can be first
check process d with pidfile /run/d.pid
check process e with pidfile /run/e.pid
  depends on a
`,
  )
})

test('a chain', () => {
  checkRule(
    dependencyLoop,
    `
check process a with pidfile /run/a.pid
  depends on b, c
check process b with pidfile /run/b.pid
  depends on c
check process c with pidfile /run/c.pid
`,
  )
})

test('a circle over two files', () =>
  checkRule(
    dependencyLoop,
    `
check process web with pidfile /run/web.pid
  depends on db
#            ^^ error: 'web' and 'db' are part of a circle: each waits for the next one, and none can be first
`,
    { controlFiles: [{ path: 'db', text: 'check process db with pidfile /run/db.pid\n  depends on web\n' }] },
  ))
