import { actionInPassiveMode } from './action-in-passive-mode.ts'
import { actionWithoutProgram } from './action-without-program.ts'
import { appendedWords } from './appended-words.ts'
import { badChecksum } from './bad-checksum.ts'
import { checkWithoutTest } from './check-without-test.ts'
import { commandAsOneWord } from './command-as-one-word.ts'
import { cronMinuteMissed } from './cron-minute-missed.ts'
import { cronNever } from './cron-never.ts'
import { defaultPassword } from './default-password.ts'
import { dependencyLoop } from './dependency-loop.ts'
import { deprecatedSyntax } from './deprecated-syntax.ts'
import { duplicateService } from './duplicate-service.ts'
import { folderAsPasswordFile } from './folder-as-password-file.ts'
import { hostNameAsAddress } from './host-name-as-address.ts'
import { impossibleTest } from './impossible-test.ts'
import { initScript } from './init-script.ts'
import { initWithoutDaemon } from './init-without-daemon.ts'
import { invalidPattern } from './invalid-pattern.ts'
import { joinedConditions } from './joined-conditions.ts'
import { matchesAnyProcess } from './matches-any-process.ts'
import { missingDaemon } from './missing-daemon.ts'
import { missingHttpd } from './missing-httpd.ts'
import { missingLoginShell } from './missing-login-shell.ts'
import { missingMailserver } from './missing-mailserver.ts'
import { missingOperator } from './missing-operator.ts'
import { missingPemFile } from './missing-pem-file.ts'
import { missingSudoUser } from './missing-sudo-user.ts'
import { missingUnit } from './missing-unit.ts'
import { mixedLinkTests } from './mixed-link-tests.ts'
import { mmonitWithoutHttpd } from './mmonit-without-httpd.ts'
import { monitShellSyntax } from './monit-shell-syntax.ts'
import { monitSyntax } from './monit-syntax.ts'
import { needlessSudo } from './needless-sudo.ts'
import { nestedQuotes } from './nested-quotes.ts'
import { newerSyntax } from './newer-syntax.ts'
import { noSuchPort } from './no-such-port.ts'
import { numberOutOfRange } from './number-out-of-range.ts'
import { oldTlsVersion } from './old-tls-version.ts'
import { openHttpd } from './open-httpd.ts'
import { optionInsideQuotes } from './option-inside-quotes.ts'
import { patternAsFile } from './pattern-as-file.ts'
import { perlPattern } from './perl-pattern.ts'
import { protocolConflict } from './protocol-conflict.ts'
import { protocolOfOtherPort } from './protocol-of-other-port.ts'
import { quoteInsideArgument } from './quote-inside-argument.ts'
import { relativeProgram } from './relative-program.ts'
import { repeatedCredentials } from './repeated-credentials.ts'
import { repeatedSetting } from './repeated-setting.ts'
import { repeatedStatement } from './repeated-statement.ts'
import type { MonitRule } from './rule.ts'
import { sessionRuntimePath } from './session-runtime-path.ts'
import { settingAfterChecks } from './setting-after-checks.ts'
import { slashInServiceName } from './slash-in-service-name.ts'
import { swappedSystemctlWords } from './swapped-systemctl-words.ts'
import { systemctlUserWithoutRuntimeDir } from './systemctl-user-without-runtime-dir.ts'
import { tooManyArguments } from './too-many-arguments.ts'
import { uidWithoutGid } from './uid-without-gid.ts'
import { unclosedQuote } from './unclosed-quote.ts'
import { unfilledBuildTag } from './unfilled-build-tag.ts'
import { unknownDependency } from './unknown-dependency.ts'
import { unknownLogFacility } from './unknown-log-facility.ts'
import { unknownRule } from './unknown-rule.ts'
import { unquotedShellScript } from './unquoted-shell-script.ts'
import { unreachableHttpd } from './unreachable-httpd.ts'
import { unsetHome } from './unset-home.ts'
import { unusedAllow } from './unused-allow.ts'

/** Every rule over control files, by id. */
export const monitRules: readonly MonitRule[] = [
  actionInPassiveMode,
  actionWithoutProgram,
  appendedWords,
  badChecksum,
  checkWithoutTest,
  commandAsOneWord,
  cronMinuteMissed,
  cronNever,
  defaultPassword,
  dependencyLoop,
  deprecatedSyntax,
  duplicateService,
  folderAsPasswordFile,
  hostNameAsAddress,
  impossibleTest,
  initScript,
  initWithoutDaemon,
  invalidPattern,
  joinedConditions,
  matchesAnyProcess,
  missingDaemon,
  missingHttpd,
  missingLoginShell,
  missingMailserver,
  missingOperator,
  missingPemFile,
  missingSudoUser,
  missingUnit,
  mixedLinkTests,
  mmonitWithoutHttpd,
  monitShellSyntax,
  monitSyntax,
  needlessSudo,
  nestedQuotes,
  newerSyntax,
  noSuchPort,
  numberOutOfRange,
  oldTlsVersion,
  openHttpd,
  optionInsideQuotes,
  patternAsFile,
  perlPattern,
  protocolConflict,
  protocolOfOtherPort,
  quoteInsideArgument,
  relativeProgram,
  repeatedCredentials,
  repeatedSetting,
  repeatedStatement,
  sessionRuntimePath,
  settingAfterChecks,
  slashInServiceName,
  swappedSystemctlWords,
  systemctlUserWithoutRuntimeDir,
  tooManyArguments,
  uidWithoutGid,
  unclosedQuote,
  unfilledBuildTag,
  unknownDependency,
  unknownLogFacility,
  unknownRule,
  unquotedShellScript,
  unreachableHttpd,
  unsetHome,
  unusedAllow,
]
