import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { unheededItem as rule } from './unheeded-item.ts'

const leftOut = (name: string) => `'${name}=' leaves it out without a word`

test('capabilities, secure bits and controllers that nobody knows', () =>
  checkRule(
    rule,
    `
[Service]
CapabilityBoundingSet=~CAP_SYS_ADMN CAP_KILL
#                      ^^^^^^^^^^^^ information: 'CAP_SYS_ADMN' is no capability that systemd 262 knows; ${leftOut('CapabilityBoundingSet')}
AmbientCapabilities=NET_RAW
#                   ^^^^^^^ information: 'NET_RAW' is no capability that systemd 262 knows; ${leftOut('AmbientCapabilities')}
SecureBits=noroot no-root
#                 ^^^^^^^ information: 'no-root' is no secure bit that systemd 262 knows; ${leftOut('SecureBits')}
DisableControllers=cpu CPU
#                      ^^^ information: 'CPU' is no controller that systemd 262 knows; ${leftOut('DisableControllers')}
`,
  ))

test('letter case, numbers and quotes of capabilities do not matter', () =>
  checkRule(rule, '[Service]\nAmbientCapabilities=cap_net_raw 12 "CAP_KILL"\nCapabilityBoundingSet=~\n'))

test('a secure bit of a later version', () => {
  const text = '[Service]\nSecureBits=exec-restrict-file\n'
  expect(findingsOf(rule, text, { version: 257 })).toHaveLength(1)
  expect(findingsOf(rule, text, { version: 262 })).toEqual([])
})

test('systemd itself speaks up where no controller is known', () =>
  checkRule(rule, '[Service]\nDisableControllers=nosuch\n'))

test('the fix puts the prefix before a capability', () =>
  checkFix(
    rule,
    '[Service]\nAmbientCapabilities=net_bind_service\n',
    '[Service]\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n',
  ))
