// The stanzas of a job that have a directive of the section [Service] for them.
import { pathValue, plainValue } from '../quote.ts'
import type { JobSetting, UpstartJob } from './job.ts'
import { isAbove, limitLine } from './limits.ts'
import { signalName } from './signals.ts'
import { type DraftLine, decision } from './unit-draft.ts'

type Manager = 'system' | 'user'

/** Type=, and what goes with it. */
export function typeLines(job: UpstartJob, hasMain: boolean): readonly DraftLine[] {
  const expect = job.settings.expect
  if (!hasMain) {
    return [
      { comment: 'The job has no main process: it counts as started from its first commands on' },
      ['Type', 'oneshot'],
      ['RemainAfterExit', 'yes'],
    ]
  }
  if (job.isTask) {
    return [
      ...(expect === undefined ? [] : [{ comment: `'expect ${expect}' says nothing of a task` }]),
      ['Type', 'oneshot'],
    ]
  }
  switch (expect) {
    case 'fork':
    case 'daemon':
      return [
        decision(
          `'expect ${expect}': the program goes into the background by itself. systemd finds its process surely by a file: write PIDFile=PATH. Better let it stay in front, with Type=simple`,
        ),
        ['Type', 'forking'],
      ]
    case 'stop':
      return [
        decision(
          "'expect stop': the program stops itself with SIGSTOP to say that it is ready, and nothing here wakes it up again. Take the option away that makes it do so, and write Type=notify if it speaks to systemd",
        ),
        ['Type', 'simple'],
      ]
    case undefined:
    case 'none':
      return [['Type', 'simple']]
    default:
      return [decision(`nothing is known of 'expect ${expect}'`), ['Type', 'simple']]
  }
}

/** When it is started anew, and by which ends it has not failed. */
export function restartLines(job: UpstartJob, hasMain: boolean): readonly DraftLine[] {
  const statuses = job.normalExit.flatMap((each) => statusOf(each) ?? [])
  const unknown = job.normalExit.filter((each) => statusOf(each) === undefined)
  const lines: DraftLine[] = unknown.map((each) =>
    decision(`'${each}' in 'normal exit' is neither an exit status up to 255 nor a signal`),
  )
  const success: readonly DraftLine[] =
    statuses.length > 0 ? [['SuccessExitStatus', [...new Set(statuses)].join(' ')]] : []
  if (!job.respawns) return [...lines, ...success]
  // What ends is not started anew for that: systemd refuses it.
  if (job.isTask || !hasMain) return [...lines, ['Restart', 'on-failure'], ...success]
  if (statuses.length === 0) return [...lines, ['Restart', 'always']]
  if (!statuses.includes('0')) {
    return [
      ...lines,
      { comment: "'normal exit' does not name 0, so the program is started anew even where it ended well" },
      ['Restart', 'always'],
      ...success,
      ['RestartPreventExitStatus', [...new Set(statuses)].join(' ')],
    ]
  }
  return [...lines, ['Restart', 'on-failure'], ...success]
}

function statusOf(text: string): string | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) <= 255 ? String(Number(text)) : undefined
  const name = signalName(text)
  return name === undefined ? undefined : `SIG${name}`
}

/** How often it is started anew before systemd gives up, for the section [Unit]. */
export function startLimitLines({ respawns, respawnLimit }: UpstartJob): readonly DraftLine[] {
  if (!respawns) {
    if (respawnLimit === undefined) return []
    return [
      decision(
        "'respawn limit' alone starts nothing anew; write Restart=always in [Service] if that was meant",
      ),
    ]
  }
  // Upstart's own limit, where nothing is said.
  if (respawnLimit === undefined) {
    return [
      ['StartLimitIntervalSec', '5'],
      ['StartLimitBurst', '10'],
    ]
  }
  const isEndless = respawnLimit === 'unlimited' || respawnLimit.count === '0' || respawnLimit.seconds === '0'
  if (isEndless) return [['StartLimitIntervalSec', '0']]
  return [
    ['StartLimitIntervalSec', respawnLimit.seconds],
    ['StartLimitBurst', respawnLimit.count],
  ]
}

/** How it is reloaded. */
export function reloadLines({ settings }: UpstartJob): readonly DraftLine[] {
  const reload = settings['reload signal']
  if (reload === undefined) return []
  const name = signalName(reload)
  if (name === undefined) return [decision(`'reload signal ${reload}' names no signal`)]
  return [['ExecReload', `/bin/kill -${name} $MAINPID`]]
}

/** How it is stopped. */
export function stopLines({ settings }: UpstartJob): readonly DraftLine[] {
  const lines: DraftLine[] = []
  const { 'kill signal': kill, 'kill timeout': timeout } = settings
  if (kill !== undefined) {
    const name = signalName(kill)
    if (name === undefined) lines.push(decision(`'kill signal ${kill}' names no signal`))
    else lines.push(['KillSignal', `SIG${name}`])
  }
  if (timeout !== undefined) {
    if (/^\d{1,9}$/.test(timeout)) lines.push(['TimeoutStopSec', timeout])
    else lines.push(decision(`'kill timeout ${timeout}' is no number of seconds`))
  }
  return lines
}

