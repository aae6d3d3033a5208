import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { badChecksum } from './bad-checksum.ts'

const md5 = 'd41d8cd98f00b204e9800998ecf8427e'
const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709'
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const file = (test: string) => `check file sshd with path /usr/sbin/sshd\n  if failed ${test} then alert\n`

describe('bad-checksum', () => {
  test('of another length than its kind', () => {
    const caret = `#${' '.repeat(31)}${'^'.repeat(40)}`
    checkRule(
      badChecksum,
      `${file(`md5 checksum expect ${sha1}`)}${caret} error: this checksum has 40 hexadecimal digits; accepted: 32 for md5\n`,
    )
  })
  test('of no kind at all', () =>
    checkRule(
      badChecksum,
      `
check file sshd with path /usr/sbin/sshd
  if failed checksum expect "abc-d" then alert
#                           ^^^^^^^ error: this checksum has 4 hexadecimal digits; accepted: 32 for md5, 40 for sha1, 64 for sha256
`,
    ))
  test('behind sha256, where monit takes any length', () => {
    const caret = `#${' '.repeat(34)}${'^'.repeat(32)}`
    checkRule(
      badChecksum,
      `${file(`sha256 checksum expect ${md5}`)}${caret} warning: this checksum has 32 hexadecimal digits, so no file ever has it; needed: 64 for sha256\n`,
    )
  })
  test('SHA-256 is known since 6.0', () => {
    checkRule(badChecksum, file(`checksum expect ${sha256}`))
    const caret = `#${' '.repeat(27)}${'^'.repeat(64)}`
    checkRule(
      badChecksum,
      `${file(`checksum expect ${sha256}`)}${caret} error: this checksum has 64 hexadecimal digits; accepted: 32 for md5, 40 for sha1\n`,
      { monitVersion: '5.33.0' },
    )
  })
  test.each([
    `md5 checksum expect ${md5}`,
    `checksum expect "${sha1.toUpperCase()}"`,
    'checksum',
    'checksum expect "{{ sum }}"',
  ])('not %s', (test) => checkRule(badChecksum, file(test)))
  test('the fix names the kind that it is', () =>
    checkFix(badChecksum, file(`md5 checksum expect ${sha1}`), file(`sha1 checksum expect ${sha1}`)))
})

test('the checksums of a certificate and a page', () =>
  checkRule(
    badChecksum,
    `
check host shop with address example.com
  if failed port 443 certificate checksum abc then alert
#                                         ^^^ error: this checksum has 3 hexadecimal digits; accepted: 32 for md5, 40 for sha1
  if failed port 80 protocol http checksum 8f7f419955cefa0b33a2ba316cba36 then alert
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: this checksum has 30 hexadecimal digits; accepted: 32 for md5, 40 for sha1
  if failed port 443 certificate checksum sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709 then alert
  if failed port 443 certificate valid 30 days then alert
`,
    { monitVersion: '5.33.0' },
  ))
