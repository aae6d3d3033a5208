import { expect, test } from 'vitest'
import type { ActionId, Target, TargetUnit } from './action.ts'
import { actionOf, actions } from './actions.ts'
import { plan } from './plan.ts'
import { quoteSteps } from './shell-quote.ts'

const base: Target = {
  manager: 'user',
  units: [{ name: 'web.service' }],
  files: [{ source: '/srv/shop/web.service', place: 'web.service' }],
  unitFolder: '/home/deploy/.config/systemd/user',
  user: 'deploy',
  elevation: 'none',
}

/** The line that an action comes to, or why it is refused. */
function line(id: ActionId, target: Partial<Target> = {}): string {
  const made = plan(actionOf(id), { ...base, ...target })
  return made.kind === 'steps' ? quoteSteps(made.steps, 'bash') : `${made.cause}: ${made.reason}`
}

const pair: readonly TargetUnit[] = [{ name: 'web.service', partner: 'web.socket' }]

test('every action is there once', () => {
  expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
})

test('a unit of the user', () => {
  const lines = actions.map(({ id }) => [id, line(id)])
  expect(Object.fromEntries(lines)).toMatchInlineSnapshot(`
    {
      "daemon-reload": "systemctl --user daemon-reload",
      "disable": "systemctl --user disable web.service",
      "enable": "systemctl --user enable web.service",
      "enable-and-start": "systemctl --user enable --now web.service",
      "enable-lingering": "loginctl enable-linger deploy",
      "install": "mkdir -p /home/deploy/.config/systemd/user && install -m 644 -T /srv/shop/web.service /home/deploy/.config/systemd/user/web.service && systemctl --user daemon-reload",
      "link": "systemctl --user link /srv/shop/web.service",
      "reload": "systemctl --user reload web.service",
      "reload-or-restart": "systemctl --user reload-or-restart web.service",
      "remove": "systemctl --user stop web.service || true && systemctl --user disable web.service || true && systemctl --user reset-failed web.service || true && rm -f /home/deploy/.config/systemd/user/web.service && systemctl --user daemon-reload",
      "reset-failed": "systemctl --user reset-failed web.service",
      "restart": "systemctl --user restart web.service",
      "show-effective": "systemctl --user cat --no-pager web.service",
      "show-logs": "journalctl --no-pager --follow --lines=100 --user-unit=web.service",
      "show-properties": "systemctl --user show --no-pager web.service",
      "show-recent-logs": "journalctl --no-pager --lines=50 --user-unit=web.service",
      "start": "systemctl --user start web.service",
      "status": "systemctl --user status --full --lines=20 --no-pager web.service",
      "stop": "systemctl --user stop web.service",
    }
  `)
})

test('a unit of the system, with the rights that were chosen and where they are needed', () => {
  const system: Partial<Target> = { manager: 'system', unitFolder: '/etc/systemd/system', elevation: 'sudo' }
  expect(Object.fromEntries(actions.map(({ id }) => [id, line(id, system)]))).toMatchInlineSnapshot(`
    {
      "daemon-reload": "sudo systemctl --system daemon-reload",
      "disable": "sudo systemctl --system disable web.service",
      "enable": "sudo systemctl --system enable web.service",
      "enable-and-start": "sudo systemctl --system enable --now web.service",
      "enable-lingering": "sudo loginctl enable-linger deploy",
      "install": "sudo mkdir -p /etc/systemd/system && sudo install -m 644 -T /srv/shop/web.service /etc/systemd/system/web.service && sudo systemctl --system daemon-reload",
      "link": "sudo systemctl --system link /srv/shop/web.service",
      "reload": "sudo systemctl --system reload web.service",
      "reload-or-restart": "sudo systemctl --system reload-or-restart web.service",
      "remove": "sudo systemctl --system stop web.service || true && sudo systemctl --system disable web.service || true && sudo systemctl --system reset-failed web.service || true && sudo rm -f /etc/systemd/system/web.service && sudo systemctl --system daemon-reload",
      "reset-failed": "sudo systemctl --system reset-failed web.service",
      "restart": "sudo systemctl --system restart web.service",
      "show-effective": "systemctl --system cat --no-pager web.service",
      "show-logs": "journalctl --no-pager --follow --lines=100 --unit=web.service",
      "show-properties": "systemctl --system show --no-pager web.service",
      "show-recent-logs": "journalctl --no-pager --lines=50 --unit=web.service",
      "start": "sudo systemctl --system start web.service",
      "status": "systemctl --system status --full --lines=20 --no-pager web.service",
      "stop": "sudo systemctl --system stop web.service",
    }
  `)
  expect(line('start', { ...system, elevation: 'pkexec' })).toBe(
    'pkexec systemctl --system start web.service',
  )
  expect(line('start', { ...system, elevation: 'none' })).toBe('systemctl --system start web.service')
})

