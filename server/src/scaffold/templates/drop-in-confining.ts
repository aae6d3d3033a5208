import { listedPathValue } from '../quote.ts'
import type { Answers, TextInput } from '../template.ts'
import type { SectionText } from '../unit-text.ts'
import { optional, optionalMegabytes, pathOf } from '../validate.ts'
import type { Change } from './drop-in-change.ts'
import { instanceOf } from './instance-inputs.ts'

/** How much of the machine a service may take. */
export const limits: Change = {
  value: 'limits',
  label: 'Memory, CPU and tasks',
  detail: 'how much of the machine it may take',
  type: 'service',
  inputs: [
    {
      kind: 'text',
      name: 'memory',
      title: 'Memory',
      prompt: 'how many MB it may have before the kernel ends it; nothing for no limit',
      propose: () => '1000',
      validate: optionalMegabytes,
    },
    {
      kind: 'text',
      name: 'cpu',
      title: 'CPU',
      prompt: 'how much of a processor it may use, in percent; 200 are two of them; nothing for no limit',
      propose: () => '',
      validate: optionalNumber('amount of a processor', 'a number of percent such as 50'),
    },
    {
      kind: 'text',
      name: 'tasks',
      title: 'Tasks',
      prompt: 'how many processes and threads it may have at a time; nothing for no limit of its own',
      propose: () => '',
      validate: (value, answers) =>
        value === '' && answers.memory === '' && answers.cpu === ''
          ? 'there is no limit; accepted: one of memory, CPU or tasks, or several'
          : optionalNumber('number of processes', 'one such as 200')(value, answers),
    },
  ],
  sections: ({ memory = '', cpu = '', tasks = '' }) => [
    [
      'Service',
      [
        ...(memory === '' ? [] : [['MemoryMax', `${memory}M`] as const]),
        ...(cpu === '' ? [] : [['CPUQuota', `${cpu}%`] as const]),
        ...(tasks === '' ? [] : [['TasksMax', tasks] as const]),
      ],
    ],
  ],
}

/** What a service is kept from. */
export const hardening: Change = {
  value: 'hardening',
  label: 'What it is kept from',
  detail: 'new privileges, and what of the machine a web app has no use for',
  type: 'service',
  inputs: [
    {
      kind: 'text',
      name: 'writable',
      title: 'Folder to write to',
      prompt:
        'the folder, with all below it, that it may still write to; all others are read-only to it, those of its logs too; nothing for none',
      // A user's own systemd can't change what its services see of the disk without more ado.
      wanted: (answers) => instanceOf(answers) === 'system',
      propose: ({ app }) => (app.deployTo ? `${app.deployTo}/shared` : app.folder),
      validate: optional(pathOf('system')),
    },
  ],
  sections: (answers) => [
    [
      'Service',
      [
        // Above all it ends sudo and its like, which ask for new ones.
        ['NoNewPrivileges', 'yes'],
        ['RestrictSUIDSGID', 'yes'],
        ['RestrictRealtime', 'yes'],
        ['RestrictNamespaces', 'yes'],
        ['LockPersonality', 'yes'],
        ['SystemCallArchitectures', 'native'],
        ...(instanceOf(answers) === 'system' ? sealedDisk(answers) : []),
      ],
    ],
  ],
}

function sealedDisk({ writable = '' }: Answers): SectionText[1] {
  return [
    ['ProtectSystem', 'strict'],
    ...(writable === '' ? [] : [['ReadWritePaths', listedPathValue(writable)] as const]),
    ['PrivateTmp', 'yes'],
    ['PrivateDevices', 'yes'],
    ['ProtectKernelTunables', 'yes'],
    ['ProtectKernelModules', 'yes'],
    ['ProtectKernelLogs', 'yes'],
    ['ProtectControlGroups', 'yes'],
    ['ProtectClock', 'yes'],
    ['ProtectHostname', 'yes'],
  ]
}

function optionalNumber(what: string, accepted: string): TextInput['validate'] {
  return (value) =>
    value === '' || /^[1-9]\d{0,5}$/.test(value)
      ? undefined
      : `'${value}' is no ${what}; accepted: ${accepted}, or nothing for no limit`
}
