import { describe, test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { matchesAnyProcess } from './matches-any-process.ts'

const found = 'warning: every process matches this; monit takes the oldest of them, which is process 1'

describe('matches-any-process', () => {
  test.each(['"."', '"" ', '".*"', '"^.*$"', '".+"', '"^"'])('%s', (pattern) =>
    checkRule(
      matchesAnyProcess,
      `\ncheck process app matching ${pattern}\n${' '.repeat(27)}${'^'.repeat(pattern.trim().length)} ${found}\n`.replace(
        '\n  ',
        '\n# ',
      ),
    ),
  )
  test('patterns that say something, and those of contents', () =>
    checkRule(
      matchesAnyProcess,
      `
check process app matching ".*app.*"
check process bpp matching "a"
check process cpp matching "{{ pattern }}"
check file log with path /var/log/app.log
  if content = ".*" then alert
`,
    ))
})
