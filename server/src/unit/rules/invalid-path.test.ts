import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { invalidPath as rule } from './invalid-path.ts'

test('paths that systemd does not take', () =>
  checkRule(
    rule,
    `
[Service]
WorkingDirectory=web
#                ^^^ error: 'web' is not absolute; 'WorkingDirectory=' takes paths that start with '/', or with a specifier like %h or %t
WorkingDirectory=-web
#                 ^^^ warning: 'web' is not absolute; 'WorkingDirectory=' takes paths that start with '/', or with a specifier like %h or %t
ReadWritePaths=/srv/web \\
  srv/../api
# ^^^^^^^^^^ warning: 'srv/../api' is not absolute; 'ReadWritePaths=' takes paths that start with '/', or with a specifier like %h or %t
RuntimeDirectory=web ..
#                    ^^ warning: '..' has '..' in it, which 'RuntimeDirectory=' refuses; write the path without
StandardOutput=append:~/log
#                     ^^^^^ warning: '~' is not expanded in '~/log'; 'StandardOutput=' takes paths that start with '/', or with %h for the manager's home
`,
  ))

test('paths that are fine, or may be', () =>
  checkRule(
    rule,
    '[Service]\nWorkingDirectory=~\nRootDirectory=@ROOT@\nReadOnlyPaths=-/srv +/a\nPIDFile=web.pid\n',
  ))

test('fixes', () => {
  checkFix(rule, '[Service]\nRuntimeDirectory=a /run/web\n', '[Service]\nRuntimeDirectory=a web\n')
  checkFix(rule, '[Service]\nWorkingDirectory="/srv/web"\n', '[Service]\nWorkingDirectory=/srv/web\n')
  checkFix(rule, '[Unit]\nConditionPathExists=!|/srv\n', '[Unit]\nConditionPathExists=|!/srv\n')
})
