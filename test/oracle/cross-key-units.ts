/** A service with a command, and lines of [Service]. */
function service(...lines: readonly string[]): string {
  return ['[Service]', 'ExecStart=/bin/true', ...lines, ''].join('\n')
}

function section(name: string, ...lines: readonly string[]): string {
  return [`[${name}]`, ...lines, ''].join('\n')
}

function oneshot(...lines: readonly string[]): string {
  return service('Type=oneshot', ...lines)
}

function socket(...lines: readonly string[]): string {
  return section('Socket', ...lines)
}

/** Services whose keys do not go together, or nearly so, by a name for each. */
const services: Readonly<Record<string, string>> = {
  bare: section('Service', 'User=root'),
  'no-section': section('Unit', 'Description=a'),
  'stop-only': section('Service', 'ExecStop=/bin/true'),
  'stop-and-remain': section('Service', 'ExecStop=/bin/true', 'RemainAfterExit=yes'),
  'stop-and-remain-simple': section('Service', 'Type=simple', 'ExecStop=/bin/true', 'RemainAfterExit=yes'),
  'stop-and-remain-oneshot': section('Service', 'Type=oneshot', 'ExecStop=/bin/true', 'RemainAfterExit=1'),
  'stop-and-remain-not': section(
    'Service',
    'ExecStop=/bin/true',
    'RemainAfterExit=yes',
    'RemainAfterExit=no',
  ),
  'stop-and-bus': section('Service', 'BusName=a.b', 'ExecStop=/bin/true', 'RemainAfterExit=yes'),
  'stop-and-credentials': section(
    'Service',
    'SetCredential=a:b',
    'ExecStop=/bin/true',
    'RemainAfterExit=yes',
  ),
  'success-action': '[Unit]\nSuccessAction=reboot\n[Service]\n',
  'success-action-simple': '[Unit]\nSuccessAction=reboot\n[Service]\nType=exec\n',
  'success-action-none': '[Unit]\nSuccessAction=none\n[Service]\n',
  'success-action-newer': '[Unit]\nSuccessAction=halt\n[Service]\n',
  'success-action-unknown': '[Unit]\nSuccessAction=sleep\n[Service]\n',
  'start-reset': service('ExecStart='),
  'start-reset-and-set': service('ExecStart=', 'ExecStart=/bin/false'),
  'start-twice': service('ExecStart=/bin/false'),
  'start-twice-oneshot': oneshot('ExecStart=/bin/false'),
  'start-twice-over-sections': `${service()}[Unit]\nDescription=a\n${service()}`,
  'start-twice-in-a-line': section('Service', 'ExecStart=/bin/true ; /bin/false'),
  'start-twice-bad-type': service('Type=one-shot', 'ExecStart=/bin/false'),
  'start-with-semicolon-argument': section('Service', 'ExecStart=/bin/true \\; /bin/false'),
  'start-twice-forking': service('Type=forking', 'ExecStart=/bin/false'),
  'restart-always': oneshot('Restart=always'),
  'restart-on-success': oneshot('Restart=on-success'),
  'restart-on-failure': oneshot('Restart=on-failure'),
  'restart-no': oneshot('Restart=always', 'Restart=no'),
  'restart-bad': oneshot('Restart=always', 'Restart=sometimes'),
  'restart-simple': service('Restart=always'),
  'restart-without-type': section('Service', 'ExecStop=/bin/true', 'RemainAfterExit=yes', 'Restart=always'),
  'restart-force-status': oneshot('RestartForceExitStatus=1 SIGTERM'),
  'restart-force-status-reset': oneshot('RestartForceExitStatus=1', 'RestartForceExitStatus='),
  'exit-type': oneshot('ExitType=cgroup'),
  'exit-type-main': oneshot('ExitType=main'),
  'exit-type-simple': service('ExitType=cgroup'),
  'bus-missing': service('Type=dbus'),
  'bus-there': service('Type=dbus', 'BusName=org.example.A'),
  'bus-reset': service('Type=dbus', 'BusName=org.example.B', 'BusName='),
  'bus-wrong': service('Type=dbus', 'BusName=a b'),
  'pam-process': service('PAMName=login', 'KillMode=process'),
  'pam-mixed': service('PAMName=login', 'KillMode=mixed'),
  'pam-default': service('PAMName=login'),
  'pam-reset': service('PAMName=login', 'PAMName=', 'KillMode=process'),
  'pam-none': service('PAMName=login', 'KillMode=none'),
  'usb-descriptors': service('USBFunctionDescriptors=/a'),
  'usb-strings': service('USBFunctionStrings=/a'),
  'usb-both': service('USBFunctionDescriptors=/a', 'USBFunctionStrings=/b'),
  'usb-reset': service('USBFunctionDescriptors=/a', 'USBFunctionDescriptors='),
  'usb-wrong': service('USBFunctionDescriptors=/a', 'USBFunctionStrings=b'),
  'runtime-oneshot': oneshot('RuntimeMaxSec=1h'),
  'runtime-oneshot-infinite': oneshot('RuntimeMaxSec=infinity'),
  'runtime-oneshot-zero': oneshot('RuntimeMaxSec=0'),
  'runtime-extra': service('RuntimeRandomizedExtraSec=5'),
  'runtime-extra-zero': service('RuntimeRandomizedExtraSec=0'),
  'runtime-extra-infinite': service('RuntimeMaxSec=infinity', 'RuntimeRandomizedExtraSec=5'),
  'runtime-extra-there': service('RuntimeMaxSec=1d', 'RuntimeRandomizedExtraSec=5'),
  'runtime-extra-oneshot': oneshot('RuntimeRandomizedExtraSec=5'),
  'restart-steps': service('RestartSteps=3'),
  'restart-steps-zero': service('RestartSteps=0'),
  'restart-max-delay': service('RestartMaxDelaySec=1min'),
  'restart-max-delay-infinite': service('RestartMaxDelaySec=infinity'),
  'restart-steps-and-delay': service('RestartSteps=3', 'RestartMaxDelaySec=1min'),
  'restart-steps-and-short-delay': service('RestartSteps=3', 'RestartMaxDelaySec=1s', 'RestartSec=2'),
  'restart-steps-and-equal-delay': service('RestartSteps=3', 'RestartMaxDelaySec=2s', 'RestartSec=2'),
  'restart-below-default': service('RestartSteps=3', 'RestartMaxDelaySec=50ms'),
  'restart-at-default': service('RestartSteps=3', 'RestartMaxDelaySec=100ms'),
  'restart-randomized-infinite': service('RestartRandomizedDelaySec=infinity'),
  'restart-randomized': service('RestartRandomizedDelaySec=5'),
  'credentials-post': service('Type=simple', 'SetCredential=a:b', 'ExecStartPost=/bin/true'),
  'credentials-post-load': service('Type=simple', 'LoadCredential=a:/b', 'ExecStartPost=/bin/true'),
  'credentials-post-import': service('Type=simple', 'ImportCredential=a', 'ExecStartPost=/bin/true'),
  'credentials-post-exec': service('Type=exec', 'SetCredential=a:b', 'ExecStartPost=/bin/true'),
  'credentials-post-default': service('SetCredential=a:b', 'ExecStartPost=/bin/true'),
  'credentials-reset': service(
    'Type=simple',
    'SetCredential=a:b',
    'SetCredential=',
    'ExecStartPost=/bin/true',
  ),
  'refresh-credentials': service('RefreshOnReload=credentials'),
  'refresh-credentials-there': service('RefreshOnReload=credentials', 'SetCredential=a:b'),
  'refresh-extensions': service('RefreshOnReload=extensions'),
  'refresh-extensions-there': service('RefreshOnReload=extensions', 'ExtensionDirectories=/srv/a.v'),
  'refresh-extensions-below': service('RefreshOnReload=extensions', 'ExtensionImages=/srv/a.v/a___.raw'),
  'refresh-extensions-plain': service('RefreshOnReload=extensions', 'ExtensionDirectories=/srv/a'),
  'refresh-yes': service('RefreshOnReload=yes'),
  'refresh-no': service('RefreshOnReload=no'),
  'refresh-all': service('RefreshOnReload=extensions credentials'),
  'refresh-not': service('RefreshOnReload=~extensions'),
  'refresh-added': service('RefreshOnReload=extensions', 'RefreshOnReload=credentials'),
  'refresh-reset': service('RefreshOnReload=extensions', 'RefreshOnReload='),
  'pids-forking': service('Type=forking', 'PrivatePIDs=yes'),
  'pids-forking-no': service('Type=forking', 'PrivatePIDs=no'),
  'pids-exec': service('Type=exec', 'PrivatePIDs=yes'),
  'pids-pam': service('PrivatePIDs=yes', 'PAMName=login'),
  'users-managed-user': service('PrivateUsers=managed', 'User=root'),
  'users-managed-group': service('PrivateUsers=managed', 'Group=root'),
  'users-managed-dynamic': service('PrivateUsers=managed', 'DynamicUser=yes'),
  'users-managed-pam': service('PrivateUsers=managed', 'PAMName=login'),
  'users-managed': service('PrivateUsers=managed'),
  'users-self-user': service('PrivateUsers=self', 'User=root'),
  'users-path': service('PrivateUsers=yes', 'UserNamespacePath=/run/ns'),
  'users-path-no': service('PrivateUsers=no', 'UserNamespacePath=/run/ns'),
  'users-path-alone': service('UserNamespacePath=/run/ns'),
  'home-dynamic': service('DynamicUser=yes', 'WorkingDirectory=~'),
  'home-dynamic-optional': service('DynamicUser=yes', 'WorkingDirectory=-~'),
  'home-static': service('User=root', 'WorkingDirectory=~'),
  'home-reset': service('DynamicUser=yes', 'WorkingDirectory=~', 'WorkingDirectory='),
  'success-isolate':
    '[Unit]\nOnSuccess=b.service c.service\nOnSuccessJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
  'failure-isolate':
    '[Unit]\nOnFailure=b.service\nOnFailure=c.service\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
  'failure-isolate-old':
    '[Unit]\nOnFailure=b.service c.service\nOnFailureIsolate=yes\n[Service]\nExecStart=/bin/true\n',
  'failure-isolate-old-then-not':
    '[Unit]\nOnFailure=b.service c.service\nOnFailureIsolate=yes\nOnFailureJobMode=fail\n[Service]\nExecStart=/bin/true\n',
  'failure-isolate-one':
    '[Unit]\nOnFailure=b.service b.service\nOnFailure=\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
  'failure-isolate-bad':
    '[Unit]\nOnFailure=b.service c\nOnFailureJobMode=isolate\n[Service]\nExecStart=/bin/true\n',
  'failure-fail':
    '[Unit]\nOnFailure=b.service c.service\nOnFailureJobMode=fail\n[Service]\nExecStart=/bin/true\n',
  'job-running': '[Unit]\nJobTimeoutSec=30\nJobRunningTimeoutSec=60\n[Service]\nExecStart=/bin/true\n',
  'job-running-before': '[Unit]\nJobRunningTimeoutSec=60\nJobTimeoutSec=30\n[Service]\nExecStart=/bin/true\n',
  'job-running-shorter':
    '[Unit]\nJobTimeoutSec=30\nJobRunningTimeoutSec=20\n[Service]\nExecStart=/bin/true\n',
  'job-running-endless': '[Unit]\nJobTimeoutSec=30\nJobRunningTimeoutSec=0\n[Service]\nExecStart=/bin/true\n',
  'job-endless': '[Unit]\nJobTimeoutSec=0\nJobRunningTimeoutSec=30\n[Service]\nExecStart=/bin/true\n',
}

