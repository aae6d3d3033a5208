import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { directivesOf, findDirective, sectionsOf } from '../data/directives.ts'
import { parseUnit } from '../syntax/parse.ts'
import { modernize, replacementOf } from './modernize.ts'

/** The fixes of the first line of the last section. */
function fixes(text: string) {
  const tree = parseUnit(text)
  const assignment = tree.sections.at(-1)!.assignments[0]!
  const found = modernize(tree, assignment, findDirective(assignment.section!.name, assignment.key)!)
  return found.map(({ title, safe, edits }) => ({ title, safe, text: applyEdits(text, edits) }))
}

test.each([
  ['[Unit]\nBindTo=a.service\n', 'Write BindsTo=', '[Unit]\nBindsTo=a.service\n'],
  ['[Unit]\r\n  BindTo = a', 'Write BindsTo=', '[Unit]\r\n  BindsTo = a'],
  ['[Unit]\nOnFailureIsolate=TRUE\n', 'Write OnFailureJobMode=isolate', '[Unit]\nOnFailureJobMode=isolate\n'],
  [
    '[Service]\nStartLimitInterval=3\n',
    'Write StartLimitIntervalSec= in [Unit]',
    '[Service]\n\n[Unit]\nStartLimitIntervalSec=3\n',
  ],
  [
    '[Unit]\nX-A=b\n[Service]\nFailureAction=reboot',
    'Write FailureAction= in [Unit]',
    '[Unit]\nX-A=b\nFailureAction=reboot\n[Service]\n',
  ],
  ['[Slice]\nMemoryLimit=1G\n', 'Write MemoryMax=', '[Slice]\nMemoryMax=1G\n'],
])('%j', (before, title, after) => expect(fixes(before)).toEqual([{ title, safe: true, text: after }]))

test.each([
  '[Unit]\nOnFailureIsolate=no\n',
  '[Unit]\nOnFailureIsolate=\n',
  '[Service]\nCPUShares=1024\n',
  '[Service]\nBlockIOWeight=500\n',
  '[Service]\nPermissionsStartOnly=yes\n',
  '[Service]\nCapabilities=cap_net_raw+ep\n',
  '[Service]\nCPUAccounting=yes\n',
  '[Unit]\nBindsTo=a\n',
])('%j has no fix', (text) => expect(fixes(text)).toEqual([]))

describe('a successor that is there already', () => {
  test('in the same section', () =>
    expect(fixes('[Service]\nMemoryLimit=1G\nMemoryMax=2G\n')).toEqual([
      { title: 'Remove it, as MemoryMax= is set too', safe: false, text: '[Service]\nMemoryMax=2G\n' },
    ]))
  test('in the section where it belongs', () =>
    expect(fixes('[Unit]\nStartLimitBurst=3\n[Service]\nStartLimitBurst=5\n')).toEqual([
      {
        title: 'Remove it, as StartLimitBurst= is set too',
        safe: false,
        text: '[Unit]\nStartLimitBurst=3\n[Service]\n',
      },
    ]))
  test('elsewhere it is none', () =>
    expect(fixes('[Slice]\nMemoryMax=2G\n[Service]\nMemoryLimit=1G\n')).toMatchObject([
      { title: 'Write MemoryMax=' },
    ]))
  test('lists add up', () =>
    expect(fixes('[Service]\nReadOnlyDirectories=/a\nReadOnlyPaths=/b\n')).toMatchObject([
      { title: 'Write ReadOnlyPaths=', safe: true },
    ]))
})

test('what is written instead', () => {
  const replacement = (section: string, name: string, value = '') =>
    replacementOf(findDirective(section, name)!, value)
  expect(replacement('Unit', 'BindTo')).toBe("; write 'BindsTo='")
  expect(replacement('Unit', 'OnFailureIsolate', 'yes')).toBe("; write 'OnFailureJobMode=isolate'")
  expect(replacement('Unit', 'OnFailureIsolate', 'no')).toBe(
    "; 'OnFailureJobMode=' replaces it but reads its value differently",
  )
  expect(replacement('Service', 'StartLimitInterval')).toBe("; write 'StartLimitIntervalSec=' in [Unit]")
  expect(replacement('Service', 'RebootArgument')).toBe('; write it in [Unit]')
  expect(replacement('Service', 'CPUShares', '1')).toBe(
    "; 'CPUWeight=' replaces it but reads its value differently",
  )
  expect(replacement('Service', 'PermissionsStartOnly', 'yes')).toBe(
    "; put a '+' in front of the commands that need full rights",
  )
  expect(replacement('Service', 'CPUAccounting')).toBe('')
  expect(replacement('Unit', 'BindsTo')).toBe('')
})

test('every successor exists, and is not obsolete itself', () => {
  const sections = [...new Set(Object.values(sectionsOf).flat())]
  const legacies = sections.flatMap(directivesOf).flatMap(({ legacy }) => legacy ?? [])
  expect(legacies.length).toBeGreaterThan(20)
  for (const { section, name } of legacies) {
    expect(findDirective(section, name), `${name}= in [${section}]`).toMatchObject({
      legacy: undefined,
      removedIn: undefined,
    })
  }
})
