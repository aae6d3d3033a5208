import type { Answers } from '../template.ts'
import { seconds } from '../validate.ts'
import type { Change } from './drop-in-change.ts'

/** After which ends a service is started again. */
export const restart: Change = {
  value: 'restart',
  label: 'When it is restarted',
  detail: 'after which ends, how soon, and how often before systemd gives up',
  type: 'service',
  inputs: [
    {
      kind: 'choice',
      name: 'restart',
      title: 'Restart',
      prompt: 'after which ends systemd starts it again',
      choices: [
        {
          value: 'on-failure',
          label: 'After failures',
          detail: 'not where it ended by itself, without an error',
        },
        { value: 'always', label: 'Always', detail: 'unless it was stopped by systemctl' },
        { value: 'no', label: 'Never' },
      ],
      propose: () => 'on-failure',
    },
    {
      kind: 'text',
      name: 'delay',
      title: 'Delay',
      prompt: 'after how many seconds it is started again',
      wanted: restarts,
      propose: () => '5',
      validate: seconds,
    },
    {
      kind: 'text',
      name: 'burst',
      title: 'Attempts',
      prompt: 'how many starts are too many within the time that follows',
      wanted: restarts,
      propose: () => '5',
      validate: (value) =>
        /^[1-9]\d{0,3}$/.test(value) ? undefined : `'${value}' is no number of starts; accepted: 1 to 9999`,
    },
    {
      kind: 'text',
      name: 'interval',
      title: 'Time for the attempts',
      prompt: 'within how many seconds so many starts are too many',
      wanted: restarts,
      propose: (_facts, { delay, burst }) => String(2 * Number(delay) * Number(burst)),
      validate: (value, { delay, burst, ...answers }) => {
        const least = Number(delay) * Number(burst)
        // systemd would count on for ever, one start after the other.
        if (Number(value) <= least)
          return `${burst} starts, ${delay} seconds apart, do not fit into '${value}' seconds; accepted: more than ${least}`
        return seconds(value, answers)
      },
    },
  ],
  sections: ({ restart = '', delay = '', burst = '', interval = '' }) =>
    restart === 'no'
      ? [['Service', [['Restart', 'no']]]]
      : [
          [
            'Unit',
            [
              ['StartLimitIntervalSec', interval],
              ['StartLimitBurst', burst],
            ],
          ],
          [
            'Service',
            [
              ['Restart', restart],
              ['RestartSec', delay],
            ],
          ],
        ],
}

function restarts({ restart }: Answers): boolean {
  return restart !== 'no'
}

/** How long a service may take. */
export const timeout: Change = {
  value: 'timeout',
  label: 'How long it may take to start and stop',
  detail: 'before systemd calls it failed, or kills it',
  type: 'service',
  inputs: [
    {
      kind: 'text',
      name: 'start-timeout',
      title: 'Time to start',
      prompt: 'for how many seconds systemd waits until it is ready',
      propose: () => '90',
      validate: seconds,
    },
    {
      kind: 'text',
      name: 'stop-timeout',
      title: 'Time to stop',
      prompt: 'for how many seconds systemd waits before it kills it',
      propose: () => '90',
      validate: seconds,
    },
  ],
  sections: ({ 'start-timeout': start = '', 'stop-timeout': stop = '' }) => [
    [
      'Service',
      [
        ['TimeoutStartSec', start],
        ['TimeoutStopSec', stop],
      ],
    ],
  ],
}
