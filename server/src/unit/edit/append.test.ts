import { expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { parseUnit } from '../syntax/parse.ts'
import { appendLine } from './append.ts'

function append(text: string, section: string, line: string): string {
  return applyEdits(text, [appendLine(parseUnit(text), section, line)])
}

test('behind the last statement of the last section of the name', () => {
  const text = '[Service]\nType=exec\n[Unit]\nA=b\n\n# more\n[Service]\nUser=a\n# note\n\n[Install]\nC=d\n'
  expect(append(text, 'Service', 'X=y')).toBe(text.replace('User=a\n', 'User=a\nX=y\n'))
})

test('into an empty section, and behind a text without a last line break', () => {
  expect(append('[Service]\n[Unit]\n', 'Service', 'X=y')).toBe('[Service]\nX=y\n[Unit]\n')
  expect(append('[Service]\r\nA=b', 'Service', 'X=y')).toBe('[Service]\r\nA=b\r\nX=y\r\n')
})

test('into a new section', () => {
  expect(append('', 'Service', 'X=y')).toBe('[Service]\nX=y\n')
  expect(append('[Unit]\nA=b\n', 'Service', 'X=y')).toBe('[Unit]\nA=b\n\n[Service]\nX=y\n')
  expect(append('[Unit]\nA=b', 'Service', 'X=y')).toBe('[Unit]\nA=b\n\n[Service]\nX=y\n')
})
