import type { Severity } from '../../base/diagnostic.ts'
import { userNamespaceImpliedSince } from '../data/directives.ts'
import { removeLine } from '../edit/list-item.ts'
import type { Known } from '../known.ts'
import { readBoolean } from '../values/boolean.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** What a user manager, which has no rights beyond those of its user, makes of a directive. */
interface Limit {
  /** The status with which the service ends; none where it runs on without. */
  readonly status?: string
  readonly applies: (value: string) => boolean
  /** The versions in which it is so. */
  readonly since?: number
  readonly before?: number
  /** A user namespace gives the right. */
  readonly namespaceHelps?: true
  /** Another directive without which it is not so, or with which it may be fine. */
  readonly unless?: string
  readonly severity?: Severity
  readonly reason?: string
}

const isOn = (value: string) => readBoolean(value) === true
const isSet = (value: string) => value !== ''
const always = () => true
const isNegative = (value: string) => /^-\d+$/.test(value)
const isTerminal = (value: string) => /^tty(?:-force|-fail)?$/.test(value)

/** Sandboxing that gets the rights it needs where `PrivateUsers=` is implied. */
const sandbox = (status: string, applies: Limit['applies']): Limit => ({
  status,
  applies,
  before: userNamespaceImpliedSince,
  namespaceHelps: true,
})
const capabilities: Limit = { status: '218/CAPABILITIES', applies: isSet, namespaceHelps: true }
const runsOn: Limit = {
  applies: isNegative,
  severity: 'information',
  reason: 'a user manager may seldom go below zero here; the service runs without',
}

/** Measured with 252, 257 and 262 by starting units in a user manager of an ordinary user. */
const limits: ReadonlyMap<string, Limit> = new Map<string, Limit>([
  ['AmbientCapabilities', capabilities],
  ['CapabilityBoundingSet', { ...capabilities, applies: always }],
  ['SecureBits', { ...capabilities, status: '213/SECUREBITS' }],
  ['PrivateDevices', sandbox('218/CAPABILITIES', isOn)],
  ['ProtectKernelModules', sandbox('218/CAPABILITIES', isOn)],
  ['ProtectKernelLogs', sandbox('218/CAPABILITIES', isOn)],
  ['ProtectClock', sandbox('218/CAPABILITIES', isOn)],
  ['TemporaryFileSystem', sandbox('226/NAMESPACE', isSet)],
  ['BindPaths', sandbox('226/NAMESPACE', (value) => value.includes(':'))],
  ['BindReadOnlyPaths', sandbox('226/NAMESPACE', (value) => value.includes(':'))],
  ['RootDirectory', sandbox('210/CHROOT', isSet)],
  ['PrivatePIDs', { status: '226/NAMESPACE', applies: isOn }],
  ['LogNamespace', { status: '226/NAMESPACE', applies: isSet }],
  ['PAMName', { status: '216/GROUP', applies: isSet, since: 257 }],
  ['IOSchedulingClass', { status: '211/IOPRIO', applies: (value) => value === 'realtime' || value === '1' }],
  [
    'CPUSchedulingPolicy',
    {
      status: '214/SETSCHEDULER',
      applies: (value) => value === 'fifo' || value === 'rr',
      severity: 'warning',
      reason: 'the user needs a LimitRTPRIO= for this',
    },
  ],
  ['StandardInput', { status: '208/STDIN', applies: isTerminal, unless: 'TTYPath' }],
  ['StandardOutput', { status: '209/STDOUT', applies: (value) => value === 'tty', unless: 'TTYPath' }],
  ['StandardError', { status: '222/STDERR', applies: (value) => value === 'tty', unless: 'TTYPath' }],
  ['Nice', runsOn],
  ['OOMScoreAdjust', runsOn],
])

