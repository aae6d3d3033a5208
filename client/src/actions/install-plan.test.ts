import { describe, expect, test } from 'vitest'
import { quoteSteps } from '../../../server/src/actions/shell-quote.ts'
import {
  type Beginning,
  beginnings,
  type FileToInstall,
  installingFor,
  unitsToStart,
} from './install-plan.ts'
import { targetFor } from './targets.ts'

const user = { id: 1000, name: 'deploy', home: '/home/deploy' }
const userTarget = targetFor('user', [], new Map(), { user, elevation: 'sudo' })
const systemTarget = targetFor('system', [], new Map(), { user, elevation: 'sudo' })
const web: FileToInstall = { source: '/srv/app/web.service', place: 'web.service', found: 'free' }

function line(more: Partial<Beginning>): string {
  const planned = beginnings({
    target: userTarget,
    units: [{ name: 'web.service' }],
    files: [web],
    installing: 'link',
    isLingering: true,
    isManagerRunning: true,
    userId: 1000,
    elevation: 'sudo',
    isStale: false,
    isRunning: false,
    ...more,
  })
  if (planned.kind === 'refused') return planned.reason
  return [
    quoteSteps(planned.steps, 'bash').replaceAll(' && ', '\n'),
    ...planned.done.map((done) => `# ${done}`),
  ].join('\n')
}

describe('from a file to a running unit', () => {
  test('a link is enough where all else is well', () => {
    expect(line({})).toMatchInlineSnapshot(`
      "systemctl --user link /srv/app/web.service
      systemctl --user enable --now web.service
      # linked into ~/.config/systemd/user"
    `)
  })

  test('everything that is missing is done, in the order in which it is needed', () => {
    expect(line({ isLingering: false, isManagerRunning: false })).toMatchInlineSnapshot(`
      "loginctl enable-linger deploy || true
      sudo systemctl --system start user@1000.service
      systemctl --user link /srv/app/web.service
      systemctl --user enable --now web.service
      # your own systemd started
      # linked into ~/.config/systemd/user"
    `)
  })

  test('a copy', () => {
    expect(line({ installing: 'copy' })).toMatchInlineSnapshot(`
      "mkdir -p /home/deploy/.config/systemd/user
      install -m 644 -T /srv/app/web.service /home/deploy/.config/systemd/user/web.service
      systemctl --user daemon-reload
      systemctl --user enable --now web.service
      # copied into ~/.config/systemd/user"
    `)
  })

  test('a unit of the system is copied with the rights of root, and needs no lingering', () => {
    expect(
      line({ target: systemTarget, installing: 'copy', isLingering: false, isManagerRunning: false }),
    ).toMatchInlineSnapshot(`
      "sudo mkdir -p /etc/systemd/system
      sudo install -m 644 -T /srv/app/web.service /etc/systemd/system/web.service
      sudo systemctl --system daemon-reload
      sudo systemctl --system enable --now web.service
      # copied into /etc/systemd/system"
    `)
  })

  test('what is in the place is taken away before a link is made', () => {
    expect(line({ files: [{ ...web, found: 'taken' }] })).toMatchInlineSnapshot(`
      "rm -f /home/deploy/.config/systemd/user/web.service
      systemctl --user link /srv/app/web.service
      systemctl --user enable --now web.service
      # linked into ~/.config/systemd/user"
    `)
  })

  test('a drop-in is copied, for it can not be linked', () => {
    const dropIn: FileToInstall = {
      source: '/srv/app/web.service.d/a.conf',
      place: 'web.service.d/a.conf',
      found: 'free',
    }
    expect(line({ files: [web, dropIn] })).toMatchInlineSnapshot(`
      "systemctl --user link /srv/app/web.service
      mkdir -p /home/deploy/.config/systemd/user/web.service.d
      install -m 644 -T /srv/app/web.service.d/a.conf /home/deploy/.config/systemd/user/web.service.d/a.conf
      systemctl --user daemon-reload
      systemctl --user enable --now web.service
      # linked into ~/.config/systemd/user
      # copied into ~/.config/systemd/user"
    `)
  })

  test('what is there already is read again where it changed, and what runs by it is restarted', () => {
    const present: FileToInstall = { ...web, found: 'present' }
    expect(line({ files: [present], isStale: true, isRunning: true })).toMatchInlineSnapshot(`
      "systemctl --user daemon-reload
      systemctl --user enable --now web.service
      systemctl --user restart web.service
      # systemd reloaded
      # restarted"
    `)
    expect(line({ files: [present], isRunning: true })).toBe('systemctl --user enable --now web.service')
  })

  test('a pair is enabled as one', () => {
    expect(line({ units: [{ name: 'web.service', partner: 'web.socket' }] })).toContain(
      'enable --now web.socket web.service',
    )
  })

  test.each([
    [
      { source: '/srv/$(touch pwned)/web.service', place: 'web.service' },
      "link '/srv/$(touch pwned)/web.service'\n",
    ],
    [
      { source: "/srv/it's `id`/web.service", place: 'web.service' },
      `link '/srv/it'"'"'s \`id\`/web.service'\n`,
    ],
    [{ source: '/srv/a\nb/web.service', place: 'web.service' }, "link $'/srv/a\\012b/web.service'\n"],
    [{ source: '/srv/!!/web.service', place: 'web.service' }, "link '/srv/!!/web.service'\n"],
  ] as const)('a hostile folder is an argument and nothing else: %j', (file, expected) => {
    expect(line({ files: [{ ...file, found: 'free' }] })).toContain(expected)
  })

  test.each([
    [{ place: 'x@$(touch pwned).service', source: '/srv/x@$(touch pwned).service' }],
    [{ place: 'a b.service', source: '/srv/a b.service' }],
    [{ place: '../web.service', source: '/srv/web.service' }],
    [{ place: 'web.service', source: 'srv/web.service' }],
  ])('what systemd would not take is refused: %j', (file) => {
    expect(line({ files: [{ ...file, found: 'free' }] })).toMatch(/^'.*' is no /)
  })

  test('hostile names of units are refused', () => {
    expect(line({ units: [{ name: '$(touch pwned).service' }] })).toMatch(/is no name of a unit/)
    expect(line({ units: [{ name: 'web@.service' }] })).toMatch(/is a template/)
  })
})

describe('what is started', () => {
  test.each([
    ['web.service', [], [{ name: 'web.service' }]],
    ['web.service', ['web.socket'], [{ name: 'web.service', partner: 'web.socket' }]],
    ['web.socket', ['web.service'], [{ name: 'web.socket', partner: 'web.service' }]],
    ['backup.service', ['backup.timer'], [{ name: 'backup.timer' }]],
    ['backup.timer', ['backup.service'], [{ name: 'backup.timer' }]],
    ['echo.socket', ['echo@.service'], [{ name: 'echo.socket' }]],
  ])('for %s beside %j', (unit, beside, expected) => {
    expect(unitsToStart(unit, beside, undefined)).toEqual(expected)
  })

  test('of templates are the instances', () => {
    expect(unitsToStart('web@.service', ['web@.socket'], 'a/b')).toEqual([
      { name: 'web@a-b.service', partner: 'web@a-b.socket' },
    ])
  })
})

test('files of the system are copied unless the person says otherwise', () => {
  expect(installingFor('auto', 'user')).toBe('link')
  expect(installingFor('auto', 'system')).toBe('copy')
  expect(installingFor('copy', 'user')).toBe('copy')
  expect(installingFor('link', 'system')).toBe('link')
})
