import { expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import type { Answers } from '../template.ts'
import { someFacts } from '../testing/combinations.ts'
import { commandUser } from './command-user.ts'

/** The lines of a service by which programs are found, where they lie as it is said. */
function linesOf(answers: Answers, programs: Readonly<Record<string, string>>): readonly string[] {
  const facts = { ...someFacts, home: '/home/ann', programs: new Map(Object.entries(programs)) }
  const all = { app: 'shop', directory: '~/shop', ...answers }
  const completed = completeAnswers(commandUser, facts, all)
  if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
  const [file] = commandUser.render(completed.answers).files
  return file!.text.split('\n').filter((line) => /^(?:ExecStart|Environment)=/.test(line))
}

test("a package's program finds the Node of a version manager", () => {
  const next = { next: 'node_modules/.bin/next' }
  const nvm = { node: '/home/ann/.nvm/versions/node/v20.1.0/bin/node' }
  const path = '%h/shop/node_modules/.bin:%h/.nvm/versions/node/v20.1.0/bin:/usr/local/bin:/usr/bin:/bin'
  expect(linesOf({ command: 'next start' }, { ...next, ...nvm })).toEqual([
    `Environment=PATH=${path}`,
    'ExecStart=%h/shop/node_modules/.bin/next start',
  ])
  expect(linesOf({ command: 'next start | cat' }, { ...next, ...nvm })).toEqual([
    `Environment=PATH=${path}`,
    "ExecStart=/bin/sh -c 'next start | cat'",
  ])
  const own = 'Environment=PATH=%h/shop/node_modules/.bin:/usr/local/bin:/usr/bin:/bin'
  expect(linesOf({ command: 'next start' }, { ...next, node: '/usr/bin/node' })[0]).toBe(own)
  expect(linesOf({ command: 'next start' }, next)[0]).toBe(own)
})
