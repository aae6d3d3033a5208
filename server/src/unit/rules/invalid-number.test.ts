import { expect, test } from 'vitest'
import { allFindings, checkFix, checkRule, findingsOf } from '../testing/check.ts'
import { invalidNumber as rule } from './invalid-number.ts'

test('numbers that systemd cannot read', () =>
  checkRule(
    rule,
    `
[Unit]
StartLimitBurst=often
#               ^^^^^ warning: 'often' is no whole number; 'StartLimitBurst=' takes a whole number from 0 to 4294967295
[Service]
Nice=50
#    ^^ warning: '50' is out of range; 'Nice=' takes a nice level from -20 to 19
UMask = 0o027
#       ^^^^^ warning: '0o027' is no access mode in octal; 'UMask=' takes an access mode in octal, such as '0750'
MemoryMax=1GB
#         ^^^ warning: '1GB' is no size; 'MemoryMax=' takes bytes, not 0, with K, M or G to the base 1024, a percentage, or 'infinity'
CPUQuota=50
#        ^^ warning: '50' is no percentage; 'CPUQuota=' takes a percentage above 0 of one CPU's time, such as '150%'
LimitNOFILE=1024:64K
#                ^^^ warning: '64K' is no whole number; 'LimitNOFILE=' takes a whole number or 'infinity', or two as 'SOFT:HARD'
KillSignal=SIGFOO
#          ^^^^^^ warning: 'SIGFOO' is no signal; 'KillSignal=' takes a signal such as 'SIGTERM', or its number from 1 to 64
SuccessExitStatus=143 300 SIGTERM
#                     ^^^ warning: '300' is out of range; 'SuccessExitStatus=' takes exit statuses from 0 to 255 or their names, and signals such as 'SIGTERM'
AllowedCPUs=0-3 9-8
#               ^^^ warning: the range '9-8' ends before it begins; 'AllowedCPUs=' takes numbers and ranges of CPUs such as '0-3 8'
IOReadBandwidthMax=/dev/sda 5MB
#                           ^^^ warning: '5MB' is no limit; 'IOReadBandwidthMax=' takes a device and a limit with K, M or G to the base 1000, such as '/dev/sda 5M', or 'infinity'
`,
  ))

test('an empty value is marked at the directive, where it resets nothing', () =>
  checkRule(
    rule,
    `
[Service]
LimitCORE=
^^^^^^^^^ warning: 'LimitCORE=' can't be empty; it takes bytes with K, M or G to the base 1024, 'infinity', or two as 'SOFT:HARD'
MemoryMax=
Nice=
CPUAffinity=
`,
  ))

test('a comment behind a number is one mistake', () => {
  const text = '[Service]\nExecStart=/a\nMemoryMax=1G # plenty\n'
  expect(allFindings(text).map(({ rule: id }) => id)).toEqual([rule.id])
  checkFix(rule, text, '[Service]\nExecStart=/a\n# plenty\nMemoryMax=1G\n')
})

test('fixes are safe where only the spelling is wrong', () => {
  checkFix(rule, '[Service]\nMemoryMax=512m\n', '[Service]\nMemoryMax=512M\n')
  checkFix(rule, '[Service]\nSuccessExitStatus=0, 143\n', '[Service]\nSuccessExitStatus=0 143\n')
  const safe = (line: string) =>
    findingsOf(rule, `[Service]\n${line}\n`)[0]?.fixes.map((fix) => [fix.title, fix.safe])
  expect(safe('MemoryMax=512m')).toEqual([['Change to 512M', true]])
  expect(safe('MemoryMax=512MB')).toEqual([['Change to 512M', false]])
  expect(safe('CPUQuota=50')).toEqual([['Change to 50%', false]])
  expect(safe('Nice=50')).toEqual([])
})

test('tags are left alone', () =>
  checkRule(rule, '[Service]\nMemoryMax={{ memory }}\nLimitNOFILE=@LIMIT@\nNice=<%= nice %>\n'))
