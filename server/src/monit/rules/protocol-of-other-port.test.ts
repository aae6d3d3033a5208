import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { protocolOfOtherPort } from './protocol-of-other-port.ts'

describe('protocol-of-other-port', () => {
  test('with and without TLS', () =>
    checkRule(
      protocolOfOtherPort,
      `
check host web with address example.com
  if failed host www.example.com port 443 protocol HTTP request "/health" then alert
#                                                  ^^^^ warning: port 443 speaks TLS, so this fails in every cycle; it takes 'https'
  if failed port 80 protocol https then alert
#                            ^^^^^ warning: port 80 speaks no TLS, so this fails in every cycle; it takes 'http'
  if failed port 465 proto smtp then alert
#                          ^^^^ warning: port 465 speaks TLS, so this fails in every cycle; it takes 'smtps'
`,
    ))
  test('TLS from elsewhere, other ports, other protocols', () =>
    checkRule(
      protocolOfOtherPort,
      `
check host web with address example.com
  if failed port 443 then alert
  if failed port 443 with ssl protocol http then alert
  if failed port 443 protocol http with ssl { verify: enable } then alert
  if failed port 443 type tcpssl protocol http then alert
  if failed port 8443 protocol http then alert
  if failed port 443 protocol ssh then alert
  if failed port {{ port }} protocol http then alert
`,
    ))
  test('the fix', () =>
    checkFix(
      protocolOfOtherPort,
      'check host web with address example.com\n  if failed port 443 protocol http request / then alert\n',
      'check host web with address example.com\n  if failed port 443 protocol https request / then alert\n',
    ))
})
