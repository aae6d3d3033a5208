import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { variableInEnvironment as rule } from './variable-in-environment.ts'

test('no shell expands it', () => {
  checkRule(
    rule,
    `
[Service]
Environment=PATH=/opt/bin:$PATH "ROOT=\${HOME}/web" A=1
#                         ^^^^^ warning: variables are not expanded in 'Environment='; the program gets '$PATH' as it is
#                                     ^^^^^^^ warning: variables are not expanded in 'Environment='; the program gets '\${HOME}' as it is
`,
  )
})

test('dollars that are dollars', () => {
  checkRule(
    rule,
    "[Service]\nEnvironment='TEMPLATE=$HOME' PRICE=$5 RE=^a$ A=$$HOME lower=$home DB_PASSWORD=$SECRET B=$X\nEnvironment={{ x }}$\nExecStart=/a $HOME\n",
  )
})

test('the default path, or a value of its own line', () => {
  checkFix(
    rule,
    '[Service]\nEnvironment=PATH=/opt/bin:$PATH\n',
    '[Service]\nEnvironment=PATH=/opt/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n',
  )
  checkFix(
    rule,
    '[Service]\nEnvironment=ROOT=/srv/web LOGS=$ROOT/log\n',
    '[Service]\nEnvironment=ROOT=/srv/web LOGS=/srv/web/log\n',
  )
  checkFix(rule, '[Service]\nEnvironment=ROOT=$HOME/web\n', '[Service]\nEnvironment=ROOT=%h/web\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
  checkFix(
    rule,
    '[Service]\nEnvironment=SOCK=$XDG_RUNTIME_DIR/web.sock\n',
    '[Service]\nEnvironment=SOCK=%t/web.sock\n',
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})
