import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { pumaUser } from '../templates/puma-user.ts'
import { someFacts } from '../testing/combinations.ts'
import { inMemory } from '../testing/in-memory.ts'
import { detectFacts } from './detect-facts.ts'
import { detectRubyApp } from './detect-ruby-app.ts'

const app = (files: Readonly<Record<string, string>>, elsewhere: Readonly<Record<string, string>> = {}) =>
  detectRubyApp(
    inMemory({
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [`/home/deploy/my shop/${name}`, text]),
      ),
      ...elsewhere,
    }),
    'file:///home/deploy/my%20shop',
    '/home/deploy',
  )

const lock = `GEM
  remote: https://rubygems.org/
  specs:
    puma (5.6.5)
      nio4r (~> 2.0)
    sd_notify (0.1.1)

RUBY VERSION
   ruby 3.1.2p20
`

test('a Rails app tells how to run it', async () => {
  const found = await app({
    Gemfile: "gem 'puma'\n",
    'Gemfile.lock': lock,
    'config.ru': 'run Rails.application',
    'config/puma.rb': 'workers 2\n',
    '.ruby-version': 'ruby-3.3.0\n',
    Procfile: 'worker: sidekiq\nweb: bundle exec puma -C config/puma.rb\n',
  })
  expect(found).toMatchObject({
    folder: '/home/deploy/my shop',
    name: 'my shop',
    evidence: ['Gemfile', 'config.ru', 'config/puma.rb'],
    deployTo: undefined,
    pumaVersion: '5.6.5',
    hasSdNotify: true,
    ruby: { source: 'rbenv', root: '~/.rbenv', version: '3.3.0', isJRuby: false },
    puma: { workers: 2 },
    webCommand: 'bundle exec puma -C config/puma.rb',
  })
})

test('config/deploy.rb tells where it is deployed to, and by which Ruby', async () => {
  const { name, deployTo, ruby } = await app({
    Gemfile: '',
    Capfile: "require 'capistrano/setup'\n",
    'config/deploy.rb': `
set :application, "store"
set :deploy_to, "/home/deploy/apps/#{fetch(:application)}"
set :rbenv_type, :system
set :rbenv_ruby, '3.2.2'
`,
  })
  expect({ name, deployTo }).toEqual({ name: 'store', deployTo: '/home/deploy/apps/store' })
  expect(ruby).toEqual({ source: 'rbenv', root: '/usr/local/rbenv', version: '3.2.2', isJRuby: false })
})

test('what is set for the stage of production has the last word', async () => {
  const files = (text: string) => ({ Gemfile: '', 'config/deploy.rb': `set :application, 'store'\n${text}` })
  const stage = { 'config/deploy/production.rb': "set :deploy_to, '/srv/store'\n" }
  expect((await app({ ...files("set :deploy_to, '/a'\n"), ...stage })).deployTo).toBe('/srv/store')
  const named = 'set :deploy_to, -> { "/srv/#{fetch(:application)}_#{fetch(:stage)}" }\n'
  expect((await app(files(named))).deployTo).toBe('/srv/store_production')
  // Not Capistrano's default, then.
  expect((await app(files("set :deploy_to, ENV['TARGET']\n"))).deployTo).toBeUndefined()
})

test('a version manager is told by settings whose values are not known, and by those of Mina', async () => {
  const ruby = async (deploy: string) =>
    (await app({ Gemfile: '', '.ruby-version': '3.3.0', 'config/deploy.rb': deploy })).ruby
  const found = { source: 'rvm', root: '~/.rvm', version: '3.3.0', isJRuby: false }
  expect(await ruby("set :rvm_ruby_version, File.read('.ruby-version').strip\n")).toEqual(found)
  expect(await ruby("require 'mina/rvm'\nset :application_name, 'store'\n")).toEqual(found)
  expect((await app({ 'config/deploy.rb': "set :application_name, 'store'\n" })).name).toBe('store')
})

