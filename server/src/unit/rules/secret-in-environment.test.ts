import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { secretInEnvironment as rule } from './secret-in-environment.ts'

test('for everybody to read', () => {
  checkRule(
    rule,
    `
[Service]
Environment=SECRET_KEY_BASE=5f2c9e1d7a "DB_PASSWORD=hunter2 x" PORT=3000
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: every user of the machine can read 'SECRET_KEY_BASE' here; keep it in an EnvironmentFile= of mode 0600
#                                      ^^^^^^^^^^^^^^^^^^^^^^^ warning: every user of the machine can read 'DB_PASSWORD' here; keep it in an EnvironmentFile= of mode 0600
Environment=DATABASE_URL=postgres://web:hunter2@db/web
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: every user of the machine can read 'DATABASE_URL' here; keep it in an EnvironmentFile= of mode 0600
Environment=REDIS_URL=redis://:hunter2@db github_token=abcd1234
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: every user of the machine can read 'REDIS_URL' here; keep it in an EnvironmentFile= of mode 0600
#                                         ^^^^^^^^^^^^^^^^^^^^^ warning: every user of the machine can read 'github_token' here; keep it in an EnvironmentFile= of mode 0600
`,
  )
})

test('a user manager shows it to its user', () => {
  checkRule(
    rule,
    `
[Service]
Environment=API_KEY=abcd1234
#           ^^^^^^^^^^^^^^^^ information: 'API_KEY' lies open in the unit; keep it in an EnvironmentFile= of mode 0600
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('no secrets', () => {
  checkRule(
    rule,
    '[Service]\nEnvironment=DB_PASSWORD_FILE=/run/x API_KEY=%d/key TOKEN= PASSWORD=xxx SECRET=<secret> USE_TOKEN=yes KEYBOARD=de MONKEY=banana1 URL=http://db:3000/ DATABASE_URL=postgres://web@db/web\nEnvironment=API_KEY={{ key }}\nEnvironmentFile=/etc/web.env\nPassEnvironment=API_TOKEN\n',
  )
})

test('read from a file', () => {
  checkFix(
    rule,
    '[Service]\nEnvironment=API_KEY=abcd1234\nExecStart=/a\n',
    '[Service]\n# put into /etc/web.env and remove here: API_KEY=abcd1234\nEnvironmentFile=/etc/web.env\nExecStart=/a\n',
  )
  checkFix(
    rule,
    '[Service]\r\nEnvironment="API_KEY=abcd 1234"\r\n',
    '[Service]\r\n# put into ~/.config/web.env and remove here: API_KEY=abcd 1234\r\nEnvironmentFile=%h/.config/web.env\r\n',
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
  checkFix(
    rule,
    '[Service]\nEnvironment=API_KEY=abcd1234',
    '[Service]\n# put into /etc/web.env and remove here: API_KEY=abcd1234\nEnvironmentFile=/etc/web.env',
    { file: 'web@.service' },
  )
})
