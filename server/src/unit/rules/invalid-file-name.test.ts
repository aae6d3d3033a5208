import { expect, test } from 'vitest'
import { findingsOf } from '../testing/check.ts'
import { invalidFileName } from './invalid-file-name.ts'

function messages(file: string, text: string): readonly string[] {
  return findingsOf(invalidFileName, text, { file }).map(({ message }) => message)
}

test.each([
  ['é.service', '[Service]\n', "'é.service' is no name of a unit: 'é' is not accepted in one"],
  ['@.service', '[Service]\n', "nothing stands before its '@'"],
  ['srv@x.mount', '[Mount]\nWhat=/dev/sdb1\n', 'mount units have no templates'],
  [`${'a'.repeat(248)}.service`, '[Service]\n', 'more than 255 characters'],
  ['a--b.slice', '[Slice]\n', "did you mean 'a-b.slice'?"],
  ['--.slice', '[Slice]\n', "'--.slice' is no name of a slice"],
  ['srv--data.mount', '[Mount]\nWhat=/dev/sdb1\n', "'srv--data.mount' is the name of no path"],
  ['.hidden.mount', '[Mount]\nWhat=/dev/sdb1\n', "'/.hidden' is '\\x2ehidden.mount'"],
  ['a--b.swap', '[Swap]\nPriority=1\n', "'a--b.swap' is the name of no path"],
  ['a--b.automount', '[Automount]\n', "'a--b.automount' is the name of no path"],
])('%s', (file, text, part) => {
  const found = messages(file, text)
  expect(found).toHaveLength(1)
  expect(found[0]).toContain(part)
})

test.each([
  ['web-app.slice', '[Slice]\n'],
  ['-.slice', '[Slice]\n'],
  ['-.mount', '[Mount]\nWhat=/dev/sda1\n'],
  // With a path the rule about mismatches has the word.
  ['a--b.mount', '[Mount]\nWhat=/dev/sda1\nWhere=/a/b\n'],
  ['a--b.slice.d/x.conf', '[Slice]\n'],
  ['{{ app }}.service', '[Service]\n'],
  ['@APP@.service', '[Service]\n'],
])('nothing to say of %s', (file, text) => expect(messages(file, text)).toEqual([]))

test('points at the first header', () => {
  const [finding] = findingsOf(invalidFileName, '# a\n[Slice]\n', { file: 'a--b.slice' })
  expect(finding?.span).toEqual({ start: 4, end: 11 })
})
