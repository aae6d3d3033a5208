import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { duplicateDirective as rule } from './duplicate-directive.ts'

test('only the last one counts', () => {
  checkRule(
    rule,
    `
[Service]
Type=simple
^^^^ warning: 'Type=' is set again in line 5, and only the last one counts
Restart=always
^^^^^^^ warning: 'Restart=' is set again in line 6, and only the last one counts
[Service]
Type=exec
  Restart = no
`,
  )
})

test('of the units to start only the first one counts, and systemd says so of the others', () => {
  checkRule(
    rule,
    `
[Timer]
OnBootSec=1h
Unit=bogus
Unit=a.service
Unit=b.service
^^^^ warning: 'Unit=' is set in line 4 already, and only the first one counts; systemd ignores this one
Unit=a.service
^^^^ warning: 'Unit=' is set in line 4 already, and only the first one counts; systemd ignores this one
`,
    { file: 'web.timer' },
  )
})

test('the same, lists, and resets', () => {
  checkRule(
    rule,
    '[Unit]\nAfter=a.service\nAfter=b.service\n[Service]\nType=exec\nType=exec\nEnvironment=A=1\nEnvironment=B=2\nUser=a\nUser=\nUser=b\nExecStartPre=/a\nExecStartPre=/b\nX-A=1\nX-A=2\nLimitNOFILE=1024\n',
  )
})

test('what systemd refuses, and what nobody knows', () => {
  checkRule(rule, '[Service]\nType=exec\nType=bogus\nRestart=always\nRestart={{ restart }}\n')
  checkRule(rule, '[Service]\n{% if a %}\nType=exec\n{% else %}\nType=simple\n{% endif %}\n')
  checkRule(rule, '[X-A]\nType=a\nType=b\n')
})

test('the first one goes', () => {
  checkFix(rule, '[Service]\nType=simple\nExecStart=/a\nType=exec\n', '[Service]\nExecStart=/a\nType=exec\n')
})
