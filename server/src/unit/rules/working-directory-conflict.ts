import { man, type UnitContext, unitRule } from './rule.ts'
import { flag } from './service-type.ts'

/** The first version on record that refuses these. */
const refusedSince = 257

/** The first version on record in which any PrivateTmp= counts, and not just `disconnected`. */
const anyPrivateTmpSince = 262

export const workingDirectoryConflict = unitRule({
  id: 'working-directory-conflict',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a working directory that the sandbox of the unit takes away',
    why: 'A user made up by `DynamicUser=yes` has no home, so `WorkingDirectory=~` names nothing. A directory below `/proc`, `/sys` or `/dev` can not be kept where a unit gets a view of the file system of its own, as with `ProtectSystem=`. From systemd 257 on the unit is refused when it is loaded.',
    bad: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nDynamicUser=yes\nWorkingDirectory=~\n',
      },
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nWorkingDirectory=/dev/shm\nProtectSystem=strict\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        version: 257,
        text: '[Service]\nExecStart=/srv/web/run\nDynamicUser=yes\nStateDirectory=web\nWorkingDirectory=%S/web\n',
      },
    ],
    refs: [man('systemd.exec', 'WorkingDirectory=')],
  },
  on: {
    file(ctx) {
      if (ctx.target.version < refusedSince) return
      for (const section of ['Service', 'Socket', 'Mount', 'Swap']) check(ctx, section)
    },
  },
})

function check(ctx: UnitContext, section: string): void {
  const text = ctx.effective.text(section, 'WorkingDirectory')
  if (text === undefined) return
  const span = ctx.effective.last(section, 'WorkingDirectory')!.assignment.valueSpan
  const directory = text.replace(/^-/, '')
  if (directory === '~') {
    if (!flag(ctx, section, 'DynamicUser')) return
    ctx.report(
      span,
      "a user of DynamicUser=yes has no home, so WorkingDirectory=~ can't be; systemd refuses the unit",
    )
    return
  }
  if (!/^\/+(?:\.\/+)*(?:proc|sys|dev)(?:\/|$)/.test(directory)) return
  const cause = sandboxing(ctx, section)
  if (!cause) return
  ctx.report(
    span,
    `a working directory below /proc, /sys or /dev can't go with '${cause}=', which gives the unit its own view of the file system; systemd refuses the unit`,
  )
}

/** Directives that need a mount namespace of the unit's own whatever they are set to. */
const always = [
  'RootImage',
  'RootMStack',
  'ReadWritePaths',
  'ReadOnlyPaths',
  'InaccessiblePaths',
  'ExecPaths',
  'NoExecPaths',
  'BindPaths',
  'BindReadOnlyPaths',
  'TemporaryFileSystem',
  'MountImages',
  'ExtensionImages',
  'ExtensionDirectories',
  'IPCNamespacePath',
  'LogNamespace',
]

/** Those that need one unless they are set to one of these. */
const unless: readonly (readonly [name: string, harmless: readonly string[]])[] = [
  ['PrivateDevices', []],
  ['PrivateMounts', []],
  ['PrivateIPC', []],
  ['PrivatePIDs', []],
  ['PrivateBPF', []],
  ['ProtectSystem', []],
  ['ProtectHome', []],
  ['ProtectKernelTunables', []],
  ['ProtectKernelModules', []],
  ['ProtectKernelLogs', []],
  ['ProtectControlGroups', []],
  ['BindLogSockets', []],
  ['ProtectProc', ['default']],
  ['ProcSubset', ['all']],
  ['MountFlags', ['shared']],
]

/** The directive for which `exec_needs_mount_namespace()` says yes. */
function sandboxing(ctx: UnitContext, section: string): string | undefined {
  const { effective, target } = ctx
  const isOn = (name: string, harmless: readonly string[]) => {
    const text = effective.text(section, name)
    return text !== undefined && !harmless.includes(text) && flag(ctx, section, name) !== false
  }
  const tmpIsHarmless =
    target.version < anyPrivateTmpSince && effective.text(section, 'PrivateTmp') !== 'disconnected'
  const found =
    always.find((name) => effective.has(section, name)) ??
    unless.find(([name, harmless]) => isOn(name, harmless))?.[0]
  if (found) return found
  if (!tmpIsHarmless && isOn('PrivateTmp', [])) return 'PrivateTmp'
  if (flag(ctx, section, 'DynamicUser')) return 'DynamicUser'
  const network = ['PrivateNetwork', 'NetworkNamespacePath'].find((name) => isOn(name, []))
  if (network && flag(ctx, section, 'PrivateMounts') !== false) return network
  const ownRoot = isOn('RootDirectory', ['/']) && flag(ctx, section, 'MountAPIVFS') !== false
  return ownRoot ? 'RootDirectory' : undefined
}
