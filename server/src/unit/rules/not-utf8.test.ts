import { expect, test } from 'vitest'
import { decodeText } from '../../base/decode.ts'
import { allFindings } from '../testing/check.ts'
import { notUtf8 as rule } from './not-utf8.ts'

/** Findings on a text whose characters stand for bytes. */
function findings(bytes: string) {
  const text = decodeText(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
  return allFindings(text).filter((finding) => finding.rule === rule.id)
}

test('the first byte that is none is where systemd stops', () =>
  expect(findings('[Unit]\nDescription=Caf\xe9 \xff\n[Service]\nExecStart=/\xe9\n')).toMatchObject([
    {
      severity: 'error',
      span: { start: 22, end: 23 },
      message: 'byte 0xe9 is not UTF-8; systemd refuses the whole file here; save it as UTF-8',
    },
  ]))

test('wherever it stands: names, headers, keys of your own, lines that are skipped', () => {
  for (const text of [
    '[Caf\xe9]\n',
    '[Unit]\nX-A=\xe9\n',
    '[Unit]\n\xe9=b\n',
    '[X-A]\n\xe9\n',
    '[Unit]\nA=b \\\n\xe9\n',
  ]) {
    expect(findings(text), JSON.stringify(text)).toHaveLength(1)
  }
})

test('comments may hold any bytes', () =>
  expect(findings('# caf\xe9\n[Unit]\n ; caf\xe9\nDescription=a \\\n  # caf\xe9\n  b\n# \xff')).toEqual([]))

test('a # further on begins no comment', () =>
  expect(findings('[Unit]\nDescription=a # \xe9\n')).toHaveLength(1))

test('characters that Unicode does not have', () =>
  expect(findings('[Unit]\nDescription=\xef\xbf\xbe\n')).toMatchObject([
    { message: 'U+FFFE is no character; systemd refuses the whole file here; save it as UTF-8' },
  ]))

test('UTF-8 of every length, and a byte order mark', () =>
  expect(
    allFindings('\uFEFF[Unit]\nDescription=aé€😀\uFFFD\n').filter((each) => each.rule === rule.id),
  ).toEqual([]))
