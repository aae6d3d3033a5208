// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of shells and systemd, not of ours
import { describe, expect, test } from 'vitest'
import { added, decisionsOf, linesOf, textOf } from '../testing/converted.ts'

const main = 'exec /bin/x\n'

describe('commands', () => {
  test.each([
    ['exec /usr/bin/x --a "b c" \'d$e\' 50%', ['ExecStart=/usr/bin/x --a "b c" d$$e 50%%']],
    ['exec rm -f x', ['ExecStart=/bin/rm -f x']],
    ['exec node app.js', ['ExecStart=/usr/bin/env node app.js', 'SyslogIdentifier=web']],
    ['chdir /srv/a\nexec bin/x', ['WorkingDirectory=/srv/a', 'ExecStart=/srv/a/bin/x']],
    [
      'script\n  cd /srv/a\n  cd ../b\n  exec ./bin/x -C y.rb\nend script',
      ['WorkingDirectory=/srv/b', 'ExecStart=/srv/b/bin/x -C y.rb'],
    ],
    [
      'script\n  cd "/srv/my app" && /bin/y\nend script',
      ['WorkingDirectory=/srv/my app', 'ExecStart=/bin/y'],
    ],
    [
      'script\nexport A=b\nD=/srv\nexport E=$D/x\numask 002\nulimit -n 500\nexec /bin/y $D "$A"\nend script',
      [
        'Environment=A=b',
        'Environment=E=/srv/x',
        'ExecStart=/bin/y /srv ${A}',
        'UMask=002',
        'LimitNOFILE=500',
      ],
    ],
    ['env P=80\nexec /bin/y --port=$P $P "$P"', ['Environment=P=80', 'ExecStart=/bin/y --port=${P} $P ${P}']],
    ['env BIN=/opt/y\nexec $BIN/run', ['Environment=BIN=/opt/y', 'ExecStart=/opt/y/run']],
    [
      'exec env A=b /usr/bin/env C="d e" /bin/y',
      ['Environment=A=b', 'Environment="C=d e"', 'ExecStart=/bin/y'],
    ],
    [
      'script\nPATH=/opt/bin:$PATH\nexec mkdir x\nend script',
      [
        'Environment=PATH=/opt/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        'ExecStart=/usr/bin/env mkdir x',
        'SyslogIdentifier=web',
      ],
    ],
    ['exec A=b /bin/y', ['Environment=A=b', 'ExecStart=/bin/y']],
    ['exec nohup setsid nice -n 5 /bin/y', ['ExecStart=/bin/y', 'Nice=5']],
    [
      'exec ionice -c2 -n7 /bin/y',
      ['ExecStart=/bin/y', 'IOSchedulingClass=best-effort', 'IOSchedulingPriority=7'],
    ],
  ])('%j', (job, lines) => expect(added(job)).toEqual(lines))

  test.each([
    ['exec sudo -u deploy -H /bin/y -u z', ['User=deploy', 'ExecStart=/bin/y -u z']],
    ['exec sudo -E -u deploy A=b /bin/y', ['User=deploy', 'Environment=A=b', 'ExecStart=/bin/y']],
    ['exec sudo /bin/y', ['ExecStart=/bin/y']],
    [
      'exec su deploy -c "cd /srv/a && exec bin/y -z"',
      ['User=deploy', 'WorkingDirectory=/srv/a', 'ExecStart=/srv/a/bin/y -z'],
    ],
    [
      'exec su -s /bin/sh -c \'exec "$0" "$@"\' deploy -- /bin/y --z',
      ['User=deploy', 'ExecStart=/bin/y --z'],
    ],
    ['exec runuser -u deploy -- /bin/y', ['User=deploy', 'ExecStart=/bin/y']],
    ['exec setuidgid deploy /bin/y', ['User=deploy', 'ExecStart=/bin/y']],
    ['exec chpst -u deploy:web /bin/y', ['User=deploy', 'Group=web', 'ExecStart=/bin/y']],
    [
      'exec start-stop-daemon --start -c deploy:web -d /srv --exec bin/y -- -z "a b"',
      ['User=deploy', 'Group=web', 'WorkingDirectory=/srv', 'ExecStart=/srv/bin/y -z "a b"'],
    ],
  ])('the user of %j is that of the unit', (job, lines) => {
    expect(added(job)).toEqual(lines)
    expect(decisionsOf(textOf(job))).toEqual([])
  })

  test.each([
    ['>> /var/log/y.log 2>&1', ['append:/var/log/y.log', 'append:/var/log/y.log']],
    ['2>&1 >> /var/log/y.log', ['append:/var/log/y.log', 'journal']],
    ['> log/y.log', ['truncate:/srv/log/y.log', 'journal']],
    ['2>>/var/log/y.err', [undefined, 'append:/var/log/y.err']],
    ['>/dev/null 2>&1 </dev/null', ['null', 'null']],
    ['2>&1', [undefined, undefined]],
  ])('the output of a command with %j', (redirection, [out, error]) => {
    const lines = linesOf(textOf(`chdir /srv\nexec /bin/y ${redirection}`))
    expect(lines).toContain('ExecStart=/bin/y')
    expect(lines.find((line) => line.startsWith('StandardOutput='))).toBe(out && `StandardOutput=${out}`)
    expect(lines.find((line) => line.startsWith('StandardError='))).toBe(error && `StandardError=${error}`)
  })

  test('a pipe into logger is undone', () => {
    const job = 'exec /bin/y 2>&1 | /usr/bin/logger -t shop -p local3.warn'
    expect(added(job)).toEqual([
      'ExecStart=/bin/y',
      'SyslogIdentifier=shop',
      'SyslogFacility=local3',
      'SyslogLevel=warning',
    ])
    expect(textOf(job)).toContain('# The pipe into logger is gone')
    expect(added('exec /bin/y | logger')).toEqual(['ExecStart=/bin/y', 'SyslogIdentifier=web'])
    const script = textOf('script\n. /etc/default/y\nexec /bin/y $OPTS 2>&1 | logger -t shop\nend script')
    expect(script).toContain("exec /bin/y $$OPTS 2>&1'\n")
    expect(script).toContain('SyslogIdentifier=shop\n')
  })

  test('any other pipe is left to a shell, and told', () => {
    const text = textOf('exec /bin/y | tee /tmp/y')
    expect(linesOf(text)).toContain("ExecStart=/bin/sh -c 'exec /bin/y | tee /tmp/y'")
    expect(decisionsOf(text)[0]).toMatch(/goes through a pipe/)
  })

  test('what only a shell understands is left to one, aloud', () => {
    const text = textOf(
      'script\n  . /etc/default/y\n  # so it\'s\n  test -n "$A" || exit 0\n\n  bin/y --50%\nend script',
    )
    expect(text).toContain(`# A shell runs the script: it does more than to start one program
ExecStart=/bin/sh -c '\\
  set -e\\n\\
  . /etc/default/y\\n\\
  # so it's
  test -n "$$A" || exit 0\\n\\
  exec bin/y --50%%'
`)
  })

  test('a variable that stays in its shell stays with it', () => {
    const text = textOf('script\nA=b\ncd /srv\nexec /bin/y "${A:-c}"\nend script')
    expect(text).toContain('  set -e\\n\\\n  A=b\\n\\\n  cd /srv\\n\\\n  exec /bin/y "$${A:-c}"')
    expect(text).not.toContain('WorkingDirectory')
  })

  test('a script within a here-document is read by its own shell', () => {
    expect(added("script\nexec /bin/bash <<'X'\n  cd /srv/a\n  exec ./y\nX\nend script")).toEqual([
      'WorkingDirectory=/srv/a',
      'ExecStart=/srv/a/y',
    ])
    expect(textOf("script\nexec bash <<'X'\n  source ~/.rc\n  run 'a'\nX\nend script")).toContain(
      "ExecStart=/bin/bash -c '\\\n  source ~/.rc\\n\\\n  exec run \\'a\\''\n",
    )
  })

  test('quotes and here-documents that span lines keep every blank', () => {
    expect(linesOf(textOf("script\necho 'a\n  b'\nexec y\nend script"))).toContain(
      "ExecStart=/bin/sh -c 'set -e\\necho \\'a\\n  b\\'\\nexec y'",
    )
    expect(linesOf(textOf('script\ncat > x <<E\n\ta\nE\nexec y\nend script'))).toContain(
      "ExecStart=/bin/sh -c 'set -e\\ncat > x <<E\\n\\ta\\nE\\nexec y'",
    )
  })

  test.each([
    ['exec y &', /goes on in the background/],
    ['exec /bin/y $OPTS', /'\$OPTS' is set nowhere here/],
    ['exec y', /'y' was written without its folder/],
    ['exec su - deploy -c y', /'su -' read the user's \.profile/],
    ['exec sudo -u "$@" y', /'sudo' stands between systemd and the program/],
    ['script\n start other X=1\n exec /bin/y\nend script', /'start other X=1' speaks to Upstart/],
    ['exec /bin/y $UPSTART_JOB', /'UPSTART_JOB' was set by Upstart/],
    ['exec start-stop-daemon -S -m -p /run/y.pid -x /bin/y', /wrote the process's number to '\/run\/y.pid'/],
  ])('%j asks for a decision', (job, decision) => {
    expect(decisionsOf(textOf(job)).some((each) => decision.test(each))).toBe(true)
  })
})

test.each([
  ['chdir /srv/a/../../..', '/'],
  ['chdir /srv/./a//b/../c', '/srv/a/c'],
  ['script\n cd /srv\n cd -\n exec /bin/y\nend script', undefined],
  ['script\n cd ../../etc\n exec /bin/y\nend script', '/etc'],
])('the folder of %j is %j', (job, folder) => {
  const line = linesOf(textOf(main + job)).find((each) => each.startsWith('WorkingDirectory='))
  expect(line).toBe(folder && `WorkingDirectory=${folder}`)
})

describe('what runs before and after', () => {
  test('each stage has its directive', () => {
    const stages = ['pre-start', 'post-start', 'pre-stop', 'post-stop'].map(
      (stage) => `${stage} exec /bin/${stage}`,
    )
    expect(linesOf(textOf(`${main}${stages.join('\n')}`)).filter((line) => line.startsWith('Exec'))).toEqual([
      'ExecStartPre=/bin/pre-start',
      'ExecStart=/bin/x',
      'ExecStartPost=/bin/post-start',
      'ExecStop=/bin/pre-stop',
      'ExecStopPost=/bin/post-stop',
    ])
  })

  test('simple commands are a line each', () => {
    const job = 'env D=/run/a\npre-start script\n  mkdir -p $D\n  chown a:b "$D" || true\n  :\nend script\n'
    expect(added(main + job).slice(1)).toEqual([
      'ExecStartPre=/bin/mkdir -p $D',
      'ExecStartPre=-/bin/chown a:b ${D}',
    ])
  })

  test('nothing comes of comments alone', () => {
    const job = 'post-start script\n  # tell somebody here\nend script\npre-stop script\nend script\n'
    expect(added(main + job)).toEqual(added(main))
  })

  test.each([
    ['chdir /run/y\npre-start exec mkdir -p /run/y/', 1],
    ['chdir /var/run\npre-start exec mkdir -p /var/run/y', 0],
    ['env L=/var/log/y\npre-start script\n  [ -d $L ] || mkdir "$L"\nend script\nexec y >> $L/y.log', 1],
    ['pre-start exec install -o a -g b -m 755 -d /var/log/y\nexec y >> /var/log/y/y.log 2>&1', 1],
    ['pre-start exec mkdir -p /var/log/y\nexec y >> /var/log/y.log', 0],
  ])('a folder that they make would be needed before: %j', (job, count) =>
    expect(decisionsOf(textOf(main + job)).filter((each) => /seems to make it/.test(each)).length).toBe(
      count,
    ),
  )

  test('what they ask of Upstart is named without what surrounds it', () => {
    const job = 'pre-start script\n  status other >/dev/null 2>&1 && start other || :\nend script\n'
    const decisions = decisionsOf(textOf(main + job)).map((each) => each.split(';')[0])
    expect(decisions).toEqual(["'status other' speaks to Upstart", "'start other' speaks to Upstart"])
    const own = 'instance $UPSTART_EVENTS\npre-start exec /bin/a $UPSTART_EVENTS'
    expect(decisionsOf(textOf(main + own))).toEqual([])
  })

  test('others are a shell’s, which stops at the first error as Upstart’s did', () => {
    expect(linesOf(textOf(`${main}post-stop script\n  a\n  b > c\nend script`))).toContain(
      "ExecStopPost=/bin/sh -c '   set -e\\n   a\\n   b > c'",
    )
  })

  test('they stay where the job ran them, and who', () => {
    const job =
      'script\ncd /srv/a\nexec sudo -u deploy bin/y\nend script\npre-start exec mkdir -p tmp/x\npost-stop exec rm /x\n'
    expect(linesOf(textOf(job)).filter((line) => line.startsWith('Exec'))).toEqual([
      "ExecStartPre=+/bin/sh -c '   cd /\\n   exec mkdir -p tmp/x'",
      'ExecStart=/srv/a/bin/y',
      'ExecStopPost=+/bin/rm /x',
    ])
  })

  test('a job without a main process is its first commands', () => {
    expect(linesOf(textOf('pre-start exec /bin/a\npost-stop exec /bin/b'))).toEqual([
      'Description=web',
      'Type=oneshot',
      'RemainAfterExit=yes',
      'ExecStart=/bin/a',
      'ExecStopPost=/bin/b',
    ])
    expect(linesOf(textOf('start on runlevel 2'))).toContain('ExecStart=/bin/true')
    // systemd refuses to start anew what is meant to end.
    expect(linesOf(textOf('respawn\npre-start exec /bin/a'))).toContain('Restart=on-failure')
  })
})
