import { describe, expect, test } from 'vitest'
import { parseUnit } from './parse.ts'
import { printUnit } from './print.ts'
import type { Assignment, Item } from './tree.ts'
import { readValue, spanIn } from './value.ts'

const kinds = (text: string) => parseUnit(text).items.map(({ kind }) => kind)
const assignments = (text: string) =>
  parseUnit(text).items.filter((item): item is Assignment => item.kind === 'assignment')
const values = (text: string) => {
  const tree = parseUnit(text)
  return assignments(text).map((each) => [each.key, readValue(tree, each).text])
}
const headers = (text: string) =>
  parseUnit(text).items.flatMap((item: Item) => (item.kind === 'header' ? [[item.name, item.problem]] : []))

describe('comments', () => {
  test('stand at the start of a line, behind blanks too', () => {
    expect(kinds('# a\n; b\n \t# c\n')).toEqual(['comment', 'comment', 'comment'])
  })
  test('never stand behind a value', () => {
    expect(values('[S]\nA=b # c\n')).toEqual([['A', 'b # c']])
  })
  test('between continued lines are passed over', () => {
    expect(values('[S]\nA=b \\\n# c\n  ; d \\\n  e\n')).toEqual([['A', 'b    e']])
  })
  test('do not continue, whatever they end in', () => {
    expect(values('[S]\n# a \\\nA=b\n')).toEqual([['A', 'b']])
  })
})

describe('continuations', () => {
  test('join lines by a blank in place of the backslash', () => {
    expect(values('[S]\nA=b\\\nc\n')).toEqual([['A', 'b c']])
  })
  test('need an odd number of backslashes', () => {
    expect(values('[S]\nA=b\\\\\nC=d\\\\\\\ne\n')).toEqual([
      ['A', 'b\\\\'],
      ['C', 'd\\\\ e'],
    ])
  })
  test('end at a blank behind the backslash', () => {
    expect(kinds('[S]\nA=b \\ \nc\n')).toEqual(['header', 'assignment', 'junk'])
  })
  test('end at an empty line', () => {
    expect(values('[S]\nA=b \\\n\nC=d\n')).toEqual([
      ['A', 'b'],
      ['C', 'd'],
    ])
  })
  test('may be cut off by the end of the file', () => {
    expect(values('[S]\nA=b \\')).toEqual([['A', 'b']])
    expect(values('[S]\nA=b \\\n')).toEqual([['A', 'b']])
    expect(values('[S]\nA=b \\\n# c')).toEqual([['A', 'b']])
  })
  test('may stand before the `=`, and before the value', () => {
    expect(values('[S]\nA \\\n = \\\n b\n')).toEqual([['A', 'b']])
  })
  test('may join what looks like a header', () => {
    expect(values('[S]\nA=b \\\n[T]\n')).toEqual([['A', 'b  [T]']])
  })
  test('work with carriage returns', () => {
    expect(values('[S]\r\nA=b \\\r\n  c\r\nD=e\r\n')).toEqual([
      ['A', 'b    c'],
      ['D', 'e'],
    ])
  })
})

describe('assignments', () => {
  test('may have blanks around key and value, and none of either', () => {
    expect(values('[S]\n  A \t= b \nC=\n=d\n')).toEqual([
      ['A', 'b'],
      ['C', ''],
      ['', 'd'],
    ])
  })
  test('split at the first `=`', () => {
    expect(values('[S]\nA=b=c\n')).toEqual([['A', 'b=c']])
  })
  test('before a header have no section', () => {
    expect(assignments('A=b\n[S]\nC=d\n').map(({ section }) => section?.name)).toEqual([undefined, 'S'])
  })
  test('need no line break at the end of the file', () => {
    expect(values('[S]\nA=b')).toEqual([['A', 'b']])
  })
  test('keep other kinds of space, which systemd does not strip', () => {
    expect(values('[S]\nA=\u00a0b\f\n')).toEqual([['A', '\u00a0b\f']])
  })
})

describe('headers', () => {
  test('may be indented and repeated, and be empty', () => {
    expect(headers(' [A]\n[B] \n[A]\n[]\n')).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['A', undefined],
      ['', undefined],
    ])
  })
  test('are refused without a bracket at the end of the line', () => {
    expect(headers('[A\n[B] # c\n[')).toEqual([
      ['A', 'unclosed'],
      ['B', 'unclosed'],
      ['', 'unclosed'],
    ])
  })
  test('are refused with quotes and backslashes', () => {
    expect(headers('["A"]\n[B\\x]\n')).toEqual([
      ['"A"', 'characters'],
      ['B\\x', 'characters'],
    ])
  })
})

describe('line breaks', () => {
  test('are line feed, carriage return and NUL', () => {
    expect(values('[S]\rA=b\0C=d\n')).toEqual([
      ['A', 'b'],
      ['C', 'd'],
    ])
  })
})

describe('a byte order mark', () => {
  test('is dropped before a header', () => {
    expect(headers('\uFEFF[A]\n')).toEqual([['A', undefined]])
  })
  test('makes a comment none', () => {
    expect(kinds('\uFEFF# a\n')).toEqual(['junk'])
  })
  test('is dropped once', () => {
    expect(assignments('\uFEFF[A]\n\uFEFFB=c\n').map(({ key }) => key)).toEqual(['\uFEFFB'])
  })
})

describe('template tags', () => {
  test('alone on a line are opaque', () => {
    expect(kinds('[S]\n<% if a = 1 %>\nA=b\n<% end %>\n{% endif %} {# x #}\n@EXTRA@\n')).toEqual([
      'header',
      'opaque',
      'assignment',
      'opaque',
      'opaque',
      'opaque',
    ])
  })
  test('may run over several lines where they begin one', () => {
    expect(kinds('[S]\n<%-\n  a = 1\n-%>\nA=b\n')).toEqual(['header', 'opaque', 'assignment'])
  })
  test('never swallow lines from the middle of one', () => {
    expect(kinds('[S]\nA=a {% b\nC={{ d\nE=f }} %}\n')).toEqual([
      'header',
      'assignment',
      'assignment',
      'assignment',
    ])
  })
  test('hide an `=` of their own', () => {
    expect(values('[S]\n<%= a == 1 %>Sec=5\n')).toEqual([['<%= a == 1 %>Sec', '5']])
  })
  test('are not specifiers in braces', () => {
    expect(parseUnit('[S]\nA={%i} {%j}\n').tags).toEqual([])
  })
})

describe('a value', () => {
  test('knows where its characters stand', () => {
    const text = '[S]\nA=one \\\n# note\n  two\n'
    const tree = parseUnit(text)
    const value = readValue(tree, assignments(text)[0]!)
    const at = value.text.indexOf('two')
    const span = spanIn(value, at, at + 3)
    expect(text.slice(span.start, span.end)).toBe('two')
  })
})

test.each([
  '',
  '\n',
  '[',
  ']',
  '=',
  '\\',
  '#',
  '[A]\n\\\n\n',
  '\uFEFF',
  '\r\n\0\n\r',
  '[A\\\n]\nB\\\n=\\\nc',
])('%j prints as it was', (text) => {
  expect(printUnit(parseUnit(text))).toBe(text)
})

test('a header keeps the blanks inside its brackets, which make it another name', () => {
  expect(headers('[Unit ]\n')).toEqual([['Unit ', undefined]])
})
