import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeUnless } from '../../../../test/reporting/describe-unless.ts'
import type { DropIn } from '../../base/environment.ts'
import { nodeProcessRunner } from './process-runner.node.ts'
import type { ProcessRunner } from './process-runner.ts'
import type { Verdict } from './verdict.ts'
import { verifySystemd } from './verify-systemd.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unitwright-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface More {
  readonly name?: string
  readonly dropIns?: readonly DropIn[]
  readonly manager?: 'system' | 'user'
  readonly runner?: ProcessRunner
}

function verify(text: string, more: More = {}): Promise<Verdict> {
  const { name = 'web.service', dropIns = [], manager = 'system', runner = nodeProcessRunner } = more
  const file = path.join(folder, name)
  const subject = { uri: pathToFileURL(file).href, path: file, folder, text }
  return verifySystemd(subject, dropIns, manager, runner)
}

const told = ({ remarks }: Verdict) =>
  remarks.map(
    ({ file, span, severity, message }) =>
      `${file.uri.slice(file.uri.lastIndexOf('/') + 1)}: ${file.text.slice(span.start, span.end)}: ${severity}: ${message}`,
  )

const good = '[Service]\nExecStart=/bin/true\n'
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
const noSystemd = hasSystemd ? undefined : 'there is no systemd-analyze on this machine'

describeUnless(noSystemd, 'with the installed systemd', () => {
  test.each(['system', 'user'] as const)('a good unit is accepted (%s)', async (manager) => {
    expect(await verify(good, { manager })).toEqual({
      outcome: 'accepted',
      summary: "systemd-analyze accepts 'web.service'",
      remarks: [],
    })
  })

  test('what is ignored is a warning on its line', async () => {
    const verdict = await verify(`${good}Restrat=always\n`)
    expect(verdict.outcome).toBe('accepted')
    expect(verdict.remarks.map(({ file, span }) => file.text.slice(span.start, span.end))).toEqual([
      'Restrat',
    ])
  })

  test('what is refused is an error', async () => {
    const verdict = await verify('[Service]\nType=simple\n')
    expect(verdict.outcome).toBe('refused')
    expect(verdict.summary).toContain("systemd-analyze refuses 'web.service': ")
  })

  test('a program that is not there is underlined', async () => {
    const [remark] = (await verify('[Service]\nExecStart=/nowhere/web --port 1\n')).remarks
    expect(remark?.severity).toBe('error')
    expect(remark?.file.text.slice(remark.span.start, remark.span.end)).toBe('/nowhere/web')
  })

  test('drop-ins are read as they are in the editor, and their mistakes are theirs', async () => {
    const dropIns = [{ name: 'web.service.d/a.conf', text: '[Service]\n\nFoo=1\n' }]
    expect(told(await verify(good, { dropIns })).map((each) => each.split(': ').slice(0, 3))).toEqual([
      ['a.conf', 'Foo', 'warning'],
    ])
  })

  test('a unit beside the file is found, and one that is nowhere is missed', async () => {
    writeFileSync(path.join(folder, 'beside.service'), good)
    const requires = (unit: string) => `[Unit]\nRequires=${unit}\nAfter=${unit}\n${good}`
    expect((await verify(requires('beside.service'))).outcome).toBe('accepted')
    const verdict = await verify(requires('nowhere.service'))
    expect(verdict.outcome).toBe('refused')
    expect(told(verdict)[0]).toMatch(/^web\.service: nowhere\.service: error: /)
  })

  test('a mistake of another unit is not one of this', async () => {
    writeFileSync(path.join(folder, 'broken.service'), '[Service]\nType=simple\n')
    const verdict = await verify(`[Unit]\nWants=broken.service\n${good}`)
    expect(verdict).toMatchObject({ outcome: 'accepted', remarks: [] })
  })

  test('a name that no unit can have is told as the reason', async () => {
    const verdict = await verify(good, { name: 'my web.service' })
    expect(verdict.outcome).toBe('not-asked')
    expect(verdict.summary).toMatch(/^systemd-analyze could not look at 'my web\.service': ./)
  })

  test('templates of systemd and units without a name are verified as well', async () => {
    expect(told(await verify(`${good}Foo=%i\n`, { name: 'web@.service' })).length).toBe(1)
    expect((await verify(good, { name: 'Untitled-1' })).outcome).toBe('accepted')
    const timer = '[Timer]\nOnCalendar=whenever\n'
    expect(told(await verify(timer, { name: 'Untitled-1' })).join()).toContain('whenever')
  })
})

test('why systemd was not asked is said', async () => {
  expect((await verify(good, { name: 'web.service.erb' })).summary).toBe(
    "'web.service.erb' is a template; systemd can only read what is made from it",
  )
  expect((await verify(good, { name: 'web.service.d/a.conf' })).summary).toBe(
    "'a.conf' adds to 'web.service' and means nothing alone; verify 'web.service'",
  )
  const missing: ProcessRunner = { ...nodeProcessRunner, find: async () => undefined }
  expect((await verify(good, { runner: missing })).summary).toBe(
    "there is no program 'systemd-analyze' on PATH; it comes with systemd",
  )
})
