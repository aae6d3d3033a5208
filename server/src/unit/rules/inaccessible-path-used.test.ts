import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { inaccessiblePathUsed } from './inaccessible-path-used.ts'

const count = (lines: string) => findingsOf(inaccessiblePathUsed, `[Service]\n${lines}\n`).length

test('a folder and a program in what is taken away', () =>
  checkRule(
    inaccessiblePathUsed,
    `
[Service]
InaccessiblePaths=-/opt /srv
WorkingDirectory=/srv/web
#                ^^^^^^^^ error: InaccessiblePaths=/srv hides this from the service; the start fails with 200/CHDIR
ExecStart=/opt/web/run
#         ^^^^^^^^^^^^ error: InaccessiblePaths=/opt hides this from the service; the start fails with 203/EXEC
`,
  ))

test.each([
  'InaccessiblePaths=/srv/backup\nExecStart=/srv/web/run',
  'InaccessiblePaths=/srv\nExecStart=+/srv/web/run',
  'InaccessiblePaths=/srv\nWorkingDirectory=/srv\nExecStart=/bin/true',
  'InaccessiblePaths=/srv\nWorkingDirectory=-/srv/web\nExecStart=/bin/true',
  'InaccessiblePaths=/srv\nInaccessiblePaths=\nExecStart=/srv/web/run',
  'ReadOnlyPaths=/srv\nExecStart=/srv/web/run',
  'RootDirectory=/x\nInaccessiblePaths=/srv\nExecStart=/srv/web/run',
])('%j is fine', (lines) => expect(count(lines)).toBe(0))
