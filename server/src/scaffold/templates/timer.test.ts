import { describe, expect, test } from 'vitest'
import { completeAnswers, managerOf } from '../answers.ts'
import type { Answers } from '../template.ts'
import { someFacts } from '../testing/combinations.ts'
import { timer } from './timer.ts'

const complete = (answers: Answers) => completeAnswers(timer, someFacts, { command: '/srv/job', ...answers })

function render(answers: Answers): readonly string[] {
  const completed = complete(answers)
  if (completed.kind === 'incomplete') throw new Error(JSON.stringify(completed.problems))
  return timer.render(completed.answers).files.map(({ text }) => text)
}

test('a timer and its service are made for whom it was asked', () => {
  const [times, service] = render({ instance: 'system', name: 'job' })
  expect(times).toBe(`[Unit]
Description=Timer for job of shop

[Timer]
OnCalendar=*-*-* 04:00:00
Persistent=yes

[Install]
WantedBy=timers.target
`)
  expect(service).toBe(`[Unit]
Description=job of shop

[Service]
Type=oneshot
User=deploy
WorkingDirectory=/home/deploy/shop
ExecStart=/srv/job
SyslogIdentifier=job
`)
  expect(managerOf(timer, { instance: 'system' })).toBe('system')
  expect(managerOf(timer, { instance: 'user' })).toBe('user')
})

test('an interval is counted from a first run', () => {
  expect(render({ when: 'interval', interval: '90min' })[0]).toContain(
    '[Timer]\nOnActiveSec=1min\nOnUnitActiveSec=90min\n',
  )
})

test('a shell that runs the command is told of', () => {
  expect(render({ command: 'a | b' })[1]).toMatch(/^# A shell starts this, .*\n\n\[Unit\]\n/)
})

describe('times that systemd would not take are told of', () => {
  test.each<[Answers, string]>([
    [
      { calendar: '' },
      "'' is no points in time; accepted: those such as daily, Mon..Fri 03:00 or *-*-01 04:00:00",
    ],
    [{ calendar: '0 4 * * *' }, "'0 4 * * *' is how cron writes it; write *-*-* 04:00:00"],
    [{ when: 'interval', interval: '0' }, "'0' is no interval; accepted: one such as 15min or 1h 30min"],
    [{ when: 'interval', interval: '%h' }, "'%h' is no interval; accepted: one such as 15min or 1h 30min"],
  ])('%j', (answers, message) =>
    expect(complete(answers)).toMatchObject({ kind: 'incomplete', problems: [{ message }] }),
  )

  test('and units of time that there are none of', () =>
    expect(complete({ when: 'interval', interval: '5 fortnights' })).toMatchObject({
      kind: 'incomplete',
      problems: [{ input: 'interval' }],
    }))
})
