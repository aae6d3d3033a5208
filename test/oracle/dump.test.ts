import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { directivesOf, parserAt, statusAt } from '../../server/src/unit/data/directives.ts'
import { dumpLines, type Facts, factsFolder } from '../../server/tools/systemd/facts.ts'
import { readAllFacts } from '../../server/tools/systemd/generate.ts'

const systemd = ['/lib/systemd/systemd', '/usr/lib/systemd/systemd'].find((path) => existsSync(path))
const releases = readAllFacts(factsFolder)

/** `[Section] Key=TYPE` for every key the installed systemd reads, in its order. */
function installedKeys(program: string): readonly string[] {
  const dump = execFileSync(program, ['--dump-configuration-items'], { encoding: 'utf8' })
  let section = ''
  return dump.split('\n').flatMap((line) => {
    const header = /^\[(\w+)\]$/.exec(line)
    if (header) section = header[1]!
    return header || line === '' ? [] : [`[${section}] ${line}`]
  })
}

/** The same of the table that the rules use, in the table's order. */
function tableKeys(facts: Facts): readonly string[] {
  const types = new Map(facts.types)
  return facts.layout.flatMap(([section]) =>
    directivesOf(section)
      .filter((directive) => statusAt(directive, facts.version) === 'known')
      .map(
        (directive) =>
          `[${section}] ${directive.name}=${types.get(parserAt(directive, facts.version)) ?? 'OTHER'}`,
      ),
  )
}

function installedVersion(program: string): number {
  return Number(/^systemd (\d+)/.exec(execFileSync(program, ['--version'], { encoding: 'utf8' }))?.[1])
}

test('the table is what the installed systemd dumps, row for row', (ctx) => {
  if (systemd === undefined) return ctx.skip('no systemd on this machine')
  const version = installedVersion(systemd)
  const facts = releases.find((release) => release.version === version)
  if (facts === undefined) return ctx.skip(`no facts recorded of systemd ${version}`)
  const installed = installedKeys(systemd)
  expect(installed.length).toBeGreaterThan(1000)

  expect(dumpLines(facts)).toEqual(installed)
  expect([...tableKeys(facts)].sort()).toEqual([...installed].sort())
})

test('the recorded releases have as many keys as their systemd dumps', () => {
  expect(releases.map((facts) => [facts.version, dumpLines(facts).length])).toEqual(
    expect.arrayContaining([
      [252, 1191],
      [254, 1286],
      [257, 1328],
      [262, 1377],
    ]),
  )
})

test('what the table says of each release is what was recorded of it', () => {
  for (const facts of releases) {
    expect([...tableKeys(facts)].sort(), `${facts.version}`).toEqual([...dumpLines(facts)].sort())
  }
})
