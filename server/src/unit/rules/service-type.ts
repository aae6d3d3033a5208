import { readBoolean } from '../values/boolean.ts'
import type { UnitContext } from './rule.ts'

/** The first version on record in which a service with credentials and no Type= is of type exec. */
const credentialsMakeExec = 257

const credentials = [
  'LoadCredential',
  'LoadCredentialEncrypted',
  'SetCredential',
  'SetCredentialEncrypted',
  'ImportCredential',
]

/** The type of a service, as `service_add_extras()` works it out where none is set; undefined where nobody can tell. */
export function serviceType({
  effective,
  target,
}: Pick<UnitContext, 'effective' | 'target'>): string | undefined {
  const set = effective.text('Service', 'Type')
  if (set !== undefined) return set
  if (!effective.lacks('Service', 'Type')) return undefined
  if (effective.has('Service', 'BusName')) return 'dbus'
  if (target.version >= credentialsMakeExec && usesCredentials({ effective })) return 'exec'
  return effective.has('Service', 'ExecStart') ? 'simple' : 'oneshot'
}

/** True where credentials are handed to the processes of a service. */
export function usesCredentials({ effective }: Pick<UnitContext, 'effective'>): boolean {
  return credentials.some((name) => effective.has('Service', name))
}

/** What a boolean is set to; undefined where it isn't, or nobody knows. */
export function flag({ effective }: UnitContext, section: string, name: string): boolean | undefined {
  const text = effective.text(section, name)
  return text === undefined ? undefined : readBoolean(text)
}

/** Types for which the process that systemd starts is the service. */
const inFront: ReadonlySet<string> = new Set(['simple', 'exec', 'idle', 'notify', 'notify-reload'])

/**
 * True where a service is over, and what is left of it is killed, when the process that systemd started for it ends:
 * `service_sigchld_event()`. False where nobody can tell.
 */
export function endsWithFirstProcess(ctx: UnitContext): boolean {
  const { effective } = ctx
  if (!['Type', 'RemainAfterExit', 'ExitType'].every((name) => effective.settled('Service', name)))
    return false
  const type = serviceType(ctx)
  if (type === undefined || !inFront.has(type)) return false
  return (
    flag(ctx, 'Service', 'RemainAfterExit') !== true && effective.text('Service', 'ExitType') !== 'cgroup'
  )
}
