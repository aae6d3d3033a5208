import { describe, expect, test } from 'vitest'
import { type CheckOptions, hoverAt } from '../testing/check.ts'

const web = 'set daemon 30\ncheck process web with pidfile /run/web.pid\n  '
/** The first line of what is shown. */
const first = async (marked: string, options?: CheckOptions) =>
  (await hoverAt(marked, options))?.split('\n')[0]

describe('a word', () => {
  test('is explained for the place where it stands', async () => {
    expect(await hoverAt(`${web}if failed port 80 protocol http requ$0est "/" then alert`)).toMatch(
      /^\*\*request\*\*, an option of `protocol http`\n\nWhich page.*[\s\S]*- Default: \/\n- Manual: \[Connection tests\]\(https:/,
    )
    expect(await first('set alert a@example.com on { time$0out }')).toBe('**timeout**, an event')
    expect(await first(`${web}start program = "/bin/x" with time$0out 5 seconds`)).toBe('**timeout**')
    expect(await first('set da$0emon 30')).toBe('**set daemon**')
    expect(await first('set limits { startTime$0out: 30 s }')).toBe('**startTimeout**, in `set limits`')
    expect(await first('check fi$0le log with path /var/log/x')).toBe('**check file**')
  })
  test('of two that belong together is explained as one', async () => {
    expect(await first(`${web}if not ex$0ist then alert`)).toBe('**not exist**, a test')
    expect(await first(`${web}if n$0ot exist then alert`)).toBe('**not exist**, a test')
    expect(await first(`${web}if ex$0ist then alert`)).toBe('**exist**, a test')
    expect(await first('check filesystem r with path /\n if space fr$0ee < 1 GB then alert')).toBe(
      '**space free**, a test',
    )
  })
  test('names an account or a group of the machine, and no group of services', async () => {
    const command = `${web}start = "/bin/x" as uid `
    expect(await first(`${command}dep$0loy and gid web`)).toBe('**uid**')
    expect(await first(`${command}"deploy" and gid "w$0eb"`)).toBe('**gid**')
    expect(await hoverAt(`${command}10$000 and gid web`)).toContain('**uid**')
    expect(await first(`set httpd unixsocket /run/m.sock uid dep$0loy`)).toBe(
      '**uid**, an option of `set httpd`',
    )
    expect(await first(`${web}group we$0b`)).toBe('**web**, a group')
  })
  test('in braces ends with one that says nothing', async () =>
    expect(await hoverAt('set mail-format { from: a@example.org }$0')).toBeUndefined())
  test('has its versions', async () => {
    const marked = `${web}if cpu > 80% then igno$0re`
    expect(await hoverAt(marked)).toContain('- Since monit 5.34\n')
    expect(await hoverAt(marked, { monitVersion: '5.27' })).toContain(
      '- Since monit 5.34; the target, 5.27, doesn’t know it',
    )
    expect(await hoverAt('set log$0file /x')).toContain('- Deprecated since monit 6.0')
  })
  test('that monit skips, a comment and a template tag say nothing', async () => {
    expect(await hoverAt('check process web wi$0th pidfile /x')).toBeUndefined()
    expect(await hoverAt('# check pro$0cess')).toBeUndefined()
    expect(await hoverAt('set daemon <%= @per$0iod %>')).toBeUndefined()
    expect(await hoverAt('$0')).toBeUndefined()
  })
})

describe('a number', () => {
  test('of bytes or time comes with its unit', async () => {
    expect(await first(`${web}if memory > 80$00 MB then alert`)).toBe('**800 MB** is 838,860,800 bytes')
    expect(await first(`${web}if memory > 800 M$0B then alert`)).toBe('**800 MB** is 838,860,800 bytes')
    expect(await first(`${web}start = "/bin/x" timeout 9$00 seconds`)).toBe(
      '**90 seconds** is 1 minute 30 seconds',
    )
    expect(await first(`${web}if uptime > 30$00 then alert`)).toMatch(/^\*\*5 minutes\*\*; a number without/)
    expect(await first('check network n interface eth0\n if upload > 1 MB/$0s then alert')).toBe(
      '**1 MB/s** is 1,048,576 bytes a second',
    )
  })
  test('of cycles is told in time', async () => {
    expect(await first(`${web}if cpu > 80% for 3 times within $05 cycles then alert`)).toBe(
      'Acts when it is so in 3 of the last 5 cycles; with `set daemon 30` that is 2 minutes 30 seconds',
    )
    expect(await first(`${web}if cpu > 80% for 4 cy$0cles then alert`)).toBe(
      'Acts when it is so in 4 cycles in a row; with `set daemon 30` that is 2 minutes',
    )
    expect(await first(`${web}if children > 255 for $05 cycles then alert`)).toBe(
      'Acts when it is so in 5 cycles in a row; with `set daemon 30` that is 2 minutes 30 seconds',
    )
    expect(await first(`${web}if failed port 80 for 2 times within 3 cy$0cles then alert`)).toBe(
      'Acts when it is so in 2 of the last 3 cycles; with `set daemon 30` that is 1 minute 30 seconds',
    )
    expect(await first(`${web}if 3 restarts within $05 cycles then unmonitor`)).toBe(
      'Acts when monit restarted the service 3 times within 5 cycles; with `set daemon 30` that is 2 minutes 30 seconds',
    )
    expect(await first(`${web}every $02 cycles`)).toBe(
      'Checked in every 2nd cycle; with `set daemon 30` that is 1 minute',
    )
  })
  test('of cycles is not told in time where no file says how long they are', async () => {
    const check = 'check process web with pidfile /x\n every $02 cycles'
    expect(await first(check)).toBe('Checked in every 2nd cycle')
    expect(await first(check, { controlFiles: [{ path: 'other', text: 'set daemon 10' }] })).toBe(
      'Checked in every 2nd cycle; with `set daemon 10` that is 20 seconds',
    )
  })
  test('of a mode, a port, a poll time', async () => {
    expect(await first('check file f with path /x\n if failed permission 06$040 then alert')).toBe(
      '**0640** is `rw-r-----`: its owner `rw-`, its group `r--`, all others `---`',
    )
    expect(await first(`${web}if failed port 33$006 then alert`)).toBe(
      'Port **3306**, where `mysql` or `mysqls` is spoken by custom',
    )
    expect(await first('set daemon 1$020')).toBe('A cycle every **2 minutes**')
  })
})

test.each([
  ['check system h\n if pagein > 5$0 per second then alert', '**5 pages** a second'],
  [`${web}if cpu > 80% for 6$05 cycles then alert`, '**65 cycles**'],
  [`${web}every 1$0 cycles`, 'Checked in every cycle'],
  [`${web}if memory > 50$00 then alert`, '**500 bytes**; a number without a unit is bytes here'],
  [`${web}every "0 0 1$0 * 7"`, 'Checked at 00:00, on day 1 of the month, if that is weekday 7'],
])('%j is %j', async (marked, words) => expect(await first(marked)).toBe(words))

describe('a command', () => {
  test('is shown as monit parts it', async () => {
    expect(
      await hoverAt(
        `${web}start program = "/bin/sh -c $0'a && b'" as uid www and gid web with timeout 60 seconds`,
      ),
    ).toBe(
      'Starts **web**: monit runs this by itself, no shell reads it.\n\n1. `/bin/sh`\n2. `-c`\n3. `a && b`\n\nAs user www and group web; monit waits 1 minute for it.',
    )
  })
  test('says how long monit waits, by the limits above it', async () => {
    const start = `${web}start program = "/bin/$0x"`
    const stop = `${web}stop program = "/bin/$0x"`
    const limited = 'set limits { startTimeout: 90 seconds stopTimeout: 1500 ms }\n'
    expect(await hoverAt(start)).toMatch(/; monit waits 30 seconds for it, the default\.$/)
    expect(await hoverAt(limited + start)).toMatch(
      /; monit waits 1 minute 30 seconds for it, by `startTimeout` of `set limits`\.$/,
    )
    expect(await hoverAt(limited + stop)).toMatch(/; monit waits 1\.5 seconds for it, by `stopTimeout`/)
    expect(await hoverAt(`${start}\n${limited}`)).toMatch(/waits 30 seconds for it, the default\.$/)
    const tag = 'set limits { startTimeout: <%= seconds %> seconds }\n'
    expect(await hoverAt(tag + start, { file: 'web.monit.erb' })).toMatch(
      /; monit waits as long as `startTimeout` of `set limits` says\.$/,
    )
    const controlFiles = [{ path: '/etc/monit/monitrc', text: limited }]
    expect(await hoverAt(start, { file: '/etc/monit/conf.d/web', controlFiles })).toMatch(
      /; monit waits as long as `startTimeout` of `set limits` says\.$/,
    )
    expect(await hoverAt(`${web}if cpu > 80% then exec "/bin/$0x"`)).toMatch(
      /As the user that monit runs as\.$/,
    )
  })
  test('has what stands behind its closing quote', async () => {
    expect(await hoverAt(`${web}stop program = "/bin/x" as user$0 deploy`)).toContain(
      '2. `user` (stands behind the closing quote, and is an argument all the same)',
    )
  })
  test('of a test is one too', async () => {
    expect(await first(`${web}if cpu > 80% then exec "/bin/$0x y"`)).toMatch(/^Runs in a test of \*\*web\*\*/)
  })
})

describe('a name', () => {
  const controlFiles = [
    {
      path: '/etc/monit/conf.d/db',
      text: 'set daemon 5\ncheck process DB with pidfile /run/db.pid\n  group data\n',
    },
  ]
  test('of a service says what is checked, and where', async () => {
    expect(await hoverAt(`${web}depends on d$0b`, { controlFiles })).toBe(
      '**db**\n\n`check process` with pidfile `/run/db.pid`, in /etc/monit/conf.d/db:2\n- In group `data`\n\nNeeded by `web`',
    )
    expect(await hoverAt(`${web}depends on cac$0he`)).toContain('No check of this name')
  })
  test('of a group says who is in it', async () => {
    expect(await hoverAt(`${web}group dat$0a`, { controlFiles })).toContain('Services in it: `web`, `DB`')
  })
  test('of an included file is followed', async () => {
    expect(
      await hoverAt('inclu$0de /etc/monit/conf.d/*', { file: '/etc/monit/monitrc', controlFiles }),
    ).toContain('- /etc/monit/conf.d/db')
  })
})

test('times of a cron expression are told in words', async () => {
  expect(await first(`${web}every "0 3$0 * * 1-5"`)).toBe('Checked at 03:00, on Monday to Friday')
  expect(await first(`${web}not every "* 0-6$0 * * *"`)).toBe('Not checked every minute of hour 0 to 6')
})

test('a pattern with a leading slash is said to name a file', async () => {
  expect(await first('check file f with path /x\n if content = "/fa$0il" then alert')).toMatch(
    /monit reads patterns from a file/,
  )
})

test('a variable of a mail is explained', async () => {
  expect(await first('set mail-format { subject: a $SER$0VICE b\n}')).toBe('**$SERVICE**, filled in by monit')
})
