import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { defaultPassword } from './default-password.ts'
import { folderAsPasswordFile } from './folder-as-password-file.ts'
import { openHttpd } from './open-httpd.ts'

describe('default-password', () => {
  test('the password of the example, and one that is the user', () =>
    checkRule(
      defaultPassword,
      `
set httpd port 2812
  allow admin:monit
#       ^^^^^^^^^^^ warning: everybody knows the password 'monit'; who logs in with it can stop each of the services
  allow deploy:"deploy" readonly
#       ^^^^^^^^^^^^^^^ warning: everybody knows the password 'deploy'; who logs in with it can stop each of the services
`,
    ))
  test('is milder where only this machine may try', () => {
    const found =
      "information: everybody knows the password 'monit'; who logs in with it can stop each of the services"
    checkRule(
      defaultPassword,
      `
set httpd port 2812 use address 127.0.0.1
  allow admin:monit
#       ^^^^^^^^^^^ ${found}
`,
    )
    checkRule(
      defaultPassword,
      `
set httpd port 2812 allow localhost
  allow admin:monit
#       ^^^^^^^^^^^ ${found}
`,
    )
  })
  test('others, groups, hosts, and what a tag says', () =>
    checkRule(
      defaultPassword,
      'set httpd port 2812 allow admin:"8hg-tz" allow @monit allow monit allow admin:"{{ monit }}"\n',
    ))
})

describe('open-httpd', () => {
  test('a port for everybody', () =>
    checkRule(
      openHttpd,
      `
set httpd
  port 2812
# ^^^^^^^^^ information: everybody who reaches this machine can try passwords here, and they travel unencrypted
  allow ops:"8hg-tz"
`,
    ))
  test.each(['use address 10.0.0.1', 'with ssl { pemfile: /etc/monit.pem }', 'allow 10.0.0.1'])(
    'not with %s',
    (option) => checkRule(openHttpd, `set httpd port 2812 ${option} allow ops:"8hg-tz"\n`),
  )
  test('not without allow, nor for a socket', () => {
    checkRule(openHttpd, 'set httpd port 2812\n')
    checkRule(openHttpd, 'set httpd unixsocket /run/monit.sock allow ops:"8hg-tz"\n')
  })
  test('the fix keeps it to the machine', () =>
    checkFix(
      openHttpd,
      'set httpd port 2812\n  allow ops:"x1"\n',
      'set httpd port 2812 and use address localhost\n  allow ops:"x1"\n',
    ))
})

describe('folder-as-password-file', () => {
  test('folders, with and without a kind of password', () =>
    checkRule(
      folderAsPasswordFile,
      `
set httpd port 2812
  allow "/"
#       ^^^ error: '/' is a folder; monit wants a file of passwords here, and hangs for ever reading this
  allow md5 /etc/monit ops
#           ^^^^^^^^^^ error: '/etc/monit' is a folder; monit wants a file of passwords here, and hangs for ever reading this
`,
    ))
  test('files and networks', () =>
    checkRule(
      folderAsPasswordFile,
      'set httpd port 2812 allow /etc/monit/htpasswd allow 10.0.0.0/8 allow crypt /etc/htpasswd\n',
    ))
})
