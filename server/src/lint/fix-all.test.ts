import { expect, test } from 'vitest'
import type { Diagnostic } from '../base/diagnostic.ts'
import type { Fix } from '../base/edit.ts'
import { collectFixes, fixAll } from './fix-all.ts'

function finding(start: number, ...fixes: Fix[]): Diagnostic {
  return { rule: 'r', kind: 'trap', severity: 'warning', span: { start, end: start }, message: '', fixes }
}

function replace(start: number, end: number, newText: string, safe = true): Fix {
  return { title: 'Mend', safe, edits: [{ span: { start, end }, newText }] }
}

/** Finds each occurrence of a word and offers to replace it. */
function replaceEach(word: string, newText: string, safe = true) {
  return (text: string) =>
    [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) =>
      finding(index, replace(index, index + word.length, newText, safe)),
    )
}

test('the first safe fix of each finding', () => {
  const edits = collectFixes([
    finding(0, replace(0, 1, 'a', false), replace(0, 1, 'b'), replace(0, 1, 'c')),
    finding(2),
    finding(4, replace(4, 5, 'd', false)),
  ])
  expect(edits.map((edit) => edit.newText)).toEqual(['b'])
})

test('suggestions too where they are asked for', () => {
  const findings = [
    finding(0, replace(0, 1, 'a', false), replace(0, 1, 'b')),
    finding(4, replace(4, 5, 'd', false)),
  ]
  expect(collectFixes(findings, true).map((edit) => edit.newText)).toEqual(['a', 'd'])
})

test('of fixes that conflict the first goes first, with all its edits', () => {
  const both: Fix = {
    title: 'Move',
    safe: true,
    edits: [...replace(0, 2, 'x').edits, ...replace(8, 9, 'y').edits],
  }
  const edits = collectFixes([
    finding(0, both),
    finding(1, replace(1, 3, 'z')),
    finding(5, replace(5, 6, 'w')),
  ])
  expect(edits.map((edit) => edit.newText)).toEqual(['x', 'y', 'w'])
})

test('all in one round where nothing conflicts', () =>
  expect(fixAll('a b a', replaceEach('a', 'c'))).toEqual({ text: 'c b c', rounds: 1 }))

test('what a fix uncovers is mended in the next round', () => {
  const check = (text: string) => [...replaceEach('one', 'two')(text), ...replaceEach('two', 'three')(text)]
  expect(fixAll('one', check)).toEqual({ text: 'three', rounds: 2 })
})

test('fixes that conflict take a round each', () => {
  const check = (text: string) =>
    [...text.matchAll(/x/g)].map(({ index }) => finding(index, replace(0, index + 1, '')))
  expect(fixAll('axbxcxd', check)).toEqual({ text: 'd', rounds: 3 })
})

test('nothing to do', () => {
  expect(fixAll('b', replaceEach('a', 'c'))).toEqual({ text: 'b', rounds: 0 })
  expect(fixAll('a', replaceEach('a', 'c', false))).toEqual({ text: 'a', rounds: 0 })
  expect(fixAll('a', replaceEach('a', 'c', false), true)).toEqual({ text: 'c', rounds: 1 })
})

test('fixes that undo each other, or change nothing, end', () => {
  const swap = (text: string) => [finding(0, replace(0, 1, text === 'a' ? 'b' : 'a'))]
  expect(fixAll('a', swap)).toEqual({ text: 'b', rounds: 1 })
  expect(fixAll('a', replaceEach('a', 'a'))).toEqual({ text: 'a', rounds: 0 })
})

test('a fix that makes the text grow for ever ends as well', () => {
  const { text, rounds } = fixAll('a', () => [finding(0, replace(0, 0, 'a'))])
  expect(text).toHaveLength(rounds + 1)
})
