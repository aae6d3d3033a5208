import { expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { someFacts } from '../testing/combinations.ts'
import { pumaUser } from './puma-user.ts'

/** The socket unit that comes of answers. */
function socketOf(listen: string): string {
  const completed = completeAnswers(pumaUser, someFacts, { socket: 'yes', listen })
  if (completed.kind === 'incomplete') throw new Error(completed.problems[0]?.message)
  return pumaUser.render(completed.answers).files.find(({ path }) => path.endsWith('.socket'))?.text ?? ''
}

test('connections come to Puma with their request, since it hangs up on the others when it restarts', () => {
  expect(socketOf('127.0.0.1:3000')).toMatchInlineSnapshot(`
    "[Unit]
    Description=Socket of shop

    [Socket]
    ListenStream=127.0.0.1:3000
    NoDelay=yes
    DeferAcceptSec=5

    [Install]
    WantedBy=sockets.target
    "
  `)
})

test('a socket in a folder has no such options', () => {
  expect(socketOf('/run/user/1000/shop.sock')).not.toMatch(/NoDelay|DeferAcceptSec/)
})
