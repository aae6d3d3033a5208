import { test } from 'vitest'
import { checkFix, checkRule } from '../testing/check.ts'
import { systemOnlyDirectiveInUserUnit as rule } from './system-only-directive-in-user-unit.ts'

test('what fails whatever the version', () => {
  checkRule(
    rule,
    `
[Service]
DynamicUser=yes
^^^^^^^^^^^ error: a user manager can't make users; with 'DynamicUser=' it lets the service end with status 217/USER
LogNamespace=web
^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'LogNamespace=web' the service ends with status 226/NAMESPACE
IOSchedulingClass=realtime
^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'IOSchedulingClass=realtime' the service ends with status 211/IOPRIO
StandardInput=tty
^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'StandardInput=tty' the service ends with status 208/STDIN
StandardOutput=tty
^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'StandardOutput=tty' the service ends with status 209/STDOUT
StandardError=tty
^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'StandardError=tty' the service ends with status 222/STDERR
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 252 },
  )
})

test('real-time scheduling, which a limit may allow', () => {
  checkRule(
    rule,
    `
[Service]
CPUSchedulingPolicy=rr
^^^^^^^^^^^^^^^^^^^ warning: the user needs a LimitRTPRIO= for this; with 'CPUSchedulingPolicy=rr' the service ends with status 214/SETSCHEDULER
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('capabilities', () => {
  checkRule(
    rule,
    `
[Service]
AmbientCapabilities=CAP_NET_BIND_SERVICE
^^^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'AmbientCapabilities=CAP_NET_BIND_SERVICE' the service ends with status 218/CAPABILITIES
CapabilityBoundingSet=
^^^^^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'CapabilityBoundingSet=' the service ends with status 218/CAPABILITIES
SecureBits=keep-caps
^^^^^^^^^^ error: a user manager lacks the rights for this; with 'SecureBits=keep-caps' the service ends with status 213/SECUREBITS
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 262 },
  )
})

test('sandboxing before 254', () => {
  checkRule(
    rule,
    `
[Service]
PrivateDevices=yes
^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'PrivateDevices=yes' the service ends with status 218/CAPABILITIES
ProtectKernelModules=yes
^^^^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'ProtectKernelModules=yes' the service ends with status 218/CAPABILITIES
ProtectKernelLogs=yes
^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'ProtectKernelLogs=yes' the service ends with status 218/CAPABILITIES
ProtectClock=yes
^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'ProtectClock=yes' the service ends with status 218/CAPABILITIES
TemporaryFileSystem=/mnt
^^^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'TemporaryFileSystem=/mnt' the service ends with status 226/NAMESPACE
BindPaths=/srv:/mnt
^^^^^^^^^ error: a user manager lacks the rights for this; with 'BindPaths=/srv:/mnt' the service ends with status 226/NAMESPACE
BindReadOnlyPaths=/srv:/mnt
^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'BindReadOnlyPaths=/srv:/mnt' the service ends with status 226/NAMESPACE
RootDirectory=/
^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'RootDirectory=/' the service ends with status 210/CHROOT
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 252 },
  )
})

test('sandboxing since 254, and what a user namespace helps', () => {
  checkRule(rule, '[Service]\nPrivateDevices=yes\nBindPaths=/srv:/mnt\nCapabilityBoundingSet=CAP_CHOWN\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
    version: 254,
  })
  checkRule(
    rule,
    '[Service]\nPrivateUsers=yes\nPrivateDevices=yes\nAmbientCapabilities=CAP_NET_BIND_SERVICE\n',
    { file: '/home/deploy/.config/systemd/user/web.service', version: 252 },
  )
})

test('not every option brings one', () => {
  checkRule(
    rule,
    `
[Service]
PrivateTmp=yes
CapabilityBoundingSet=CAP_CHOWN
^^^^^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'CapabilityBoundingSet=CAP_CHOWN' the service ends with status 218/CAPABILITIES
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 252 },
  )
  checkRule(
    rule,
    `
[Service]
PrivateTmp=no
CapabilityBoundingSet=CAP_CHOWN
^^^^^^^^^^^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'CapabilityBoundingSet=CAP_CHOWN' the service ends with status 218/CAPABILITIES
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 254 },
  )
})

test('since 257', () => {
  checkRule(
    rule,
    `
[Service]
DynamicUser=yes
^^^^^^^^^^^ error: a user manager can't make users; with 'DynamicUser=' it refuses the unit
PAMName=login
^^^^^^^ error: a user manager lacks the rights for this; with 'PAMName=login' the service ends with status 216/GROUP
PrivatePIDs=yes
^^^^^^^^^^^ error: a user manager lacks the rights for this; with 'PrivatePIDs=yes' the service ends with status 226/NAMESPACE
`,
    { file: '/home/deploy/.config/systemd/user/web.service', version: 257 },
  )
  checkRule(rule, '[Service]\nPAMName=login\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
    version: 254,
  })
})

test('what a service runs on without', () => {
  checkRule(
    rule,
    `
[Service]
Nice=-5
^^^^ information: a user manager may seldom go below zero here; the service runs without 'Nice=-5'
OOMScoreAdjust=-500
^^^^^^^^^^^^^^ information: a user manager may seldom go below zero here; the service runs without 'OOMScoreAdjust=-500'
`,
    { file: '/home/deploy/.config/systemd/user/web.service' },
  )
})

test('values that ask for nothing', () => {
  checkRule(
    rule,
    '[Service]\nDynamicUser=no\nPrivateDevices=no\nNice=5\nCPUSchedulingPolicy=batch\nIOSchedulingClass=idle\nBindPaths=/tmp\nStandardOutput=tty\nTTYPath=/dev/pts/3\nLogNamespace=\nAmbientCapabilities=\n',
    { file: '/home/deploy/.config/systemd/user/web.service', version: 252 },
  )
})

test('what is not all there is', () => {
  checkRule(rule, '[Service]\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nStandardOutput=tty\n', {
    file: '/home/deploy/.config/systemd/user/web.service.d/x.conf',
  })
  checkRule(rule, '[Service]\nAmbientCapabilities=CAP_NET_BIND_SERVICE\nDynamicUser=yes\n', {
    file: '/etc/systemd/system/web.service',
  })
  checkRule(rule, '[Service]\nDynamicUser={{ dynamic }}\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})

test('the line goes', () => {
  checkFix(rule, '[Service]\nDynamicUser=yes\nExecStart=/a\n', '[Service]\nExecStart=/a\n', {
    file: '/home/deploy/.config/systemd/user/web.service',
  })
})
