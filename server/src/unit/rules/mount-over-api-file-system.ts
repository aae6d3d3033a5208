import { pathOfName } from '../values/names/unit-name.ts'
import { ownName } from './own-name.ts'
import { headerOf } from './own-section.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** What systemd mounts itself before it reads any unit, or leaves to containers and SELinux. */
const own: ReadonlySet<string> = new Set([
  '/dev',
  '/dev/console',
  '/dev/pts',
  '/dev/shm',
  '/proc',
  '/proc/kmsg',
  '/proc/sys',
  '/proc/sys/kernel/random/boot_id',
  '/run',
  '/run/host',
  '/sys',
  '/sys/firmware/efi/efivars',
  '/sys/fs/bpf',
  '/sys/fs/cgroup',
  '/sys/fs/pstore',
  '/sys/fs/selinux',
  '/sys/fs/smackfs',
  '/sys/kernel/security',
])

/** The first version on record that keeps mounts away from where it puts credentials. */
const credentialsSince = 257

export const mountOverApiFileSystem = unitRule({
  id: 'mount-over-api-file-system',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a mount where systemd itself mounts what the kernel offers',
    why: '`/proc`, `/sys`, `/dev`, `/run` and some places below them are mounted before systemd reads any unit, and stay as they are. It refuses to load a mount unit for them.',
    bad: [{ file: 'dev-shm.mount', text: '[Mount]\nWhat=tmpfs\nType=tmpfs\nWhere=/dev/shm\n' }],
    good: [
      {
        file: 'dev-hugepages.mount',
        text: '[Mount]\nWhat=hugetlbfs\nType=hugetlbfs\nWhere=/dev/hugepages\n',
      },
    ],
    refs: [man('systemd.mount', 'Where=')],
  },
  on: {
    file(ctx, { identity }) {
      if (identity.type !== 'mount') return
      const where = whereOf(ctx)
      const path = where?.replace(/\/+(?:\.\/+)*/g, '/').replace(/(?<=.)\/\.?$/, '')
      if (path === undefined || !isOwn(path, ctx.target.version)) return
      ctx.report(
        ctx.effective.last('Mount', 'Where')?.assignment.valueSpan ?? headerOf(ctx, 'Mount'),
        `'${path}' is mounted by systemd itself and can't have a mount unit; systemd refuses it`,
      )
    },
  },
})

/** The path to mount at; where the file does not say, it follows from the unit's name. */
function whereOf({ document, effective }: UnitContext): string | undefined {
  const name = ownName(document)
  const set = effective.text('Mount', 'Where')
  return set ?? (name && effective.lacks('Mount', 'Where') ? pathOfName(name.stem) : undefined)
}

function isOwn(path: string, version: number): boolean {
  if (own.has(path) || /^\/(?:sys\/fs\/cgroup|run\/host)\//.test(path)) return true
  return version >= credentialsSince && /^\/run\/credentials(?:\/|$)/.test(path)
}
