import type { Assignment } from '../unit-text.ts'
import type { Condition, UpstartJob } from './job.ts'
import { eventsOf } from './parse-condition.ts'

/** What `start on` and `stop on` come to. */
export interface Ordering {
  /** For the section [Unit]. */
  readonly unit: readonly Assignment[]
  /** What the section [Install] wants it by; none where nothing starts it. */
  readonly wantedBy: readonly string[]
  /** For the section [Install]. */
  readonly comments: readonly string[]
  /** For the section [Unit], as are the decisions. */
  readonly remarks: readonly string[]
  readonly decisions: readonly string[]
}

type Event = Condition & { kind: 'event' }

/** The lines as they gather. */
interface Draft {
  readonly unit: Assignment[]
  readonly wantedBy: string[]
  readonly comments: string[]
  readonly remarks: string[]
  readonly decisions: string[]
}

/** Events of the boot, after which a target comes. */
const bootEvents: ReadonlyMap<string, string | undefined> = new Map([
  ['startup', undefined],
  ['filesystem', undefined],
  ['local-filesystems', undefined],
  ['virtual-filesystems', undefined],
  ['all-swaps', undefined],
  ['dev-mounted', undefined],
  ['remote-filesystems', 'remote-fs.target'],
  ['net-device-up', 'network.target'],
  ['net-device-added', 'network.target'],
  ['static-network-up', 'network.target'],
])

/** Jobs of Upstart's that systemd has something else for. */
const jobTargets: ReadonlyMap<string, string | undefined> = new Map([
  ['networking', 'network.target'],
  ['network', 'network.target'],
  ['network-manager', 'network.target'],
  ['network-interface', 'network.target'],
  ['network-services', 'network.target'],
  ['mountall', undefined],
  ['udev', undefined],
  ['udevtrigger', undefined],
  ['rc', undefined],
  ['rc-sysinit', undefined],
  ['sysinit', undefined],
])

/** Events of a shutdown, at which systemd stops everything anyway. */
const shutdownEvents =
  /^(?:shutdown|deconfiguring-networking|unmounted-remote-filesystems|net-device-down|net-device-removed|halt|poweroff|reboot)$/

/**
 * Converts what starts and stops a job.
 * @param name the name of the unit, without its ending
 */
export function orderingOf(job: UpstartJob, manager: 'system' | 'user', name: string): Ordering {
  const draft: Draft = { unit: [], wantedBy: [], comments: [], remarks: [], decisions: [] }
  const { startOn, stopOn } = job
  if (job.isManual) {
    draft.comments.push("'manual': nothing starts it by itself, so there is no [Install] section")
  } else if (!startOn) {
    draft.comments.push(
      "The job has no 'start on': nothing starts it by itself, so there is no [Install] section",
    )
  } else startAt(draft, startOn, manager, job)
  for (const event of eventsOf(stopOn)) stopAt(draft, event, manager)
  const unit = gathered(draft.unit.filter(([, unitName]) => unitName !== `${name}.service`))
  return { ...draft, unit, wantedBy: [...new Set(draft.wantedBy)] }
}

/** Several units of one directive in one line each. */
function gathered(lines: readonly Assignment[]): readonly Assignment[] {
  const byKey = new Map<string, Set<string>>()
  for (const [key, value] of lines) byKey.set(key, (byKey.get(key) ?? new Set()).add(value))
  return [...byKey].map(([key, values]) => [key, [...values].join(' ')])
}

function startAt(draft: Draft, condition: Condition, manager: 'system' | 'user', job: UpstartJob): void {
  const target = manager === 'user' ? 'default.target' : 'multi-user.target'
  const events = eventsOf(condition)
  const isAlternative = hasOr(condition)
  const isAtBoot = events.some((event) => isBoot(event))
  for (const event of events) {
    if (isBoot(event)) {
      draft.wantedBy.push(target)
      const after =
        event.name === 'started' || event.name === 'stopped'
          ? jobTargets.get(jobOf(event) ?? '')
          : bootEvents.get(event.name)
      if (after !== undefined) addAfter(draft, after, manager, event)
      continue
    }
    const other = jobOf(event)
    if (event.name === 'runlevel' && manager === 'system' && isSingleUser(event)) {
      draft.wantedBy.push('rescue.target')
    } else if (event.name === 'runlevel') {
      draft.decisions.push(
        `the job starts at '${shown(event)}', which is when the machine goes down; systemd runs ExecStop= of a service then`,
      )
    } else if (other !== undefined && isUnitName(other)) {
      afterJob(draft, event.name, other, { isAlternative, isAtBoot, job, manager })
    } else {
      draft.wantedBy.push(target)
      draft.decisions.push(
        `nothing of systemd's is the event '${shown(event)}'; it starts at boot now. Say what it must come after with After=`,
      )
    }
  }
}

interface Dependency {
  /** Whether another event may start the job as well. */
  readonly isAlternative: boolean
  /** Whether the boot is waited for anyway. */
  readonly isAtBoot: boolean
  readonly job: UpstartJob
  readonly manager: 'system' | 'user'
}

