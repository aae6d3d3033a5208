import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import type { FileSystem } from '../../base/file-system.ts'
import { readVersion } from '../../base/settings.ts'
import { directivesOf, newestVersion, oldestVersion, sectionsOf, statusAt } from '../data/directives.ts'
import { Manual } from './manual.ts'

const demo = '.TH DEMO 5 "" "systemd 257"\n.PP\n\\fIKey=\\fR\n.RS 4\nWhat it does\\&.\n.RE\n'

function disk(
  files: Readonly<Record<string, Uint8Array>>,
): FileSystem & { readonly readFile: ReturnType<typeof vi.fn> } {
  return { readFile: vi.fn(async (uri: string) => files[uri]), readFolder: async () => undefined }
}

test.each([
  ['a packed page', 'file:///usr/share/man/man5/systemd.demo.5.gz', gzipSync(demo)],
  ['a plain page', 'file:///usr/share/man/man5/systemd.demo.5', Buffer.from(demo)],
  ['a page on NixOS', 'file:///run/current-system/sw/share/man/man5/systemd.demo.5.gz', gzipSync(demo)],
])('%s is found', async (_what, uri, bytes) => {
  expect(await new Manual(disk({ [uri]: bytes })).find('systemd.demo', 'Service', 'Key')).toEqual({
    source: 'systemd.demo(5), systemd 257',
    markdown: 'What it does.',
  })
})

test('a page is read once, also by two that ask at the same time, and also where it is missing', async () => {
  const files = disk({ 'file:///usr/share/man/man5/systemd.demo.5.gz': gzipSync(demo) })
  const manual = new Manual(files)
  await Promise.all([
    manual.find('systemd.demo', 'Service', 'Key'),
    manual.find('systemd.demo', 'Service', 'Other'),
  ])
  await manual.find('systemd.demo', 'Service', 'Key')
  expect(files.readFile).toHaveBeenCalledTimes(1)
  await manual.find('systemd.none', 'Service', 'Key')
  const reads = files.readFile.mock.calls.length
  expect(await manual.find('systemd.none', 'Service', 'Key')).toBeUndefined()
  expect(files.readFile).toHaveBeenCalledTimes(reads)
})

test('a page that is no gzip file, or stops short, is as good as missing', async () => {
  const uri = 'file:///usr/share/man/man5/systemd.demo.5.gz'
  for (const bytes of [Buffer.from('not packed'), gzipSync(demo).subarray(0, 20)]) {
    expect(await new Manual(disk({ [uri]: bytes })).find('systemd.demo', 'Service', 'Key')).toBeUndefined()
  }
})

test("this machine's manual explains the directives of its version", async (ctx) => {
  const service = '/usr/share/man/man5/systemd.service.5.gz'
  if (!existsSync(service)) return ctx.skip(`optional: ${service} is not installed`)
  const manual = new Manual({
    readFile: (uri) => readFile(new URL(uri)).catch(() => undefined),
    readFolder: async () => undefined,
  })
  const { source } = (await manual.find('systemd.service', 'Service', 'Type'))!
  const version = readVersion(/systemd (\d+)/.exec(source)?.[1])!
  if (version < oldestVersion || version > newestVersion)
    return ctx.skip(`optional: the manual is of systemd ${version}, which no table tells of`)

  const sections = [...new Set(Object.values(sectionsOf).flat())]
  const documented = sections
    .flatMap(directivesOf)
    .filter((directive) => directive.page && !directive.legacy && statusAt(directive, version) === 'known')
  const missing: string[] = []
  for (const { page, section, name } of documented) {
    const passage = await manual.find(page!, section, name)
    if (!passage) missing.push(`[${section}] ${name}=`)
    else expect(passage.markdown.length, name).toBeLessThan(2_200)
    // What is left of roff in a passage is an escape or a macro that the reader doesn't know.
    expect(passage?.markdown ?? '').not.toMatch(/\\[&fhsm(]|^\.[A-Z]{2}\b/m)
  }
  expect(documented.length).toBeGreaterThan(1_000)
  expect(missing.length, missing.join(', ')).toBeLessThanOrEqual(documented.length * 0.05)
})
