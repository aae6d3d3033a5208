import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { explain } from '../../server/src/actions/explain/explain.ts'
import { expected, readScenes } from '../corpus/messages.ts'
import { bootedMachine } from './system.ts'

const machine = bootedMachine('puma', 'gunicorn', 'ruby-bundler', 'rbenv')

test('what goes wrong is explained from what this systemd says of it', async () => {
  // Users read the journal of their own units only where it is on disk.
  await machine.run(['mkdir', '--parents', '/var/log/journal'])
  await machine.run(['journalctl', '--flush'])
  const script = readFileSync(path.join(import.meta.dirname, 'messages.sh'), 'utf8')
  const { out } = await machine.try(['bash', '-c', script], 120_000)
  const scenes = readScenes(out)
  const generator = '/lib/systemd/system-generators/systemd-sysv-generator'
  const knowsInitScripts = (await machine.try(['test', '-e', generator])).code === 0
  const wanted = Object.keys(expected).filter((scene) => knowsInitScripts || scene !== 'native-service')
  expect([...scenes.keys()].sort()).toEqual(wanted.sort())
  for (const [scene, text] of scenes) {
    const ids = text.split('\n').flatMap((line) => explain(line).map(({ id }) => id))
    for (const id of expected[scene]!) expect(ids, `${scene}: ${text}`).toContain(id)
  }
}, 150_000)
