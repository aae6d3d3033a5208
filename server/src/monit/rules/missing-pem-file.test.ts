import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { missingPemFile } from './missing-pem-file.ts'

test('TLS alone', () => {
  checkRule(
    missingPemFile,
    `
set httpd port 2812 with ssl allow localhost
#                        ^^^ error: a web interface with TLS needs its certificate; accepted: ssl { pemfile: /path/to/file.pem }
`,
  )
  checkFix(
    missingPemFile,
    `
set httpd port 2812 with ssl allow localhost
`,
    `
set httpd port 2812 with ssl { pemfile: /etc/ssl/monit.pem } allow localhost
`,
    { title: "add 'pemfile: /etc/ssl/monit.pem'" },
  )
})

test('TLS with options', () => {
  checkRule(
    missingPemFile,
    `
set httpd port 2812 with ssl { verify: enable } allow localhost
#                        ^^^ error: a web interface with TLS needs its certificate; accepted: ssl { pemfile: /path/to/file.pem }
`,
  )
  checkFix(
    missingPemFile,
    `
set httpd port 2812 with ssl { verify: enable } allow localhost
`,
    `
set httpd port 2812 with ssl { pemfile: /etc/ssl/monit.pem verify: enable } allow localhost
`,
    { title: "add 'pemfile: /etc/ssl/monit.pem'" },
  )
})

test('a certificate', () => {
  checkRule(
    missingPemFile,
    `
set httpd port 2812 with ssl { pemchain: /etc/ssl/a.pem pemkey: /etc/ssl/a.key } allow localhost
set httpd port 2812 pemfile /etc/ssl/a.pem allow localhost
set httpd port 2812 allow localhost
`,
  )
})
