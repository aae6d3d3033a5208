import { rubyList, rubyString } from '../ruby-text.ts'
import type { Answers, Rendering, Template, TextInput } from '../template.ts'
import { unitName, withoutEnding } from '../validate.ts'

/** Tasks for Capistrano that bring the units of user services to the servers, and reload the services after a deployment. */
export const capistranoTasks: Template = {
  id: 'capistrano-tasks',
  title: 'Generate Capistrano tasks for a user service',
  summary: 'Capistrano uploads and enables the units, and reloads the services after a deployment',
  manager: 'user',
  inputs: [
    {
      kind: 'text',
      name: 'services',
      title: 'Services',
      prompt: 'the names of the services, with blanks between them',
      propose: ({ services }) =>
        services
          .filter(({ manager }) => manager === 'user')
          .map(({ name }) => name)
          .join(' ') || undefined,
      validate: serviceNames,
    },
    {
      kind: 'text',
      name: 'folder',
      title: 'Folder of the units',
      prompt: "where the project has the units, from the project's folder",
      propose({ services }, answers) {
        const [first] = namesOf(answers)
        const found = services.filter(({ name }) => name === first)
        const own = found.find(({ manager }) => manager === 'user') ?? found[0]
        const path = own?.path ?? 'config/systemd/user/'
        return path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '.'
      },
      validate: (value) =>
        value === '' || value.startsWith('/') || value.startsWith('~') || value.split('/').includes('..')
          ? `'${value}' is no folder of the project; accepted: one such as config/systemd/user`
          : undefined,
    },
    {
      kind: 'text',
      name: 'role',
      title: 'Role',
      prompt: 'the role of the servers that run the services',
      propose: () => 'app',
      validate: (value) =>
        /^[a-z_]\w*$/i.test(value) ? undefined : `'${value}' is no role; accepted: one word such as app`,
    },
    {
      kind: 'text',
      name: 'name',
      title: 'Name of the tasks',
      prompt: 'what the tasks are called: the word before the colon, and the name of the file',
      propose: () => 'services',
      validate: (value) =>
        /^[A-Za-z_][\w-]{0,99}$/.test(value)
          ? undefined
          : `'${value}' is no name for tasks; accepted: letters, digits, - and _`,
    },
    {
      kind: 'choice',
      name: 'publish',
      title: 'After a deployment',
      prompt: 'what happens to the services once a release is published',
      choices: [
        {
          value: 'reload',
          label: 'Reload, or restart',
          detail: 'reloads the services that can be, and restarts or starts the others',
        },
        { value: 'restart', label: 'Restart', detail: 'stops and starts each of them' },
      ],
      propose: () => 'reload',
    },
  ],
  unfit: () => undefined,
  render: renderTasks,
}

function namesOf({ services = '' }: Answers): readonly string[] {
  const names = services.split(/\s+/).filter((name) => name !== '')
  return [...new Set(names.map(withoutEnding))]
}

function serviceNames(...[value, answers]: Parameters<TextInput['validate']>): string | undefined {
  const names = namesOf({ services: value })
  if (names.length === 0) return 'no service is named; accepted: names such as puma-shop'
  return names.map((name) => unitName(name, answers)).find((fault) => fault !== undefined)
}

function renderTasks(answers: Answers): Rendering {
  const { name = '' } = answers
  const path = `lib/capistrano/tasks/${name}.rake`
  return {
    files: [{ path, text: tasksText(answers), isUnit: false }],
    areStepsLocal: true,
    nextSteps: [
      {
        why: "the Capfile that Capistrano writes reads all of that folder's tasks already; others need a line",
        command: `grep -qs capistrano/tasks Capfile || printf "import '%s'\\n" ${path} >> Capfile`,
      },
      {
        why: 'once for each stage, and again whenever a unit has changed',
        command: `bundle exec cap production ${name}:setup`,
      },
    ],
  }
}

