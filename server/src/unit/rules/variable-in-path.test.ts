import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule } from '../testing/check.ts'
import { variableInPath as rule } from './variable-in-path.ts'

test('a folder of that name', () => {
  checkRule(
    rule,
    `
[Unit]
ConditionPathExists=/srv/$APP
#                        ^^^^ warning: variables are not expanded in 'ConditionPathExists='; '$APP' is part of the path as it is
[Service]
WorkingDirectory=/home/$USER/web
#                      ^^^^^ error: variables are not expanded in 'WorkingDirectory='; '$USER' is taken as it is, and the service ends with status 200/CHDIR
EnvironmentFile=/etc/\${APP}.env
#                    ^^^^^^ error: variables are not expanded in 'EnvironmentFile='; '\${APP}' is taken as it is, and the service fails to start as there is no such file
EnvironmentFile=-/etc/\${APP}.local
#                     ^^^^^^ warning: variables are not expanded in 'EnvironmentFile='; '\${APP}' is part of the path as it is
StandardOutput=append:/var/log/\${APP}.log
#                              ^^^^^^ warning: variables are not expanded in 'StandardOutput='; '\${APP}' is part of the path as it is
ReadWritePaths=/srv/a /srv/$APP
#                          ^^^^ warning: variables are not expanded in 'ReadWritePaths='; '$APP' is part of the path as it is
User=$APP_USER
#    ^^^^^^^^^ error: variables are not expanded in 'User='; '$APP_USER' is taken as it is, and the service ends with status 217/USER
SupplementaryGroups=adm \${GROUP}
#                       ^^^^^^^^ error: variables are not expanded in 'SupplementaryGroups='; '\${GROUP}' is taken as it is, and the service ends with status 216/GROUP
RuntimeDirectory=$APP
#                ^^^^ warning: variables are not expanded in 'RuntimeDirectory='; '$APP' is part of the path as it is
`,
  )
})

test('in the name of a user, of which systemd has a mere remark', () => {
  checkRule(
    rule,
    `
[Socket]
SocketUser=$WEB_USER
#          ^^^^^^^^^ warning: variables are not expanded in 'SocketUser='; '$WEB_USER' is taken as it is
`,
    { file: 'web.socket' },
  )
  const found = allFindings('[Service]\nUser=$WEB\nGroup=${a\nExecStart=/srv/web/run\n')
  expect(found.map(({ rule }) => rule)).toEqual(['variable-in-path', 'invalid-name'])
})

test('where it is expanded, or refused already', () => {
  checkRule(
    rule,
    '[Service]\nExecStart=/srv/run $APP\nWorkingDirectory=$HOME\nEnvironment=A=$HOME\n# /srv/$APP\n',
  )
  checkRule(rule, '[Service]\nWorkingDirectory=/srv/{{ $app }}\n')
  checkRule(rule, '[X-Service]\nWorkingDirectory=/srv/$APP\n')
})

test('the specifier for it', () => {
  checkFix(rule, '[Service]\nWorkingDirectory=/srv/$USER\n', '[Service]\nWorkingDirectory=/srv/%u\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})
