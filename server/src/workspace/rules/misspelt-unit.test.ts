import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { misspeltUnit as rule } from './misspelt-unit.ts'

const check = (unit: string, file: string) => `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start ${unit}"
-- ${file} --
[Service]
ExecStart=/srv/web/run
`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)

test('a unit of nearly that name', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web matching "web"
  start program = "/usr/bin/systemctl start sidekik.service"
#                                           ^^^^^^^^^^^^^^^ warning: there is no 'sidekik.service' in the workspace; did you mean 'sidekiq.service'?
-- sidekiq.service --
[Service]
ExecStart=/srv/web/run
`,
  ))

test('the fix keeps what is written out and what is not', () => {
  expect(fixedAcross(rule, check('sidekik', 'sidekiq.service'))).toContain('start sidekiq"')
  expect(fixedAcross(rule, check('sidekik@2', 'sidekiq@.service'))).toContain('start sidekiq@2"')
})

test.each([
  ['sidekiq', 'sidekiq.service'],
  ['sidekiq@2', 'sidekiq@.service'],
  ['worker2', 'worker1.service'],
  ['collectd', 'collect.service'],
  ['mysql', 'mysqld.service'],
  ['nginx', 'sidekiq.service'],
  ['web', 'wep.service'],
  ['sidekik', 'sidekiq.timer'],
])('silent: %s beside %s', (unit, file) => expect(isFound(unit, file)).toBe(false))
