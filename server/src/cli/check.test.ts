import { readFileSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { scratch } from './testing/scratch.ts'

const good = '[Service]\nExecStart=/srv/web/run\n'
const typo = '[Service]\nExecStart=/srv/web/run\nRestrat=always\n'
const mended = '[Service]\nExecStart=/srv/web/run\nRestart=always\n'
const broken = '[Service\nExecStart=/srv/web/run\n'

test('findings go to standard output, the count to standard error', async () => {
  const { run } = scratch({ 'a.service': good, 'b.service': typo, 'c.service': broken })
  const { code, out, err } = await run('check')
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^b\.service:3:1: warning: .*'Restrat='.* \[unknown-directive\]$/),
    expect.stringMatching(/^c\.service:1:1: error: .* \[bad-section-header\]$/),
    '',
  ])
  expect(err).toBe('1 error, 1 warning in 2 of 3 files\n')
  expect(code).toBe(1)
})

test.each([
  [good, 'hint', 0],
  [typo, 'error', 0],
  [typo, 'warning', 1],
  [typo, 'hint', 1],
  [broken, 'error', 1],
])('the exit code follows --max-severity: %j %s', async (text, level, code) => {
  const { run } = scratch({ 'a.service': text })
  expect(await run('check', '--max-severity', level)).toMatchObject({ code })
})

test('json is one array, and nothing else stands on standard output', async () => {
  const { run } = scratch({ 'a.service': typo })
  const { out, err } = await run('check', '--format', 'json')
  expect(JSON.parse(out)).toMatchObject([
    {
      file: 'a.service',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
      severity: 'warning',
      rule: 'unknown-directive',
      kind: 'verdict',
      fixes: [{ safe: true, edits: [{ newText: 'Restart' }] }],
    },
  ])
  expect(err).toBe('')
})

test('the systemd version decides what is known', async () => {
  const { run } = scratch({ 'a.service': `${good}RestartMode=direct\n` })
  expect(await run('check', '--systemd-version', '252')).toMatchObject({
    out: expect.stringContaining('[directive-too-new]'),
  })
  expect(await run('check', '--systemd-version', '257')).toMatchObject({ out: '' })
})

test('the monit version decides what is known', async () => {
  const { run } = scratch({ 'app.monit': 'set logfile /var/log/monit.log\n' })
  expect(await run('check', '--monit-version', '6.0')).toMatchObject({
    out: expect.stringContaining('[deprecated-syntax]'),
  })
  expect(await run('check', '--monit-version', '5.33.0')).toMatchObject({
    out: expect.not.stringContaining('[deprecated-syntax]'),
  })
})

test('a control file is compared with the units of the same run', async () => {
  const control =
    'check process web with pidfile /run/b.pid\n  start program = "/bin/systemctl start web" with timeout 90 seconds\n'
  const { folder, run } = scratch({
    'web.monit': control,
    'units/web.service': '[Service]\nType=forking\nExecStart=/srv/web/run --daemon\n',
    'units/web.service.d/pid.conf': '[Service]\nPIDFile=/run/a.pid\n',
  })
  const { out } = await run('check')
  expect(out).toMatch(
    /^web\.monit:1:32: warning: the pid file of 'web\.service' is '\/run\/a\.pid'.* \[other-pid-file\]$/m,
  )
  expect(await run('check', 'web.monit')).toMatchObject({
    out: expect.not.stringContaining('[other-pid-file]'),
  })
  await run('check', '--fix', '--unsafe')
  expect(readFileSync(path.join(folder, 'web.monit'), 'utf8')).toBe(control.replace('b.pid', 'a.pid'))
})