test('nothing of the user is ever done as root', () => {
  for (const { id } of actions) {
    if (id !== 'enable-lingering') expect(line(id, { elevation: 'sudo' })).not.toContain('sudo')
  }
})

test('lingering is never switched on for root by mistake', () => {
  expect(line('enable-lingering', { user: undefined })).toBe('loginctl enable-linger')
  expect(line('enable-lingering', { user: undefined, elevation: 'sudo' })).toMatch(/^bad-name/)
})

test('a service and its socket', () => {
  expect(line('start', { units: pair })).toBe('systemctl --user start web.socket web.service')
  expect(line('stop', { units: pair })).toBe('systemctl --user stop web.socket web.service')
  expect(line('stop', { units: [{ name: 'web.socket', partner: 'web.service' }] })).toBe(
    'systemctl --user stop web.socket web.service',
  )
  expect(line('enable-and-start', { units: pair })).toBe(
    'systemctl --user enable --now web.socket web.service',
  )
  for (const id of ['restart', 'reload', 'reload-or-restart'] as const) {
    expect(line(id, { units: pair })).toBe(`systemctl --user ${id} web.service`)
    expect(line(id, { units: [{ name: 'web.socket', partner: 'web.service' }] })).toBe(
      `systemctl --user ${id} web.service`,
    )
  }
  expect(line('restart', { units: [{ name: 'web.socket' }] })).toBe('systemctl --user restart web.socket')
  expect(line('show-logs', { units: pair })).toBe(
    'journalctl --no-pager --follow --lines=100 --user-unit=web.socket --user-unit=web.service',
  )
  const both = [...pair, { name: 'web.socket', partner: 'web.service' }]
  expect(line('stop', { units: both })).toBe('systemctl --user stop web.socket web.service')
})

test('a template needs an instance where units are meant', () => {
  const template = {
    units: [{ name: 'web@.service' }],
    files: [{ source: '/srv/web@.service', place: 'web@.service' }],
  }
  expect(line('start', template)).toBe(
    "needs-instance: 'web@.service' is a template: say which instance, as in 'web@NAME.service'",
  )
  const refused = actions
    .filter(({ id }) => line(id, template).startsWith('needs-instance'))
    .map(({ id }) => id)
  expect(refused).toEqual([
    ...['start', 'stop', 'restart', 'reload', 'reload-or-restart', 'enable-and-start', 'enable', 'status'],
    ...['show-logs', 'show-recent-logs', 'show-properties', 'reset-failed'],
  ])
  expect(line('remove', template)).toContain("systemctl --user stop 'web@*.service' || true")
  expect(line('start', { units: [{ name: 'web@1.service' }] })).toBe('systemctl --user start web@1.service')
})

test('of several units that are removed each is stopped and disabled, even where systemd knows another one not', () => {
  const units = [{ name: 'web.service' }, { name: 'never-installed.service' }]
  expect(line('remove', { units })).toMatch(
    /^systemctl --user stop web\.service \|\| true && systemctl --user stop never-installed\.service \|\| true && systemctl --user disable web\.service \|\| true && systemctl --user disable never-installed\.service \|\| true && systemctl --user reset-failed web\.service never-installed\.service \|\| true && /,
  )
})

