import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { settingAfterChecks } from './setting-after-checks.ts'

describe('setting-after-checks', () => {
  test('limits that a check above would need', () =>
    checkRule(
      settingAfterChecks,
      `
check process app with pidfile /run/app.pid
  start program = "/bin/app"
  stop program = "/bin/app stop" with timeout 5 seconds
  if failed port 80 then alert
check process web with pidfile /run/web.pid
  start program = "/bin/web"
set limits { startTimeout: 90 s }
^^^^^^^^^^ warning: startTimeout comes too late for 'app' and 1 more: monit reads from top to bottom, and checks above it keep its default
SET  limits { networkTimeout: 9 s stopTimeout: 9 s fileContentBuffer: 1 MB }
^^^^^^^^^^^ warning: networkTimeout comes too late for 'app': monit reads from top to bottom, and checks above it keep its default
`,
    ))
  test('the policy after a reboot', () =>
    checkRule(
      settingAfterChecks,
      `
check process app with pidfile /run/app.pid
  onreboot start
check process web with pidfile /run/web.pid
set onreboot nostart
^^^^^^^^^^^^ warning: this comes too late for 'web': monit reads from top to bottom, and checks above it keep its default
`,
    ))
  test('what comes in time, needs none, or is set anew on purpose', () =>
    checkRule(
      settingAfterChecks,
      `
set limits { startTimeout: 60 s }
set onreboot start
check process app with pidfile /run/app.pid
  start program = "/bin/app"
set limits { startTimeout: 90 s programTimeout: 9 s programOutput: 1 kB }
set onreboot nostart
set daemon 30
check process web with pidfile /run/web.pid
`,
    ))
  test('the fix moves it', () =>
    checkFix(
      settingAfterChecks,
      `
set daemon 30
check process app with pidfile /run/app.pid
  start program = "/bin/app"

set limits {
  startTimeout: 90 s
}
check process web with pidfile /run/web.pid
`,
      `
set daemon 30
set limits {
  startTimeout: 90 s
}
check process app with pidfile /run/app.pid
  start program = "/bin/app"

check process web with pidfile /run/web.pid
`,
    ))
})
