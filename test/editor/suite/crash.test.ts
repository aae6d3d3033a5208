import { readdirSync, readFileSync } from 'node:fs'
import { suite, test } from 'mocha'
import { diagnosticsWhen, openFile, type } from './editing.ts'
import { until } from './until.ts'

suite('crash', () => {
  test('a server that is killed is started again, and goes on where it was', async function () {
    if (process.platform !== 'linux') this.skip()
    const { document } = await openFile('web.service', '[Service]\nExecStart=/usr/bin/true\nRestrat=always\n')
    await diagnosticsWhen(document, (found) => found.length === 1)
    const killed = serverProcess()
    process.kill(killed!, 'SIGKILL')
    await until('another server', () => {
      const now = serverProcess()
      return now !== killed ? now : undefined
    })
    await type('Wantd=x\n')
    await diagnosticsWhen(document, (found) => found.length === 2)
  })
})

/** The process of the language server: a child of this one, the extension host. */
function serverProcess(): number | undefined {
  const found = readdirSync('/proc').find((entry) => {
    try {
      if (!/^\d+$/.test(entry)) return false
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0')
      // The name of the program, in parentheses, may hold blanks; the parent is the second field behind it.
      const [, parent] = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
      return Number(parent) === process.pid && command.some((part) => part.endsWith('server.cjs'))
    } catch {
      // It ended while it was looked at.
      return false
    }
  })
  return found === undefined ? undefined : Number(found)
}
