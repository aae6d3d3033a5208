import { expect, test } from 'vitest'
import { parseCommandLine } from './command-line.ts'
import { commandLineOf } from './remembered-line.ts'

const line = '/usr/bin/puma -C "config/puma.rb"'

test('a line is read once for each version', () => {
  const read = commandLineOf(line, 252)
  expect(read).toEqual(parseCommandLine(line, 252))
  commandLineOf('/bin/true', 252)
  expect(commandLineOf(line, 252)).toBe(read)
  expect(commandLineOf(line, 257)).not.toBe(read)
})

test('long lines are not kept by the thousand', () => {
  const read = commandLineOf(line, 252)
  for (let index = 0; index < 20; index++) commandLineOf(`/bin/sh -c "${'x'.repeat(50_000)}" ${index}`, 252)
  expect(commandLineOf(line, 252)).not.toBe(read)
  expect(commandLineOf(line, 252)).toEqual(read)
})
