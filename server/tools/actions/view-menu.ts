import type { ActionId } from '../../src/actions/action.ts'
import { commandOfAction } from '../../src/actions/command.ts'

/** The view of services, whose tree says of each unit in words what can be done with it (`menuWords()`). */
export const viewId = 'unitwright.services'

/** The icons that actions have as buttons beside a unit. */
export const actionIcons: Readonly<Partial<Record<ActionId, string>>> = {
  start: '$(debug-start)',
  stop: '$(debug-stop)',
  restart: '$(debug-restart)',
  'show-logs': '$(output)',
  'daemon-reload': '$(sync)',
}

/** An entry of a menu. */
interface ViewItem {
  readonly command: string
  readonly when: string
  readonly group: string
}

/** For units with any of these words, and with all of those; on others it would fail, or do nothing. */
type Words = { readonly any?: readonly string[]; readonly all?: readonly string[]; readonly not?: string }

/** What stands beside a unit, from left to right. */
const inline: readonly (readonly [ActionId, Words])[] = [
  ['daemon-reload', { all: ['stale'] }],
  ['start', { any: ['stopped', 'failed'] }],
  ['restart', { any: ['running', 'busy'] }],
  ['stop', { any: ['running', 'busy'] }],
  ['show-logs', { all: ['installed'] }],
]

/** What its menu has, by group. */
const context: Readonly<Record<string, readonly (readonly [ActionId, Words])[]>> = {
  '1_run': [
    ['start', { any: ['stopped', 'failed', 'template'] }],
    ['stop', { any: ['running', 'busy', 'failed'] }],
    ['restart', { any: ['running', 'busy', 'failed'] }],
    ['reload-or-restart', { all: ['running'] }],
  ],
  '2_boot': [
    ['enable-and-start', { all: ['disabled'], any: ['stopped', 'failed'] }],
    ['enable', { any: ['disabled', 'template'] }],
    ['disable', { all: ['enabled'] }],
  ],
  '3_look': [
    ['status', { all: ['installed'] }],
    ['show-logs', { all: ['installed'] }],
    ['show-recent-logs', { all: ['installed'] }],
    ['show-effective', { all: ['installed'] }],
    ['show-properties', { all: ['installed'] }],
  ],
  '4_systemd': [
    ['reset-failed', { all: ['failed'] }],
    ['daemon-reload', { all: ['unit'] }],
  ],
  '5_file': [
    ['install', { all: ['file'] }],
    ['link', { all: ['file', 'absent'] }],
    ['remove', { all: ['file', 'installed'] }],
  ],
}

/**
 * The entries of actions in the menu of a unit in the view.
 * @param canRun the condition under which units can be run
 * @param runCommand the command that does everything from a file to a running unit
 */
export function viewMenu(canRun: string, runCommand: string): readonly ViewItem[] {
  const item = (command: string, words: Words, group: string): ViewItem => ({
    command,
    when: `${canRun} && view == ${viewId} && ${conditionOf(words)}`,
    group,
  })
  const ofFile: Words = { all: ['file', 'absent'], not: 'template' }
  return [
    item(runCommand, ofFile, 'inline@0'),
    ...inline.map(([id, words], index) => item(commandOfAction(id), words, `inline@${index + 1}`)),
    item(commandOfAction('daemon-reload'), { all: ['manager'] }, 'inline@1'),
    item(runCommand, { all: ['file'] }, '0_begin'),
    ...Object.entries(context).flatMap(([group, actions]) =>
      actions.map(([id, words], index) => item(commandOfAction(id), words, `${group}@${index + 1}`)),
    ),
  ]
}

function conditionOf({ any = [], all = [], not }: Words): string {
  return [
    ...(any.length > 0 ? [`viewItem =~ /\\b(?:${any.join('|')})\\b/`] : []),
    ...all.map((word) => `viewItem =~ /\\b${word}\\b/`),
    ...(not === undefined ? [] : [`!(viewItem =~ /\\b${not}\\b/)`]),
  ].join(' && ')
}
