import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { actionInPassiveMode } from './action-in-passive-mode.ts'

describe('action-in-passive-mode', () => {
  test('actions of both kinds, wherever the mode stands', () =>
    checkRule(
      actionInPassiveMode,
      `
check process app with pidfile /run/app.pid
  if failed port 80 then restart else if succeeded then start
#                        ^^^^^^^ warning: with 'mode passive' monit only sends an alert; this restart is never done
#                                                       ^^^^^ warning: with 'mode passive' monit only sends an alert; this start is never done
  mode passive
`,
    ))
  test('other actions, and other modes', () =>
    checkRule(
      actionInPassiveMode,
      `
check process app with pidfile /run/app.pid
  mode passive
  if failed port 80 then exec "/bin/restart"
  if failed port 81 then alert
check process web with pidfile /run/web.pid
  mode passive
  mode active
  if failed port 80 then restart
`,
    ))
  test('the fix', () => {
    const head = 'check process app with pidfile /run/app.pid mode passive\n'
    checkFix(actionInPassiveMode, `${head}if cpu > 9% then stop\n`, `${head}if cpu > 9% then alert\n`)
  })
})