function tasksText(answers: Answers): string {
  const { name = '', folder = '', role = '', publish } = answers
  return `# frozen_string_literal: true

# Tasks for services under the systemd of the user who deploys. Once for each stage, and again when a unit has changed:
#
#   cap production ${name}:setup

require 'shellwords'

namespace ${rubyString(name)} do
  services = ${rubyList(namesOf(answers))}
  folder = ${rubyString(folder)}
  role = ${rubyString(role)}.to_sym

  # What of the services is in the folder: names from there on, drop-ins included.
  files = lambda do
    services.flat_map do |service|
      missing = File.join(folder, "#{service}.service")
      raise "#{missing} is not there" unless File.file?(missing)

      Dir.glob(["#{service}.{socket,timer,service}", "#{service}.{socket,timer,service}.d/*.conf"], base: folder).sort
    end
  end
  units = -> { files.call.reject { |file| file.include?('/') } }

  # A service with a timer runs when the timer says so, and not when something is deployed.
  timed = ->(unit) { units.call.include?(unit.sub(/\\.service\\z/, '.timer')) }
  started_first = -> { units.call.grep(/\\.(?:socket|timer)\\z/) }
  running = -> { units.call.grep(/\\.service\\z/).reject(&timed) }

  # A command over SSH belongs to no login, so that nothing tells systemctl where the user's systemd listens.
  runtime_folder = ->(backend) { "/run/user/#{backend.capture(:id, '-u').strip}" }
  systemctl = lambda do |backend, *arguments|
    backend.with(xdg_runtime_dir: runtime_folder.call(backend)) do
      backend.execute(:systemctl, '--user', *arguments.map(&:shellescape))
    end
  end

  desc 'Keeps the systemd of the deploying user running from boot on, without a login'
  task :linger do
    on roles(role) do |host|
      user = capture(:id, '-un').strip
      unless test(:test, '-e', "/var/lib/systemd/linger/#{user}".shellescape) ||
             test(:loginctl, 'enable-linger', user.shellescape)
        raise "#{host} does not let #{user} linger; run there as root: loginctl enable-linger #{user}"
      end

      # It takes a moment to start.
      socket = "#{runtime_folder.call(self)}/systemd/private"
      30.times { test(:test, '-S', socket) ? break : sleep(0.5) }
    end
  end

  desc 'Uploads the units'
  task :upload do
    on roles(role) do
      target = "#{capture(:printenv, 'HOME').strip}/.config/systemd/user"
      files.call.each do |file|
        path = "#{target}/#{file}"
        execute :mkdir, '-p', File.dirname(path).shellescape
        upload! File.join(folder, file), path
        execute :chmod, '644', path.shellescape
      end
      systemctl.call(self, 'daemon-reload')
    end
  end

  desc 'Has the services start with the systemd of their user'
  task :enable do
    on roles(role) do
      installed = units.call.select { |unit| File.read(File.join(folder, unit)).match?(/^\\[Install\\]/) }
      systemctl.call(self, 'enable', *installed) unless installed.empty?
    end
  end

  desc 'Does all that a server needs before its first deployment'
  task setup: %i[linger upload enable]

  desc 'Reloads the services, and starts or restarts those that do not run or can not be reloaded'
  task :reload do
    on roles(role) do
      systemctl.call(self, 'start', *started_first.call) unless started_first.call.empty?
      systemctl.call(self, 'reload-or-restart', *running.call) unless running.call.empty?
    end
  end

  desc 'Restarts the services'
  task :restart do
    on roles(role) do
      systemctl.call(self, 'start', *started_first.call) unless started_first.call.empty?
      systemctl.call(self, 'restart', *running.call) unless running.call.empty?
    end
  end

  desc 'Stops the services'
  task :stop do
    on roles(role) do
      systemctl.call(self, 'stop', *units.call)
    end
  end

  desc 'Shows how the services are'
  task :status do
    on roles(role) do
      with(xdg_runtime_dir: runtime_folder.call(self)) do
        # Where one does not run, this is no success.
        puts capture(:systemctl, '--user', '--no-pager', 'status', *units.call.map(&:shellescape),
                     raise_on_non_zero_exit: false)
      end
    end
  end
end

after 'deploy:published', ${rubyString(`${name}:${publish}`)}
`
}
