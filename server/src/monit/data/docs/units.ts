import type { MonitDocs } from './types.ts'

/** Units of numbers. They stand apart from the number by a blank; only `%` may be glued to it. */
export const unitDocs: MonitDocs = {
  percent: { summary: 'A share of a hundred, `80%` or `80 percent`.' },
  byte: { summary: 'Bytes; with `/s` glued on, bytes in a second.' },
  kilobyte: { summary: '1024 bytes; with `/s` glued on, so many in a second.' },
  megabyte: { summary: '1024 kilobytes, 1,048,576 bytes.' },
  gigabyte: { summary: '1024 megabytes. There is no larger unit, and none is spelt with an `i`.' },
  millisecond: { summary: 'A thousandth of a second; for response times, service times and limits.' },
  second: { summary: 'Seconds; the only unit of `timeout`, where it can’t be left out.' },
  minute: { summary: '60 seconds; for ages, uptimes and totals of a network, not for `timeout`.' },
  hour: { summary: '3,600 seconds; for ages, uptimes and totals of a network.' },
  day: {
    summary: '24 hours; for ages, uptimes, certificates, and as the longest span of a network’s totals.',
  },
  month: { summary: '31 days; for ages and uptimes.' },
  operation: { summary: 'Single reads or writes, mostly as `operations/s`.' },
  packet: { summary: 'Network packets, at a rate as `packets/s`.' },
  cycle: {
    summary: 'One round of checks; `set daemon` says how many seconds lie between two.',
    anchor: 'DAEMON-MODE',
  },
}

/** Comparisons. Each stands between blanks; without one, `equal` is meant. */
export const operatorDocs: MonitDocs = {
  '>': { summary: 'Matches what is greater than the value that follows; of ages, what is older.' },
  '<': { summary: 'Matches what is less than the value that follows; of ages, what is newer.' },
  '>=': { summary: 'Matches what is greater than the value that follows, or equal to it.' },
  '<=': { summary: 'Matches what is less than the value that follows, or equal to it.' },
  '==': {
    summary:
      'Matches what is equal to the value that follows; for text, what fits the expression. It may be left out between numbers.',
  },
  '!=': {
    summary: 'Matches what differs from the value that follows; for text, what doesn’t fit the expression.',
  },
  '=~': {
    summary: 'Matches a security attribute that fits the regular expression.',
    since: '6.0',
    anchor: 'SECURITY-ATTRIBUTE-TEST',
  },
  '!=~': {
    summary: 'Matches a security attribute that doesn’t fit the regular expression.',
    since: '6.0',
    anchor: 'SECURITY-ATTRIBUTE-TEST',
  },
}

/** How often a condition must hold before its action. */
export const rateDocs: MonitDocs = {
  'n cycles': {
    summary: 'The condition must hold in so many cycles in a row, such as `for 3 cycles`.',
    default: '1',
    accepts: 'a number from 1 to 64',
    anchor: 'FAULT-TOLERANCE',
  },
  'n times within m cycles': {
    summary:
      'The condition must hold in N of the last M cycles, not needed in a row: it also finds what fails now and then.',
    accepts: 'two numbers up to 64, the first not above the second',
    anchor: 'FAULT-TOLERANCE',
  },
  restarts: {
    summary: 'Counts how often monit restarted the service within so many cycles.',
    anchor: 'SERVICE-RESTART-LIMIT',
  },
}
