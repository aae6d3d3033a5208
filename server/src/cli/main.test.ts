import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../../../scripts/build.mjs'

// The bundle as it ships, in processes of its own: what only shows there.

const dist = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright dist '))
const cli = path.join(dist, 'cli.cjs')
const caches = path.join(dist, 'caches')
const env = { ...process.env, XDG_CACHE_HOME: caches, NODE_DISABLE_COMPILE_CACHE: '' }
const typo = '[Service]\nExecStart=/srv/web/run\nRestrat=always\n'
// Root may read and write everything, so its tests go on as somebody else.
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

beforeAll(async () => {
  await build({ folder: dist })
  // One test puts something else there.
  rmSync(path.join(dist, 'server.cjs'))
  chmodSync(dist, 0o777)
  mkdirSync(caches)
  if (nobody.uid) chownSync(caches, nobody.uid, nobody.gid)
})
afterAll(() => rmSync(dist, { recursive: true, force: true }))

/** A test of what only some systems have. */
function testOn(systems: readonly NodeJS.Platform[], name: string, body: () => void): void {
  test(name, (ctx) => {
    if (!systems.includes(process.platform)) return ctx.skip(`optional: not on ${process.platform}`)
    body()
  })
}
const onUnix = (name: string, body: () => void) => testOn(['linux', 'darwin'], name, body)
const onLinux = (name: string, body: () => void) => testOn(['linux'], name, body)

let folders = 0
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = path.join(dist, `folder ${folders++}`)
  mkdirSync(folder)
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text)
    if (nobody.uid) chownSync(path.join(folder, name), nobody.uid, nobody.gid)
  }
  chmodSync(folder, 0o777)
  return folder
}

function run(cwd: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    ...nobody,
  })
  return { status, stdout, stderr }
}

function shell(cwd: string, script: string) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, 'sh', process.execPath, cli], {
    cwd,
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('exit codes reach the shell', () => {
  const folder = folderWith({ 'a.service': typo })
  expect(run(folder, 'check')).toMatchObject({ status: 0, stdout: expect.stringContaining('Restrat=') })
  expect(run(folder, 'check', '--max-severity', 'warning')).toMatchObject({ status: 1 })
  expect(run(folder, 'nonsense')).toMatchObject({ status: 2, stdout: '' })
})

test('the server is loaded from beside the bundle', () => {
  const folder = folderWith({})
  const missing = run(folder, 'lsp', '--stdio')
  expect(missing).toMatchObject({ status: 2, stdout: '' })
  expect(missing.stderr).toMatch(/^unitwright: .*server\.cjs.*\n$/)
  const server = path.join(dist, 'server.cjs')
  writeFileSync(
    server,
    "process.stdout.write('served ' + process.argv.slice(2).join(' ')); process.exitCode = 7",
  )
  expect(run(folder, 'lsp', '--stdio')).toEqual({ status: 7, stdout: 'served lsp --stdio', stderr: '' })
  rmSync(server)
})

onUnix('files, folders and targets without permission are named', () => {
  const folder = folderWith({ 'a.service': typo, 'b.service': typo })
  chmodSync(path.join(folder, 'a.service'), 0o000)
  mkdirSync(path.join(folder, 'closed'), { mode: 0o700 })
  if (!nobody.uid) chmodSync(path.join(folder, 'closed'), 0o000)
  expect(run(folder, 'check')).toEqual({
    status: 2,
    stdout: expect.stringMatching(/^b\.service:3:1: .*\n$/),
    stderr:
      "unitwright: cannot check 'closed': permission denied\n" +
      "unitwright: cannot check 'a.service': permission denied\n" +
      '1 warning in 1 of 1 file\n',
  })
  chmodSync(path.join(folder, 'closed'), 0o700)
})

onUnix('a text that cannot be put back is named and stays as it was', () => {
  const folder = folderWith({ 'a.service': typo })
  const file = path.join(folder, 'a.service')
  chmodSync(file, 0o444)
  expect(run(folder, 'check', '--fix')).toEqual({
    status: 2,
    stdout: expect.stringMatching(/^a\.service:3:1: warning: .*\n$/),
    stderr: "unitwright: cannot mend 'a.service': permission denied\n1 warning in 1 of 1 file\n",
  })
  expect(readFileSync(file, 'utf8')).toBe(typo)
  const pipe = shell(
    folder,
    '"$1" "$2" check --fix /dev/stdin < /dev/zero | cat; printf "[Service\\n" | "$1" "$2" check --fix /dev/stdin',
  )
  expect(pipe.stderr).toContain("cannot check '/dev/stdin': it is larger than 8 MiB")
  expect(pipe.stderr).toContain("cannot mend '/dev/stdin': it is no regular file")
})

onUnix('whoever stops reading is not answered with a stack', () => {
  const long = `[Service]\nExecStart=/srv/run\n${'Restrat=always\n'.repeat(5000)}`
  const folder = folderWith({ 'a.service': long })
  const head = shell(folder, '("$1" "$2" check; echo "code $?" >&2) | head -n 1')
  expect(head.stdout).toMatch(/^a\.service:3:1: .*\n$/)
  expect(head.stderr).toBe('5000 warnings in 1 of 1 file\ncode 0\n')
  expect(shell(folder, '"$1" "$2" check --max-severity hint >&-')).toMatchObject({
    status: 1,
    stderr: '5000 warnings in 1 of 1 file\n',
  })
})

onLinux('a report that cannot be written is a failure', () => {
  const folder = folderWith({ 'a.service': typo })
  expect(shell(folder, '"$1" "$2" check >/dev/full')).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^unitwright: .*ENOSPC.*\n$/),
  })
})

