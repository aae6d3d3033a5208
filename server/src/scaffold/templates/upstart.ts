import type { Answers, Manager, NextStep, Rendering, Sources, Template } from '../template.ts'
import { convertJob } from '../upstart/convert.ts'
import { parseJob } from '../upstart/parse-job.ts'
import { instanceOf, unitInstanceInput } from './instance-inputs.ts'
import { nameInput } from './service-inputs.ts'
import { managerSteps, unitPath } from './service-text.ts'

/** A service from a job of Upstart's. */
export const upstart: Template = {
  id: 'upstart',
  title: 'Convert Upstart job to systemd unit',
  summary: 'a service that does what an Upstart job did, with a comment wherever somebody has to decide',
  manager: instanceOf,
  inputs: [
    {
      kind: 'text',
      name: 'job',
      title: 'Upstart job',
      prompt: "the path of the job's file, from the project's folder or from /",
      propose: ({ upstartJobs }) => upstartJobs[0],
      validate: (value) =>
        value.trim() !== '' && !/(?:^|\/)\.{0,2}$/.test(value)
          ? undefined
          : `'${value}' is no path of a file; accepted: one such as config/upstart/web.conf`,
    },
    { ...unitInstanceInput, propose: () => 'system' },
    { ...nameInput('upstart'), propose: (_facts, { job = '' }) => nameOf(job) },
  ],
  pointedFile: { endings: ['.conf', '.upstart'], answers: (path) => ({ job: path }) },
  unfit: () => undefined,
  sources: ({ job = '' }) => [job],
  misfit: (sources) => {
    for (const [path, text] of Object.entries(sources)) {
      if (parseJob(text).understood === 0) {
        return `'${path}' is no Upstart job: it has none of the lines that one is made of, such as 'exec' or 'start on'`
      }
    }
    return undefined
  },
  render: renderJob,
}

/** The name of a job is that of its file. */
function nameOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1)
  return file
    .replace(/(?:\.(?:conf|upstart|override|erb|j2))+$/, '')
    .replace(/[^A-Za-z0-9:_.-]+/g, '-')
    .replace(/^[.:-]+|-+$/g, '')
}

function renderJob(answers: Answers, sources: Sources = {}): Rendering {
  const { job = '', name = '' } = answers
  const manager = instanceOf(answers)
  const { text, isTemplate, isEnabled, decisions } = convertJob(
    parseJob(sources[job] ?? ''),
    manager,
    name,
    job,
  )
  const unit = `${name}${isTemplate ? '@' : ''}.service`
  const path = unitPath(manager, unit)
  return {
    files: [{ path, text, isUnit: true }],
    nextSteps: [
      ...(decisions > 0 ? [{ why: 'somebody has to decide there', command: `grep -n DECIDE ${path}` }] : []),
      ...startSteps(manager, unit, { isTemplate, isEnabled, text }),
    ],
  }
}

function startSteps(
  manager: Manager,
  unit: string,
  { isTemplate, isEnabled, text }: { isTemplate: boolean; isEnabled: boolean; text: string },
): readonly NextStep[] {
  const startsAtBoot = /^WantedBy=.*\b(?:multi-user|default)\.target\b/m.test(text)
  const outcome = startsAtBoot ? {} : { outcome: 'it runs now, and whenever what WantedBy= names is started' }
  return managerSteps(manager, [unit], outcome).map((step) => {
    if (!/ enable --now /.test(step.command)) return step
    const shown = isTemplate ? unit.replace('@', '@INSTANCE') : unit
    return isEnabled
      ? { ...step, command: step.command.replace(unit, shown) }
      : {
          why: 'the job started by hand only, and so does the service',
          command: step.command.replace(' enable --now ', ' start ').replace(unit, shown),
        }
  })
}
