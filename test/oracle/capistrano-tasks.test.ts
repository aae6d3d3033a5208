import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { capistranoTasks } from '../../server/src/scaffold/templates/capistrano-tasks.ts'
import { combinations } from '../../server/src/scaffold/testing/combinations.ts'

// The tasks for Capistrano, put to Ruby.

const hasRuby = spawnSync('ruby', ['--version']).status === 0

test('is Ruby in every combination, to Ruby itself', (ctx) => {
  if (!hasRuby) ctx.skip('there is no ruby on this machine')
  const folder = scratch()
  for (const [at, answers] of combinations(capistranoTasks).entries()) {
    const file = path.join(folder, `${at}.rake`)
    writeFileSync(file, capistranoTasks.render(answers).files[0]!.text)
    const { status, stdout, stderr } = spawnSync('ruby', ['-wc', file], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'Syntax OK\n', stderr: '' })
  }
})

/**
 * What stands in for Capistrano: its words, and a server that writes down what is executed and uploaded there, with the
 * variables it is executed with. `FOLDER TASK...` are the arguments; the tasks' file is tasks.rake in that folder.
 */
const capistrano = String.raw`
require 'json'
$said = []
$tasks = {}
$space = []
class Server
  def initialize = @variables = {}
  def with(variables)
    before, @variables = @variables, variables
    yield
  ensure
    @variables = before
  end
  def execute(*words, **) = $said << [@variables, words.map(&:to_s)]
  def upload!(from, to) = $said << ['upload', File.read(from), to]
  def test(*words) = words.first(2) != [:test, '-e']
  def capture(*words, **)
    { 'id -u' => "1000\n", 'id -un' => "deploy\n", 'printenv HOME' => '/home/de ploy' }[words.join(' ')] || execute(*words)
  end
end
def namespace(name)
  $space << name
  yield
  $space.pop
end
def desc(text) = text
def task(name, &block)
  name, needed = name.is_a?(Hash) ? name.first : [name, []]
  $tasks[[*$space, name].join(':')] = [needed.map { |each| [*$space, each].join(':') }, block]
end
def roles(role) = [role]
def on(hosts, &block) = hosts.each { |host| Server.new.instance_exec(host, &block) }
def after(task, name) = $said << ['after', task, name]
def invoke(name)
  needed, block = $tasks.fetch(name)
  needed.each { |each| invoke(each) }
  block&.call
end
Dir.chdir(ARGV.shift)
load './tasks.rake'
ARGV.each { |name| invoke(name) }
puts JSON.generate($said)
`

const enabled = '[Install]\nWantedBy=default.target\n'
const odd = 'it\'s "#{1 + 1}" \\ [x]*'
const units = {
  'shop.service': enabled,
  'shop.socket': enabled,
  'shop.service.d/limits.conf': '[Service]\nTasksMax=9\n',
  'tidy.service': '[Service]\nType=oneshot\n',
  'tidy.timer': enabled,
  'other.service': enabled,
}
const user = { xdg_runtime_dir: '/run/user/1000' }
const home = '/home/de\\ ploy/.config/systemd/user'

/** What the tasks do on a server of a project with the units in an oddly named folder. */
function run(publish: string, ...tasks: readonly string[]): unknown {
  const folder = scratch()
  for (const [name, text] of Object.entries(units)) {
    const file = path.join(folder, odd, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const answers = { services: 'shop tidy', folder: odd, role: 'app', name: 'jobs', publish }
  writeFileSync(path.join(folder, 'tasks.rake'), capistranoTasks.render(answers).files[0]!.text)
  writeFileSync(path.join(folder, 'capistrano.rb'), capistrano)
  const program = path.join(folder, 'capistrano.rb')
  const { stdout, stderr } = spawnSync('ruby', [program, folder, ...tasks], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

test('brings the units to the server and enables what can be', (ctx) => {
  if (!hasRuby) ctx.skip('there is no ruby on this machine')
  const files = [
    'shop.service',
    'shop.service.d/limits.conf',
    'shop.socket',
    'tidy.service',
    'tidy.timer',
  ] as const
  const uploads = files.flatMap((file) => [
    [{}, ['mkdir', '-p', path.posix.dirname(`${home}/${file}`)]],
    ['upload', units[file], `/home/de ploy/.config/systemd/user/${file}`],
    [{}, ['chmod', '644', `${home}/${file}`]],
  ])
  expect(run('reload', 'jobs:setup')).toEqual([
    ['after', 'deploy:published', 'jobs:reload'],
    ...uploads,
    [user, ['systemctl', '--user', 'daemon-reload']],
    [user, ['systemctl', '--user', 'enable', 'shop.service', 'shop.socket', 'tidy.timer']],
  ])
})

test('reloads what runs, and leaves to timers what is theirs', (ctx) => {
  if (!hasRuby) ctx.skip('there is no ruby on this machine')
  const started = [user, ['systemctl', '--user', 'start', 'shop.socket', 'tidy.timer']]
  expect(run('restart', 'jobs:reload', 'jobs:restart', 'jobs:stop')).toEqual([
    ['after', 'deploy:published', 'jobs:restart'],
    started,
    [user, ['systemctl', '--user', 'reload-or-restart', 'shop.service']],
    started,
    [user, ['systemctl', '--user', 'restart', 'shop.service']],
    [user, ['systemctl', '--user', 'stop', 'shop.service', 'shop.socket', 'tidy.service', 'tidy.timer']],
  ])
})

function scratch(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'unitwright-tasks-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
