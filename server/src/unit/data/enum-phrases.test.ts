import { expect, test } from 'vitest'
import { newestVersion } from './directives.ts'
import { enumPhrases } from './enum-phrases.ts'
import { capabilityPhrases } from './phrases/capabilities.ts'
import { conditionPhrases } from './phrases/conditions.ts'
import { execPhrases } from './phrases/exec.ts'
import { exitStatusPhrases } from './phrases/exit-status.ts'
import { imagePhrases } from './phrases/images.ts'
import { resourcePhrases } from './phrases/resources.ts'
import { sandboxPhrases } from './phrases/sandbox.ts'
import { servicePhrases } from './phrases/service.ts'
import { signalPhrases } from './phrases/signals.ts'
import { socketPhrases } from './phrases/socket.ts'
import { syscallNames, syscallsOfGroup } from './syscalls.ts'

const themes = [
  servicePhrases,
  execPhrases,
  sandboxPhrases,
  capabilityPhrases,
  resourcePhrases,
  socketPhrases,
  imagePhrases,
  conditionPhrases,
  exitStatusPhrases,
  signalPhrases,
]

const phrases = Object.entries(enumPhrases).flatMap(([table, values]) =>
  Object.entries(values).map(([value, phrase]) => ({ name: `${table}.${value}`, phrase })),
)

test('a table is described in one theme only, so that none hides another', () => {
  const tables = themes.flatMap((theme) => Object.keys(theme))
  expect(tables.filter((table, at) => tables.indexOf(table) !== at)).toEqual([])
  expect(Object.keys(enumPhrases).length).toBe(tables.length)
})

test('a phrase starts lower-case and ends without a full stop', () => {
  expect(phrases.filter(({ phrase }) => !/^[a-z]/.test(phrase) || phrase.endsWith('.'))).toEqual([])
})

test('a phrase has three to twenty words', () => {
  const length = (phrase: string) => phrase.split(/\s+/).length
  expect(phrases.filter(({ phrase }) => length(phrase) < 3 || length(phrase) > 20)).toEqual([])
})

test('no two values of one table read the same', () => {
  const twins = Object.entries(enumPhrases).flatMap(([table, values]) => {
    const texts = Object.values(values)
    return texts.filter((text, at) => texts.indexOf(text) !== at).map((text) => `${table}: ${text}`)
  })
  // three names of one address family
  expect(twins).toEqual(['af_names: another name of AF_UNIX'])
})

test('the calls that the phrase of a group lists are in the group', () => {
  const strangers = Object.entries(enumPhrases.syscall_filter_sets!).flatMap(([group, phrase]) => {
    const [, list = ''] = phrase.split(': ')
    const members = syscallsOfGroup(group, newestVersion)
    const calls = (list.match(/(?<!@)\b\w+/g) ?? []).filter((word) => syscallNames().has(word))
    return calls.filter((call) => !members.includes(call)).map((call) => `${group}: ${call}`)
  })
  expect(strangers).toEqual([])
})
