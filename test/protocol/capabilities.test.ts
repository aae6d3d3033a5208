import { expect, test } from 'vitest'
import { rich, until } from './testing/client.ts'
import { connect } from './testing/in-process.ts'

test('a client that can do everything', async () => {
  const client = await connect({ capabilities: rich })
  expect(client.initialized).toEqual({
    serverInfo: { name: 'unitwright' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
      completionProvider: {
        triggerCharacters: ['=', '%', '[', '@', '-', '.', '~', ':'],
        resolveProvider: true,
      },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.unitwright'] },
      diagnosticProvider: {
        identifier: 'unitwright',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  })
  await until('both registrations', () => client.registrations.length === 2)
  const registered = client.registrations.map(({ method, registerOptions }) => [method, registerOptions])
  const types = 'service,socket,device,mount,automount,swap,target,path,timer,slice,scope'
  expect(registered).toEqual([
    ['workspace/didChangeConfiguration', { section: 'unitwright' }],
    [
      'workspace/didChangeWatchedFiles',
      {
        watchers: [
          { globPattern: `**/*.{${types}}` },
          { globPattern: `**/*.{${types}}.*` },
          { globPattern: `**/*.{${types}}.d/*.conf` },
          { globPattern: `**/{${types}}.d/*.conf` },
          { globPattern: '**/{puma.rb,config/puma/*.rb,Gemfile.lock}' },
          { globPattern: '**/{monitrc,.monitrc,monit.conf,monitrc.*,monit.conf.*}' },
          { globPattern: '**/{*.monit,*.monitrc,*_monit.conf,*_monitrc,*.monit.*,*.monitrc.*}' },
          { globPattern: '**/{conf.d,conf-available,conf-enabled,monit.d,monitrc.d}/*' },
        ],
      },
    ],
  ])
})

test('a client that says nothing of itself is offered what it can take, and asked for nothing', async () => {
  const client = await connect()
  const { capabilities } = client.initialized
  expect(capabilities.diagnosticProvider).toBeUndefined()
  expect(capabilities.codeActionProvider).toBeUndefined()
  expect(capabilities.hoverProvider).toBe(true)
  await client.open('file:///web.service', '[Service]\nExecStart=/bin/true\n')
  await client.hover(client.at('file:///web.service', 'ExecStart'))
  expect(client.registrations).toEqual([])
})
