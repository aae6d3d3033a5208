import { expect, test } from 'vitest'
import { allFindings } from '../testing/check.ts'
import { lineTooLong as rule } from './line-too-long.ts'

const limit = 1024 * 1024

function findings(line: string) {
  return allFindings(`[Service]\n${line}\nExecStart=/a\n`).filter((finding) => finding.rule === rule.id)
}

const line = (bytes: number) => `X-A=${'x'.repeat(bytes - 4)}`

test('a line of 1 MiB', () => {
  expect(findings(line(limit))).toMatchObject([
    {
      severity: 'error',
      message: 'this line is 1 MiB or longer; systemd refuses the whole file here',
      span: { start: 10, end: 11 },
    },
  ])
  expect(findings(line(limit - 1))).toEqual([])
})

test('bytes count, not characters', () => {
  expect(findings(`X-A=${'ü'.repeat(limit / 2)}`)).toHaveLength(1)
  expect(findings(`X-A=${'ü'.repeat(limit / 2 - 3)}`)).toEqual([])
})

test('a comment is read as a line as well', () => expect(findings(`#${'x'.repeat(limit)}`)).toHaveLength(1))

test('continued lines count as one, without their breaks and comments', () => {
  const half = 'x'.repeat(limit / 2)
  const rest = 'x'.repeat(limit / 2 - 'X-A= '.length)
  expect(findings(`X-A=${half}\\\n${rest}`)).toEqual([])
  expect(findings(`X-A=${half}\\\n#${half}\n${rest}`)).toEqual([])
  expect(findings(`X-A=${half}\\\n${rest}x`)).toHaveLength(1)
  expect(findings(`X-A=${half}\nX-B=${half}`)).toEqual([])
})