test('paths are those on the servers: in the folder that is current, or shared between releases', async () => {
  const { puma } = await app({
    Gemfile: '',
    'config/deploy.rb': "set :application, 'store'\n",
    'config/puma.rb': `
pidfile ENV.fetch("PIDFILE") { "tmp/pids/server.pid" }
bind "unix://#{File.expand_path('..', __dir__)}/tmp/sockets/puma.sock"
bind 'unix://tmp/puma.sock'
`,
  })
  expect(puma).toMatchObject({
    pidFile: '/var/www/store/shared/tmp/pids/server.pid',
    binds: [
      'unix:///var/www/store/shared/tmp/sockets/puma.sock',
      'unix:///var/www/store/current/tmp/puma.sock',
    ],
  })
})

test("Puma's own folder tells where it is deployed to, where nothing else does", async () => {
  const files = (folder: string) => ({ Gemfile: '', 'config/puma.rb': `directory '${folder}'\n` })
  const found = await app(files('/home/deploy/store/current'))
  expect(found.deployTo).toBe('/home/deploy/store')
  const facts = { ...found, puma: (await app(files('/home/deploy/store'))).puma, deployTo: undefined }
  const answers = completeAnswers(pumaUser, { ...someFacts, app: facts, home: '/home/deploy' }, {})
  expect(answers.kind === 'complete' && answers.answers.directory).toBe('~/store')
  const both = await app({ ...files('/srv/old/current'), 'config/deploy.rb': "set :deploy_to, '/srv/new'\n" })
  expect(both.deployTo).toBe('/srv/new')
})

test("the configuration that counts is the Procfile's, else the one for production", async () => {
  const files = {
    Gemfile: '',
    'config/puma.rb': 'port 1',
    'config/puma/production.rb': 'port 2',
    'config/web.rb': 'port 3',
  }
  const named = (name: string) => ({ ...files, Procfile: `web: bundle exec puma -t 1:5 -C ${name}\n` })
  expect((await app(files)).puma).toMatchObject({
    file: 'config/puma/production.rb',
    binds: ['tcp://0.0.0.0:2'],
  })
  expect((await app(named('./config/web.rb'))).puma.file).toBe('config/web.rb')
  expect((await app(named('config/none.rb'))).puma.file).toBe('config/puma/production.rb')
  expect((await app(named('../puma.rb'))).puma.file).toBe('config/puma/production.rb')
})

test('a mark of the encoding at the beginning of a file is no part of it', async () => {
  expect((await app({ Procfile: '\uFEFFweb: puma\n' })).webCommand).toBe('puma')
})

test('what the Procfile and its own file say of Sidekiq is found, and the scripts in bin', async () => {
  const { sidekiq, sidekiqVersion, binstubs } = await app({
    Gemfile: "gem 'sidekiq', '~> 7.2'\n",
    Procfile: 'web: puma\njobs: bundle exec sidekiq -C ./config/jobs.yml -q default\n',
    'config/sidekiq.yml': 'timeout: 1\n',
    'config/jobs.yml': ':timeout: 40\n',
    'bin/sidekiq': '#!/usr/bin/env ruby\nload 1\n',
    'bin/puma': '#!/bin/sh\nexec puma\n',
  })
  expect({ sidekiqVersion, binstubs }).toEqual({ sidekiqVersion: '7.2', binstubs: ['sidekiq'] })
  expect(sidekiq).toMatchObject({ file: 'config/jobs.yml', timeout: 40, queues: ['default'] })
  expect((await app({ 'config/sidekiq.yml': 'timeout: 7\n' })).sidekiq).toMatchObject({
    file: 'config/sidekiq.yml',
    timeout: 7,
  })
  expect((await app({ Procfile: 'w: sidekiq -C ../x.yml' })).sidekiq).toMatchObject({ file: '../x.yml' })
})

