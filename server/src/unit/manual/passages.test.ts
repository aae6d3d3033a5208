import { expect, test } from 'vitest'
import { passageOn, readManualPage } from './passages.ts'

/** A page as DocBook's stylesheet writes it. */
function page(...body: string[]): string {
  return [
    '\'\\" t',
    '.TH "SYSTEMD\\&.DEMO" "5" "" "systemd 257\\&.9" "systemd.demo"',
    '.ie \\n(.g .ds Aq \\(aq',
    ".el       .ds Aq '",
    '.SH "OPTIONS"',
    ...body,
  ].join('\n')
}

function passage(directive: string, ...body: string[]): string | undefined {
  return passageOn(readManualPage(page(...body)), 'Service', directive)
}

const bulletLines = [
  '.sp',
  '.RS 4',
  '.ie n \\{\\',
  "\\h'-04'\\(bu\\h'+03'\\c",
  '.\\}',
  '.el \\{\\',
  '.sp -1',
  '.IP \\(bu 2.3',
  '.\\}',
]
const numberLines = (n: number) => [
  '.sp',
  '.RS 4',
  '.ie n \\{\\',
  `\\h'-04' ${n}.\\h'+01'\\c`,
  '.\\}',
  '.el \\{\\',
  '.sp -1',
  `.IP "  ${n}." 4.2`,
  '.\\}',
]

test('the version comes from the title line', () => {
  expect(readManualPage(page()).writtenFor).toBe('systemd 257.9')
  expect(readManualPage('no title at all').writtenFor).toBe('')
})

test('a directive has the paragraphs of its indent, and nothing of its neighbours', () => {
  const text = [
    '.PP',
    '\\fIFirst=\\fR',
    '.RS 4',
    'One\\&.',
    '.RE',
    '.PP',
    '\\fISecond=\\fR',
    '.RS 4',
    'Two',
    '\\fBlines\\fR\\&.',
    '.sp',
    'Another paragraph\\&.',
    '.RE',
    '.PP',
    'Not part of it\\&.',
  ]
  expect(passage('Second', ...text)).toBe('Two `lines`.\n\nAnother paragraph.')
  expect(passage('First', ...text)).toBe('One.')
  expect(passage('Third', ...text)).toBeUndefined()
})

test('a page in the style of man(7) is read as well', () => {
  const text = [
    '.TP',
    '.BR First=',
    'One.',
    '.TP',
    '\\fISecond=\\fP',
    'Two,',
    '.I three',
    '.IR four .',
    '.PP',
    'Not part of it.',
  ]
  expect(passage('Second', ...text)).toBe('Two, *three* *four*.')
  expect(passage('First', ...text)).toBe('One.')
})

test.each([
  ['\\fIA=\\fR, \\fIB=\\fR', ['A', 'B']],
  ['\\fIA=\\fR/\\fIB=\\fR/\\fIC=\\fR', ['A', 'B', 'C']],
  [
    '\\fIA=\\fR\\fI\\fIdevice\\fR\\fR\\fI \\fR\\fI\\fIweight\\fR\\fR, \\fIB=\\fR\\fIADDRESS[/PREFIX]\\&...\\fR',
    ['A', 'B'],
  ],
  ['\\fIA=auto|kill\\fR, \\fIB=20%\\fR', ['A', 'B']],
])('several directives share a passage: %s', (term, keys) => {
  for (const key of keys) expect(passage(key, '.PP', term, '.RS 4', 'Both\\&.', '.RE')).toBe('Both.')
})

test('a sentence that begins with a directive is no entry', () => {
  const text = ['.PP', '\\fIType=oneshot\\fR is set, and then:', '.RS 4', 'Indented\\&.', '.RE']
  expect(readManualPage(page(...text)).entries).toEqual([])
})

test('the section of the heading tells two of a name apart', () => {
  const entry = (text: string) => ['.PP', '\\fIAlias=\\fR', '.RS 4', text, '.RE']
  const read = readManualPage(
    page(
      '.SH "[UNIT] SECTION OPTIONS"',
      ...entry('of a unit'),
      '.SH "[INSTALL] SECTION OPTIONS"',
      ...entry('of an installation'),
    ),
  )
  expect(passageOn(read, 'Install', 'Alias')).toBe('of an installation')
  expect(passageOn(read, 'Unit', 'Alias')).toBe('of a unit')
  expect(passageOn(read, 'Service', 'Alias')).toBe('of a unit')
})

test('lists, glossaries, code and tables', () => {
  const shown = passage(
    'Key',
    '.PP',
    '\\fIKey=\\fR',
    '.RS 4',
    'One of:',
    ...bulletLines,
    '\\fBa\\fR: this',
    '.RE',
    ...bulletLines,
    '\\fBb\\fR: that',
    '.RE',
    '.sp',
    'Steps:',
    ...numberLines(1),
    'do it',
    '.RE',
    ...numberLines(2),
    'twice',
    '.sp',
    'or more',
    '.RE',
    '.PP',
    '\\fBfull\\fR',
    '.RS 4',
    'everything',
    '.RE',
    '.sp',
    '.if n \\{\\',
    '.RS 4',
    '.\\}',
    '.nf',
    '[Service]',
    'Key=a\\ b  # \\fIc\\fR',
    '.fi',
    '.if n \\{\\',
    '.RE',
    '.\\}',
    '.sp',
    '.B Table\\ \\&1.\\ \\&Values',
    '.TS',
    'allbox tab(:);',
    'lB lB.',
    'T{',
    'Name',
    'T}:T{',
    'Meaning',
    'T}',
    '.T&',
    'l l',
    'l l.',
    'T{',
    'a',
    'T}:T{',
    'this | that',
    'T}',
    'T{',
    'b',
    'T}:\\ \\&',
    '.TE',
    '.sp',
    '1. begins like a list',
    '.RE',
  )
  expect(shown).toBe(`One of:

- \`a\`: this
- \`b\`: that

Steps:

1. do it

2. twice

   or more

- \`full\`

  everything

\`\`\`
[Service]
Key=a b  # c
\`\`\`

Table 1. Values

| Name | Meaning |
| --- | --- |
| a | this \\| that |
| b |  |

1\\. begins like a list`)
})

test('a long passage ends with a paragraph and an ellipsis', () => {
  const paragraphs = Array.from({ length: 6 }, (_, index) => `${index} ${'word '.repeat(80)}end\\&.`)
  const shown = passage('Key', '.PP', '\\fIKey=\\fR', '.RS 4', paragraphs.join('\n.sp\n'), '.RE')!
  expect(shown.length).toBeLessThan(1_520)
  expect(shown).toMatch(/end\.\n\n…$/)
  expect(shown).toMatch(/^0 word/)
})

test('a first paragraph that is too long ends with a sentence', () => {
  const shown = passage('Key', '.PP', '\\fIKey=\\fR', '.RS 4', 'This is a sentence\\&. '.repeat(200), '.RE')!
  expect(shown.length).toBeLessThan(1_510)
  expect(shown).toMatch(/sentence\.\n\n…$/)
})

test.each([
  '',
  '.',
  '.RE\n.RE\n.PP\n.fi',
  '.TS',
  '.nf',
  '.ie n \\{\\',
  '.el \\{\\',
  '.TP',
  '.TH "',
  "'",
  '.PP\n\\fIKey=\\fR\n.RS 4',
  '\\',
  '.SH',
])('a broken page does no harm: %j', (text) => {
  expect(passageOn(readManualPage(text), 'Service', 'Missing')).toBeUndefined()
})
