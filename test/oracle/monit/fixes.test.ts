import { expect, test } from 'vitest'
import { applyEdits } from '../../../server/src/base/edit.ts'
import { actionInPassiveMode } from '../../../server/src/monit/rules/action-in-passive-mode.ts'
import { badChecksum } from '../../../server/src/monit/rules/bad-checksum.ts'
import { cronMinuteMissed } from '../../../server/src/monit/rules/cron-minute-missed.ts'
import { cronNever } from '../../../server/src/monit/rules/cron-never.ts'
import { missingDaemon } from '../../../server/src/monit/rules/missing-daemon.ts'
import { missingHttpd } from '../../../server/src/monit/rules/missing-httpd.ts'
import { missingMailserver } from '../../../server/src/monit/rules/missing-mailserver.ts'
import { missingOperator } from '../../../server/src/monit/rules/missing-operator.ts'
import { missingUnit } from '../../../server/src/monit/rules/missing-unit.ts'
import { oldTlsVersion } from '../../../server/src/monit/rules/old-tls-version.ts'
import { openHttpd } from '../../../server/src/monit/rules/open-httpd.ts'
import { patternAsFile } from '../../../server/src/monit/rules/pattern-as-file.ts'
import { perlPattern } from '../../../server/src/monit/rules/perl-pattern.ts'
import { protocolOfOtherPort } from '../../../server/src/monit/rules/protocol-of-other-port.ts'
import type { MonitRule } from '../../../server/src/monit/rules/rule.ts'
import { settingAfterChecks } from '../../../server/src/monit/rules/setting-after-checks.ts'
import { unreachableHttpd } from '../../../server/src/monit/rules/unreachable-httpd.ts'
import { findingsOf } from '../../../server/src/monit/testing/check.ts'
import { hasReached } from '../../../server/src/monit/version.ts'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { modelOf } from './model.ts'
import { monitsToAsk } from './run-monit.ts'

const monits = monitsToAsk()
const noMonit = monits.length === 0 ? 'there is no monit on this machine' : undefined
const app = 'check process app with pidfile /run/app.pid\n'
const log = 'check file log with path /var/log/app.log\n'
const root = 'check filesystem root with path /\n'
const host = 'check host web with address 127.0.0.1\n'

/** The text after the first fix of a rule's first finding. */
function fixed(rule: MonitRule, text: string, version: string): string {
  const [fix] = findingsOf(rule, text, { monitVersion: version }).flatMap((finding) => finding.fixes)
  expect(fix, `a fix for ${text}`).toBeDefined()
  return applyEdits(text, fix!.edits)
}

describeUnless(noMonit, 'the fixes of settings, tests and patterns, as the monit here reads them', () => {
  /** The last of each is the version from which the rule is silent. */
  const cases: readonly (readonly [MonitRule, string, string, string?])[] = [
    [actionInPassiveMode, `${app}  mode passive\n  if cpu > 95% then restart\n`, 'then alert'],
    [
      badChecksum,
      `${log}  if failed md5 checksum expect da39a3ee5e6b4b0d3255bfef95601890afd80709 then alert\n`,
      'SHA1',
    ],
    // From 6.0 no minute is missed.
    [cronMinuteMissed, `set daemon 120\n${app}  every "0 3 * * *"\n`, '0-2 3 * * *', '6.0'],
    [cronNever, `${app}  not every "* 22-5 * * *"\n`, '* 22-23,0-5 * * *'],
    [missingDaemon, app, 'Poll time = 30 seconds'],
    [missingHttpd, 'set daemon 30\n', 'httpd unix socket = /run/monit.sock'],
    [missingMailserver, 'set alert ops@example.com\n', 'Mail server(s) = localhost'],
    [missingOperator, `${root}  if space usage 80% then alert\n`, 'if greater than 80.0%'],
    [missingUnit, `${root}  if space usage > 80 then alert\n`, 'if greater than 80.0%'],
    [
      oldTlsVersion,
      `${host}  if failed port 443 with ssl { version: tlsv1 } then alert\n`,
      'if failed [127.0.0.1]:443',
    ],
    [openHttpd, 'set httpd port 2812\n  allow ops:"t4-Rue"\n', 'httpd bind address = localhost'],
    [patternAsFile, `${log}  if content = "/api.* 500" then alert\n`, '"[/]api.* 500"'],
    [perlPattern, `${log}  if content = "took \\d+ s" then alert\n`, '"took [0-9]+ s"'],
    [protocolOfOtherPort, `${host}  if failed port 443 protocol http then alert\n`, 'using TLS'],
    [
      settingAfterChecks,
      `${app}  start program = "/bin/true"\nset limits { startTimeout: 90 seconds }\n`,
      "Start program = '/bin/true' timeout 1.500 m",
    ],
    [unreachableHttpd, 'set httpd port 2812\n', 'httpd auth. style = Host/Net allow list'],
  ]
  test.for(cases.map(([rule, ...rest]) => [rule.id, rule, ...rest] as const))(
    '%s',
    ([, rule, text, meaning, until]) => {
      for (const monit of monits) {
        if (until !== undefined && hasReached(monit.version, until)) continue
        const model = modelOf(monit, fixed(rule, text, monit.version))
          .join('\n')
          .replace(/ +/g, ' ')
        expect(model).toContain(meaning)
      }
    },
  )
})
