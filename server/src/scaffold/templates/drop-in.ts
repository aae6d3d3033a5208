import type { Answers, Manager, NextStep, Rendering, Template } from '../template.ts'
import { unitText } from '../unit-text.ts'
import { existingUnit, withoutEnding } from '../validate.ts'
import { changeChoices, changeInputs, changeOf } from './drop-in-changes.ts'
import { instanceOf, unitInstanceInput } from './instance-inputs.ts'
import { unitPath } from './service-text.ts'

/** A drop-in, which changes something about a unit that is there already. */
export const dropIn: Template = {
  id: 'drop-in',
  title: 'Generate drop-in for a unit',
  summary: 'changes a setting of a unit, and leaves its own file as it is',
  manager: instanceOf,
  inputs: [
    {
      kind: 'text',
      name: 'unit',
      title: 'Unit',
      prompt: 'the name of the unit, such as nginx, nginx.socket or worker@2',
      propose: ({ services }) => services[0]?.name,
      // Of templates and their instances as well: `worker@` and `worker@2`.
      validate: existingUnit(
        /^[A-Za-z0-9_][A-Za-z0-9:_.@-]{0,199}$/,
        ['service', 'socket', 'timer'],
        'web, worker@ or worker@2',
      ),
    },
    unitInstanceInput,
    {
      kind: 'choice',
      name: 'change',
      title: 'Change',
      prompt: 'what of it is changed',
      choices: changeChoices,
      propose: (_facts, { unit = '' }) => changeFor[typeOf(unit) ?? 'service'],
      misfit(change, { unit = '' }) {
        const type = typeOf(unit)
        // A service's name stands for what goes with it.
        if (type === undefined || type === 'service' || changeOf({ change }).type === type) return undefined
        return `'${change}' does not go with '${unit}'; accepted: ${changeFor[type]}`
      },
    },
    ...changeInputs,
    {
      kind: 'text',
      name: 'file',
      title: 'Name of the drop-in',
      prompt:
        'the name of the file, without .conf; systemctl edit calls its own override, and a later name wins',
      propose: () => 'override',
      validate: (value) =>
        /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/.test(value) && !value.endsWith('.conf')
          ? undefined
          : `'${value}' is no name for a drop-in; accepted: letters, digits and - _ . without .conf`,
    },
  ],
  pointedFile: {
    endings: ['.service', '.socket', '.timer'],
    answers: (path) => {
      const [, unit = '', type = ''] = /([^/]+)\.([a-z]+)$/.exec(path) ?? []
      const instance = path.includes('systemd/user/') ? 'user' : 'system'
      return { unit: type === 'service' ? unit : `${unit}.${type}`, instance }
    },
  },
  unfit: () => undefined,
  render: renderDropIn,
}

/** What is most likely changed of a type of units; of sockets and timers it is all there is. */
const changeFor = { service: 'restart', socket: 'listen', timer: 'schedule' } as const

/** The type of a unit, by its ending; undefined for a name without one. */
function typeOf(unit: string): keyof typeof changeFor | undefined {
  return /\.(service|socket|timer)$/.exec(unit)?.[1] as keyof typeof changeFor | undefined
}

function renderDropIn(answers: Answers): Rendering {
  const manager = instanceOf(answers)
  const { type, sections, comments } = changeOf(answers)
  const text = unitText(...sections)
  const unit = `${withoutEnding(answers.unit ?? '')}.${type}`
  const place = `${unit}.d/${answers.file}.conf`
  const path = unitPath(manager, place)
  return {
    files: [{ path, text: comments === '' ? text : `${comments}\n${text}`, isUnit: true }],
    nextSteps: steps(manager, unit, place, path),
  }
}

function steps(manager: Manager, unit: string, place: string, path: string): readonly NextStep[] {
  const [run, folder] =
    manager === 'system' ? ['sudo ', '/etc/systemd/system'] : ['', '~/.config/systemd/user']
  const systemctl = manager === 'system' ? 'sudo systemctl' : 'systemctl --user'
  const show = manager === 'system' ? 'systemctl' : 'systemctl --user'
  return [
    {
      why: 'systemd looks for drop-ins beside the units in its own folders',
      command: `${run}install -D -m 644 ${path} ${folder}/${place}`,
      isInstall: true,
    },
    { why: 'systemd reads drop-ins anew only when told', command: `${systemctl} daemon-reload` },
    { why: 'this shows the unit with all that changes it', command: `${show} cat ${unit}` },
    ...restartSteps(systemctl, unit),
  ]
}

/** A unit that does not run stays as it is: it is changed when it starts. */
function restartSteps(systemctl: string, unit: string): readonly NextStep[] {
  const why = 'what runs already goes on as before until it is restarted'
  // A template does not run itself, its instances do.
  if (unit.includes('@.')) return [{ why, command: `${systemctl} try-restart '${unit.replace('@', '@*')}'` }]
  if (!unit.endsWith('.socket')) return [{ why, command: `${systemctl} try-restart ${unit}` }]
  // A socket can't be opened anew while its service has it.
  const service = unit.replace(/socket$/, 'service')
  return [{ why, command: `${systemctl} stop ${service} && ${systemctl} try-restart ${unit}` }]
}
