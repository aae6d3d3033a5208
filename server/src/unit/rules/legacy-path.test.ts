import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { legacyPath as rule } from './legacy-path.ts'

test('PID files below /var/run', () =>
  checkRule(
    rule,
    `
[Service]
PIDFile=/var/run/web.pid
#       ^^^^^^^^^^^^^^^^ information: '/var/run/web.pid' is below the legacy folder /var/run; systemd reads 'PIDFile=' as '/run/web.pid'
PIDFile=/run/web.pid
PIDFile=/var/running/web.pid
ReadWritePaths=/var/run/web
`,
  ))

test('the fix goes to /run', () =>
  checkFix(rule, '[Service]\nPIDFile=/var/run/web.pid\n', '[Service]\nPIDFile=/run/web.pid\n'))
