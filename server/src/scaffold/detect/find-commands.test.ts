import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { commandUser } from '../templates/command-user.ts'
import { inMemory } from '../testing/in-memory.ts'
import { detectFacts } from './detect-facts.ts'
import { findCommands } from './find-commands.ts'

const disk = (files: Readonly<Record<string, string>>, elsewhere: Readonly<Record<string, string>> = {}) =>
  inMemory({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`/home/deploy/shop/${name}`, text])),
    ...elsewhere,
  })
const folder = 'file:///home/deploy/shop'
const commands = (files: Readonly<Record<string, string>>) => findCommands(disk(files), folder)

test('the entries of a Procfile are commands, as they stand there', async () => {
  expect(
    await commands({
      Procfile: '# web: no\nweb: node server.js -p $PORT  \r\nworker:\tnode "jobs.js" | cat\nempty:\n',
    }),
  ).toEqual([
    { name: 'web', command: 'node server.js -p $PORT', file: 'Procfile' },
    { name: 'worker', command: 'node "jobs.js" | cat', file: 'Procfile' },
  ])
})

describe('of a package.json', () => {
  test('start comes first, and what ends by itself is left out', async () => {
    const scripts = { build: 'tsc', 'test:all': 'jest', jobs: 'node jobs.js', start: 'node .', dev: 'vite' }
    expect(await commands({ 'package.json': JSON.stringify({ scripts }) })).toEqual([
      { name: 'start', command: 'node .', file: 'package.json' },
      { name: 'jobs', command: 'node jobs.js', file: 'package.json' },
    ])
  })
  test('without a start there is what npm starts then', async () => {
    expect(await commands({ 'package.json': '{}', 'server.js': '' })).toEqual([
      { name: 'start', command: 'node server.js', file: 'package.json' },
    ])
    expect(await commands({ 'package.json': '{}' })).toEqual([])
    expect(await commands({ 'server.js': '' })).toEqual([])
  })
  test('a script that the Procfile has as well is its', async () => {
    const manifest = '{"scripts": {"web": "node other.js"}}'
    expect(await commands({ Procfile: 'web: node a.js\n', 'package.json': manifest })).toEqual([
      { name: 'web', command: 'node a.js', file: 'Procfile' },
    ])
  })
  test.each(['', '{', 'null', '[]', '{"scripts": []}', '{"scripts": {"start": 1}}', '{"scripts": null}'])(
    'nothing is made of %j',
    async (manifest) => expect(await commands({ 'package.json': manifest })).toEqual([]),
  )
})

describe('what was found is proposed', () => {
  const propose = async (
    files: Readonly<Record<string, string>>,
    elsewhere: Readonly<Record<string, string>> = {},
    said: Readonly<Record<string, string>> = {},
  ) => {
    const facts = await detectFacts(disk(files, elsewhere), folder, '/home/deploy')
    return completeAnswers(commandUser, facts, said)
  }

  test('with the path of the program, from the home folder', async () => {
    const completed = await propose(
      { 'package.json': '{"scripts": {"start": "node server.js"}}', '.nvmrc': '18\n' },
      {
        '/home/deploy/.nvm/versions/node/v18.2.0/bin/node': '',
        '/home/deploy/.nvm/versions/node/v18.10.1/bin/node': '',
        '/home/deploy/.nvm/versions/node/v20.0.0/bin/node': '',
        '/usr/bin/node': '',
      },
    )
    expect(completed).toMatchObject({
      kind: 'complete',
      answers: {
        entry: 'start',
        command: 'node server.js',
        name: 'shop-server',
        directory: '~/shop',
        program: '~/.nvm/versions/node/v18.10.1/bin/node',
      },
    })
  })

  test("with the project's own program before others", async () => {
    const files = { Procfile: 'jobs: celery -A shop worker\n', '.venv/bin/celery': '' }
    expect(await propose(files, { '/usr/bin/celery': '' })).toMatchObject({
      kind: 'complete',
      answers: { command: 'celery -A shop worker', program: '~/shop/.venv/bin/celery' },
    })
  })

  test('with the folders of programs that a shell looks for', async () => {
    const files = { Procfile: 'web: A=1 rake db:migrate && exec puma | tee log\n' }
    const elsewhere = {
      '/home/deploy/.rbenv/shims/puma': '',
      '/home/deploy/.local/bin/rake': '',
      '/usr/bin/tee': '',
    }
    expect(await propose(files, elsewhere)).toMatchObject({
      kind: 'complete',
      answers: { path: '~/.local/bin:~/.rbenv/shims' },
    })
  })

  test('by the entry that is named', async () => {
    const files = { Procfile: 'web: puma\nworker: bundle exec sidekiq\n' }
    expect(
      await propose(files, { '/home/deploy/.rbenv/shims/bundle': '' }, { entry: 'worker' }),
    ).toMatchObject({
      kind: 'complete',
      answers: { command: 'bundle exec sidekiq', name: 'shop-worker', program: '~/.rbenv/shims/bundle' },
    })
    expect(await propose(files, {}, { entry: 'clock' })).toMatchObject({
      kind: 'incomplete',
      problems: [{ input: 'entry', message: "'clock' is no 'entry'; accepted: web, worker, nothing" }],
    })
  })

  test('and called after the entry only where it is what that starts', async () => {
    const said = { command: 'bin/rails jobs:work' }
    expect(await propose({ Procfile: 'web: puma\n' }, {}, said)).toMatchObject({
      kind: 'complete',
      answers: { entry: 'web', name: 'shop-jobs-work' },
    })
  })

  test('and nothing where there is nothing', async () => {
    expect(await propose({ 'README.md': '' })).toMatchObject({
      kind: 'incomplete',
      problems: [{ input: 'command' }],
    })
    expect(await propose({ 'README.md': '' }, {}, { command: 'node x' })).toMatchObject({
      kind: 'complete',
      answers: { entry: '', name: 'shop-x', program: '' },
    })
  })
})
