import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'
import { trustGranted, type VerifyAnswer, verifyDocument } from '../../server/src/protocol.ts'
import { bundledServer } from './testing/bundle.ts'
import { Client, rich } from './testing/client.ts'

const server = bundledServer('node')

test('the server itself starts a program once the workspace is trusted, and none before', async (ctx) => {
  if (process.platform === 'win32') ctx.skip('optional: no shell script is a program on win32')
  const folder = mkdtempSync(path.join(tmpdir(), 'unitwright-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const ran = path.join(folder, 'ran')
  // In place of monit: leaves a trace, and says what it was given.
  writeFileSync(
    path.join(folder, 'monit'),
    `#!/bin/sh\necho "$@" >> ${ran}\necho "$5:1: syntax error 'soon'" >&2\nexit 1\n`,
  )
  chmodSync(path.join(folder, 'monit'), 0o700)
  const child = spawn(process.execPath, [server(), '--stdio'], {
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const client = await new Client(connection, {
    capabilities: rich,
    initializationOptions: { trusted: false },
  }).initialize()
  const uri = pathToFileURL(path.join(folder, 'monitrc')).href
  await client.open(uri, 'set daemon soon\n', 'monit')
  const ask = () => connection.sendRequest<VerifyAnswer>(verifyDocument, { uri, program: 'monit' })

  expect((await ask()).outcome).toBe('not-asked')
  expect(existsSync(ran)).toBe(false)

  await connection.sendNotification(trustGranted)
  const { outcome, remarks } = await ask()
  expect(outcome).toBe('refused')
  expect(remarks).toMatchObject([{ uri, range: { start: { line: 0, character: 11 } } }])
  const given = readFileSync(ran, 'utf8').trim().split(' ')
  expect(given.slice(0, 4)).toEqual(['-t', '-l', '/dev/null', '-c'])
  expect(existsSync(given[4]!)).toBe(false)
})
