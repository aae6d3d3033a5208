import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { describeUnless } from '../../../../test/reporting/describe-unless.ts'
import { nodeFileSystem } from '../../cli/file-system.node.ts'
import { nodeProcessRunner } from './process-runner.node.ts'
import type { Job, ProcessRunner } from './process-runner.ts'
import type { Verdict } from './verdict.ts'
import { verifyMonit } from './verify-monit.ts'

let folder = ''
const live = new Map<string, string>()

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'unitwright-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach(() => live.clear())

const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}

function verify(text: string, name = 'monitrc', runner: ProcessRunner = nodeProcessRunner): Promise<Verdict> {
  const subject = { uri: uriOf(name), path: path.join(folder, name), folder, text }
  return verifyMonit(subject, nodeFileSystem, runner, (uri) => live.get(uri))
}

/** Remarks as `FILE: PLACE: SEVERITY: MESSAGE`. */
const told = ({ remarks }: Verdict) =>
  remarks.map(
    ({ file, span, severity, message }) =>
      `${file.uri.slice(file.uri.lastIndexOf('/') + 1)}: ${file.text.slice(span.start, span.end)}: ${severity}: ${message}`,
  )

const hasMonit = spawnSync('monit', ['-V']).status === 0
const noMonit = hasMonit ? undefined : 'there is no monit on this machine'

describeUnless(noMonit, 'with the installed monit', () => {
  test('a good file is accepted', async () => {
    const verdict = await verify('set daemon 30\ncheck system shop\n  if memory > 80% then alert\n')
    expect(verdict).toEqual({ outcome: 'accepted', summary: "monit accepts 'monitrc'", remarks: [] })
  })

  test('a mistake is placed on its word', async () => {
    const verdict = await verify('set daemon 30\n\ncheck system shop\n  if memory > 800MB then alert\n')
    expect(verdict.outcome).toBe('refused')
    expect(verdict.summary).toBe("monit refuses 'monitrc': syntax error '800MB', on line 4")
    expect(told(verdict)).toEqual(["monitrc: 800MB: error: syntax error '800MB'"])
  })

  test('a mistake on the first line keeps its line, and one at the end is on the last', async () => {
    expect(told(await verify('sat daemon 30\n'))).toEqual(["monitrc: sat: error: syntax error 'sat'"])
    expect(told(await verify('set daemon\n\n'))).toEqual(["monitrc: set daemon: error: syntax error ''"])
  })

  test('what monit only warns of is a warning', async () => {
    const verdict = await verify(
      'check process a with pidfile /run/a.pid\n  start program = "/nowhere/a start"\n',
    )
    expect(verdict.outcome).toBe('accepted')
    expect(verdict.summary).toBe("monit accepts 'monitrc', with 1 warning")
    expect(told(verdict)).toEqual(["monitrc: /nowhere/a: warning: Program does not exist: '/nowhere/a'"])
  })

  test('a message without a line goes to what it names', async () => {
    const verdict = await verify('check process a with pidfile /run/a.pid\n  depends on nobody\n')
    expect(told(verdict)).toEqual([
      "monitrc: nobody: error: Depending service 'nobody' is not defined in the control file",
    ])
  })

  test('a message that goes over two lines is one', async () => {
    expect(told(await verify('set daemon 30\ncheck host h with address x.example\n'))).toEqual([
      expect.stringMatching(/^monitrc: h: error: 'check host' statement .* 'h'$/),
    ])
    const [odd] = told(await verify('check host h with address http://\n'))
    expect(odd).toMatch(/^monitrc: check host h with address http:\/\/: error: .*'\\n'$/)
  })

  test('nothing is written where the file says, and its path is in the messages', async () => {
    const inside = (name: string) => path.join(folder, name)
    const verdict = await verify(
      `set idfile ${inside('id')} set statefile "${inside('state')}"\nset pidfile ${inside('pid')}
set log ${inside('log')} set eventqueue basedir ${inside('queue')} slots 5\nset logfile "${inside('log2')}" oops`,
    )
    // Newer versions also warn of `set logfile`.
    const errors = told(verdict).filter((each) => each.includes(': error: '))
    expect(errors).toEqual(["monitrc: oops: error: syntax error 'oops'"])
    for (const name of ['id', 'state', 'pid', 'log', 'log2', 'queue'])
      expect(existsSync(inside(name))).toBe(false)
  })

  test('included files are read as they are in the editor, and their mistakes are theirs', async () => {
    write('conf.d/10-good', 'check system a\n')
    write('conf.d/20-bad', 'check file b with path /etc/hosts\n\n  if fantasy\n')
    write('conf.d/30-old~', 'rubbish')
    const text = 'set daemon 30\ninclude conf.d/*\n'
    expect(told(await verify(text))).toEqual(["20-bad: fantasy: error: syntax error 'fantasy'"])
    expect((await verify(text)).summary).toContain("syntax error 'fantasy', on line 3 of '20-bad'")
    live.set(uriOf('conf.d/20-bad'), 'check file b with path /etc/hosts\n')
    expect((await verify(text)).outcome).toBe('accepted')
  })

  test('an include without a file is a warning with the pattern as written', async () => {
    expect(told(await verify('set daemon 30\ninclude nothing.d/*\n'))).toEqual([
      `monitrc: nothing.d/*: warning: Include failed -- No such file or directory 'nothing.d/*'`,
    ])
  })

  test('a file that is among those that it includes is read once', async () => {
    write('all/monitrc', 'on disk')
    const text = `check system a\ninclude ${folder}/all/*\n`
    expect((await verify(text, 'all/monitrc')).remarks.map(({ severity }) => severity)).toEqual(['warning'])
  })

  test('files that include each other come to an end', async () => {
    write('circle/a', `include ${folder}/circle/b\n`)
    write('circle/b', `include ${folder}/circle/a\n`)
    const verdict = await verify(`set daemon 30\ninclude ${folder}/circle/a\n`)
    expect(verdict.outcome).toBe('accepted')
    expect(told(verdict).join()).toContain('Include loop')
  })
})