describe('the source of Ruby', () => {
  const source = async (files: Readonly<Record<string, string>>, elsewhere = {}) =>
    (await app({ Gemfile: '', ...files }, elsewhere)).ruby

  test('is the version manager that is installed', async () => {
    expect(await source({ '.ruby-version': '3.3.0' }, { '/usr/local/rvm/bin/rvm': '' })).toMatchObject({
      source: 'rvm',
      root: '/usr/local/rvm',
    })
  })
  test('is the one whose file there is, wherever it is installed', async () => {
    const elsewhere = { '/home/deploy/.rbenv/bin/rbenv': '' }
    expect(await source({ '.tool-versions': 'nodejs 20\nruby 3.3.1\n' }, elsewhere)).toMatchObject({
      source: 'asdf',
      version: '3.3.1',
    })
    expect(await source({ 'mise.toml': '[tools]\nruby = "3.4.0"\n' })).toMatchObject({
      source: 'mise',
      version: '3.4.0',
    })
  })
  test('may be told by a list or a table of mise', async () => {
    for (const ruby of ['["3.4.1", "3.3"]', '{ version = "3.4.1" }']) {
      expect(await source({ '.mise.toml': `[tools]\nruby = ${ruby}\n` })).toMatchObject({
        source: 'mise',
        version: '3.4.1',
      })
    }
  })
  test('is RVM where there is a set of gems, which its wrappers are named after', async () => {
    const found = { source: 'rvm', root: '~/.rvm', version: '3.3.0@shop', isJRuby: false }
    const inTwo = { '.ruby-version': 'ruby-3.3.0\n', '.ruby-gemset': 'shop\n' }
    expect(await source({ '.ruby-version': 'ruby-3.3.0@shop\n' })).toEqual(found)
    expect(await source(inTwo)).toEqual(found)
    const deploy = "set :application, 'shop'\nset :rvm_ruby_version, 'ruby-3.3.0@shop'\n"
    expect(await source({ 'config/deploy.rb': deploy })).toEqual(found)
    const facts = { ...someFacts, app: await app({ Gemfile: '', ...inTwo }) }
    const version = (ruby: string) => {
      const answers = completeAnswers(pumaUser, facts, { ruby })
      return answers.kind === 'complete' && answers.answers['ruby-version']
    }
    expect([version('rvm'), version('rbenv')]).toEqual(['3.3.0@shop', '3.3.0'])
  })
  test("is the system's where nothing tells, and without Bundler where there is no Gemfile", async () => {
    expect((await source({})).source).toBe('system')
    expect((await app({ 'config.ru': '' })).ruby.source).toBe('package')
  })
  test('may be JRuby', async () => {
    expect(await source({ '.ruby-version': 'jruby-9.4.5.0' })).toMatchObject({
      version: '9.4.5.0',
      isJRuby: true,
    })
  })
})

test('the version of Puma is what the Gemfile asks for where nothing is locked', async () => {
  expect((await app({ Gemfile: 'gem "puma", "~> 6.4" # fast\n' })).pumaVersion).toBe('6.4')
})

test.each([
  ['  get "up" => "rails/health#show", as: :rails_health_check\n', '/up'],
  ["  get '/health/live', to: 'rails/health#show'\n", '/health/live'],
  ['  # get "up" => "rails/health#show"\n', undefined],
  ['  root "posts#index"\n', undefined],
])('the page of health that %j has is %j', async (route, page) => {
  const routes = `Rails.application.routes.draw do\n${route}end\n`
  expect((await app({ 'config/routes.rb': routes })).healthPage).toBe(page)
})

test('a folder without an app has no evidence of one', async () => {
  expect((await app({ 'README.md': '' })).evidence).toEqual([])
})

test.each([
  ["o'brien & co.", 'o brien co', 'puma-o-brien-co'],
  ['日本', '日本', 'puma'],
  ['@@', 'app', 'puma-app'],
])('an app in the folder %j is proposed to be called %j', async (folder, name, unit) => {
  const path = `/home/deploy/${folder}`
  const facts = await detectFacts(
    inMemory({ [`${path}/config.ru`]: '' }),
    pathToFileURL(path).href,
    '/home/deploy',
  )
  expect(completeAnswers(pumaUser, facts, {})).toMatchObject({
    kind: 'complete',
    answers: { app: name, name: unit, directory: `~/${folder}` },
  })
})
