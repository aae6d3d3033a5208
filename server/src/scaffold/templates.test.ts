import { describe, expect, test } from 'vitest'
import { decodeText, encodeText } from '../base/decode.ts'
import type { Environment } from '../base/environment.ts'
import { testEnvironment } from '../monit/testing/check.ts'
import { check } from '../workspace/check.ts'
import { openSource, recognise } from '../workspace/documents.ts'
import { choicesOf, completeAnswers } from './answers.ts'
import type { ScaffoldFile } from './template.ts'
import { templates } from './templates.ts'
import { combinations, someFacts, someSources } from './testing/combinations.ts'

describe.each(templates)('$id', (template) => {
  const all = combinations(template)

  test('is right in every combination of its choices, to our own rules', () => {
    const found = all.flatMap((answers) => {
      const { files } = template.render(answers, someSources)
      return files.flatMap((file) => findingsOf(file, files).map((finding) => `${file.path}: ${finding}`))
    })
    expect(found.slice(0, 20)).toEqual([])
    expect(all.length).toBeGreaterThan(1)
  })

  test('takes the answers of every combination as they are', () => {
    for (const answers of all) {
      expect(completeAnswers(template, someFacts, answers)).toEqual({ kind: 'complete', answers })
    }
  })

  test('has inputs of different names, and choices that it proposes itself', () => {
    const names = template.inputs.map(({ name }) => name)
    expect([...new Set(names)]).toEqual(names)
    for (const input of template.inputs) {
      if (input.kind === 'choice') {
        expect(choicesOf(input, someFacts).map(({ value }) => value)).toContain(input.propose(someFacts, {}))
      }
    }
  })

  test('keeps its files apart', () => {
    for (const answers of all.slice(0, 50)) {
      const paths = template.render(answers, someSources).files.map(({ path }) => path)
      expect([...new Set(paths)]).toEqual(paths)
    }
  })
})

/** What our own rules say of a file that is worth a look: all but hints. */
function findingsOf({ path, text }: ScaffoldFile, files: readonly ScaffoldFile[]): readonly string[] {
  expect(decodeText(encodeText(text))).toBe(text)
  const language = recognise(path, text)
  if (language === undefined) {
    // The pattern of a file of variables is no language of ours, nor is Ruby.
    expect(path).toMatch(/\.(?:example|rake)$/)
    return []
  }
  const units = files.filter(({ isUnit }) => isUnit)
  const environment: Environment = {
    ...testEnvironment(),
    unitNames: () => units.map((file) => file.path.slice(file.path.lastIndexOf('/') + 1)),
    units: () => units,
  }
  return check(openSource(language, path, text)!, environment)
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message, span }) => `${rule}: ${message} (${text.slice(span.start, span.end)})`)
}
