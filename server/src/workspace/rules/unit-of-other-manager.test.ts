import { expect, test } from 'vitest'
import { allFindings, checkAcross, fixedAcross } from '../testing/across.ts'
import { unitOfOtherManager as rule } from './unit-of-other-manager.ts'

const check = (start: string, ...files: readonly string[]) =>
  `-- web.monit --
check process web matching "web"
  start program = "${start}"
${files.map((file) => `-- ${file} --\n[Service]\nExecStart=/srv/web/run\n`).join('')}`
const isFound = (...args: Parameters<typeof check>) =>
  allFindings(check(...args)).some((each) => each.rule === rule.id)

test('the user is asked for a unit of the system', () =>
  checkAcross(
    rule,
    `-- web.monit --
check process web matching "web"
  start program = "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user start web'" as uid "deploy"
#                                                                                          ^^^ warning: '--user' asks the user's manager, but 'web.service' is the system's unit: it lies in 'systemd/system'
-- etc/systemd/system/web.service --
[Service]
ExecStart=/srv/web/run
`,
  ))

test('the fix adds the option, or takes it away', () => {
  expect(fixedAcross(rule, check('/bin/systemctl start web', 'systemd/user/web.service'))).toContain(
    '"/bin/systemctl --user start web"',
  )
  expect(fixedAcross(rule, check('/bin/systemctl --user start web', 'systemd/system/web.service'))).toContain(
    '"/bin/systemctl start web"',
  )
})

test('a comment in the unit says more than its folder', () => {
  const literal = check('/bin/systemctl start web', 'systemd/system/web.service')
  const found = allFindings(literal.replace('[Service]', '# unitwright: instance=user\n[Service]'))
  expect(found.find((each) => each.rule === rule.id)?.message).toMatch(/its comment says 'instance=user'$/)
})

test('silent where the folder says nothing, or both managers have one', () => {
  expect(isFound('/bin/systemctl --user start web', 'deploy/web.service')).toBe(false)
  expect(isFound('/bin/systemctl start web', 'systemd/user/web.service', 'systemd/system/web.service')).toBe(
    false,
  )
  expect(isFound('/bin/systemctl -H db start web', 'systemd/user/web.service')).toBe(false)
  expect(isFound('/bin/systemctl -M box start web', 'systemd/user/web.service')).toBe(false)
  expect(isFound('/bin/systemctl --user -M deploy@.host start web', 'systemd/user/web.service')).toBe(false)
  expect(isFound('/bin/systemctl start <%= app %>', 'systemd/user/web.service')).toBe(false)
})
