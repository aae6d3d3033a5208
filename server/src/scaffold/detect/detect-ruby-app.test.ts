import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { completeAnswers } from '../answers.ts'
import { pumaUser } from '../templates/puma-user.ts'
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
