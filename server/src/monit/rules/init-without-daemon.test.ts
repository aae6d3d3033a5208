import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { initWithoutDaemon } from './init-without-daemon.ts'

test('no time between checks', () => {
  checkRule(
    initWithoutDaemon,
    `
set init
^^^^^^^^ error: 'set init' needs 'set daemon' beside it, which tells how often monit checks
check system $HOST
`,
  )
  checkFix(
    initWithoutDaemon,
    `
set init
check system $HOST
`,
    `
set init
set daemon 30
check system $HOST
`,
    { title: "add 'set daemon 30'" },
  )
})

test('a time between checks', () => {
  checkRule(
    initWithoutDaemon,
    `
set daemon 60
set init
`,
  )
})

test('a time that may be included', () => {
  checkRule(
    initWithoutDaemon,
    `
set init
include /etc/monit/conf.d/*
`,
  )
})