/** Since 254 each of these brings a user namespace with it. */
const namespaced: readonly string[] = [
  'PrivateUsers',
  ...['PrivateTmp', 'PrivateDevices', 'PrivateNetwork', 'PrivateIPC', 'PrivateMounts', 'MountAPIVFS'],
  ...['NetworkNamespacePath', 'IPCNamespacePath', 'BindPaths', 'BindReadOnlyPaths', 'TemporaryFileSystem'],
  ...['RootDirectory', 'ExtensionDirectories', 'ProtectSystem', 'ProtectHome', 'ProtectKernelTunables'],
  ...['ProtectKernelModules', 'ProtectKernelLogs', 'ProtectControlGroups', 'ProtectClock', 'ProtectHostname'],
  ...['ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'ExecPaths', 'NoExecPaths'],
]

export const systemOnlyDirectiveInUserUnit = unitRule({
  id: 'system-only-directive-in-user-unit',
  kind: 'trap',
  severity: 'error',
  wants: ({ name }) => limits.has(name) || name === 'DynamicUser',
  docs: {
    summary: 'a directive that needs rights which a user manager does not have',
    why: 'A user manager (`systemctl --user`) has the rights of its user and no more. systemd reads capabilities, real-time scheduling, dynamic users and the like there all the same; the service then ends before its program starts, with a status such as `218/CAPABILITIES`. Since systemd 254 most sandboxing works in user units.',
    bad: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nExecStart=/srv/web/run\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n',
      },
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        text: '[Service]\nExecStart=/srv/web/run\nDynamicUser=yes\n',
      },
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        version: 252,
        text: '[Service]\nExecStart=/srv/web/run\nPrivateDevices=yes\n',
      },
    ],
    good: [
      {
        file: '/home/deploy/.config/systemd/user/web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nPrivateDevices=yes\n',
      },
      {
        file: '/etc/systemd/system/web.service',
        text: '[Service]\nExecStart=/srv/web/run\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n',
      },
    ],
    refs: [man('systemd.exec', 'AmbientCapabilities='), man('systemd.exec', 'PrivateUsers=')],
  },
  on: {
    known(ctx, known) {
      const { name } = known.directive
      if (ctx.target.manager !== 'user') return
      if (!counts(ctx, known)) return
      const value = ctx.value(known.assignment).text
      const found = name === 'DynamicUser' ? dynamicUser(ctx, value) : limited(ctx, known, value)
      if (!found) return
      const { assignment } = known
      ctx.report(assignment.keySpan, found.message, {
        severity: found.severity,
        fixes: [{ title: `Remove ${name}=`, safe: false, edits: [removeLine(assignment)] }],
      })
    },
  },
})

interface Found {
  readonly severity: Severity
  readonly message: string
}

function dynamicUser({ target }: UnitContext, value: string): Found | undefined {
  if (!isOn(value)) return undefined
  const effect = target.version >= 257 ? 'refuses the unit' : 'lets the service end with status 217/USER'
  return { severity: 'error', message: `a user manager can't make users; with 'DynamicUser=' it ${effect}` }
}

function limited(ctx: UnitContext, { directive }: Known, value: string): Found | undefined {
  const { effective, target } = ctx
  const { section, name } = directive
  const limit = limits.get(name)!
  const { since = 0, before = Number.POSITIVE_INFINITY, unless } = limit
  if (target.version < since || target.version >= before || !limit.applies(value)) return undefined
  if (limit.namespaceHelps && (!effective.complete || hasNamespace(ctx, section))) return undefined
  if (unless && (!effective.complete || effective.has(section, unless))) return undefined
  const { severity = 'error', status, reason = 'a user manager lacks the rights for this' } = limit
  const ending = status ? `; with '${name}=${value}' the service ends with status ${status}` : ''
  return { severity, message: `${reason}${ending || ` '${name}=${value}'`}` }
}

function hasNamespace({ effective, target }: UnitContext, section: string): boolean {
  const names = target.version >= userNamespaceImpliedSince ? namespaced : ['PrivateUsers']
  return names.some(
    (name) => effective.has(section, name) && readBoolean(effective.text(section, name) ?? '') !== false,
  )
}

/** Lists add up, and an empty assignment to one may be the very thing that fails. */
const lists: ReadonlySet<string> = new Set([
  ...['AmbientCapabilities', 'CapabilityBoundingSet', 'SecureBits'],
  ...['TemporaryFileSystem', 'BindPaths', 'BindReadOnlyPaths'],
])

function counts({ effective }: UnitContext, { assignment, directive }: Known): boolean {
  const { section, name } = directive
  if (!lists.has(name)) return effective.last(section, name)?.assignment === assignment
  if (assignment.valueSpan.start === assignment.valueSpan.end) return effective.complete
  return effective.all(section, name).some((each) => each.assignment === assignment)
}
