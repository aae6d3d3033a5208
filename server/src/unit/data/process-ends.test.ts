import { expect, test } from 'vitest'
import { tableWords } from './enums.generated.ts'
import { exitStatusName, signalName } from './process-ends.ts'

test('signals by number', () => {
  expect([1, 9, 15, 31, 34, 37, 64].map(signalName)).toEqual([
    'SIGHUP',
    'SIGKILL',
    'SIGTERM',
    'SIGSYS',
    'SIGRTMIN',
    'SIGRTMIN+3',
    'SIGRTMIN+30',
  ])
  expect([0, 32, 33, 65].map(signalName)).toEqual([undefined, undefined, undefined, undefined])
})

test('exit statuses by number: all names of the table, each once', () => {
  expect([0, 1, 7, 64, 78, 203, 222, 224, 246, 255].map(exitStatusName)).toEqual([
    'SUCCESS',
    'FAILURE',
    'NOTRUNNING',
    'USAGE',
    'CONFIG',
    'EXEC',
    'STDERR',
    'PAM',
    'MEMORY_THP',
    'EXCEPTION',
  ])
  expect([8, 63, 79, 223, 234, 247, 256].map(exitStatusName)).toEqual(Array(7).fill(undefined))
  const names = Array.from({ length: 256 }, (_, status) => exitStatusName(status)).filter(
    (name) => name !== undefined,
  )
  expect([...names].sort()).toEqual(tableWords.exit_status_mappings!.split(' ').sort())
})
