import { test } from 'vitest'
import { checkRule } from '../testing/check.ts'
import { mmonitWithoutHttpd } from './mmonit-without-httpd.ts'

test('no web interface', () => {
  checkRule(
    mmonitWithoutHttpd,
    `
set mmonit https://monit:secret@mmonit.example.com/collector
^^^^^^^^^^ warning: M/Monit reaches this monit through its web interface, and there is no 'set httpd'
`,
  )
})

test('a web interface', () => {
  checkRule(
    mmonitWithoutHttpd,
    `
set mmonit https://monit:secret@mmonit.example.com/collector
set httpd port 2812 allow mmonit.example.com
`,
  )
})

test('a web interface may be included', () => {
  checkRule(
    mmonitWithoutHttpd,
    `
set mmonit https://monit:secret@mmonit.example.com/collector
include /etc/monit/conf.d/*
`,
  )
})
