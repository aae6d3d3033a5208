import { describe, expect, test } from 'vitest'
import { unit } from '../index.ts'
import { hoverAt, testEnvironment } from '../testing/check.ts'

describe('a directive', () => {
  test('shows summary, values, default and version', async () => {
    expect(await hoverAt('[Service]\nRest$0art=always\n')).toMatchInlineSnapshot(`
      "**Restart=** in [Service]

      When systemd brings the service back by itself: \`no\`, \`always\`, \`on-success\`, \`on-failure\`, \`on-abnormal\`, \`on-abort\` or \`on-watchdog\`. Never after \`systemctl stop\`, and no longer once \`StartLimitBurst=\` starts fall into \`StartLimitIntervalSec=\`. \`on-failure\` suits web apps; \`Type=oneshot\` refuses \`always\` and \`on-success\`.

      - Values:
        - \`no\`: never restarted by systemd, however it ends
        - \`on-success\`: restarted only after a clean end: status 0, SuccessExitStatus= or SIGHUP, SIGINT, SIGTERM, SIGPIPE
        - \`on-failure\`: restarted after a non-zero status, an unclean signal, a core dump, a timeout or a missed watchdog
        - \`on-abnormal\`: restarted after an unclean signal, a core dump, a timeout or a missed watchdog, not after an exit status
        - \`on-watchdog\`: restarted only when it misses its watchdog deadline
        - \`on-abort\`: restarted only when an unclean signal kills it or it dumps core
        - \`always\`: restarted however it ends, but not after systemctl stop and not past the start limit
      - Default: \`no\`
      - Example: \`Restart=on-failure\`
      - Since systemd 208 or older
      - Manual: [systemd.service(5)](https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html#Restart%3D)"
    `)
  })
  test('says where it came and went', async () => {
    expect(await hoverAt('[Service]\nRestart$0Mode=direct\n', { version: 252 })).toContain(
      'Since systemd 254; the target, 252, does not know it',
    )
    expect(await hoverAt('[Service]\nMemory$0Limit=1G\n')).toContain('Removed in systemd 258')
  })
  test('is read by an older systemd that still has it', async () => {
    const hover = await hoverAt('[Service]\nMemory$0Limit=1G\n', { version: 252 })
    expect(hover).toMatch(
      /Old name of `MemoryMax=`[\s\S]*Values: bytes[\s\S]*Default: [\s\S]*removed in systemd 258/,
    )
    expect(hover).not.toContain('only to say')
    expect(await hoverAt('[Service]\nMemory$0Limit=1G\n', { version: 262 })).toMatch(
      /only to say that it is gone\. Before 258: Old name[\s\S]*Values: nothing any more/,
    )
    expect(await hoverAt('[Service]\nMemory$0Limit=1G\n', { version: 262 })).not.toContain('Default:')
  })
  test('takes the values of its version', async () => {
    const text = '[Socket]\nMessageQueueMessage$0Size=4096\n'
    expect(await hoverAt(text, { file: 'a.socket', version: 252 })).toContain('Values: a whole number')
    expect(await hoverAt(text, { file: 'a.socket', version: 262 })).toContain('Values: a size in bytes')
  })
  test('means what its section says', async () => {
    expect(await hoverAt('[Mount]\nTy$0pe=ext4\n', { file: 'srv.mount' })).toContain('in [Mount]')
    expect(await hoverAt('[Mount]\nTy$0pe=ext4\n')).toBeUndefined()
  })
  test('says what a user manager needs for it', async () => {
    const inUserManager = async (version: number) =>
      (await hoverAt('[Service]\nPrivate$0Tmp=yes\n', { version, instance: 'user' }))!
    expect(await inUserManager(252)).toContain('a user manager needs `PrivateUsers=yes` with it')
    expect(await inUserManager(254)).toContain('In a user manager it turns on `PrivateUsers=`')
    expect(await inUserManager(254)).not.toContain('needs `PrivateUsers=yes`')
  })
  test('brings the passage of the installed manual', async () => {
    const environment = {
      ...testEnvironment(),
      manual: async (page: string, _: string, name: string) => ({
        source: `${page}(5), systemd 252`,
        markdown: `about ${name}`,
      }),
    }
    const hover = await unit.hover(unit.read('[Service]\nRestart=no\n', 'a.service'), 12, environment)
    expect(hover?.markdown).toContain('**From systemd.service(5), systemd 252**\n\nabout Restart')
  })
})

describe('other words', () => {
  test('sections', async () => {
    expect(await hoverAt('[Ser$0vice]\n')).toContain('**[Service]**')
  })
  test('values', async () => {
    expect(await hoverAt('[Service]\nRestart=on-$0failure\n')).toMatch(/^\*\*Restart=on-failure\*\*\n\n./)
    expect(await hoverAt('[Service]\nStandardOutput=app$0end:/var/log/web\n')).toMatch(
      /^\*\*StandardOutput=append\*\*/,
    )
  })
  test('booleans, however they are written', async () => {
    expect(await hoverAt('[Service]\nRemainAfterExit=y$0es\n')).toBe(
      '**RemainAfterExit=yes**\n\nTurned on.\n\nDefault: `no`',
    )
    expect(await hoverAt('[Service]\nRemainAfterExit=o$0ff\n')).toBe(
      '**RemainAfterExit=off**\n\nTurned off, the default.\n\nsystemd reads it as `no`.',
    )
    expect(await hoverAt('[Service]\nPrivateTmp=tr$0ue\n')).toContain('Turned on.')
    expect(await hoverAt('[Service]\nMountAPIVFS=ye$0s\n', { version: 252 })).toContain('Turned on.')
    expect(await hoverAt('[Service]\nRemainAfterExit=may$0be\n')).toBeUndefined()
  })
  test('the words of what has a syntax of its own', async () => {
    expect(await hoverAt('[Service]\nRootImagePolicy=root=verity+si$0gned\n')).toContain('=signed**')
    expect(await hoverAt('[Service]\nOpenFile=/etc/motd:motd:read-o$0nly\n')).toContain('=read-only**')
    expect(await hoverAt('[Service]\nBPFProgram=egr$0ess:/sys/fs/bpf/web\n')).toContain('=egress**')
  })
  test('specifiers, for the manager at hand', async () => {
    expect(await hoverAt('[Service]\nWorkingDirectory=%$0t/web\n')).toContain('In the system manager: `/run`')
    expect(await hoverAt('[Service]\nWorkingDirectory=%$0t/web\n', { instance: 'user' })).toContain(
      'XDG_RUNTIME_DIR',
    )
  })
  test('well-known units', async () => {
    expect(await hoverAt('[Unit]\nAfter=network-$0online.target\n')).toContain('**network-online.target**')
  })
  test('nothing else', async () => {
    expect(await hoverAt('[Service]\n# Rest$0art\n')).toBeUndefined()
    expect(await hoverAt('[Service]\nSyslogIdentifier=dep$0loy\n')).toBeUndefined()
    expect(await hoverAt('[X-Own]\nRest$0art=\n')).toBeUndefined()
  })
})
