import fc from 'fast-check'
import { noiseWords, spellings } from '../../server/src/monit/syntax/token-kinds.ts'

const control = `set daemon 30
set mail-format { from: a@b.c subject: $EVENT message: x }
set httpd port 2812 allow admin:"x" allow @users readonly
check process app with pidfile /run/app.pid
  start program = "/bin/sh -c 'a b' c" as uid deploy with timeout 60 seconds
  if failed host 127.0.0.1 port 80 protocol http request "/x" http headers [A: b] for 2 cycles then restart
  if cpu usage (user) > 80% then exec "/bin/x" else if succeeded then alert
  if failed url https://a:b@c:80/d?e#f and content = "g" then alert
  depends on db, cache
  every "0 * * * *"
  include /etc/x/*
`

const pieces = [
  ...spellings.map(([spelling]) => spelling),
  ...noiseWords,
  ...[
    'check',
    'check process ',
    'check file',
    'depends on ',
    'group ',
    'not every ',
    'include ',
    'total memory',
  ],
  ...[
    'start program = "',
    'exec "',
    'path "',
    'http headers [',
    'hostgroups [',
    'from: ',
    'message:',
    'http://',
  ],
  ...['"', "'", '{', '}', '[', ']', ':', ';', ',', '%', '@', '!', '!=', '#', '\\', '/', '/x', '\0', '\uFEFF'],
  ...[
    '\n',
    '\n',
    '\r\n',
    ' ',
    '\t',
    '5',
    '2.5',
    '80%',
    '::1',
    'a@b',
    '<%= x %>',
    '<% y %>',
    '{{',
    '}}',
    '@Z@',
  ],
]
const words = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', '\n')), {
  maxLength: 60,
})
/** Words of the language and what else may stand there, in any order. */
export const wordSalad = words.map((all) => all.map(([piece, gap]) => piece + gap).join(''))
/** A control file that something was done to. */
export const mutatedControlFile = fc
  .array(fc.tuple(fc.nat({ max: control.length }), fc.nat({ max: 12 }), fc.constantFrom(...pieces)), {
    maxLength: 4,
  })
  .map((edits) =>
    edits.reduce((text, [at, gone, piece]) => text.slice(0, at) + piece + text.slice(at + gone), control),
  )
