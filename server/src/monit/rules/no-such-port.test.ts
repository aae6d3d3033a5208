import { describe, test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { noSuchPort } from './no-such-port.ts'

describe('no-such-port', () => {
  test('in tests and settings', () =>
    checkRule(
      noSuchPort,
      `
set httpd port 99999 allow localhost
#              ^^^^^ error: there is no port 99999; accepted: 1 to 65535
set mailserver mx1 port 25, mx2 port 70000
#                                    ^^^^^ error: there is no port 70000; accepted: 1 to 65535
check host web address example.com
  if failed host example.org port 0 then alert
#                                 ^ error: there is no port 0; accepted: 1 to 65535
  if succeeded port 65536 then alert
#                   ^^^^^ error: there is no port 65536; accepted: 1 to 65535
`,
    ))
  test('ports that there are, and other numbers', () =>
    checkRule(
      noSuchPort,
      `
set mailserver a port 25 with timeout 99999 seconds
check host web address example.com
  if failed port 65535 with timeout 70000 seconds then alert
  if failed port {{ port }} then alert
`,
    ))
})
