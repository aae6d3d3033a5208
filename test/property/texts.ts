import fc from 'fast-check'
import { unitText } from '../oracle/unit-text.ts'

/** Any string there is: halves of characters, control characters and all. */
export const anyString: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
)

const pieces = [
  ...['[', ']', '[Unit]', '[Service]', '[Install]', '[Timer]', '[X-Own]', '[service]', '[Servic]', '[Unit'],
  ...[
    '=',
    '\\',
    '\\\n',
    '\\\r\n',
    '\n',
    '\n',
    '\n',
    '\r',
    '\r\n',
    '\0',
    ' ',
    '\t',
    '#',
    ';',
    '# unitwright: allow ',
  ],
  ...[
    'Type',
    'Restart',
    'Restrat',
    'ExecStart',
    'After',
    'WantedBy',
    'OnCalendar',
    'PrivateTmp',
    'What',
    'description',
  ],
  ...[
    'yes',
    'no',
    'maybe',
    'simple',
    'always',
    'on-failure',
    '/bin/true --x',
    'network.target',
    '%i',
    '%',
    '%%',
    '$',
    '"',
  ],
  ...[
    'unknown-directive',
    'MemoryLimit=1G',
    'StandardOutput=syslog',
    'KillMode=none',
    'Type=Simple',
    'User=x # y',
  ],
  ...[
    '<%',
    '%>',
    '{{',
    '}}',
    '{%',
    '%}',
    '@NAME@',
    '\uFEFF',
    '\uDCE9',
    '\uD83D',
    'é',
    '😀',
    '\uFDD0',
    '\u2028',
    '\f',
  ],
]

/** Pieces of unit files thrown together. */
const rubble = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(''))

/** Texts that try a parser: some are unit files, some nearly, some not at all. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: unitText },
  { weight: 4, arbitrary: rubble },
  { weight: 2, arbitrary: anyString },
)

/** Names under which unit files are checked. */
export const unitPath: fc.Arbitrary<string> = fc.constantFrom(
  '/etc/systemd/system/web.service',
  '/home/x/.config/systemd/user/web@.service',
  '/etc/systemd/system/web.service.d/override.conf',
  '/etc/systemd/system/web.timer',
  '/srv/web.socket',
  '/srv/web.service.erb',
  '/srv/web.mount',
  '/srv/notes',
)
