/** A generated unit file and the name it goes by. */
export interface UnitFile {
  readonly name: string
  readonly text: string
}

const apps = [
  'web',
  'worker',
  'scheduler',
  'mailer',
  'search',
  'cache',
  'reports',
  'import',
  'webhooks',
  'metrics',
]

/** So many unit files as they stand in real folders: mostly services, one in ten with a mistake. */
export function unitFiles(count: number): readonly UnitFile[] {
  return Array.from({ length: count }, (_, index) => {
    const app = `${apps[index % apps.length]}-${index}`
    if (index % 7 === 3) return { name: `${app}.timer`, text: timer(app, index) }
    if (index % 7 === 5) return { name: `${app}.socket`, text: socket(app, index) }
    return { name: `${app}.service`, text: service(app, index) }
  })
}

/**
 * One service unit of at least so many lines, as a generator for many tenants might write it: each directive with one
 * value once, and lists that go on and on, one block in ten with a mistake.
 */
export function longUnit(lines: number): string {
  const parts = [service('tenants', 0).replace(/\[Install\][\s\S]*/, '')]
  for (let index = 0, count = parts[0]!.split('\n').length; count < lines; index++) {
    const part = tenant(`tenant-${index}`, index)
    parts.push(part)
    count += part.split('\n').length - 1
  }
  return `${parts.join('')}\n[Install]\nWantedBy=multi-user.target\n`
}

function tenant(app: string, index: number): string {
  return `
# Made for ${app}.
Environment=${app.toUpperCase().replaceAll('-', '_')}_PORT=${3000 + (index % 5000)} MALLOC_ARENA_MAX=2
Environment="RUBYOPT_${index}=-W:no-deprecated -W:no-experimental"
EnvironmentFile=-/etc/default/${app}
ExecStartPre=/usr/bin/test -d /srv/${app}/current
ExecStartPre=-/usr/local/bin/bundle exec rake --rakefile /srv/${app}/current/Rakefile \\
    # what it needs before it starts
    --trace assets:precompile \\
    db:migrate
${index % 10 === 1 ? 'ReadWritePahts' : 'ReadWritePaths'}=/srv/${app}/shared/log /srv/${app}/shared/tmp
BindReadOnlyPaths=/srv/${app}/config:/etc/${app}
LoadCredential=${app}-key:/etc/${app}/master.key
SupplementaryGroups=${app}
RuntimeDirectory=${app}
SystemCallFilter=~@privileged @resources
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
IPAddressAllow=10.${index % 256}.0.0/16
DeviceAllow=/dev/null rw
UnsetEnvironment=LEGACY_${index}
SuccessExitStatus=143 SIGTERM
`
}

function service(app: string, index: number): string {
  const port = 3000 + (index % 5000)
  const mistake = index % 10 === 1 ? 'Restrat=on-failure\n' : ''
  return `# Made for ${app}; edit with systemctl edit ${app}.
[Unit]
Description=${app} application server
Documentation=https://example.com/${app} man:systemd.service(5)
After=network-online.target postgresql.service redis.service
Wants=network-online.target
StartLimitIntervalSec=5min
StartLimitBurst=${3 + (index % 5)}
ConditionPathExists=/srv/${app}/current

[Service]
Type=${index % 3 === 0 ? 'notify' : 'simple'}
User=${app}
Group=${app}
WorkingDirectory=/srv/${app}/current
Environment=RAILS_ENV=production PORT=${port}
Environment="RUBYOPT=-W:no-deprecated" MALLOC_ARENA_MAX=2
EnvironmentFile=-/etc/default/${app}
ExecStartPre=/usr/bin/test -d /srv/${app}/current
ExecStart=/usr/local/bin/bundle exec puma \\
    --config /srv/${app}/shared/puma.rb \\
    # two workers are enough
    --workers 2 \\
    --port ${port}
ExecReload=/bin/kill -USR1 $MAINPID
${mistake}Restart=on-failure
RestartSec=${1 + (index % 9)}s
TimeoutStopSec=1min 30s
KillMode=mixed
WatchdogSec=30
LimitNOFILE=65536
MemoryMax=${256 * (1 + (index % 8))}M
CPUQuota=150%

; hardening
NoNewPrivileges=yes
PrivateTmp=true
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths=/srv/${app}/shared/log /srv/${app}/shared/tmp
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
UMask=0027
StandardOutput=journal

[Install]
WantedBy=multi-user.target
`
}

function timer(app: string, index: number): string {
  return `[Unit]
Description=Run ${app} regularly

[Timer]
OnCalendar=*-*-* ${String(index % 24).padStart(2, '0')}:30:00
RandomizedDelaySec=5min
Persistent=true
Unit=${app}.service

[Install]
WantedBy=timers.target
`
}

function socket(app: string, index: number): string {
  return `[Unit]
Description=Socket of ${app}
PartOf=${app}.service

[Socket]
ListenStream=/run/${app}.sock
ListenStream=127.0.0.1:${4000 + (index % 5000)}
SocketMode=0660
SocketUser=${app}
Backlog=1024
NoDelay=true

[Install]
WantedBy=sockets.target
`
}
