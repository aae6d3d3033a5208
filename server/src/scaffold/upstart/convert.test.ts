// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of shells and systemd, not of ours
import { describe, expect, test } from 'vitest'
import { added, decisionsOf, linesOf, textOf } from '../testing/converted.ts'
import { convertJob } from './convert.ts'
import { parseJob } from './parse-job.ts'

const main = 'exec /bin/x\n'
const limits = ['StartLimitIntervalSec=5', 'StartLimitBurst=10']

describe('stanzas', () => {
  test.each([
    ['description "50% of it"', ['Description=50%% of it']],
    ['setuid deploy\nsetgid www-data', ['User=deploy', 'Group=www-data']],
    ['env A=b\nenv C="d e"\nenv D=50%', ['Environment=A=b', 'Environment="C=d e"', 'Environment=D=50%%']],
    ['env A', ['PassEnvironment=A']],
    ['chdir "/srv/my app"', ['WorkingDirectory=/srv/my app']],
    ['respawn', [...limits, 'Restart=always']],
    ['respawn\nrespawn limit 3 30', ['StartLimitIntervalSec=30', 'StartLimitBurst=3', 'Restart=always']],
    ['respawn\nrespawn limit unlimited', ['StartLimitIntervalSec=0', 'Restart=always']],
    ['respawn\nrespawn limit 0 5', ['StartLimitIntervalSec=0', 'Restart=always']],
    ['respawn\nnormal exit 0 TERM', [...limits, 'Restart=on-failure', 'SuccessExitStatus=0 SIGTERM']],
    [
      'respawn\nnormal exit TERM 3',
      [...limits, 'Restart=always', 'SuccessExitStatus=SIGTERM 3', 'RestartPreventExitStatus=SIGTERM 3'],
    ],
    ['normal exit 15', ['SuccessExitStatus=15']],
    ['task', ['Type=oneshot']],
    ['task\nrespawn', [...limits, 'Type=oneshot', 'Restart=on-failure']],
    ['expect daemon', ['Type=forking']],
    ['expect fork', ['Type=forking']],
    ['reload signal USR1', ['ExecReload=/bin/kill -USR1 $MAINPID']],
    ['kill signal SIGINT\nkill timeout 25', ['KillSignal=SIGINT', 'TimeoutStopSec=25']],
    ['kill signal 3', ['KillSignal=SIGQUIT']],
    ['limit nofile 1024 4096', ['LimitNOFILE=1024:4096']],
    ['limit core unlimited unlimited', ['LimitCORE=infinity:infinity']],
    ['limit nofile unlimited 4096', ['LimitNOFILE=4096:4096']],
    ['limit nice 20 unlimited', ['LimitNICE=20:40']],
    ['umask 027', ['UMask=027']],
    ['nice -5', ['Nice=-5']],
    ['oom score -100', ['OOMScoreAdjust=-100']],
    ['oom never', ['OOMScoreAdjust=-1000']],
    ['oom -17', ['OOMScoreAdjust=-1000']],
    ['oom 15', ['OOMScoreAdjust=1000']],
    ['oom 5', ['OOMScoreAdjust=294']],
    ['chroot /srv/jail', ['RootDirectory=/srv/jail']],
    ['apparmor switch /usr/bin/x', ['AppArmorProfile=/usr/bin/x']],
    ['console log', []],
    ['console none', ['StandardOutput=null', 'StandardError=null']],
    ['console output', ['StandardOutput=journal+console']],
    ['console owner', ['StandardInput=tty-force', 'StandardOutput=tty', 'TTYPath=/dev/console']],
  ])('%j', (stanza, lines) => expect(added(`${main}${stanza}`)).toEqual(lines))

  test.each([
    'limit nofile 9 4',
    'limit frobs 1 2',
    'setuid nobody',
    'nice 40',
    'umask 9',
    'oom score 2000',
    'kill signal HUPP',
    'kill timeout soon',
    'reload signal -1',
    'normal exit 256',
    'expect stop',
    'expect fork',
    'console nowhere',
    'respawn limit 3 30',
    'chdir srv/$X',
    'setuid "a b"',
    'cgroup memory x 1',
    'apparmor load /x',
    'env API_TOKEN=abc',
    'env LOG=$FOLDER/log',
    'instance $A-$B',
  ])('%j asks for a decision', (stanza) => {
    expect(decisionsOf(textOf(main + stanza))).toHaveLength(1)
  })

  test('a variable within env is put in as it was meant, and told', () => {
    const text = textOf(`${main}env A=/srv\nenv B=$A/log\nenv PATH=/opt/bin:$PATH`)
    expect(linesOf(text)).toContain('Environment=B=/srv/log')
    expect(linesOf(text)).toContain(
      'Environment=PATH=/opt/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    )
    expect(decisionsOf(text)[0]).toMatch(/^'env B=\$A\/log': Upstart puts no variables into this/)
  })

  test('what says nothing to systemd is told in comments', () => {
    const text = textOf(`${main}author "A <a@b>"\nversion 2\nusage "X=1"\nemits foo bar\nexport X\n`)
    expect(text).toContain('# Author: A <a@b>\n# Version: 2\n# Usage: X=1\n# The job could emit foo, bar;')
    expect(decisionsOf(text)).toEqual([])
  })
})

describe('start and stop', () => {
  test.each([
    ['start on runlevel [2345]\nstop on runlevel [!2345]', ['WantedBy=multi-user.target']],
    ['start on runlevel [!06]', ['WantedBy=multi-user.target']],
    ['start on startup', ['WantedBy=multi-user.target']],
    [
      'start on (local-filesystems and net-device-up IFACE!=lo)\nstop on shutdown',
      ['After=network.target', 'WantedBy=multi-user.target'],
    ],
    ['start on remote-filesystems', ['After=remote-fs.target', 'WantedBy=multi-user.target']],
    [
      'start on started postgresql\nstop on stopping postgresql',
      ['After=postgresql.service', 'Requires=postgresql.service', 'WantedBy=postgresql.service'],
    ],
    [
      'start on started JOB=a or started b\nstop on stopped a',
      [
        'After=a.service b.service',
        'Wants=a.service b.service',
        'PartOf=a.service',
        'WantedBy=a.service b.service',
      ],
    ],
    [
      'start on runlevel [2345] and started a',
      ['After=a.service', 'Requires=a.service', 'WantedBy=multi-user.target'],
    ],
    [
      'start on starting all\nstop on stopping all',
      ['Before=all.service', 'PartOf=all.service', 'WantedBy=all.service'],
    ],
    ['stop on (stopping all or runlevel [06])', ['After=all.service', 'PartOf=all.service']],
    [
      'start on runlevel 2\nstop on starting other',
      ['Conflicts=other.service', 'WantedBy=multi-user.target'],
    ],
    ['start on runlevel [2345]\nmanual', []],
    ['start on runlevel 1', ['WantedBy=rescue.target']],
    ['start on runlevel [S1]', ['WantedBy=rescue.target']],
  ])('%j', (conditions, lines) => expect(added(main + conditions)).toEqual(lines))

  test.each([
    'start on shop-open',
    'start on runlevel [06]',
    'stop on shop-shut',
    'start on stopped a',
    'start on started a',
  ])('%j asks for a decision', (condition) => expect(decisionsOf(textOf(main + condition))).toHaveLength(1))
})

describe('instances', () => {
  test('are those of a template unit', () => {
    const { isTemplate, text } = convertJob(
      parseJob('instance $index\nenv index=0\nstart on startup\nexec /bin/y -i ${index} "$index"'),
      'system',
      'web',
      'web.conf',
    )
    expect(isTemplate).toBe(true)
    expect(linesOf(text)).toEqual([
      'Description=web',
      'Type=simple',
      'Environment=index=%i',
      'ExecStart=/bin/y -i %i %i',
      'WantedBy=multi-user.target',
      'DefaultInstance=0',
    ])
  })

  test('that are paths are unescaped', () => {
    expect(added('instance ${app}\nscript\n cd $app\n exec bin/puma -C $app/x.rb\nend script')).toEqual([
      'WorkingDirectory=%f',
      'Environment=app=%f',
      'ExecStart=%f/bin/puma -C %f/x.rb',
    ])
  })

  test('without a variable are none', () => {
    expect(convertJob(parseJob('instance 0\nexec /bin/y'), 'system', 'web', 'x').isTemplate).toBe(false)
  })
})

test('a user’s service has no user, and starts with the manager', () => {
  const job =
    'setuid deploy\nsetgid deploy\nstart on (runlevel [2345] and net-device-up)\nexec /bin/y\nnice -5'
  const text = textOf(job, 'user')
  expect(linesOf(text)).toEqual([
    'Description=web',
    'Type=simple',
    'ExecStart=/bin/y',
    'WantedBy=default.target',
  ])
  expect(decisionsOf(text)[0]).toBe(
    "the job ran as 'deploy'; this service runs as the user whose manager starts it, and can't change that",
  )
})
