import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test.each([
  ['**Restart=** in [Service]', 'Restart= in [Service]'],
  ['a `code span` and `` a`b ``', 'a code span and a`b'],
  ['see [systemd.exec(5)](https://example.org/x#User=)', 'see systemd.exec(5)'],
  ['`*not* [a](b)` is code, *this* is not', '*not* [a](b) is code, this is not'],
  ['\\*kept\\* and \\[Unit\\] and `\\`', '*kept* and [Unit] and \\'],
  ['5 * 3 * 2 and a_b_c', '5 * 3 * 2 and a_b_c'],
  ['# Title\n\ntext\n\n---\n\nmore', 'Title\n\ntext\n\nmore'],
  ['- one\n- **two**', '- one\n- two'],
  ['before\n\n```ini\n[Unit]\nA=**b**\n```\n\nafter **c**', 'before\n\n[Unit]\nA=**b**\n\nafter c'],
  ['', ''],
])('%j reads %j', (markdown, text) => {
  expect(plainText(markdown)).toBe(text)
})
