import { describe, expect, test } from 'vitest'
import { readUnit, settingOf } from './document.ts'
import { assumeUnit } from './identity.ts'
import { allFindings } from './testing/check.ts'

const read = (text: string) => readUnit(text, assumeUnit('web.service'))

/** The rules that still report on a text, which is put into a service. */
function rules(text: string): readonly string[] {
  return allFindings(text).map(({ rule }) => rule)
}

describe('a comment that allows', () => {
  test('the next line', () => {
    const text =
      '[Service]\nExecStart=/a\n# unitwright: allow trailing-comment\nExecStop=/a # b\nExecReload=/a # b\n'
    expect(rules(text)).toEqual(['trailing-comment'])
    expect(allFindings(text)[0]?.span.start).toBe(text.lastIndexOf('#'))
  })

  test('the next line that is one, past blank lines and comments', () =>
    expect(
      rules(
        '[Service]\n; unitwright: allow trailing-comment\n\n# because\n \nExecStart=/a # b\nExecStop=/a # b\n',
      ),
    ).toEqual(['trailing-comment']))

  test('all physical lines of a continued value', () =>
    expect(rules('[Service]\n  # unitwright: allow trailing-comment\nExecStart=/a \\\n  --b # c\n')).toEqual(
      [],
    ))

  test('a header', () =>
    expect(rules('[Service]\nExecStart=/a\n# unitwright: allow unknown-section\n[Foo]\n[Bar]\n')).toEqual([
      'unknown-section',
    ]))

  test('a line without =', () =>
    expect(rules('[Service]\nExecStart=/a\n# unitwright: allow missing-equals\nfoo\n')).toEqual([]))

  test('the whole file, above the first header', () => {
    const body = '[Service]\nExecStart=/a # b\nExecStop=/a # b\n[Foo]\n'
    expect(rules(`# unitwright: allow trailing-comment\n${body}`)).toEqual(['unknown-section'])
    expect(rules(`# The app.\n\n; unitwright: allow trailing-comment\n${body}`)).toEqual(['unknown-section'])
  })

  test('what stands above the comment as well, in a whole file', () =>
    expect(rules('foo\n# unitwright: allow assignment-outside-section\n[Service]\nExecStart=/a\n')).toEqual(
      [],
    ))

  test('several rules', () => {
    const line = 'ExecStop=/a # b \\ \n'
    const text = (allow: string) => `[Service]\nExecStart=/a\n# unitwright: allow ${allow}\n${line}`
    expect(rules(text('missing-equals'))).toEqual([
      'unused-allow',
      'trailing-comment',
      'blank-after-backslash',
    ])
    expect(rules(text('trailing-comment, blank-after-backslash'))).toEqual([])
    expect(rules(text('blank-after-backslash trailing-comment'))).toEqual([])
  })

  test('nothing, at the end of the file', () =>
    expect(rules('[Service]\nExecStart=/a # b\n# unitwright: allow trailing-comment\n')).toEqual([
      'trailing-comment',
      'unused-allow',
    ]))

  test('only where systemd sees a comment', () => {
    expect(rules('[Service]\nExecStart=/a \\\n # unitwright: allow trailing-comment\n --b # c\n')).toEqual([
      'trailing-comment',
    ])
    expect(rules('[Service]\nExecStart=/a # unitwright: allow trailing-comment\n')).toEqual([
      'trailing-comment',
    ])
  })

  test('with CRLF', () =>
    expect(rules('[Service]\r\n# unitwright: allow trailing-comment\r\nExecStart=/a # b\r\n')).toEqual([]))
})

describe('a comment that sets', () => {
  test('the first one counts, wherever it stands', () => {
    const document = read('[Service]\n; unitwright: instance=user\nA=b\n# unitwright: instance=system\n')
    expect(settingOf(document, 'instance')).toBe('user')
    expect(settingOf(document, 'other')).toBeUndefined()
  })

  test('none', () => expect(settingOf(read('[Service]\nA=b\n'), 'instance')).toBeUndefined())
})

test('controls know where they stand and what they speak of', () => {
  const text = '# unitwright: allow a\n[Unit]\n  # unitwright: allow b\nA=b\n'
  const controls = read(text).controls.map(({ span, scope }) => [text.slice(span.start, span.end), scope])
  expect(controls).toEqual([
    ['# unitwright: allow a', { start: 0, end: Number.MAX_SAFE_INTEGER }],
    ['# unitwright: allow b', { start: text.indexOf('A=b'), end: text.length }],
  ])
})
