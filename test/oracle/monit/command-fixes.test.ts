import { expect, test } from 'vitest'
import { applyEdits } from '../../../server/src/base/edit.ts'
import { appendedWords } from '../../../server/src/monit/rules/appended-words.ts'
import { commandAsOneWord } from '../../../server/src/monit/rules/command-as-one-word.ts'
import { initScript } from '../../../server/src/monit/rules/init-script.ts'
import { joinedConditions } from '../../../server/src/monit/rules/joined-conditions.ts'
import { missingLoginShell } from '../../../server/src/monit/rules/missing-login-shell.ts'
import { monitShellSyntax } from '../../../server/src/monit/rules/monit-shell-syntax.ts'
import { needlessSudo } from '../../../server/src/monit/rules/needless-sudo.ts'
import { nestedQuotes } from '../../../server/src/monit/rules/nested-quotes.ts'
import { optionInsideQuotes } from '../../../server/src/monit/rules/option-inside-quotes.ts'
import { quoteInsideArgument } from '../../../server/src/monit/rules/quote-inside-argument.ts'
import { relativeProgram } from '../../../server/src/monit/rules/relative-program.ts'
import { repeatedStatement } from '../../../server/src/monit/rules/repeated-statement.ts'
import type { MonitRule } from '../../../server/src/monit/rules/rule.ts'
import { swappedSystemctlWords } from '../../../server/src/monit/rules/swapped-systemctl-words.ts'
import { systemctlUserWithoutRuntimeDir } from '../../../server/src/monit/rules/systemctl-user-without-runtime-dir.ts'
import { uidWithoutGid } from '../../../server/src/monit/rules/uid-without-gid.ts'
import { unclosedQuote } from '../../../server/src/monit/rules/unclosed-quote.ts'
import { unquotedShellScript } from '../../../server/src/monit/rules/unquoted-shell-script.ts'
import { findingsOf } from '../../../server/src/monit/testing/check.ts'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { modelOf } from './model.ts'
import { type Monit, monitsToAsk } from './run-monit.ts'

const monits = monitsToAsk()
const noMonit = monits.length === 0 ? 'there is no monit on this machine' : undefined
const head = 'check process web with pidfile /run/web.pid\n'
/** monit changes users for root alone; users are by number, as names differ from machine to machine. */
const isRoot = process.getuid?.() === 0

/** What monit understands of a text after each fix of the rule's first finding, one line of blanks each. */
function fixedModels(rule: MonitRule, text: string, monit: Monit): readonly string[] {
  const [found] = findingsOf(rule, text, { monitVersion: monit.version })
  expect(found?.fixes, `fixes for ${text}`).not.toEqual([])
  return found!.fixes.map((fix) => modelOf(monit, applyEdits(text, fix.edits)).join('\n').replace(/ +/g, ' '))
}

function start(command: string): string {
  return `${head}  start program = ${command}\n`
}

type Case = readonly [rule: MonitRule, text: string, ...meanings: readonly string[]]