onLinux('a slow reader of a non-blocking pipe gets everything', () => {
  const folder = folderWith({
    'a.service': `[Service]\nExecStart=/srv/run\n${'Restrat=always\n'.repeat(5000)}`,
  })
  const reader =
    'setTimeout(() => { let n = 0; process.stdin.on("data", (d) => { n += d.toString().split("\\n").length - 1 }).on("end", () => console.log(n)) }, 300)'
  const writer = `const { spawn } = require("child_process")
    const reader = spawn(process.execPath, ["-e", ${JSON.stringify(reader)}], { stdio: ["pipe", "inherit", "inherit"] })
    spawn(process.argv[1], [process.argv[2], "check"], { stdio: ["ignore", reader.stdin, "ignore"] }).on("exit", () => reader.stdin.end())`
  const { stdout } = spawnSync(process.execPath, ['-e', writer, process.execPath, cli], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout).toBe('5000\n')
})

onLinux('odd file names are read and shown on one line', () => {
  const folder = folderWith({ 'two\nlines and\ttab.service': typo })
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from('.service')]), typo)
  const { status, stdout, stderr } = run(folder, 'check', '.', 'two\nlines and\ttab.service')
  expect(stdout).toMatch(/^two\\nlines and\\ttab\.service:3:1: .*\n$/)
  expect(stderr).toMatch(/^unitwright: cannot check 'caf\ufffd\.service': no such file or folder\n/)
  expect(status).toBe(2)
})

test('no colours into a pipe', () => {
  expect(run(folderWith({ 'a.service': typo }), 'check').stdout).not.toContain('\x1b')
})

onLinux('colours on a terminal, unless NO_COLOR says otherwise', () => {
  const folder = folderWith({ 'a.service': typo })
  const onTerminal = (environment: string) =>
    shell(
      folder,
      `${environment} script -qec '"$1" "$2" check' /dev/null`
        .replaceAll('$1', process.execPath)
        .replaceAll('$2', cli),
    )
  expect(onTerminal('TERM=xterm').stdout).toContain('\x1b[33mwarning\x1b[0m')
  expect(onTerminal('TERM=xterm NO_COLOR=1').stdout).not.toContain('\x1b')
  expect(onTerminal('TERM=dumb').stdout).not.toContain('\x1b')
})

onUnix('compiled code is kept for the next run, and what others may write is not run', () => {
  const kept = path.join(caches, 'unitwright', 'compiled')
  rmSync(kept, { recursive: true, force: true })
  const folder = folderWith({ 'web.service': typo })
  const findings = run(folder, 'check', 'web.service')
  expect(findings.stdout).toContain('Restrat')
  const [name, ...others] = readdirSync(kept)
  expect(others).toEqual([])
  const file = path.join(kept, name!)
  const code = readFileSync(file)
  expect(run(folder, 'check', 'web.service')).toEqual(findings)
  expect(readFileSync(file).equals(code)).toBe(true)

  // V8 refuses what is no code of its own; the run compiles the text and mends the file.
  writeFileSync(file, 'no code')
  expect(run(folder, 'check', 'web.service')).toEqual(findings)
  expect(statSync(file).size).toBeGreaterThan(10_000)

  // Bytes by which V8 would know its own, in a file that anybody may write, are passed over and replaced.
  chmodSync(file, 0o666)
  expect(run(folder, 'check', 'web.service')).toEqual(findings)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

onUnix('another build of the same length and date is not taken for the one that was compiled', () => {
  const files = [path.join(dist, 'program.cjs'), cli]
  const [program, starter] = files.map((file) => readFileSync(file, 'utf8')) as [string, string]
  const other = program.replaceAll('unknown directive', 'UNKNOWN directive')
  // The build puts the hash of the one into the other.
  expect(starter).toContain(hash(program))
  const date = 1_000_000_000
  const install = (...texts: readonly string[]) => {
    for (const [at, text] of texts.entries()) {
      writeFileSync(files[at]!, text)
      utimesSync(files[at]!, date, date)
    }
  }
  const folder = folderWith({ 'web.service': typo })
  install(program, starter)
  const before = run(folder, 'check', 'web.service').stdout
  try {
    install(other, starter.replace(hash(program), hash(other)))
    expect(run(folder, 'check', 'web.service').stdout).toBe(before.replace('unknown d', 'UNKNOWN d'))
  } finally {
    install(program, starter)
  }
})

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}

onUnix('without a folder for compiled code a run is only slower', () => {
  const folder = folderWith({ 'web.service': typo })
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', 'web.service'], {
    cwd: folder,
    env: { ...env, XDG_CACHE_HOME: path.join(file, 'below') },
    encoding: 'utf8',
    ...nobody,
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '1 warning in 1 of 1 file\n' })
  expect(stdout).toContain('Restrat')
})
