import { expect, test } from 'vitest'
import { findDesktop, hasDisplay } from './desktop.mjs'

/**
 * A machine that has some files, some of them links.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @param {Readonly<Record<string, string>>} files path to what the path really is
 * @returns {import('./desktop.mjs').Machine}
 */
const machine = (platform, env, files) => ({
  platform,
  env,
  home: '/home/ada',
  isFile: (path) => path in files,
  realpath: (path) => files[path] ?? path,
})

test('the executable is found beside the script that the command is', () => {
  const script = '/usr/share/code/bin/code'
  const files = { '/usr/bin/code': script, [script]: script, '/usr/share/code/code': '' }
  expect(findDesktop(machine('linux', { PATH: '/bin:/usr/bin' }, files))).toBe('/usr/share/code/code')
})

test('the command of an editor terminal is no desktop VS Code', () => {
  const script = '/home/ada/.vscode-server/bin/1/bin/remote-cli/code'
  expect(findDesktop(machine('linux', { PATH: script.replace(/\/code$/, '') }, { [script]: script }))).toBe(
    undefined,
  )
})

test('a snap is found although its command is a link to snap itself', () => {
  const executable = '/snap/codium/current/usr/share/codium/codium'
  const files = { '/snap/bin/codium': '/usr/bin/snap', [executable]: '' }
  expect(findDesktop(machine('linux', { PATH: '/snap/bin' }, files))).toBe(executable)
})

test('an application folder of the user counts on macOS', () => {
  const executable = '/home/ada/Applications/VSCodium.app/Contents/MacOS/Electron'
  expect(findDesktop(machine('darwin', {}, { [executable]: '' }))).toBe(executable)
})

test('a per-user install is found on Windows', () => {
  const executable = 'C:\\Users\\ada\\AppData\\Local\\Programs\\Microsoft VS Code\\Code.exe'
  const env = { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' }
  expect(findDesktop(machine('win32', env, { [executable]: '' }))).toBe(executable)
})

test('a Linux machine without a display server opens no window', () => {
  expect(hasDisplay(machine('linux', {}, {}))).toBe(false)
  expect(hasDisplay(machine('linux', { WAYLAND_DISPLAY: 'wayland-0' }, {}))).toBe(true)
})

test('nobody sees a window on a Mac that is reached over ssh', () => {
  expect(hasDisplay(machine('darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, {}))).toBe(false)
  expect(hasDisplay(machine('darwin', {}, {}))).toBe(true)
})
