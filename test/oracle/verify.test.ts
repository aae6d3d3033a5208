import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText, encodeText } from '../../server/src/base/decode.ts'
import { versions } from '../../server/src/unit/data/directives.generated.ts'
import {
  type Directive,
  directivesOf,
  sectionsOf,
  statusAt,
  type UnitType,
} from '../../server/src/unit/data/directives.ts'
import { allValues, enumSet } from '../../server/src/unit/data/enums.ts'
import { isClosed } from '../../server/src/unit/values/words.ts'
import { nastyUnits } from './nasty-units.ts'
import { findingsOf, toVerdicts } from './our-verdicts.ts'
import { unitText } from './unit-text.ts'
import { compareVerdicts, untilFatal, verdictsOfMessage } from './verdict.ts'
import { installedVersion, type Message, verify } from './verify.ts'

// Everything here asks the machine's own systemd, and takes its word for it.

const version = installedVersion()
const noSystemd = 'there is no systemd-analyze on this machine'
const recordedVersions: readonly number[] = versions
const severityError = 3
const seed = 20251121

/**
 * A file's first byte order mark at the start of a continued line: systemd drops it there too, and we keep it as a
 * character like any other, since no editor puts it there.
 */
const markContinues = /\\[\r\n\0]+(?:[ \t]*[#;][^\r\n\0]*[\r\n\0]+)*\uFEFF/

/** Verifies all texts in one go and lists where we and systemd differ, with the line at fault. */
function differences(texts: ReadonlyMap<string, string>, target: number): readonly string[] {
  const verdicts = verify(new Map([...texts].map(([name, text]) => [name, encodeText(text)])))
  return [...texts].flatMap(([name, text]) => {
    const messages = verdicts.get(name) ?? []
    const theirs = untilFatal(messages.flatMap(verdictsOfMessage))
    const end = lastLineRead(messages)
    const ours = untilFatal(toVerdicts(name, text, findingsOf(name, text, target))).filter(
      ({ line = 0 }) => line <= end,
    )
    const { onlyOurs, onlyTheirs } = compareVerdicts(ours, theirs)
    return [
      ...onlyOurs.map((each) => `${name}: only ours ${each} of ${excerpt(text, each)}`),
      ...onlyTheirs.map((each) => `${name}: only theirs ${each} of ${excerpt(text, each)}`),
    ]
  })
}

/** Some values are errors to systemd, not warnings; at these it stops as well. */
function lastLineRead(messages: readonly Message[]): number {
  const stop = messages.find(({ line, severity }) => line !== undefined && severity === severityError)
  return stop?.line ?? Number.POSITIVE_INFINITY
}

/** The text itself where it is small, else its line that `difference` names. */
function excerpt(text: string, difference: string): string {
  const line = text.split('\n')[Number.parseInt(difference, 10) - 1]
  return JSON.stringify(text.length <= 300 ? text : (line ?? '').slice(0, 80))
}

/**
 * A unit for each directive that takes booleans or words from a list, with every such word and with values that are
 * none. Of the directives that several sections share those of one suffice.
 */
function valueUnits(target: number): ReadonlyMap<string, string> {
  const types: readonly UnitType[] = [
    'service',
    'socket',
    'mount',
    'automount',
    'swap',
    'timer',
    'path',
    'slice',
  ]
  const hasClosedValues = ({ parser, name }: Directive) => {
    const set = enumSet(parser, name)
    return parser === 'bool' || parser === 'tristate' || (set !== undefined && isClosed(set))
  }
  const units = types.flatMap((type) =>
    sectionsOf[type]
      .filter((section) => type === 'service' || (section !== 'Unit' && section !== 'Install'))
      .flatMap((section) => directivesOf(section))
      .filter((each) => type === 'service' || !each.group)
      .filter((each) => statusAt(each, target) === 'known' && hasClosedValues(each))
      .map(
        (directive) => [`${directive.section}-${directive.name}.${type}`, unitOfValues(directive)] as const,
      ),
  )
  return new Map(units)
}

function unitOfValues({ section, name, parser }: Directive): string {
  const set = enumSet(parser, name)
  const words = set ? allValues(set).map((word) => word.name) : []
  const nearMisses = words.flatMap((word) => [
    word.toUpperCase(),
    word.toLowerCase(),
    `${word}x`,
    `${word} ${words[0]}`,
  ])
  const values = [...words, ...oddValues, ...nearMisses]
  return `[${section}]\n${values.map((value) => `${name}=${value}\n`).join('')}`
}

const oddValues = [
  'yes',
  'No',
  'TRUE',
  '0',
  'y\\\n',
  'o\\\nn',
  '',
  '2',
  'foo',
  'YE',
  'on # off',
  '%n',
  'a b',
  '+yes',
  '"yes"',
  ',',
]

describe('we say what systemd-analyze verify says', () => {
  test('of unit files at the edges of the format', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    const texts = new Map(Object.entries(nastyUnits).map(([about, text]) => [`${about}.service`, text]))
    expect(differences(texts, version)).toEqual([])
  })

  test('of hundreds of generated ones', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    const comparable = unitText.filter((text) => !markContinues.test(text))
    const samples = fc.sample(comparable, { seed, numRuns: 600 })
    // What a file holds is bytes: a lone surrogate that stands for none becomes U+FFFD.
    const texts = new Map(samples.map((text, index) => [`g${index}.service`, decodeText(encodeText(text))]))
    expect(differences(texts, version)).toEqual([])
  })

  test('of each value of each directive with a closed set of them', (ctx) => {
    if (version === undefined) return ctx.skip(noSystemd)
    if (!recordedVersions.includes(version))
      return ctx.skip(`optional: no values on record of systemd ${version}`)
    const texts = valueUnits(version)
    expect(texts.size).toBeGreaterThan(100)
    expect(differences(texts, version)).toEqual([])
  })
})