test('a name that looks like an option stands behind dashes', () => {
  expect(line('start', { units: [{ name: '--force.service' }] })).toBe(
    'systemctl --user start -- --force.service',
  )
  expect(line('enable-lingering', { user: '-x' })).toBe('loginctl enable-linger -- -x')
})

test.each([
  '*.service',
  'web?.service',
  '[a-z].service',
  'my app.service',
  'x@$(touch pwned).service',
  'a\nb.service',
  '/etc/passwd',
  'web',
  'web.txt',
  '@.service',
  '1234',
  '',
])('%j reaches no systemctl: it is no name of a unit', (name) => {
  for (const { id, needs } of actions) {
    if (!needs.units) continue
    expect(line(id, { units: [{ name }] })).toMatch(/^bad-name: /)
    expect(line(id, { units: [{ name: 'web.service', partner: name }] })).toMatch(/^bad-name: /)
  }
  expect(line('remove', { units: [{ name }] })).toMatch(/^bad-name: /)
  expect(line('install', { files: [{ source: '/srv/x', place: name }] })).toMatch(/^bad-/)
})

test('what is wrong with a name is said', () => {
  const reason = (name: string) => line('restart', { units: [{ name }] })
  expect(reason('my app.service')).toBe(
    "bad-name: 'my app.service' is no name of a unit: a name has letters, digits and ':-_.\\@' only, and ' ' is none of them",
  )
  expect(reason('web.service.erb')).toBe(
    "bad-name: 'web.service.erb' is no name of a unit: it is a template; systemd takes what is made from it",
  )
  expect(reason('web')).toBe("bad-name: 'web' is no name of a unit: a name ends in a type, as in web.service")
  expect(reason(`web@${'a'.repeat(244)}.service`)).toMatch(
    /: a name has 255 characters at most, and this one has 256$/,
  )
})

test('files', () => {
  const dropIn = { source: '/srv/limits.conf', place: 'web.service.d/limits.conf' }
  expect(line('install', { files: [dropIn] })).toMatchInlineSnapshot(
    `"mkdir -p /home/deploy/.config/systemd/user/web.service.d && install -m 644 -T /srv/limits.conf /home/deploy/.config/systemd/user/web.service.d/limits.conf && systemctl --user daemon-reload"`,
  )
  expect(line('link', { files: [dropIn] })).toBe(
    "bad-path: 'web.service.d/limits.conf' is a drop-in, which can't be linked: install it instead",
  )
  expect(line('remove', { units: [], files: [dropIn] })).toMatchInlineSnapshot(
    `"rm -f /home/deploy/.config/systemd/user/web.service.d/limits.conf && systemctl --user daemon-reload"`,
  )
  expect(line('install', { files: [{ ...dropIn, place: 'service.d/all.conf' }] })).toContain(
    '/service.d/all.conf',
  )
  for (const place of [
    '../web.service',
    'web.service.d/../../x.conf',
    'web.service.d/.conf',
    'web.service.d/x',
    'web.d/x.conf',
    'web.service.wants/web.service',
    '/etc/web.service',
    'web.service.d/a\0b.conf',
  ]) {
    expect(line('install', { files: [{ ...dropIn, place }] }), place).toMatch(/^bad-/)
    expect(line('remove', { files: [{ ...dropIn, place }] }), place).toMatch(/^bad-/)
  }
  expect(line('install', { files: [{ source: 'web.service', place: 'web.service' }] })).toMatch(/^bad-path/)
  expect(line('install', { unitFolder: undefined })).toMatch(/^bad-path/)
  expect(line('install', { files: [] })).toMatch(/^no-file/)
  expect(line('start', { units: [] })).toBe('no-unit: no unit was chosen')
})

test('steps that may fail come first, and endless ones last', () => {
  for (const { id } of actions) {
    const made = plan(actionOf(id), base)
    if (made.kind !== 'steps') throw new Error(made.reason)
    const kinds = made.steps.map(({ mayFail, isEndless }) => (mayFail ? 0 : isEndless ? 2 : 1))
    expect(kinds).toEqual([...kinds].sort())
  }
})
