import { expect, test } from 'vitest'
import { canIntegrate, terminalShell } from './terminal-shell.ts'

test.each([
  ['/bin/bash', { path: '/bin/bash', language: 'bash' }],
  ['/usr/bin/zsh', { path: '/usr/bin/zsh', language: 'zsh' }],
  ['/usr/bin/fish', { path: '/usr/bin/fish', language: 'fish' }],
  ['/bin/dash', { path: '/bin/dash', language: 'posix' }],
])("a terminal has the person's own shell: %s", (own, shell) => {
  expect(terminalShell(own)).toEqual(shell)
})

test.each(['', 'bash', '/usr/bin/nu', '/usr/bin/elvish', '/usr/bin/tcsh', 'C:\\Windows\\cmd.exe'])(
  'in place of %j, in which nothing can be quoted, there is the shell that every machine has',
  (own) => {
    expect(terminalShell(own)).toEqual({ path: '/bin/sh', language: 'posix' })
  },
)

test('the plainest shells tell the editor nothing', () => {
  expect(canIntegrate(terminalShell('/bin/bash'))).toBe(true)
  expect(canIntegrate(terminalShell('/bin/sh'))).toBe(false)
})
