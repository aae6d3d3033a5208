import { expect, test } from 'vitest'
import { trustGranted, type VerifyAnswer, verifyDocument } from '../../server/src/protocol.ts'
import type { Job, ProcessRunner } from '../../server/src/workspace/verify/process-runner.ts'
import { type Client, rich } from './testing/client.ts'
import { connect, disk } from './testing/in-process.ts'

const uri = 'file:///srv/app/web.service'
const text = '[Service]\nExecStart=/bin/true\nRestrat=always\n'
const dropIn = '[Service]\nFoo=1\n'
const files = disk({ [uri]: text, 'file:///srv/app/web.service.d/a.conf': dropIn })

interface Recorder extends ProcessRunner {
  readonly looked: string[]
  readonly jobs: Job[]
}

/** Runs nothing: keeps what it was asked for, and answers as systemd-analyze does. */
function recorder(): Recorder {
  const looked: string[] = []
  const jobs: Job[] = []
  return {
    looked,
    jobs,
    find: async (program) => {
      looked.push(program)
      return `/usr/bin/${program}`
    },
    run: async (job) => {
      jobs.push(job)
      const errors = [
        "<28>/private/units/web.service:3: Unknown key 'Restrat' in section [Service], ignoring.",
        "<28>/private/units/web.service.d/a.conf:2: Unknown key 'Foo' in section [Service], ignoring.",
        '<27>/usr/lib/systemd/system/other.service:1: something of another unit',
        '<27>other.service: Command /bin/other is not executable: No such file or directory',
      ]
      return { kind: 'ended', code: 1, errors: errors.join('\n'), folder: '/private' }
    },
  }
}

const ask = (client: Client, program = 'systemd', document = uri) =>
  client.connection.sendRequest<VerifyAnswer>(verifyDocument, { uri: document, program })

test('without trust no process is started, nor even looked for', async () => {
  const runner = recorder()
  const client = await connect({
    capabilities: rich,
    initializationOptions: { trusted: false },
    files,
    runner,
  })
  await client.open(uri, text)
  expect(await ask(client)).toEqual({
    outcome: 'not-asked',
    summary: 'programs are run in trusted workspaces only; trust this one and try again',
    remarks: [],
  })
  expect([runner.looked, runner.jobs]).toEqual([[], []])
  await client.connection.sendNotification(trustGranted)
  expect((await ask(client)).outcome).toBe('accepted')
  expect(runner.looked).toEqual(['systemd-analyze'])
})

test('what is asked about is the text in the editor, with its drop-ins', async () => {
  const runner = recorder()
  const client = await connect({ capabilities: rich, files, runner })
  await client.open(uri, text)
  await client.change(uri, { text: `${text}# typed a moment ago\n` })
  await ask(client)
  const { arguments: given, files: copies, variables } = runner.jobs[0]!.prepare('/private')
  expect(given).toEqual(['verify', '--man=no', '/private/units/web.service'])
  expect([...copies]).toEqual([
    ['units/web.service', `${text}# typed a moment ago\n`],
    ['units/web.service.d/a.conf', dropIn],
  ])
  expect(variables.SYSTEMD_UNIT_PATH).toBe('/srv/app:')
})

test('a unit of a user is verified as one', async () => {
  const runner = recorder()
  const client = await connect({ capabilities: rich, files, runner })
  await client.open(uri, `# unitwright: instance=user\n${text}`)
  await ask(client)
  expect(runner.jobs[0]!.prepare('/private').arguments).toContain('--user')
})

test('messages come back to the file and its drop-ins; those of other units do not', async () => {
  const client = await connect({ capabilities: rich, files, runner: recorder() })
  await client.open(uri, text)
  expect(await ask(client)).toEqual({
    outcome: 'accepted',
    summary: "systemd-analyze accepts 'web.service', with 2 warnings",
    remarks: [
      {
        uri,
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: 7 } },
        severity: 'warning',
        message: "Unknown key 'Restrat' in section [Service], ignoring.",
      },
      {
        uri: 'file:///srv/app/web.service.d/a.conf',
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
        severity: 'warning',
        message: "Unknown key 'Foo' in section [Service], ignoring.",
      },
    ],
  })
})

test('a document that is not open, or is for the other program, is refused with the reason', async () => {
  const runner = recorder()
  const client = await connect({ capabilities: rich, files, runner })
  await client.open(uri, text)
  expect((await ask(client, 'monit')).summary).toBe('this is a file of systemd, which monit does not read')
  expect((await ask(client, 'systemd', 'file:///nowhere.service')).outcome).toBe('not-asked')
  expect(runner.jobs).toEqual([])
})

test('where nothing can run a program that is said', async () => {
  const client = await connect({ capabilities: rich, files })
  await client.open(uri, text)
  expect((await ask(client)).summary).toBe(
    "a browser can't run programs; open the files in VS Code on a computer, or over SSH",
  )
})

test('a control file goes to monit, with what it includes, and its messages come back', async () => {
  const control = 'file:///srv/monit/monitrc'
  const included = 'file:///srv/monit/conf.d/app'
  const runner: ProcessRunner = {
    find: async (program) => (program === 'monit' ? '/usr/bin/monit' : undefined),
    run: async (job) => {
      const { arguments: given, files: copies } = job.prepare('/private')
      expect(given).toEqual(['-t', '-l', '/dev/null', '-c', '/private/control/monitrc'])
      expect([...copies]).toEqual([
        [
          'control/monitrc',
          'set idfile "/private/id" set daemon 30 set idfile "/private/id"\ninclude "/private/include-1/*"\n',
        ],
        ['include-1/00000', 'check system web\n  bogus\n'],
        ['id', '0'.repeat(32)],
      ])
      const errors = "/private/include-1/00000:2: syntax error 'bogus'\n"
      return { kind: 'ended', code: 1, errors, folder: '/private' }
    },
  }
  const client = await connect({
    capabilities: rich,
    files: disk({ [included]: 'check system web\n' }),
    runner,
  })
  await client.open(
    control,
    'set daemon 30 set idfile /var/lib/monit/id\ninclude /srv/monit/conf.d/*\n',
    'monit',
  )
  await client.open(included, 'check system web\n  bogus\n', 'monit')
  expect(await ask(client, 'monit', control)).toEqual({
    outcome: 'refused',
    summary: "monit refuses 'monitrc': syntax error 'bogus', on line 2 of 'app'",
    remarks: [
      {
        uri: included,
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
        severity: 'error',
        message: "syntax error 'bogus'",
      },
    ],
  })
})