/** What the processes are allowed, and how they are treated. */
export function resourceLines(job: UpstartJob, manager: Manager): readonly DraftLine[] {
  const { umask, nice, chroot } = job.settings
  const lines: DraftLine[] = []
  for (const { resource, soft, hard } of job.limits) {
    const above = isAbove(soft, hard)
    const line = limitLine(resource, above ? hard : soft, hard)
    if (!line) lines.push(decision(`'limit ${resource}' names nothing that can be limited`))
    else {
      if (above)
        lines.push(
          decision(`'limit ${resource} ${soft} ${hard}': the first, soft limit can't be above the hard one`),
        )
      lines.push(line)
    }
  }
  if (umask !== undefined) {
    if (/^[0-7]{1,4}$/.test(umask)) lines.push(['UMask', umask])
    else lines.push(decision(`'umask ${umask}' is no mask in octal digits`))
  }
  if (nice !== undefined) {
    const value = Number(nice)
    if (/^[+-]?\d{1,2}$/.test(nice) && value >= -20 && value <= 19)
      lines.push(...privileged('Nice', value, manager))
    else lines.push(decision(`'nice ${nice}' is no number from -20 to 19`))
  }
  lines.push(...memoryLines(job.settings, manager))
  if (chroot !== undefined) {
    const isRoot = chroot.startsWith('/') && manager === 'system'
    if (isRoot) lines.push(['RootDirectory', pathValue(chroot)])
    else {
      lines.push(
        decision(
          manager === 'user'
            ? `'chroot ${chroot}' is left out: only root may change what is the root folder`
            : `'chroot ${chroot}' is no whole path`,
        ),
      )
    }
  }
  const { 'apparmor switch': profile, 'apparmor load': load } = job.settings
  if (profile !== undefined) {
    if (manager === 'system' && !/[\s\\]/.test(profile)) lines.push(['AppArmorProfile', plainValue(profile)])
    else
      lines.push(
        decision(
          `'apparmor switch ${profile}' is left out: ${manager === 'user' ? 'AppArmorProfile= is for system services' : 'it names no profile'}`,
        ),
      )
  }
  if (load !== undefined) {
    lines.push(
      decision(`'apparmor load ${load}': apparmor.service loads what lies in /etc/apparmor.d at boot`),
    )
  }
  for (const cgroup of job.cgroups) {
    lines.push(
      decision(`'cgroup ${cgroup}' is left out; look at CPUWeight=, MemoryMax=, TasksMax= and IOWeight=`),
    )
  }
  return lines
}

function memoryLines(
  { oom, 'oom score': score }: Partial<Record<JobSetting, string>>,
  manager: Manager,
): readonly DraftLine[] {
  if (score === undefined && oom === undefined) return []
  const text = score ?? oom ?? ''
  const value = text === 'never' ? -1000 : /^[+-]?\d{1,4}$/.test(text) ? Number(text) : undefined
  const [least, most] = score === undefined ? [-17, 15] : [-1000, 1000]
  if (value === undefined || (text !== 'never' && (value < least || value > most))) {
    return [
      decision(
        `'oom ${score === undefined ? '' : 'score '}${text}' is neither 'never' nor a number from ${least} to ${most}`,
      ),
    ]
  }
  if (text === 'never' || score !== undefined) return privileged('OOMScoreAdjust', value, manager)
  // The old scale, as the kernel itself converts it.
  const adjusted = value === 15 ? 1000 : Math.trunc((value * 1000) / 17)
  return privileged('OOMScoreAdjust', adjusted, manager)
}

/** A preference before others, which is not for users to give. */
export function privileged(key: string, value: number, manager: Manager): readonly DraftLine[] {
  if (value >= 0 || manager === 'system') return [[key, String(value)]]
  return [decision(`${key}=${value} is left out: only root may go below zero`)]
}

/** Where the output goes that the command sends nowhere. */
export function consoleLines(value: string | undefined): readonly DraftLine[] {
  switch (value) {
    case undefined:
    case 'log':
      return []
    case 'none':
      return [
        ['StandardOutput', 'null'],
        ['StandardError', 'null'],
      ]
    case 'output':
      return [['StandardOutput', 'journal+console']]
    case 'owner':
      return [
        decision("'console owner': the service has the machine's console for itself, keys and all"),
        ['StandardInput', 'tty-force'],
        ['StandardOutput', 'tty'],
        ['TTYPath', '/dev/console'],
      ]
    default:
      return [decision(`'console ${value}' is none of log, none, output and owner`)]
  }
}
