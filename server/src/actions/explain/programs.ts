import { type Cause, doing, manual, ruleOf, words } from './explanation.ts'

/** What web servers and shells say in a service's log. */
export const programCauses: readonly Cause[] = [
  {
    id: 'port-in-use',
    tells: 'cause',
    // Puma and Ruby, Gunicorn, Python, Node, Go, systemd's sockets.
    pattern: words`Address already in use(?: - bind\(2\) for (?<ruby>"[^"\n]{1,100}" port \d{1,5}|[^\n(]{1,100}?))?(?: \(Errno::EADDRINUSE\))?|Connection in use: \((?<gunicorn>[^)\n]{1,100})\)|EADDRINUSE: address already in use(?: (?<node>[^\s]{1,100}))?|bind: address already in use`,
    explain: ({ ruby, gunicorn, node }) => {
      const at = ruby ?? gunicorn ?? node
      return {
        why: `Another program listens ${at === undefined ? 'at this address' : `at ${at}`} already: often the same server, started by hand or by another unit, or a socket unit whose address the server opens once more. 'ss -ltnp' shows who it is.`,
        help: [doing('status'), doing('stop')],
      }
    },
  },
  {
    id: 'port-forbidden',
    tells: 'cause',
    pattern: words`Permission denied - bind\(2\)[^\n]{0,100}|EACCES: permission denied [^\n]{1,100}|bind: permission denied|Failed to create listening socket \([^)\n]{1,100}\): Permission denied|Failed to listen on sockets: Permission denied`,
    explain: () => ({
      why: 'Ports below 1024 are for root. Use a higher port behind a web server, or give a unit of the system AmbientCapabilities=CAP_NET_BIND_SERVICE. For the path of a socket: its user may not write in the folder.',
      help: [
        ruleOf('privileged-port'),
        ruleOf('privileged-port-in-user-socket'),
        manual('systemd.exec', 'AmbientCapabilities='),
      ],
    }),
  },
  {
    id: 'puma-daemonize',
    tells: 'cause',
    pattern: /undefined (?:local variable or )?method [`']daemonize'/g,
    explain: () => ({
      why: "'daemonize' in Puma's configuration is gone since Puma 5: take it out. systemd itself keeps Puma in the background.",
      help: [manual('systemd.service', 'Type=')],
    }),
  },
  {
    id: 'no-gemfile',
    tells: 'cause',
    pattern:
      /Could not locate Gemfile(?: or \.bundle\/ directory)?|bundler: command not found: [\w.-]{1,60}|Could not find [\w.-]{1,80} in (?:any of the sources|locally installed gems)|Gem::GemNotFoundException/g,
    explain: () => ({
      why: 'Bundler does not find the app or its gems: WorkingDirectory= must be the folder of the Gemfile, and the gems must be installed for the user and the Ruby that the service runs with.',
      help: [manual('systemd.exec', 'WorkingDirectory=')],
    }),
  },
  {
    id: 'no-interpreter-in-path',
    tells: 'cause',
    pattern: /(?:\/usr\/bin\/)?env: [‘'"`]?(?<program>[\w.-]{1,60})[’'"]?: No such file or directory/g,
    explain: ({ program }) => ({
      why: `A script asks for ${program} from PATH, and the PATH of a service is short: it knows nothing of rbenv, rvm, nvm or your profile. Give the absolute path of ${program} in ExecStart=, or set PATH by Environment=.`,
      help: [manual('systemd.exec', 'Environment=')],
    }),
  },
  {
    id: 'no-ruby-version',
    tells: 'cause',
    pattern:
      /rbenv: version [`'][^'\n]{1,60}' is not installed|Your Ruby version is [\d.p]{1,20}, but your Gemfile specified [^\n]{1,40}/g,
    explain: () => ({
      why: 'The service runs with another Ruby than the app asks for: compare .ruby-version, the Gemfile, and RBENV_VERSION or the path in ExecStart=.',
      help: [manual('systemd.exec', 'Environment=')],
    }),
  },
  {
    id: 'permission-denied',
    tells: 'cause',
    pattern:
      /(?:Permission denied @ rb_sysopen - [^\n]{1,200}|PermissionError: \[Errno 13\][^\n]{0,200}|Errno::EACCES|EACCES: permission denied|Failed to set up standard (?:output|error): Permission denied)/g,
    explain: () => ({
      why: "The service's user may not use this file or folder: look at its owner, at the folders above, and at ProtectHome=, ProtectSystem= and ReadOnlyPaths= of the unit.",
      help: [doing('show-effective'), manual('systemd.exec', 'ProtectSystem=')],
    }),
  },
]
