import { describe, test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { sessionRuntimePath } from './session-runtime-path.ts'

describe('session-runtime-path', () => {
  test('PID files and sockets', () =>
    checkRule(
      sessionRuntimePath,
      `
check process puma with pidfile /run/user/1000/puma.pid
#                               ^^^^^^^^^^^^^^^^^^^^^^^ information: this is there only while user 1000 is logged in, or after 'loginctl enable-linger'
  if failed unixsocket "/var/run/user/33/puma.sock" then restart
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: this is there only while user 33 is logged in, or after 'loginctl enable-linger'
`,
    ))
  test('other folders and ports', () =>
    checkRule(
      sessionRuntimePath,
      `
check process puma with pidfile /run/users/puma.pid
  if failed unixsocket /run/puma.sock then restart
  if failed port 80 then restart
check process web matching /run/user/1000/web
`,
    ))
})
