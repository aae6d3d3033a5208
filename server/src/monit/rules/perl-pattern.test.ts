import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { perlPattern } from './perl-pattern.ts'

describe('perl-pattern', () => {
  test('shorthands that are letters', () =>
    checkRule(
      perlPattern,
      `
check process app matching "^w-\\d+\\A"
#                              ^^ warning: '\\d' is Perl's for a digit, to monit it is the letter d; a digit is '[0-9]'
#                                 ^^ warning: '\\A' is Perl's for the beginning, to monit it is the letter A; the beginning is '^'
`,
    ))
  test('two backslashes are one to monit, three and an escaped backslash before a letter are something else', () =>
    checkRule(
      perlPattern,
      `
check process app matching "\\\\d"
#                           ^^^ warning: '\\d' is Perl's for a digit, to monit it is the letter d; a digit is '[0-9]'
check process bpp matching "\\\\\\\\d"
`,
    ))
  test('between brackets no escape counts', () =>
    checkRule(
      perlPattern,
      `
check file log path /var/log/app.log
  if content = "[^]\\w[:alpha:]] [\\D]" then alert
#                  ^^ warning: between brackets '\\w' is a backslash or the letter w; write '[:alnum:]_'
#                                ^^ warning: between brackets '\\D' is a backslash or the letter D
`,
    ))
  test('a question mark behind another repetition', () =>
    checkRule(
      perlPattern,
      `
check file log path /var/log/app.log
  ignore content = "a.+?b"
#                      ^ warning: the '?' does not make '+' take less here, it makes what it stands behind optional
  if not match "x{2}?" then alert
#                   ^ warning: the '?' does not make '{…}' take less here, it makes what it stands behind optional
`,
    ))
  test('in what servers and programs say', () =>
    checkRule(
      perlPattern,
      `
check host web address example.com
  if failed port 25 expect "\\d" then alert
#                           ^^ warning: '\\d' is Perl's for a digit, to monit it is the letter d; a digit is '[0-9]'
  if failed port 80 protocol http content = "\\d" then alert
#                                            ^^ warning: '\\d' is Perl's for a digit, to monit it is the letter d; a digit is '[0-9]'
check program p with path /bin/p
  if content != "\\d" then alert
#                ^^ warning: '\\d' is Perl's for a digit, to monit it is the letter d; a digit is '[0-9]'
`,
    ))
  test('what glibc knows, what is harmless, and what a tag says', () =>
    checkRule(
      perlPattern,
      `
check process app matching "\\bfoo\\s\\w+\\.x.*? \\n\\+?a?"
check process bpp matching "{{ a }}\\d"
check file log path /var/log/app.log
  if content = "[0-9]" then alert
`,
    ))
  test('the fixes', () => {
    checkFix(perlPattern, 'check process app matching "w-\\d+"\n', 'check process app matching "w-[0-9]+"\n')
    checkFix(
      perlPattern,
      'check process app matching "w-[\\s.]+"\n',
      'check process app matching "w-[[:space:].]+"\n',
    )
    checkFix(perlPattern, 'check process app matching "w.+?x"\n', 'check process app matching "w.+x"\n')
  })
})
