import { expect, test } from 'vitest'
import { quoteLine, shellOf, withExitStatus } from './shell-quote.ts'

// That shells read it so is for test/property/shell-quote.test.ts, which asks them.

test('what needs no quotes has none', () => {
  const argv = ['systemctl', '--user', 'enable', '--now', '--', '-a@1.service', '/srv/a:b', '--lines=20']
  for (const shell of ['posix', 'bash', 'zsh', 'fish'] as const)
    expect(quoteLine(argv, shell)).toBe(argv.join(' '))
})

test('every shell has its own way', () => {
  const argv = ['rm', String.raw`it's \x2d $HOME`, 'two\nlines!']
  expect(quoteLine(argv, 'bash')).toBe(String.raw`rm 'it'"'"'s \x2d $HOME' $'two\012lines\041'`)
  expect(quoteLine(argv, 'fish')).toBe(String.raw`rm 'it\'s \\x2d $HOME' 'two'\X0a'lines!'`)
  expect(quoteLine(argv, 'posix')).toBe(
    String.raw`eval "$(printf %b '\0047rm\0047 \0047it\0047"\0047"\0047s \0134x2d $HOME\0047 \0047two\0012lines!\0047')"`,
  )
  expect(quoteLine(argv, 'pwsh')).toBe("rm 'it''s \\x2d $HOME' \"two`u{a}lines!\"")
})

test('PowerShell is asked to call what is quoted, and cuts nothing at dots, commas and dashes', () => {
  expect(quoteLine(['/opt/my app/run', '-a.b', 'c,d', '--user', '--', '‘x’'], 'pwsh')).toBe(
    "& '/opt/my app/run' '-a.b' 'c,d' --user '--' '‘‘x’’'",
  )
  expect(quoteLine(['run', '$x`"\n“'], 'pwsh')).toBe('run "`$x```"`u{a}`“"')
  expect(withExitStatus('run', 'pwsh', '/tmp/a b')).toBe(
    "run; $LASTEXITCODE | Set-Content -LiteralPath '/tmp/a b'",
  )
})

test('shells are told by their paths', () => {
  expect(
    ['/bin/bash', '-zsh', '/usr/bin/fish', 'dash', '/opt/microsoft/powershell/7/pwsh'].map(shellOf),
  ).toEqual([...['bash', 'zsh', 'fish', 'posix', 'pwsh']])
  expect(['/usr/bin/nu', 'tcsh', 'constructor', ''].map(shellOf)).toEqual(Array(4).fill(undefined))
})
