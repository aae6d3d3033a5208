import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { unfilledBuildTag } from './unfilled-build-tag.ts'

const httpd = (password: string) => `set httpd port 2812 allow admin:${password}\n`

test('an @ without quotes', () =>
  checkRule(
    unfilledBuildTag,
    `
set httpd port @PORT@
#              ^^^^^^ information: '@PORT@' is not filled in; monit would refuse its '@', which stands without quotes
  allow admin:@PASSWORD@
#             ^^^^^^^^^^ information: '@PASSWORD@' is not filled in; monit would refuse its '@', which stands without quotes
check process web with pidfile @DIR@/web.pid
#                              ^^^^^ information: '@DIR@' is not filled in; monit would refuse its '@', which stands without quotes
`,
  ))

test.each([
  'set httpd port 2812 allow admin:"@PASSWORD@"\n',
  'set mail-format { from: @SENDER@ }\n',
  'include @DIR@/*\n',
  '# @PASSWORD@\nset daemon 30\n',
  'check process web with pidfile /run/web.pid\n  start program = "/srv/@APP@/run"\n',
  'set httpd port 2812 allow admin:<%= password %>\n',
])('%j is left alone', (text) => expect(findingsOf(unfilledBuildTag, text)).toEqual([]))
test('a template is there to be filled in', () =>
  expect(findingsOf(unfilledBuildTag, httpd('@PASSWORD@'), { file: 'monitrc.in' })).toEqual([]))

test('the fix writes quotes where a text may stand', () => {
  checkFix(unfilledBuildTag, httpd('@PASSWORD@'), httpd('"@PASSWORD@"'))
  const port = 'set httpd port @PORT@ allow localhost\n'
  expect(findingsOf(unfilledBuildTag, port)[0]?.fixes).toEqual([])
})
