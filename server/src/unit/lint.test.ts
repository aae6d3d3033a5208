// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of systemd and templates, not of ours
import { describe, expect, test } from 'vitest'
import { LineIndex } from '../base/line-index.ts'
import { collectFixes, fixAll } from '../lint/fix-all.ts'
import { allFindings, type CheckOptions } from './testing/check.ts'

/** Line, rule, and severity where it matters, of everything found. */
function summary(text: string, options?: CheckOptions): readonly string[] {
  const lines = new LineIndex(text)
  return allFindings(text, options).map(({ rule, span }) => `${lines.position(span.start).line + 1} ${rule}`)
}

// The lines that 252 and 262 report were asked of systemd-analyze: all but the hints, traps and advice.
const everyMistake = `Stray=line
# unitwright: allow frobnicate
[Unit]
Description=Everything that may go wrong # is no comment here
Afterr=network.target
After=network.target # when online
WantedBy=multi-user.target
BindTo=db.service
# unitwright: instance=nobody
[Service]
Type=notfy
ExecStart=/bin/true
Frobnicate=yes
execstop=/bin/true
ExecReload /bin/true
=nothing
RemainAfterExit=maybe
PrivateTmp=yes # please
RestrictAddressFamilies=AF_INET # and no other
StandardOutput=syslog
MemoryLimit=1G
CPUAccounting=yes
RestartMode=direct
Restart="always"
X-Owner=web team # is ours
[Timer]
OnCalendar=daily
junk
[Instal]
WantedBy=multi-user.target
[X-Ours]
whatever we like
`

describe('one finding for each mistake', () => {
  test('at 252', () =>
    expect(summary(everyMistake, { version: 252 })).toEqual([
      '1 assignment-outside-section',
      '2 unknown-rule',
      '5 unknown-directive',
      '6 invalid-unit-name',
      '7 misplaced-directive',
      '8 legacy-directive',
      '9 bad-control-comment',
      '11 invalid-enum-value',
      '13 unknown-directive',
      '14 wrong-letter-case',
      '15 missing-equals',
      '16 missing-directive-name',
      '17 invalid-boolean',
      '18 invalid-enum-value',
      '19 invalid-enum-value',
      '20 legacy-value',
      '21 legacy-directive',
      '23 directive-too-new',
      '24 invalid-enum-value',
      '26 foreign-section',
      '29 unknown-section',
    ]))

  test('at 262 others are gone, and other ones have come', () => {
    const before = summary(everyMistake, { version: 252 })
    const now = summary(everyMistake, { version: 262 })
    expect(now.filter((each) => !before.includes(each))).toEqual([
      '21 removed-directive',
      '22 removed-directive',
    ])
    expect(before.filter((each) => !now.includes(each))).toEqual([
      '21 legacy-directive',
      '23 directive-too-new',
    ])
  })

  test('with CRLF, and behind a byte order mark, it is the same', () => {
    const plain = summary(everyMistake)
    expect(summary(everyMistake.replaceAll('\n', '\r\n'))).toEqual(plain)
    expect(summary(`\uFEFF${everyMistake}`)).toEqual(plain)
  })
})

test('what is silenced stays silent, the rest is said', () => {
  const text = '# unitwright: allow unknown-directive\n[Service]\nExecStart=/a # b\nFoo=1\n'
  expect(summary(text)).toEqual(['3 trailing-comment'])
})

