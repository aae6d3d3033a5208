import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { duplicateService } from './duplicate-service.ts'

test('a name that differs in its letter case only', () => {
  checkRule(
    duplicateService,
    `
check process app with pidfile /run/app.pid
check file App with path /srv/app
#          ^^^ error: a check above is named 'app' already, and monit refuses a second one; upper and lower case count as the same
`,
  )
  checkFix(
    duplicateService,
    `
check process app with pidfile /run/app.pid
check file App with path /srv/app
`,
    `
check process app with pidfile /run/app.pid
check file App_2 with path /srv/app
`,
    { title: "rename it 'App_2'" },
  )
})

test('a third one, and a name in quotes', () => {
  checkRule(
    duplicateService,
    `
check process app with pidfile /run/app.pid
check file "app" with path /srv/app
#          ^^^^^ error: a check above is named 'app' already, and monit refuses a second one; upper and lower case count as the same
check file app_2 with path /srv/app
`,
  )
  checkFix(
    duplicateService,
    `
check process app with pidfile /run/app.pid
check file "app" with path /srv/app
check file app_2 with path /srv/app
`,
    `
check process app with pidfile /run/app.pid
check file "app_3" with path /srv/app
check file app_2 with path /srv/app
`,
    { title: "rename it 'app_3'" },
  )
})

test("names on the two sides of a template's condition", () => {
  checkRule(
    duplicateService,
    `
<% if debian %>
check process app with pidfile /run/app.pid
<% else %>
check process app with pidfile /var/run/app.pid
<% end %>
`,
  )
})

test('a name of another file', () =>
  checkRule(
    duplicateService,
    `
check process web with pidfile /run/web.pid
#             ^^^ error: a check in conf.d/web is named 'web' already, and monit refuses a second one; upper and lower case count as the same
`,
    {
      file: '/srv/shop/monitrc',
      controlFiles: [{ path: '/srv/shop/conf.d/web', text: 'check file Web with path /srv/web\n' }],
    },
  ))
