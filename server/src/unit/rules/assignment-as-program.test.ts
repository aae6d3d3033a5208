import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { assignmentAsProgram } from './assignment-as-program.ts'

test('an assignment before the command is a program name to systemd', () =>
  checkRule(
    assignmentAsProgram,
    `
[Service]
ExecStart=-RBENV_VERSION=3.3.0 /usr/bin/bundle exec puma
#          ^^^^^^^^^^^^^^^^^^^ error: 'RBENV_VERSION=3.3.0' is taken for the program; move it to Environment=
`,
  ))

test('the fix moves it, and all others before the program', () => {
  checkFix(
    assignmentAsProgram,
    '[Service]\nExecStart=-RBENV_VERSION=3.3.0 "NAME=a b" /usr/bin/bundle exec puma\n',
    '[Service]\nEnvironment=RBENV_VERSION=3.3.0 "NAME=a b"\nExecStart=-/usr/bin/bundle exec puma\n',
  )
})

test('nothing is offered where no program follows', () => {
  const [finding] = findingsOf(assignmentAsProgram, '[Service]\nExecStart=A=b C=d\n')
  expect(finding?.fixes).toEqual([])
})

test('an argument with an equals sign is none', () =>
  checkRule(assignmentAsProgram, '[Service]\nExecStart=/usr/bin/env A=b /srv/web/run --port=3000\n'))