/** What a runner was asked to run. */
function recorder(found: string | undefined = '/usr/bin/monit'): ProcessRunner & { readonly jobs: Job[] } {
  const jobs: Job[] = []
  return {
    jobs,
    find: async () => found,
    run: async (job) => {
      jobs.push(job)
      return { kind: 'out-of-time' }
    },
  }
}

test('where a folder is allowed monit is not even started: it would never end', async () => {
  const runner = recorder()
  const verdict = await verify(`set httpd port 2812\n  allow "${folder}"\n`, 'monitrc', runner)
  expect(runner.jobs).toEqual([])
  expect(verdict.outcome).toBe('not-asked')
  expect(told(verdict)).toEqual([
    `monitrc: "${folder}": error: 'allow' on line 2 names the folder "${folder}", where a file of passwords is expected`,
  ])
  await verify(`set httpd port 2812\n  allow md5 ${folder} bob\n`, 'monitrc', runner)
  expect(runner.jobs).toEqual([])
  await verify(`set httpd port 2812\n  allow md5 ${folder}/nothing bob\n`, 'monitrc', runner)
  expect(runner.jobs.length).toBe(1)
})

test('why monit was not asked is said', async () => {
  expect((await verify('', 'monitrc', recorder(''))).summary).toBe(
    'monit did not answer within 10 seconds and was ended',
  )
  expect((await verify('', 'app.monitrc.erb')).summary).toBe(
    "'app.monitrc.erb' is a template; monit can only read what is made from it",
  )
  const missing: ProcessRunner = { ...recorder(), find: async () => undefined }
  expect((await verify('', 'monitrc', missing)).summary).toBe(
    "there is no program 'monit' on PATH; install monit to ask it",
  )
})