describe('nothing to say', () => {
  test.each([
    [
      'a web app',
      'web.service',
      '[Unit]\nDescription=Web\nAfter=network.target\n\n[Service]\nType=notify\nUser=web\nWorkingDirectory=/srv/web\nEnvironment=RAILS_ENV=production "A=b # c"\nExecStart=/srv/web/bin/puma -C config/puma.rb \\\n  # the port\n  --port 3000\nExecReload=/bin/kill -USR1 $MAINPID\nRestart=always\nKillMode=mixed\nPrivateTmp=true\nNoNewPrivileges=yes\nMemoryMax=1G\n\n[Install]\nWantedBy=multi-user.target\n',
    ],
    [
      'a socket',
      'web.socket',
      '[Socket]\nListenStream=0.0.0.0:80\nBindIPv6Only=both\nAccept=no\n\n[Install]\nWantedBy=sockets.target\n',
    ],
    [
      'a timer',
      'backup.timer',
      '[Timer]\nOnCalendar=*-*-* 03:00\nPersistent=true\nRandomizedDelaySec=1h\n\n[Install]\nWantedBy=timers.target\n',
    ],
    ['a mount', 'srv-data.mount', '[Mount]\nWhat=/dev/sdb1\nWhere=/srv/data\nOptions=noatime\n'],
    ['a slice', 'app.slice', '[Slice]\nMemoryHigh=80%\nCPUWeight=200\n'],
    [
      'a drop-in',
      '/etc/systemd/system/web.service.d/override.conf',
      '[Service]\nExecStart=\nExecStart=/srv/web/run\n',
    ],
    [
      'an ERB template',
      'puma.service.erb',
      '[Service]\n<% if @env %>\nEnvironment=<%= @env.map { |k, v| "#{k}=#{v}" }.join(" ") %>\n<% end %>\nType=<%= @type %>\n<%= @key %>=yes\n[<%= @section %>]\nFoo=bar\n',
    ],
    [
      'a Jinja template',
      'puma.service.j2',
      '{# Managed. #}\n[Service]\nRestart={{ restart }}\n{% for line in lines %}\n{{ line }}\n{% endfor %}\n{{ name }}Sec=5\nNoNewPrivileges={{ "yes" if hard else "no" }}\n',
    ],
    [
      'a build template',
      'web.service.in',
      '[Service]\nExecStart=@bindir@/web\n@EXTRA@\nProtectHome=@PROTECT@\n@KEY@=1\n',
    ],
    [
      'a build template of another kind',
      'web.service.in',
      '[Service]\nExecStart=${CMAKE_INSTALL_PREFIX}/bin/web\nWorkingDirectory=${LOCALSTATE}/@NAME@\n',
    ],
    [
      'a template of Terraform',
      'web.service.tpl',
      '[Unit]\n%{ if "${db}" == "local" ~}\nAfter=${db}.service\n%{ endif ~}\n[Service]\nUser=${user}\nWorkingDirectory=${join("/", [for x in path : "${x}"])}\nEnvironment=${key}=${value}\nExecStart=/usr/bin/node ${file}\nRestart=${restart}\nMemoryMax=${memory}M\n${extra}\n',
    ],
    ['an empty file', 'web.service', ''],
    ['a mask', 'web.service', '\n'],
  ])('about %s', (_what, file, text) => expect(allFindings(text, { file })).toEqual([]))
})

test.each([
  ['a template whose tags are others', 'web.service.tpl', 'User={{ .User }}\nWorkingDirectory=/srv/${APP}'],
  ['a template of Ansible', 'web.service.j2', 'WorkingDirectory=/srv/${APP}'],
  ['a template that keeps the sign', 'web.service.tpl', 'WorkingDirectory=/srv/$${APP}'],
  ['a variable without braces', 'web.service.tpl', 'WorkingDirectory=/srv/$APP'],
  ['a unit file', 'web.service', 'WorkingDirectory=/srv/${APP}'],
])('nothing fills in the variable in %s', (_what, file, lines) => {
  const found = allFindings(`[Service]\n${lines}\nExecStart=/srv/web/run\n`, { file })
  expect(found.map(({ rule }) => rule)).toEqual(['variable-in-path'])
})

describe('fix-all', () => {
  const check = (text: string) => allFindings(text, { version: 252 })

  test('mends what was plainly meant and leaves the rest', () => {
    const { text } = fixAll(everyMistake, check)
    expect(collectFixes(check(text))).toEqual([])
    const before = everyMistake.split('\n')
    const after = text.split('\n')
    expect(before.filter((line) => !after.includes(line))).toEqual([
      'Afterr=network.target',
      'After=network.target # when online',
      'BindTo=db.service',
      'execstop=/bin/true',
      'PrivateTmp=yes # please',
      'RestrictAddressFamilies=AF_INET # and no other',
      'StandardOutput=syslog',
      'MemoryLimit=1G',
      'Restart="always"',
      '[Instal]',
    ])
    expect(after.filter((line) => !before.includes(line))).toEqual([
      'After=network.target',
      '# when online',
      'After=network.target',
      'BindsTo=db.service',
      'ExecStop=/bin/true',
      '# please',
      'PrivateTmp=yes',
      '# and no other',
      'RestrictAddressFamilies=AF_INET',
      'StandardOutput=journal',
      'MemoryMax=1G',
      'Restart=always',
      '[Install]',
      '[Install]',
    ])
    expect(after.indexOf('WantedBy=multi-user.target')).toBeGreaterThan(after.indexOf('[Install]'))
  })

  test('with suggestions it mends more, and comes to an end too', () => {
    const { text } = fixAll(everyMistake, check, true)
    expect(collectFixes(check(text), true)).toEqual([])
    expect(check(text).map(({ rule }) => rule)).toEqual([
      'assignment-outside-section',
      'unknown-rule',
      'bad-control-comment',
      'unknown-directive',
      'missing-directive-name',
      'directive-too-new',
      'foreign-section',
    ])
  })

  test('changes nothing but what it mends, in a file of CRLF too', () => {
    const plain = fixAll(everyMistake, check).text
    expect(fixAll(everyMistake.replaceAll('\n', '\r\n'), check).text).toBe(plain.replaceAll('\n', '\r\n'))
  })
})

test('findings come in the order of the text', () => {
  const starts = allFindings(everyMistake).map(({ span }) => span.start)
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})

test('no message begins with a capital or ends with a full stop', () => {
  for (const { message } of allFindings(everyMistake, { version: 252 }))
    expect(message).toMatch(/^[a-z'].*[^.]$/)
})
