import fc from 'fast-check'

// Unit files as they come out of editors, generators, heredocs and accidents: mostly right, wrong in the ways that
// parsers differ about.

const headers = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('[Unit]', '[Service]', '[Install]') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('[Timer]', '[service]', '[Nope]', '[X-Own]', '[ Unit ]', '[Unit]]', '[Ünit]'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '[Unit',
      '[Unit] # why',
      '[Un"it]',
      '[Un\\it]',
      '[Unit]x',
      '[',
      "[Service']",
      '[\t]',
    ),
  },
)

const keys = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('Description', 'RemainAfterExit', 'Type', 'Restart', 'KillMode', 'PrivateTmp'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('WantedBy', 'OnCalendar', 'Alias', 'RefuseManualStart', 'RestartMode'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('type', 'RESTART', 'Descripton', 'Restrat', 'X-Own', 'x-own', 'X', ''),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Ty pe', "Type'", '"Type"', 'Ünit', 'Type[1]', '-Type', 'Type:', '\uFEFFType'),
  },
)

// None of them is right or wrong for another reason than the one that keys above have.
const values = fc.constantFrom(
  'yes',
  'no',
  'simple',
  'always',
  'mixed',
  'maybe',
  'YES',
  '',
  'on # off',
  'a=b',
  '[x]',
  'é',
)

const blanks = fc.constantFrom('', '', '', ' ', '\t', '  ')

const assignments = fc
  .tuple(blanks, keys, blanks, blanks, values, blanks)
  .map(([indent, key, before, after, value, tail]) => `${indent}${key}${before}=${after}${value}${tail}`)

const oddLines = fc.constantFrom(
  'nonsense',
  'Type simple',
  '  --flag',
  '\x0C',
  '\u00A0',
  '=',
  '==',
  '\uFEFF',
  '-',
)

const comments = fc.constantFrom(
  '# comment',
  '; comment',
  '  # indented',
  '#',
  '# ends in \\',
  ';x=y',
  '# é \uDCE9',
)

const badBytes = fc.constantFrom('Description=Caf\uDCE9', 'F\uDCFFo=1', '\uDCC3', 'Description=\uFDD0')

const continued = fc
  .tuple(
    fc.oneof(assignments, oddLines, headers, fc.constantFrom('', ' ')),
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('  more', '', ' ', 'x=y', '[Unit]', '\uFEFFmore', 'a\\\\') },
        comments,
      ),
      {
        maxLength: 3,
      },
    ),
    fc.constantFrom('end', '', '# comment', '  ', '[Service]', 'Type=simple'),
  )
  .map(([first, middle, last]) => [
    `${first}\\`,
    ...middle.map((line) => (/^\s*[#;]/.test(line) ? line : `${line}\\`)),
    last,
  ])

const lines = fc.oneof(
  { weight: 30, arbitrary: assignments.map((line) => [line]) },
  { weight: 8, arbitrary: headers.map((line) => [line]) },
  { weight: 6, arbitrary: comments.map((line) => [line]) },
  { weight: 5, arbitrary: continued },
  { weight: 4, arbitrary: oddLines.map((line) => [line]) },
  { weight: 3, arbitrary: fc.constant(['']) },
  { weight: 1, arbitrary: badBytes.map((line) => [line]) },
)

const breaks = fc.oneof(
  { weight: 6, arbitrary: fc.constant(['\n']) },
  { weight: 2, arbitrary: fc.constant(['\r\n']) },
  { weight: 1, arbitrary: fc.constant(['\r']) },
  { weight: 1, arbitrary: fc.constant(['\n', '\r', '\0', '\r\n', '\n\r', '\n\0', '\r\n\0', '\n\n']) },
)

/** Texts of service units, bytes that are no UTF-8 hidden in lone surrogates as `decodeText` does. */
export const unitText: fc.Arbitrary<string> = fc
  .record({
    mark: fc.constantFrom('', '', '', '\uFEFF'),
    first: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom([['[Unit]']], [['[Service]']]) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    rest: fc.array(lines, { maxLength: 14 }),
    breaks,
    lastBreak: fc.boolean(),
    choices: fc.infiniteStream(fc.nat({ max: 7 })),
  })
  .map(({ mark, first, rest, breaks: some, lastBreak, choices }) => {
    const all = [...first, ...rest].flat()
    const parts = all.map((line, index) => {
      const choice = choices.next().value ?? 0
      return line + (index < all.length - 1 || lastBreak ? some[choice % some.length]! : '')
    })
    return mark + parts.join('')
  })
