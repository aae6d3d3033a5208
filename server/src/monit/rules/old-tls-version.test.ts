import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { oldTlsVersion } from './old-tls-version.ts'

describe('old-tls-version', () => {
  test('in tests and settings', () =>
    checkRule(
      oldTlsVersion,
      `
set mailserver mx using tlsv1
#                       ^^^^^ information: TLS 1.0 is switched off on most machines, so no connection comes about
set ssl { version: sslv3 tlsv12 }
#                  ^^^^^ warning: most machines no longer have SSL 3, and monit then refuses the file
check host web with address example.com
  if failed port 443 type tcpssl tlsv11 then alert
#                                ^^^^^^ information: TLS 1.1 is switched off on most machines, so no connection comes about
`,
    ))
  test('with a new one beside it, and what is taken away', () =>
    checkRule(
      oldTlsVersion,
      `
set ssl { version: tlsv1 tlsv12 }
check host web with address example.com
  if failed port 443 with ssl { version: auto -sslv3 -tlsv1 } then alert
  if failed port 443 with ssl then alert
`,
    ))
  test('the fix', () =>
    checkFix(oldTlsVersion, 'set ssl { version: TLSV1 }\n', 'set ssl { version: tlsv12 }\n'))
})
