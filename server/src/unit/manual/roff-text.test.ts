import { expect, test } from 'vitest'
import { markdownText, plainText } from './roff-text.ts'

test.each([
  ['\\fIExecStart=\\fR', 'ExecStart='],
  ['start\\-up\\&.', 'start-up.'],
  ['the service\\*(Aqs \\(lqname\\(rq \\(em or \\(aqnot\\(aq', "the service's “name” — or 'not'"],
  ['a\\ b\\~c\\e\\%d\\|', 'a b c\\d'],
  ['\\s-2small\\s+2 \\f(BIboth\\fP \\[u2192] \\(->', 'small both → →'],
  ["\\h'-04'\\(bu\\h'+03'\\c", '•'],
  ['seen \\" never seen', 'seen'],
  ['\\m[blue]\\fBUSB FunctionFS\\fR\\m[]\\&\\s-2\\u[1]\\d\\s+2\\&.', 'USB FunctionFS.'],
  ['\\(zz\\[nosuch]\\\\', '\\'],
])('%s is the text %s', (raw, text) => {
  expect(plainText(raw)).toBe(text)
})

test.each([
  ['names and values are code', 'Set \\fIType=\\fR to \\fBsimple\\fR\\&.', 'Set `Type=` to `simple`.'],
  ['a variable is code', 'see \\fI$MAINPID\\fR', 'see `$MAINPID`'],
  ['a placeholder is slanted', 'the \\fIpath\\fR of it', 'the *path* of it'],
  ['a placeholder within a word is not', '\\fIservice\\fRname', 'servicename'],
  ['blanks stay outside of the marks', 'a\\fB bold \\fRword', 'a `bold` word'],
  ['fonts that touch become one', '\\fI\\fIweight\\fR\\fR', '*weight*'],
  [
    'a link is mere text',
    'see \\m[blue]\\fBUSB FunctionFS\\fR\\m[]\\&\\s-2\\u[1]\\d\\s+2\\&.',
    'see USB FunctionFS.',
  ],
  [
    'what markdown would take for its own is escaped',
    '*a* _b_ [c] `d` <e> ~f~ &amp; | \\e',
    '\\*a\\* \\_b\\_ \\[c\\] \\`d\\` \\<e\\> \\~f\\~ \\&amp; \\| \\\\',
  ],
  ['code with a backquote', '\\fBa`b\\fR', '`` a`b ``'],
])('%s', (_what, raw, markdown) => {
  expect(markdownText(raw)).toBe(markdown)
})
