import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { patternAsFile } from './pattern-as-file.ts'

describe('pattern-as-file', () => {
  test('what can only be a pattern, and what may be a file', () =>
    checkRule(
      patternAsFile,
      `
check file access path /var/log/access.log
  if content = "/api/.* 500" then alert
#              ^^^^^^^^^^^^^ error: the leading slash makes '/api/.* 500' the name of a file with patterns; without such a file monit does not start
  if content != /health then alert
#               ^^^^^^^ warning: the leading slash makes '/health' the name of a file with patterns; without such a file monit does not start
  ignore content = "/usr/bin/[a-z]+"
#                  ^^^^^^^^^^^^^^^^^ error: the leading slash makes '/usr/bin/[a-z]+' the name of a file with patterns; without such a file monit does not start
  if match "/wp-login" then alert
#          ^^^^^^^^^^^ warning: the leading slash makes '/wp-login' the name of a file with patterns; without such a file monit does not start
`,
    ))
  test('real files, other patterns, and processes', () =>
    checkRule(
      patternAsFile,
      `
check file access path /var/log/access.log
  if content = "/etc/monit/patterns" then alert
  if content = "/app/patterns.txt" then alert
  if content = /app/patterns then alert
  if content = "[/]api" then alert
check process nginx matching "/usr/sbin/nginx.*"
`,
    ))
  test('the fix keeps the slash from being the first character', () => {
    const head = 'check file a path /a\n  if content = '
    checkFix(patternAsFile, `${head}"/api" then alert\n`, `${head}"[/]api" then alert\n`)
    checkFix(patternAsFile, `${head}/api then alert\n`, `${head}[/]api then alert\n`)
  })
})
