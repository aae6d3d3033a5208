import { expect, test } from 'vitest'
import { busEnvironment } from './environment.ts'

const there =
  (...paths: readonly string[]) =>
  (path: string) =>
    paths.includes(path)
const running = there('/run/user/1000', '/run/user/1000/bus')
const both = { XDG_RUNTIME_DIR: '/run/user/1000', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }

test('what is missing is added', () => {
  expect(busEnvironment({}, 1000, running)).toEqual({ kind: 'additions', variables: both })
  expect(busEnvironment({ XDG_RUNTIME_DIR: '' }, 1000, there('/run/user/1000'))).toEqual({
    kind: 'additions',
    variables: { XDG_RUNTIME_DIR: '/run/user/1000' },
  })
  expect(busEnvironment(both, 1000, running)).toEqual({ kind: 'complete' })
})

test('what su and sudo leave of another user is replaced', () => {
  const other = {
    XDG_RUNTIME_DIR: '/run/user/0',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/0/bus,guid=1',
  }
  expect(busEnvironment(other, 1000, running)).toEqual({ kind: 'additions', variables: both })
})

test('what a person has chosen stays', () => {
  const own = { XDG_RUNTIME_DIR: '/tmp/xdg', DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x' }
  expect(busEnvironment(own, 1000, running)).toEqual({ kind: 'complete' })
  expect(
    busEnvironment({ ...both, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus;x' }, 1000, running),
  ).toEqual({
    kind: 'complete',
  })
})

test('without a manager nothing helps but a login or lingering', () => {
  expect(busEnvironment({}, 1000, there())).toEqual({ kind: 'no-manager', runtimeFolder: '/run/user/1000' })
  expect(busEnvironment(both, 1000, there())).toEqual({ kind: 'no-manager', runtimeFolder: '/run/user/1000' })
})
