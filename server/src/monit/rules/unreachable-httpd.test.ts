import { describe, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { unreachableHttpd } from './unreachable-httpd.ts'

const nobody =
  "warning: nobody is allowed in, so monit does not open its web interface, and 'monit status' can't reach it"

describe('unreachable-httpd', () => {
  test('a port without anyone who may use it', () =>
    checkRule(unreachableHttpd, `\nset httpd port 2812\n^^^^^^^^^ ${nobody}\n`))
  test('neither a port nor a socket', () =>
    checkRule(
      unreachableHttpd,
      `
set httpd allow localhost
^^^^^^^^^ warning: monit opens no web interface without a port or a unixsocket, and the monit commands need one
`,
    ))
  test('other machines only', () => {
    checkRule(
      unreachableHttpd,
      `
set httpd port 2812 allow 10.0.0.1 allow 192.168.0.0/16
^^^^^^^^^ information: only other machines are allowed in; 'monit status' asks from 127.0.0.1 and is turned away
`,
    )
    for (const more of [
      'allow localhost',
      'allow 0.0.0.0/0',
      'allow ops.example.com',
      'use address 10.0.0.1',
    ]) {
      checkRule(unreachableHttpd, `set httpd port 2812 allow 10.0.0.1 ${more}\n`)
    }
    checkRule(unreachableHttpd, 'set httpd port 2812 unixsocket /run/monit.sock allow 10.0.0.1\n')
  })
  test('several statements count together', () =>
    checkRule(unreachableHttpd, 'set httpd port 2812\nset httpd allow localhost\n'))
  test('another file may allow', () => {
    const text = 'include conf.d/*\nset httpd port 2812\n'
    checkRule(unreachableHttpd, text)
    checkRule(unreachableHttpd, text, {
      controlFiles: [{ path: 'conf.d/web', text: 'set httpd allow localhost\n' }],
    })
    checkRule(unreachableHttpd, `${text}^^^^^^^^^ ${nobody}\n`, {
      controlFiles: [{ path: 'conf.d/web', text: 'set daemon 30\n' }],
    })
  })
  test('a tag may say it', () => checkRule(unreachableHttpd, 'set httpd port 2812 {{ allowed }}\n'))
  test('the fixes', () => {
    checkFix(
      unreachableHttpd,
      'set httpd port 2812 # web\nset daemon 30\n',
      'set httpd port 2812\n    allow localhost # web\nset daemon 30\n',
    )
    checkFix(
      unreachableHttpd,
      'set httpd allow localhost\n',
      'set httpd allow localhost unixsocket /run/monit.sock\n',
    )
  })
})
