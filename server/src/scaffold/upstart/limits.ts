import type { Assignment } from '../unit-text.ts'

/** The resources of `limit`, by the names that setrlimit(2) has for them, and the letters of `ulimit`. */
const directives: ReadonlyMap<string, string> = new Map([
  ['as', 'LimitAS'],
  ['core', 'LimitCORE'],
  ['cpu', 'LimitCPU'],
  ['data', 'LimitDATA'],
  ['fsize', 'LimitFSIZE'],
  ['locks', 'LimitLOCKS'],
  ['memlock', 'LimitMEMLOCK'],
  ['msgqueue', 'LimitMSGQUEUE'],
  ['nice', 'LimitNICE'],
  ['nofile', 'LimitNOFILE'],
  ['nproc', 'LimitNPROC'],
  ['rss', 'LimitRSS'],
  ['rtprio', 'LimitRTPRIO'],
  ['rttime', 'LimitRTTIME'],
  ['sigpending', 'LimitSIGPENDING'],
  ['stack', 'LimitSTACK'],
])

/** What a limit of Upstart's comes to; undefined for a resource that nobody knows. */
export function limitLine(resource: string, soft: string, hard: string): Assignment | undefined {
  const key = directives.get(resource)
  if (key === undefined) return undefined
  // systemd knows no such number above 40, which stands for -20.
  const value = resource === 'nice' ? niceLimit : limitValue
  return [key, `${value(soft)}:${value(hard)}`]
}

/** Whether the soft limit is above the hard one, which systemd refuses. */
export function isAbove(soft: string, hard: string): boolean {
  const [low, high] = [limitValue(soft), limitValue(hard)]
  if (high === 'infinity') return false
  return low === 'infinity' || BigInt(low) > BigInt(high)
}

function niceLimit(value: string): string {
  const number = limitValue(value)
  return number === 'infinity' || BigInt(number) > 40n ? '40' : number
}

function limitValue(value: string): string {
  return value === 'unlimited' || value === '-1' ? 'infinity' : String(BigInt(value))
}

/** Resources of `ulimit` by their letters, which shells count one by one. */
const letters: ReadonlyMap<string, string> = new Map([
  ['n', 'LimitNOFILE'],
  ['u', 'LimitNPROC'],
  ['t', 'LimitCPU'],
])

/**
 * What `ulimit` with one letter and a value comes to.
 * @returns undefined where shells count in units of their own, unless there is no limit
 */
export function resourceLine(letter: string, value: string): Assignment | undefined {
  const key = letters.get(letter)
  if (value === 'unlimited') {
    const unlimited =
      key ?? ({ c: 'LimitCORE', l: 'LimitMEMLOCK', v: 'LimitAS' } as Record<string, string>)[letter]
    return unlimited === undefined ? undefined : [unlimited, 'infinity']
  }
  if (letter === 'c' && value === '0') return ['LimitCORE', '0']
  return key !== undefined && /^\d{1,18}$/.test(value) ? [key, String(Number(value))] : undefined
}
