import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodeProcessRunner } from './process-runner.node.ts'
import type { Job } from './process-runner.ts'

const shell = '/bin/sh'

/** A shell script to run. */
function script(text: string, more: Partial<Job> = {}): Job {
  return {
    program: shell,
    timeLimit: 5000,
    inherited: [],
    prepare: () => ({ files: new Map(), arguments: ['-c', text], variables: {} }),
    ...more,
  }
}

async function ended(job: Job) {
  const outcome = await nodeProcessRunner.run(job)
  if (outcome.kind !== 'ended') throw new Error(JSON.stringify(outcome))
  return outcome
}

test('files are private, and gone afterwards', async () => {
  const outcome = await ended({
    ...script(''),
    prepare: (folder) => ({
      files: new Map([
        ['a', 'one'],
        ['b/c', 'two'],
      ]),
      arguments: ['-c', 'stat -c "%a" . a b b/c >&2; cat a b/c >&2; pwd >&2; echo "$1" >&2', 'sh', folder],
      variables: {},
    }),
  })
  const { folder } = outcome
  expect(outcome.errors).toBe(`700\n600\n700\n600\nonetwo${folder}\n${folder}\n`)
  expect(existsSync(folder)).toBe(false)
})

test('an argument is one argument, whatever is in it', async () => {
  const outcome = await ended({
    ...script(''),
    prepare: () => ({
      files: new Map(),
      arguments: ['-c', 'echo "$#:$1" >&2', 'sh', '; echo $HOME "'],
      variables: {},
    }),
  })
  expect(outcome.errors).toBe('1:; echo $HOME "\n')
})

test('of the variables only those named are handed on', async () => {
  process.env.UNITWRIGHT_TEST = 'own'
  try {
    const print = 'echo "$UNITWRIGHT_TEST,$HOME" >&2'
    expect((await ended(script(print))).errors).toBe(',\n')
    expect((await ended(script(print, { inherited: ['UNITWRIGHT_TEST'] }))).errors).toBe('own,\n')
  } finally {
    delete process.env.UNITWRIGHT_TEST
  }
})

test('a program that heeds no signal is killed when its time is over', async () => {
  const outcome = await nodeProcessRunner.run(
    script("trap '' TERM INT; while :; do sleep 0.05; done", { timeLimit: 200 }),
  )
  expect(outcome).toEqual({ kind: 'out-of-time' })
})

test('exit codes are told, and so is a program that is not there', async () => {
  expect((await ended(script('exit 3'))).code).toBe(3)
  expect(await nodeProcessRunner.run(script('', { program: '/nowhere/x' }))).toMatchObject({
    kind: 'failed',
    reason: expect.stringContaining('ENOENT'),
  })
  expect(await nodeProcessRunner.run(script('kill -SEGV $$'))).toEqual({
    kind: 'failed',
    reason: 'it was ended by SIGSEGV',
  })
})

test('no file is put outside of the folder', async () => {
  const job: Job = {
    ...script(''),
    prepare: () => ({ files: new Map([['../x', '']]), arguments: [], variables: {} }),
  }
  expect(await nodeProcessRunner.run(job)).toEqual({
    kind: 'failed',
    reason: "'../x' leads out of the folder",
  })
})

test('a program is looked for in whole paths of PATH only', async () => {
  const path = process.env.PATH
  try {
    process.env.PATH = '/nowhere:/bin'
    expect(await nodeProcessRunner.find('sh')).toBe('/bin/sh')
    process.env.PATH = '.:bin:'
    expect(await nodeProcessRunner.find('package.json')).toBeUndefined()
    expect(await nodeProcessRunner.find('sh')).toBeUndefined()
  } finally {
    process.env.PATH = path
  }
})
