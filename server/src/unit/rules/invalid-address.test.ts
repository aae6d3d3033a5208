import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidAddress as rule } from './invalid-address.ts'

test('what no socket can listen on', () =>
  checkRule(
    rule,
    `
[Socket]
ListenStream=127.0.0.1
#            ^^^^^^^^^ warning: '127.0.0.1' lacks a port; write 127.0.0.1:PORT
ListenStream=70000
#            ^^^^^ warning: '70000' is no port; ports go from 1 to 65535; 'ListenStream=' takes a port, ADDRESS:PORT, an absolute path, @NAME or vsock:CID:PORT
ListenFIFO=web.fifo
#          ^^^^^^^^ warning: 'web.fifo' is not absolute; 'ListenFIFO=' takes an absolute path
`,
    { file: 'web.socket' },
  ))

test('the fix writes an address for a host name', () =>
  checkFix(rule, '[Socket]\nListenStream=localhost:80\n', '[Socket]\nListenStream=127.0.0.1:80\n', {
    file: 'web.socket',
  }))
