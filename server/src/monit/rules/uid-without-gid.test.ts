import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { uidWithoutGid } from './uid-without-gid.ts'

const web = (rest: string) =>
  `check process web with pidfile /run/web.pid\n  start program = "/srv/run" ${rest}\n`

test('the group stays that of root', () =>
  checkRule(
    uidWithoutGid,
    `
check process web with pidfile /run/web.pid
  start program = "/srv/run" as uid "deploy" with timeout 60 seconds
#                                   ^^^^^^^^ warning: without 'gid' the program runs as 'deploy' in the group of root; add 'and gid "deploy"'
  if failed port 80 then exec "/srv/tell" as uid <%= user %>
#                                                ^^^^^^^^^^^ warning: without 'gid' the program keeps the group of root
`,
  ))

test.each(['as uid deploy and gid deploy', 'as gid www', 'as uid root', 'as uid 0', ''])(
  '%s is right',
  (rest) => expect(findingsOf(uidWithoutGid, web(rest))).toEqual([]),
)
test('monit 6.1 takes the group of the user', () =>
  expect(findingsOf(uidWithoutGid, web('as uid deploy'), { monitVersion: '6.1' })).toEqual([]))

test('the fix adds the group before a timeout', () =>
  checkFix(
    uidWithoutGid,
    web('as uid "deploy" with timeout 60 seconds'),
    web('as uid "deploy" and gid "deploy" with timeout 60 seconds'),
  ))

test('the group of nobody has one number and several names', () =>
  checkFix(uidWithoutGid, web('as uid nobody'), web('as uid nobody and gid 65534')))
