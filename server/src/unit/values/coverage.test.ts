import { describe, expect, test } from 'vitest'
import { layout } from '../data/directives.generated.ts'
import { type Directive, directivesOf, findDirective, parserAt, statusAt } from '../data/directives.ts'
import { enumSet } from '../data/enums.ts'
import { completionAt, hoverAt } from '../testing/check.ts'
import { checkValue, readsBoolean } from './index.ts'
import { valueTypeOf } from './table.ts'
import { samples } from './testing/samples.ts'
import { isClosed } from './words.ts'

const versions = [252, 254, 257, 262]

/** Parsers whose directives do nothing in any version: systemd reads no value of theirs. */
const unread: ReadonlySet<string> = new Set(['warn_compat'])

/** Names that the author makes up, texts and data, of which nothing can be offered before anything is typed. */
const nothingToOffer: Readonly<Record<string, string>> = {
  bus_name: 'a name that the author makes up',
  delegate_subgroup: 'a name that the author makes up',
  exec_input_data: 'data',
  exec_input_text: 'text',
  exec_root_hash: 'a hash',
  fdname: 'a name that the author makes up',
  log_namespace: 'a name that the author makes up',
  luo_sessions: 'names that the author makes up',
  managed_oom_rules: 'names of files that the author makes',
  reboot_parameter: 'what the firmware or boot loader of one machine knows',
  set_credential: 'a secret under a name that the author makes up',
  unit_string_printf: 'text, such as that of Description=; its other directives have examples',
}

/** Names and texts that mean what they say. */
const nothingToExplain: Readonly<Record<string, string>> = {
  exec_input_text: 'text',
  exec_root_hash_sig: 'a path or data',
  luo_sessions: 'names that the author makes up',
  managed_oom_rules: 'names of files that the author makes',
  reboot_parameter: 'what the firmware or boot loader of one machine knows',
  unit_string_printf: 'text',
}

/** Parsers that take any text, so that there is no value to refuse. */
const takesAnything: Readonly<Record<string, string>> = {
  capability_set: 'systemd drops unknown capabilities without a word; a rule of ours speaks up',
  exec_secure_bits: 'systemd drops unknown bits without a word; a rule of ours speaks up',
  string: 'the kernel knows which congestion controls there are',
}

const parsers = [
  ...new Set(
    Object.keys(layout)
      .flatMap((section) => directivesOf(section))
      .flatMap((directive) => versions.map((version) => parserAt(directive, version))),
  ),
].sort()

function directiveOf(parser: string): Directive {
  const [section = '', name = ''] = samples[parser]!.of.split('.')
  return findDirective(section, name)!
}

/** The versions in which the sample's directive is read, by this parser. */
function versionsOf(parser: string): readonly number[] {
  const directive = directiveOf(parser)
  return versions.filter(
    (version) => statusAt(directive, version) === 'known' && parserAt(directive, version) === parser,
  )
}

function complaints(parser: string, text: string, version: number) {
  const place = { directive: directiveOf(parser), version, manager: 'system' } as const
  return checkValue(text, place).filter(({ effect }) => effect !== 'noticed')
}

const files: Readonly<Record<string, string>> = { Unit: 'web.service', Install: 'web.service' }

function fileOf({ section }: Directive): string {
  return files[section] ?? `web.${section.toLowerCase()}`
}

test('every parser of the table has samples, and no other', () => {
  expect(Object.keys(samples).sort()).toEqual(parsers.filter((parser) => !unread.has(parser)))
  expect(parsers).toEqual(expect.arrayContaining([...unread]))
})

test('every sample is read by a systemd on record', () => {
  const dead = Object.keys(samples).filter((parser) => versionsOf(parser).length === 0)
  expect(dead).toEqual([])
})

test('the lists of exceptions name parsers of the table', () => {
  const named = [nothingToOffer, nothingToExplain, takesAnything].flatMap((list) => Object.keys(list))
  expect(named.filter((parser) => !samples[parser])).toEqual([])
})

describe.each(Object.keys(samples))('%s', (parser) => {
  const { takes, refuses } = samples[parser]!
  const directive = directiveOf(parser)
  const read = versionsOf(parser)

  test('has a grammar', () => {
    const set = enumSet(directive.parser, directive.name)
    const known =
      valueTypeOf(parser) !== undefined ||
      (set !== undefined && (isClosed(set) || set.unknown === 'silent')) ||
      read.every((version) => readsBoolean(directive, version))
    expect(known).toBe(true)
  })

  test('takes what it should, in the versions that do', () => {
    expect(takes.length).toBeGreaterThan(0)
    for (const version of read) {
      for (const value of takes) {
        const [text, since] = typeof value === 'string' ? [value, 0] : value
        const taken = complaints(parser, text, version).length === 0
        expect([text, version, taken]).toEqual([text, version, version >= since])
      }
    }
  })

  test('refuses what it should', () => {
    expect(refuses.length === 0).toBe(takesAnything[parser] !== undefined)
    for (const version of read) {
      for (const text of refuses) {
        const taken = complaints(parser, text, version).length === 0
        expect([text, version, taken]).toEqual([text, version, false])
      }
    }
  })

  // What is removed, or read by no systemd on record, is not completed.
  const version = read.at(-1)
  if (version === undefined) return

  test('completes at the beginning', () => {
    const marked = `[${directive.section}]\n${directive.name}=$0\n`
    const items = completionAt(marked, { file: fileOf(directive), version })?.items ?? []
    expect(items.length === 0).toBe(nothingToOffer[parser] !== undefined)
  })

  test('explains its value', async () => {
    const first = typeof takes[0] === 'string' ? takes[0] : takes[0]![0]
    const text = first.replace(/^([^\w/]*.)/, '$1$0')
    const hover = await hoverAt(`[${directive.section}]\n${directive.name}=${text}\n`, {
      file: fileOf(directive),
      version,
    })
    expect(hover === undefined).toBe(nothingToExplain[parser] !== undefined)
  })
})