const cases: readonly Case[] = [
  [
    commandAsOneWord,
    `${head}  start program '/bin/true a' with timeout 9 seconds\n`,
    "Start program = '/bin/true a' timeout 9 s",
  ],
  [
    commandAsOneWord,
    `${head}  if cpu > 80% then exec '/bin/true a'\n`,
    "CPU usage limit = if greater than 80.0% then exec '/bin/true a'",
  ],
  [initScript, start('"/etc/init.d/web start"'), "Start program = '/usr/bin/systemctl start web' timeout"],
  [
    joinedConditions,
    `${head}  if cpu > 80% or memory > 50% for 3 cycles then exec "/bin/sh -c 'a b'"\n`,
    "CPU usage limit = if greater than 80.0% for 3 cycles then exec '/bin/sh -c a b'",
  ],
  [missingLoginShell, start(`"/bin/bash -c 'bundle exec puma'"`), '/bin/bash -lc bundle exec puma'],
  [monitShellSyntax, start('"/srv/a && /srv/b > /tmp/x"'), "'/bin/sh -c /srv/a && /srv/b > /tmp/x'"],
  [monitShellSyntax, start(`"/srv/a 'b c' && /srv/b"`), `'/bin/sh -c /srv/a "b c" && /srv/b'`],
  [monitShellSyntax, start('"A=1 /srv/run"'), "'/usr/bin/env A=1 /srv/run'", "'/bin/sh -c A=1 /srv/run'"],
  [needlessSudo, start('"/usr/bin/sudo /srv/run"'), "Start program = '/srv/run' timeout"],
  [nestedQuotes, start('"/bin/bash -c "cd /srv && ./run""'), "'/bin/bash -c cd /srv && ./run'"],
  [nestedQuotes, start('"/bin/bash -c \\"cd /srv && ./run\\""'), "'/bin/bash -c cd /srv && ./run'"],
  [
    nestedQuotes,
    start(`"/bin/sh -c 'ps ax | awk '/web/ {print $1}' | xargs kill'"`),
    `'/bin/sh -c ps ax | awk "/web/ {print \\$1}" | xargs kill'`,
  ],
  [
    monitShellSyntax,
    start('"/bin/kill -s TERM $MAINPID"'),
    "'/bin/sh -c /bin/kill -s TERM $MONIT_PROCESS_PID'",
  ],
  [
    optionInsideQuotes,
    start('"/bin/true a with timeout 9 seconds"'),
    "Start program = '/bin/true a' timeout 9 s",
  ],
  [
    optionInsideQuotes,
    start('"/bin/true a as uid 65534 and gid 0" with timeout 9 seconds'),
    "Start program = '/bin/true a' as uid 65534 as gid 0 timeout 9 s",
  ],
  [quoteInsideArgument, start(`"/srv/run --a='b c' d"`), "'/srv/run --a=b c d'"],
  [relativeProgram, start('"systemctl start web"'), "'/usr/bin/systemctl start web'"],
  [
    repeatedStatement,
    `${start('"/bin/true"')}  start program = "/bin/false"\n`,
    "Start program = '/bin/false' timeout",
  ],
  [swappedSystemctlWords, start('"/bin/systemctl web start"'), "'/bin/systemctl start web'"],
  [
    unclosedQuote,
    `${start(`"/bin/sh -c 'run a"`)}  stop program = "/bin/sh -c 'run b'"\n`,
    "Start program = '/bin/sh -c run a' timeout 30 s\nStop program = '/bin/sh -c run b'",
  ],
  [
    unclosedQuote,
    `${start('"/bin/true')}  stop program = "/bin/false\n`,
    "Start program = '/bin/true' timeout 30 s\nStop program = '/bin/false'",
  ],
  [
    unclosedQuote,
    `${start('"/bin/true with timeout 9 seconds')}  if cpu > 80% then alert\n`,
    "Start program = '/bin/true' timeout 9 s",
  ],
  [unquotedShellScript, start('"/bin/sh -c cd /srv; ./run"'), "'/bin/sh -c cd /srv; ./run'"],
]

const asUser: readonly Case[] = [
  [appendedWords, start('"/bin/true" as user 33'), "'/bin/true' as uid 33 timeout"],
  [
    appendedWords,
    start('"/bin/true" as uid 33 and group 0 with timeout 9 seconds'),
    "'/bin/true' as uid 33 as gid 0 timeout 9 s",
  ],
  [uidWithoutGid, start('"/bin/true" as uid 33 with timeout 9 seconds'), 'as uid 33 as gid 33 timeout 9 s'],
  [
    needlessSudo,
    start('"/usr/bin/sudo -u nobody /bin/true" with timeout 9 seconds'),
    "'/bin/true' as uid 65534 as gid 65534 timeout 9 s",
  ],
  [uidWithoutGid, start('"/bin/true" as uid nobody'), 'as uid 65534 as gid 65534 timeout'],
  [
    systemctlUserWithoutRuntimeDir,
    start('"systemctl --user start web" as uid "nobody" and gid 0 with timeout 9 seconds'),
    "'/bin/bash -c XDG_RUNTIME_DIR=/run/user/$(id -u) /usr/bin/systemctl --user start web' as uid 65534 as gid 0 timeout 9 s",
    "'/usr/bin/systemctl --user --machine=nobody@.host start web' timeout 9 s",
  ],
  [
    systemctlUserWithoutRuntimeDir,
    start('"/usr/bin/sudo -u deploy systemctl --user start web" with timeout 9 seconds'),
    "'/usr/bin/systemctl --user --machine=deploy@.host start web' timeout 9 s",
  ],
  [
    systemctlUserWithoutRuntimeDir,
    start(`"/bin/sh -c 'XDG_RUNTIME_DIR=/run/user/9; systemctl --user start web'" as uid 65534 and gid 0`),
    "'/bin/sh -c export XDG_RUNTIME_DIR=/run/user/9; systemctl --user start web' as uid 65534 as gid 0",
  ],
]

describeUnless(noMonit, 'the fixes of commands, as the monit here reads them', () => {
  test.for(withMonits(cases))('$version: $id in $text', compare)
  describeUnless(isRoot ? undefined : 'only root can tell monit of other users', 'with a user', () => {
    test.for(withMonits(asUser))('$version: $id in $text', compare)
  })
})

function withMonits(all: readonly Case[]) {
  return monits.flatMap((monit) =>
    all.map(([rule, text, ...meanings]) => ({
      version: monit.version,
      id: rule.id,
      text,
      monit,
      rule,
      meanings,
    })),
  )
}

function compare({ monit, rule, text, meanings }: ReturnType<typeof withMonits>[number]): void {
  const models = fixedModels(rule, text, monit)
  expect(models.length).toBeGreaterThanOrEqual(meanings.length)
  for (const [index, meaning] of meanings.entries()) expect(models[index]).toContain(meaning)
}
