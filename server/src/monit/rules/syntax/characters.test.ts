import { test } from 'vitest'
import { checkFix, checkRule } from '../../testing/check.ts'
import { monitSyntax } from '../monit-syntax.ts'

test('typographic quotes', () => {
  checkRule(
    monitSyntax,
    `
check process app with pidfile “/run/app.pid”
#                              ^ error: '“' is a typographic quote, which monit takes for a letter; write a straight one: "
`,
  )
  checkFix(
    monitSyntax,
    `
check process app with pidfile “/run/app.pid”
`,
    `
check process app with pidfile "/run/app.pid"
`,
    { title: 'write straight quotes' },
  )
})

test('a no-break space', () => {
  checkRule(
    monitSyntax,
    `
set\u00A0daemon 30
#  ^ error: this is no ordinary blank but a no-break space, and monit takes it for a letter: all of 'set daemon' is one word
`,
  )
  checkFix(
    monitSyntax,
    `
set\u00A0daemon 30
`,
    `
set daemon 30
`,
    { title: 'write ordinary blanks' },
  )
})

test('a byte order mark', () => {
  checkRule(
    monitSyntax,
    `
\uFEFFset daemon 30
^^^^ error: the file begins with an invisible byte order mark, which monit takes for a part of the first word; save it as UTF-8 without BOM
`,
  )
  checkFix(
    monitSyntax,
    `
\uFEFFset daemon 30
`,
    `
set daemon 30
`,
    { title: 'remove the byte order mark' },
  )
})
