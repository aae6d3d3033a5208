import { expect, test } from 'vitest'
import { allFindings, checkRule } from '../testing/check.ts'
import { instanceOutsideTemplate as rule } from './instance-outside-template.ts'

test('nothing', () => {
  checkRule(
    rule,
    `
[Unit]
Description=Web %i
#               ^^ warning: '%i' is empty in 'web.service', which is no template; those have an '@' before the dot
[Service]
WorkingDirectory=/srv/%I/%%i
#                     ^^ warning: '%I' is empty in 'web.service', which is no template; those have an '@' before the dot
ExecStart=/a \\
  # %i
  %i
# ^^ warning: '%i' is empty in 'web.service', which is no template; those have an '@' before the dot
`,
  )
})

test('templates, and what may be one', () => {
  checkRule(rule, '[Service]\nExecStart=/a %i\n', { file: 'web@.service' })
  checkRule(rule, '[Service]\nExecStart=/a %i\n', { file: 'web@blue.service' })
  checkRule(rule, '[Service]\nExecStart=/a %i\n', { file: 'web.service.erb' })
  checkRule(rule, '[Service]\nExecStart=/a %i\n', { file: '/etc/systemd/system/web.service.d/x.conf' })
  checkRule(rule, '[Service]\nExecStart=/a %i\n', { file: 'notes.txt' })
  checkRule(rule, '[Service]\nExecStart=/a %n {{ "%i" }}\n[X-A]\nB=%i\n')
})

test('where the rest of the value is wrong without the instance, one finding says both', () => {
  const text =
    '[Unit]\nAfter=%i.service a-%i.service\n[Service]\nUser=%i\nSlice=%%i.slice\nBusName=%i\nNice=%Z\nExecStart=/a\n'
  const why = "'%i' is empty in 'web.service', which is no template; those have an '@' before the dot"
  expect(allFindings(text).map(({ rule, message }) => [rule, message.endsWith(why)])).toEqual([
    ['invalid-unit-name', true],
    ['instance-outside-template', true],
    ['invalid-name', true],
    ['invalid-unit-name', false],
    ['invalid-name', true],
    ['invalid-number', false],
  ])
  expect(
    allFindings(text, { file: 'web@.service' })
      .map(({ message }) => message)
      .join(),
  ).not.toContain('is empty')
})