test('units are compared with each other and with the app whose folder is checked', async () => {
  const { run } = scratch({
    'config/puma.rb': 'port ENV.fetch("PORT", 3000)\n',
    'Gemfile.lock': 'GEM\n  specs:\n    puma (5.6.5)\n',
    'deploy/web.socket': '[Socket]\nListenStream=3000\n\n[Install]\nWantedBy=sockets.target\n',
    'deploy/web.service':
      '[Service]\nType=notify\nWorkingDirectory=/srv/web\nExecStart=/srv/web/bin/puma -C config/puma.rb\n',
  })
  const { out } = await run('check', '.')
  expect(out.split('\n').map((line) => line.replace(/: .*\[/, ' ['))).toEqual([
    'deploy/web.service:2:6 [notify-without-gem]',
    'deploy/web.socket:2:14 [unbound-socket]',
    '',
  ])
})

test('what cannot be read is named and does not keep the rest from being checked', async () => {
  const { run } = scratch({ 'a.service': typo, 'dump.service': '\x7fELF\0\0' })
  const { code, out, err } = await run('check', 'missing file.service', 'a.service', 'dump.service')
  expect(out).toContain('a.service:3:1')
  expect(err.split('\n')).toEqual([
    "unitwright: cannot check 'missing file.service': no such file or folder",
    "unitwright: cannot check 'dump.service': it is a binary file, not a unit file",
    '1 warning in 1 of 1 file',
    '',
  ])
  expect(code).toBe(2)
})

test('a binary file met in a folder is mentioned only, unless it is all there was', async () => {
  const { run } = scratch({ 'a.service': good, 'b/dump.service': '\0' })
  expect(await run('check')).toEqual({
    code: 0,
    out: '',
    err: "unitwright: cannot check 'b/dump.service': it is a binary file, not a unit file\nno problems in 1 file\n",
  })
  expect(await run('check', 'b')).toMatchObject({ code: 2 })
})

test('a file of another program is refused when named and passed over in a folder', async () => {
  const bus = '[D-BUS Service]\nName=org.example\nExec=/bin/false\n'
  const { run } = scratch({ 'a.service': good, 'org.example.service': bus })
  expect(await run('check', '.')).toEqual({ code: 0, out: '', err: 'no problems in 1 file\n' })
  expect(await run('check', 'org.example.service')).toEqual({
    code: 2,
    out: '',
    err: "unitwright: cannot check 'org.example.service': it is a file of another program\n",
  })
})

test('a folder without unit files is no failure', async () => {
  const { run } = scratch({ 'README.md': '' })
  expect(await run('check', '.')).toEqual({
    code: 0,
    out: '',
    err: "no unit or control files found in '.'\n",
  })
})

test('a mask, named, is a file without problems', async () => {
  const { folder, run } = scratch()
  symlinkSync('/dev/null', path.join(folder, 'a.service'))
  expect(await run('check', 'a.service')).toMatchObject({ code: 0, err: 'no problems in 1 file\n' })
})

test('standard input is a unit by the name given', async () => {
  const { runWith } = scratch()
  const timer = '[Timer]\nOnCalendar=daily\n'
  expect(await runWith(timer, 'check', '-')).toMatchObject({ out: '' })
  expect(await runWith(timer, 'check', '--stdin-name', 'x.service', '-')).toMatchObject({
    out: expect.stringMatching(/^x\.service:1:2: .*\[foreign-section\]\n$/),
  })
})

test('--fix mends the file, says what it did and reports what remains', async () => {
  const { folder, run } = scratch({ 'a.service': `${typo}Nonsense\n` })
  const { code, out, err } = await run('check', '--fix', '--max-severity', 'warning')
  expect(readFileSync(path.join(folder, 'a.service'), 'utf8')).toBe(`${mended}Nonsense\n`)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^a\.service:3:1: fixed: .*\[unknown-directive\]$/),
    expect.stringMatching(/^a\.service:4:1: warning: .*\[missing-equals\]$/),
    '',
  ])
  expect(err).toBe('1 warning in 1 of 1 file, 1 fixed\n')
  expect(code).toBe(1)
})

test('--fix leaves a file alone that needs none, and every byte it need not change', async () => {
  const latin = Buffer.from(`[Unit]\r\nDescription=Caf\xe9\r\n${typo}# \xff`, 'latin1')
  const { folder, run } = scratch({ 'a.service': good, 'b.service': latin })
  const old = new Date(1e12)
  utimesSync(path.join(folder, 'a.service'), old, old)
  const before = statSync(path.join(folder, 'a.service'))
  await run('check', '--fix')
  expect(statSync(path.join(folder, 'a.service'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
  expect(readFileSync(path.join(folder, 'b.service'), 'latin1')).toBe(
    latin.toString('latin1').replace('Restrat', 'Restart'),
  )
})

test('--unsafe applies suggestions as well', async () => {
  const text = '[Service]\nExecStart=/srv/web/run # behind\n'
  const { folder, run } = scratch({ 'a.service': text })
  await run('check', '--fix')
  const safe = readFileSync(path.join(folder, 'a.service'), 'utf8')
  await run('check', '--fix', '--unsafe')
  const unsafe = readFileSync(path.join(folder, 'a.service'), 'utf8')
  expect(safe).toBe(text)
  expect(unsafe).toBe('[Service]\n# behind\nExecStart=/srv/web/run\n')
})

test('--fix of standard input prints the mended text, and nothing else, on standard output', async () => {
  const { runWith } = scratch()
  expect(await runWith(`${typo}Nonsense\n`, 'check', '--fix', '-')).toMatchObject({
    code: 0,
    out: `${mended}Nonsense\n`,
    err: expect.stringMatching(
      /^<stdin>:3:1: fixed: .*\n<stdin>:4:1: warning: .*\n1 warning in 1 of 1 file, 1 fixed\n$/,
    ),
  })
  expect(await runWith(good, 'check', '--fix', '-')).toMatchObject({ out: good })
  expect(await runWith('\0', 'check', '--fix', '-')).toMatchObject({ code: 2, out: '' })
})

test('explain shows the page of a rule, or lists all of them', async () => {
  const { run } = scratch()
  expect(await run('explain', 'unknown-directive')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^# unknown-directive\n/),
  })
  expect(await run('explain')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^unknown-directive +a directive /m),
  })
  expect(await run('explain', 'unknown-direktive')).toEqual({
    code: 2,
    out: '',
    err: "unitwright: unknown rule 'unknown-direktive'; did you mean 'unknown-directive'?\n",
  })
})

test('help, version and bad usage', async () => {
  const { run } = scratch()
  expect(await run('--help')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^usage: unitwright check /),
    err: '',
  })
  expect(await run('--version')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^unitwright \d+\.\d+\.\d+\n$/),
  })
  expect(await run('check', '--format', 'xml')).toEqual({
    code: 2,
    out: '',
    err: "unitwright: unknown value 'xml' for '--format'; accepted: text, json\n",
  })
})
