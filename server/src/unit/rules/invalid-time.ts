import { unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidTime = unitRule({
  id: 'invalid-time',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a value that is no time span or calendar expression where one is needed',
    why: 'systemd logs that it failed to parse the value and ignores the line, so a timeout keeps its default and a timer does not elapse. A time span is made of numbers with units, such as `5min 20s`; a bare number is seconds. A calendar expression such as `Mon..Fri 03:00` is not written as in cron: repetitions need a value to start from, as in `*:0/15`.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nTimeoutStopSec=5 mins\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nTimeoutStartSec=-1\n' },
      { file: 'report.timer', text: '[Timer]\nOnCalendar=0 3 * * *\n' },
    ],
    good: [
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nTimeoutStopSec=5 min\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\nTimeoutStartSec=infinity\n' },
      { file: 'report.timer', text: '[Timer]\nOnCalendar=*-*-* 03:00:00\n' },
    ],
    refs: ['systemd.time(7)'],
  },
  on: { faulty: reportValues('invalid-time') },
})