/** Settings that may give a service a view of the file system of its own. */
const sandboxes = [
  'PrivateTmp=yes',
  'PrivateTmp=disconnected',
  'PrivateTmp=no',
  'ProtectSystem=full',
  'ProtectSystem=no',
  'ProtectHome=tmpfs',
  'PrivateDevices=yes',
  'PrivateMounts=yes',
  'PrivateMounts=no',
  'PrivateNetwork=yes',
  'NetworkNamespacePath=/run/ns',
  'PrivateIPC=yes',
  'PrivatePIDs=yes',
  'PrivateUsers=yes',
  'PrivateBPF=yes',
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectKernelLogs=yes',
  'ProtectControlGroups=yes',
  'ProtectControlGroups=no',
  'ProtectClock=yes',
  'ProtectHostname=yes',
  'ProtectProc=invisible',
  'ProtectProc=default',
  'ProcSubset=pid',
  'ProcSubset=all',
  'MountFlags=slave',
  'MountFlags=shared',
  'ReadOnlyPaths=/a',
  'ReadWriteDirectories=/a',
  'InaccessiblePaths=',
  'BindPaths=/a',
  'TemporaryFileSystem=/a',
  'ExecPaths=/a',
  'NoExecPaths=/a',
  'MountImages=/a:/b',
  'ExtensionImages=/a',
  'ExtensionDirectories=/a',
  'RootImage=/a',
  'RootDirectory=/a',
  'RootDirectory=/',
  'LogNamespace=a',
  'BindLogSockets=yes',
  'IPCNamespacePath=/run/ns',
  'DynamicUser=yes',
  'StateDirectory=a',
  'NoNewPrivileges=yes',
]

