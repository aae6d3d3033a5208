import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { placeholder as rule } from './placeholder.ts'

test('to be filled in', () => {
  checkRule(
    rule,
    `
[Unit]
Description=Puma for <YOUR APP>
#                    ^^^^^^^^^^ warning: '<YOUR APP>' looks like a part of an example that is still to be filled in
ConditionPathExists=/home/USERNAME
#                         ^^^^^^^^ warning: 'USERNAME' looks like a part of an example that is still to be filled in
[Service]
User=YOUR_USER
#    ^^^^^^^^^ error: 'YOUR_USER' looks like a part of an example that is still to be filled in
WorkingDirectory=/home/deploy/apps/APP_NAME/current
#                                  ^^^^^^^^ error: 'APP_NAME' looks like a part of an example that is still to be filled in
ExecStart=/path/to/bin/puma -C <app_path>/puma.rb --user your-user
#         ^^^^^^^^^^^^^^^^^ error: '/path/to/bin/puma' looks like a part of an example that is still to be filled in
#                              ^^^^^^^^^^ error: '<app_path>' looks like a part of an example that is still to be filled in
#                                                        ^^^^^^^^^ error: 'your-user' looks like a part of an example that is still to be filled in
Group=yourgroup
#     ^^^^^^^^^ error: 'yourgroup' looks like a part of an example that is still to be filled in
StandardOutput=append:/home/yourusername/yourapp/log
#                           ^^^^^^^^^^^^ warning: 'yourusername' looks like a part of an example that is still to be filled in
#                                        ^^^^^^^ warning: 'yourapp' looks like a part of an example that is still to be filled in
Environment=SECRET_KEY_BASE=<your_secret>
#                           ^^^^^^^^^^^^^ warning: '<your_secret>' looks like a part of an example that is still to be filled in
`,
  )
})

test('what only looks like it', () => {
  checkRule(
    rule,
    `[Service]\nEnvironment=APP_NAME=web YOUR_X=1 "MAIL=Web <web@example.com>"\nExecStart=/srv/run $APP_NAME \${USER_NAME} --yours /srv/yourself /srv/path/to/x /srv/MY_APP_NAME\nExecStart=/bin/sh -c 'cat <in >out; a <<EOF; b < c > d'\n# /path/to/puma <APP>\nWorkingDirectory=/srv/<%= APP %>\n`,
  )
  checkRule(rule, '[Service]\nUser={{ YOUR_USER }}\n[X-A]\nB=<APP>\n')
})
