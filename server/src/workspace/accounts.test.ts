import { expect, test } from 'vitest'
import type { FileSystem } from '../base/file-system.ts'
import { MachineAccounts, readAccounts } from './accounts.ts'

test.each([
  ['a user', 'deploy:x:1001:1001:Deploy,,,:/home/deploy:/bin/bash\n', [{ name: 'deploy', id: 1001 }]],
  ['a group with members', 'adm:x:4:syslog,deploy', [{ name: 'adm', id: 4 }]],
  ['a machine account', 'host$:x:30001:30001::/:/bin/false\n', [{ name: 'host$', id: 30001 }]],
  ['Windows line breaks', 'web:x:999:\r\n', [{ name: 'web', id: 999 }]],
])('%s is read', (_what, text, accounts) => {
  expect(readAccounts(text)).toEqual(accounts)
})

test.each([
  ['a comment', '# root:x:0:0::/root:/bin/sh\n'],
  ['a pointer to a directory server', '+::::::\n+@admins::0:::\n-bob:x:5:5:::\n'],
  ['no number', 'web:x::\nweb:x:one:\n'],
  ['too short a line', 'web\nweb:x\nweb:x:1'],
  ['a blank in the name', 'a b:x:1:1:::\n'],
])('%s is left out', (_what, text) => {
  expect(readAccounts(text)).toEqual([])
})

test('a user who is made later is there at the second question', async () => {
  const texts: Record<string, string> = { 'file:///etc/passwd': 'root:x:0:0:::\n' }
  const files: FileSystem = {
    readFile: async (uri) => (texts[uri] === undefined ? undefined : new TextEncoder().encode(texts[uri])),
    readFolder: async () => undefined,
  }
  const accounts = new MachineAccounts(files)
  expect(accounts.list()).toEqual({ users: [], groups: [] })
  await accounts.refresh()
  expect(accounts.list()).toEqual({ users: [{ name: 'root', id: 0 }], groups: [] })
  await accounts.refresh()
  texts['file:///etc/passwd'] += 'web:x:1000:1000:::\n'
  texts['file:///etc/group'] = 'web:x:1000:\n'
  expect(accounts.list().users).toHaveLength(1)
  await accounts.refresh()
  expect(accounts.list()).toEqual({
    users: [
      { name: 'root', id: 0 },
      { name: 'web', id: 1000 },
    ],
    groups: [{ name: 'web', id: 1000 }],
  })
})