for (const path of ['/dev/shm', '/srv', '/procs', '//sys/fs']) {
  for (const line of path === '/dev/shm' ? sandboxes : ['PrivateDevices=yes']) {
    const name = `${path}-${line}`.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '')
    Object.assign(services, { [name]: service(`WorkingDirectory=${path}`, line) })
  }
}

const sockets: Readonly<Record<string, string>> = {
  bare: socket('SocketMode=0600'),
  empty: section('Unit', 'Description=a'),
  stream: socket('ListenStream=80'),
  'stream-reset': socket('ListenStream=80', 'ListenFIFO='),
  'stream-wrong': socket('ListenStream=1.2.3.4.5:x'),
  special: socket('ListenSpecial=/dev/a'),
  'accept-stream': socket('ListenStream=80', 'Accept=yes'),
  'accept-seqpacket': socket('ListenSequentialPacket=/run/a', 'Accept=yes'),
  'accept-datagram': socket('ListenDatagram=80', 'Accept=yes'),
  'accept-mixed': socket('ListenStream=80', 'ListenFIFO=/run/a', 'Accept=yes'),
  'accept-special': socket('ListenSpecial=/dev/a', 'Accept=yes'),
  'accept-netlink': socket('ListenNetlink=kobject-uevent 1', 'Accept=yes'),
  'accept-queue': socket('ListenMessageQueue=/a', 'Accept=yes'),
  'accept-usb': socket('ListenUSBFunction=/a', 'Accept=yes'),
  'accept-service': socket('ListenStream=80', 'Accept=yes', 'Service=other.service'),
  'accept-template': socket('ListenStream=80', 'Accept=yes', 'Service=other@.service'),
  'accept-no-service': socket('ListenStream=80', 'Accept=no', 'Service=other.service'),
  'accept-defer': socket('ListenStream=80', 'Accept=yes', 'DeferTrigger=yes'),
  'accept-defer-patient': socket('ListenStream=80', 'Accept=yes', 'DeferTrigger=patient'),
  'accept-defer-no': socket('ListenStream=80', 'Accept=yes', 'DeferTrigger=no'),
  'accept-reset': socket('ListenDatagram=80', 'ListenDatagram=', 'ListenStream=80', 'Accept=yes'),
  'connections-none': socket('ListenStream=80', 'MaxConnections=0'),
  'connections-none-accept': socket('ListenStream=80', 'Accept=yes', 'MaxConnections=0'),
  'connections-none-hexadecimal': socket('ListenStream=80', 'Accept=yes', 'MaxConnections=0x0'),
  'connections-one': socket('ListenStream=80', 'Accept=yes', 'MaxConnections=1'),
  'links-none': socket('ListenStream=80', 'Symlinks=/run/l'),
  'links-one': socket('ListenStream=/run/a', 'ListenStream=80', 'Symlinks=/run/l'),
  'links-two': socket('ListenStream=/run/a', 'ListenDatagram=/run/b', 'Symlinks=/run/l'),
  'links-fifo': socket('ListenFIFO=/run/a', 'Symlinks=/run/l'),
  'links-special': socket('ListenSpecial=/dev/a', 'Symlinks=/run/l'),
  'links-queue': socket('ListenMessageQueue=/a', 'Symlinks=/run/l'),
  'links-abstract': socket('ListenStream=@a', 'Symlinks=/run/l'),
  'links-specifier': socket('ListenStream=%t/a', 'Symlinks=/run/l'),
  'links-reset': socket('ListenStream=80', 'Symlinks=/run/l', 'Symlinks='),
  'links-wrong': socket('ListenStream=80', 'Symlinks=l'),
  'pam-mixed': socket('ListenStream=80', 'PAMName=login', 'KillMode=mixed'),
  'pam-process': socket('ListenStream=80', 'PAMName=login', 'KillMode=process'),
  'pids-private': socket('ListenStream=80', 'PrivatePIDs=yes'),
}