function afterJob(
  draft: Draft,
  when: string,
  other: string,
  { isAlternative, isAtBoot, job, manager }: Dependency,
): void {
  const unit = `${other}.service`
  if (when === 'starting') draft.unit.push(['Before', unit])
  else draft.unit.push(['After', unit])
  if (when === 'stopping' || when === 'stopped') {
    draft.wantedBy.push(unit)
    draft.decisions.push(
      `the job starts when '${other}' has ended; systemd starts it with ${unit}, after it. OnSuccess= or OnFailure= in ${unit} come nearer where ${other} is no task`,
    )
    return
  }
  const stopsWith = eventsOf(job.stopOn).some((event) => isEnd(event) && jobOf(event) === other)
  if (manager === 'user') {
    draft.decisions.push(
      `the manager of a user knows services of its own only; where '${other}' is one of the machine's, leave ${unit} out`,
    )
  }
  if (when === 'started' && !isAlternative && manager === 'system') {
    draft.unit.push(['Requires', unit])
    if (!stopsWith) {
      draft.decisions.push(
        `Requires= stops it whenever ${unit} is stopped or restarted, which Upstart did not; Wants= in its place does not`,
      )
    }
  } else if (when === 'started') draft.unit.push(['Wants', unit])
  // Where nothing else starts it, it starts together with the other.
  if (!isAtBoot) draft.wantedBy.push(manager === 'user' && when === 'started' ? 'default.target' : unit)
}

function stopAt(draft: Draft, event: Event, manager: 'system' | 'user'): void {
  if (event.name === 'runlevel' || shutdownEvents.test(event.name)) return
  const other = jobOf(event)
  if (other !== undefined && jobTargets.has(other)) return
  if (other === undefined || !isUnitName(other)) {
    draft.decisions.push(`nothing of systemd's is the event '${shown(event)}', which stopped the job`)
    return
  }
  const unit = `${other}.service`
  if (isEnd(event)) {
    const requires = draft.unit.some(([key, value]) => key === 'Requires' && value === unit)
    const isOrdered = draft.unit.some(([key, value]) => key === 'Before' && value === unit)
    if (!isOrdered) draft.unit.push(['After', unit])
    if (!requires) draft.unit.push(['PartOf', unit])
    return
  }
  draft.unit.push(['Conflicts', unit])
  if (manager === 'user') return
  draft.remarks.push(`'stop on ${event.name} ${other}': the two can't run together, which Conflicts= says`)
}

function addAfter(draft: Draft, target: string, manager: 'system' | 'user', event: Event): void {
  if (manager === 'user') {
    draft.remarks.push(
      `'${shown(event)}': the manager of a user has no ${target}, and starts long after the boot as a rule`,
    )
    return
  }
  draft.unit.push(['After', target])
  const isCertain = event.args.some(
    ({ key, value, negated }) => key === 'IFACE' && !negated && value !== 'lo',
  )
  if (isCertain || event.name === 'static-network-up') {
    draft.decisions.push(
      `'${shown(event)}' waited for an address; where the service needs one at its start, write After=network-online.target and Wants=network-online.target`,
    )
  }
}

function isBoot(event: Event): boolean {
  if (event.name === 'runlevel') return runsAtBoot(event)
  const job = jobOf(event)
  if (event.name === 'started' || event.name === 'stopped') {
    return job !== undefined && jobTargets.has(job)
  }
  return bootEvents.has(event.name)
}

/** Whether a runlevel is one of a machine that is up: 2 to 5, or 1 and S, which come before. */
function runsAtBoot({ args }: Event): boolean {
  const level = args.find(({ key }) => key === undefined || key === 'RUNLEVEL')
  if (!level) return true
  const [, not, listed] = /^\[([!^]?)([^\]]*)\]?$/.exec(level.value) ?? ['', '', level.value]
  const levels = [...'2345'].filter((each) => inRange(listed ?? '', each) !== (not !== ''))
  return levels.length > 0 !== level.negated
}

/** Whether the runlevel is the one of a machine that is mended, with one user and little else. */
function isSingleUser({ args }: Event): boolean {
  const level = args.find(({ key }) => key === undefined || key === 'RUNLEVEL')
  return !level?.negated && /^\[?[1Ss]+\]?$/.test(level?.value ?? '')
}

function inRange(listed: string, level: string): boolean {
  const range = /(\d)-(\d)/.exec(listed)
  return listed.includes(level) || (range !== null && range[1]! <= level && level <= range[2]!)
}

function isEnd({ name }: Event): boolean {
  return name === 'stopping' || name === 'stopped'
}

/** The job that an event of a job's is about. */
function jobOf({ name, args }: Event): string | undefined {
  if (!/^(?:starting|started|stopping|stopped)$/.test(name)) return undefined
  return args.find(({ key, negated }) => !negated && (key === undefined || key === 'JOB'))?.value
}

function isUnitName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9:_.-]{0,199}$/.test(name)
}

function hasOr(condition: Condition): boolean {
  const rest: Condition[] = [condition]
  for (let part = rest.pop(); part; part = rest.pop()) {
    if (part.kind === 'event') continue
    if (part.kind === 'or') return true
    rest.push(part.left, part.right)
  }
  return false
}

function shown({ name, args }: Event): string {
  return [
    name,
    ...args.map(
      ({ key, value, negated }) => `${key === undefined ? '' : `${key}${negated ? '!' : ''}=`}${value}`,
    ),
  ].join(' ')
}