const timers: Readonly<Record<string, string>> = {
  bare: section('Timer', 'Persistent=yes'),
  calendar: section('Timer', 'OnCalendar=daily'),
  'calendar-wrong': section('Timer', 'OnCalendar=sometimes'),
  'calendar-reset': section('Timer', 'OnBootSec=1', 'OnCalendar='),
  boot: section('Timer', 'OnBootSec=0'),
  clock: section('Timer', 'OnClockChange=yes'),
  'clock-no': section('Timer', 'OnClockChange=no'),
  'clock-reset': section('Timer', 'OnTimezoneChange=yes', 'OnCalendar='),
  zone: section('Timer', 'OnTimezoneChange=1'),
}

const paths: Readonly<Record<string, string>> = {
  bare: section('Path', 'MakeDirectory=yes'),
  exists: section('Path', 'PathExists=/a'),
  glob: section('Path', 'PathExistsGlob=/a*'),
  modified: section('Path', 'PathModified=/a'),
  relative: section('Path', 'PathChanged=a'),
  reset: section('Path', 'PathExists=/a', 'DirectoryNotEmpty='),
}

/** Mounts and the like are named after their paths. */
const named: Readonly<Record<string, string>> = {
  'srv-what.mount': section('Mount', 'What=tmpfs', 'Where=/srv/what'),
  'srv-nowhat.mount': section('Mount', 'Where=/srv/nowhat'),
  'srv-reset.mount': section('Mount', 'What=tmpfs', 'What='),
  'srv-pam.mount': section('Mount', 'What=tmpfs', 'PAMName=login', 'KillMode=mixed'),
  'srv-pids.mount': section('Mount', 'What=tmpfs', 'PrivatePIDs=yes'),
  'dev-shm.mount': section('Mount', 'What=tmpfs', 'Where=/dev//shm/'),
  'proc.mount': section('Mount', 'What=proc'),
  'sys-fs-cgroup-a.mount': section('Mount', 'What=cgroup', 'Where=/sys/fs/cgroup/a'),
  'sys-fs-selinux.mount': section('Mount', 'What=selinuxfs', 'Where=/sys/fs/selinux'),
  'sys-kernel-debug.mount': section('Mount', 'What=debugfs', 'Where=/sys/kernel/debug'),
  'run-host-a.mount': section('Mount', 'What=tmpfs', 'Where=/run/host/a'),
  'run-credentials-a.mount': section('Mount', 'What=tmpfs', 'Where=/run/credentials/a'),
  'run-a.mount': section('Mount', 'What=tmpfs', 'Where=/run/a'),
  '-.automount': section('Automount', 'Where=/'),
  'srv-root.automount': section('Automount', 'Where=//'),
  'srv-a.automount': section('Automount', 'ExtraOptions=strictexpire'),
  'srv-b.automount': section('Automount', 'ExtraOptions=a,direct'),
  'srv-c.automount': section('Automount', 'ExtraOptions=minproto=5'),
  'srv-blank.automount': section('Automount', 'ExtraOptions=a, direct'),
  'srv-d.automount': section('Automount', 'ExtraOptions=directed,fds'),
  'srv-e.swap': section('Swap', 'What=/srv/e', 'PAMName=login', 'KillMode=process'),
  'srv-f.swap': section('Swap', 'What=/srv/f', 'PrivatePIDs=yes'),
  'a.target': '[Unit]\nJobTimeoutSec=30\nJobRunningTimeoutSec=60\n',
  'own-after.service': '[Unit]\nAfter=other.service own-after.service\n[Service]\nExecStart=/bin/true\n',
  'own-silent.service':
    '[Unit]\nWants=%n\nRequires=%n\nBindsTo=%n\nPartOf=%n\nPropagatesReloadTo=%n\n[Service]\nExecStart=/bin/true\n',
  'own@1.service': '[Unit]\nOnFailure=own@%i.service\n[Service]\nExecStart=/bin/true\n',
  'own-conflict.target': '[Unit]\nConflicts=%n\n',
  'own-before.target': '[Unit]\nBefore=own-before.target\n',
  'own-success.service': '[Unit]\nOnSuccess=%N.service\n[Service]\nType=oneshot\nExecStart=/bin/true\n',
  'own-other.service':
    '[Unit]\nAfter=own-other.socket own-other@%n.service\n[Service]\nExecStart=/bin/true\n',
}

function files(
  units: Readonly<Record<string, string>>,
  type: string,
): readonly (readonly [string, string])[] {
  return Object.entries(units).map(([name, text]) => [`${type}-${name.toLowerCase()}.${type}`, text])
}

/** Units whose keys do not go together, or nearly so, by file name. */
export const crossKeyUnits: ReadonlyMap<string, string> = new Map([
  ...files(services, 'service'),
  ...files(sockets, 'socket'),
  ...files(timers, 'timer'),
  ...files(paths, 'path'),
  ...Object.entries(named),
])
