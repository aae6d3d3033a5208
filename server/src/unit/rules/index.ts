import { acceptConflict } from './accept-conflict.ts'
import { ambiguousSymlinks } from './ambiguous-symlinks.ts'
import { assignmentAsProgram } from './assignment-as-program.ts'
import { assignmentOutsideSection } from './assignment-outside-section.ts'
import { automountOnRoot } from './automount-on-root.ts'
import { backgroundServer } from './background-server.ts'
import { badControlComment } from './bad-control-comment.ts'
import { badSectionHeader } from './bad-section-header.ts'
import { blankAfterBackslash } from './blank-after-backslash.ts'
import { builtinAsProgram } from './builtin-as-program.ts'
import { credentialsWithSimpleType } from './credentials-with-simple-type.ts'
import { daemonizingFlag } from './daemonizing-flag.ts'
import { dependencyOnItself } from './dependency-on-itself.ts'
import { directiveTooNew } from './directive-too-new.ts'
import { duplicateDirective } from './duplicate-directive.ts'
import { foreignSection } from './foreign-section.ts'
import { forkingForegroundServer } from './forking-foreground-server.ts'
import { frozenPuma } from './frozen-puma.ts'
import { goneUnit } from './gone-unit.ts'
import { hiddenHome } from './hidden-home.ts'
import { inaccessiblePathUsed } from './inaccessible-path-used.ts'
import { instanceOutsideTemplate } from './instance-outside-template.ts'
import { invalidAddress } from './invalid-address.ts'
import { invalidBoolean } from './invalid-boolean.ts'
import { invalidCommand } from './invalid-command.ts'
import { invalidEnumValue } from './invalid-enum-value.ts'
import { invalidEnvironment } from './invalid-environment.ts'
import { invalidFileName } from './invalid-file-name.ts'
import { invalidInstallName } from './invalid-install-name.ts'
import { invalidListItem } from './invalid-list-item.ts'
import { invalidName } from './invalid-name.ts'
import { invalidNumber } from './invalid-number.ts'
import { invalidPath } from './invalid-path.ts'
import { invalidSliceName } from './invalid-slice-name.ts'
import { invalidSpecifier } from './invalid-specifier.ts'
import { invalidTime } from './invalid-time.ts'
import { invalidUnitName } from './invalid-unit-name.ts'
import { killWithoutMainPid } from './kill-without-main-pid.ts'
import { legacyDirective } from './legacy-directive.ts'
import { legacyPath } from './legacy-path.ts'
import { legacyValue } from './legacy-value.ts'
import { lineTooLong } from './line-too-long.ts'
import { managerSpecifierWithUser } from './manager-specifier-with-user.ts'
import { memoryLockWithJit } from './memory-lock-with-jit.ts'
import { misplacedDirective } from './misplaced-directive.ts'
import { missingBusName } from './missing-bus-name.ts'
import { missingCompanion } from './missing-companion.ts'
import { missingDirectiveName } from './missing-directive-name.ts'
import { missingEquals } from './missing-equals.ts'
import { missingExecStart } from './missing-exec-start.ts'
import { missingInUserManager } from './missing-in-user-manager.ts'
import { missingListen } from './missing-listen.ts'
import { missingTrigger } from './missing-trigger.ts'
import { missingWhat } from './missing-what.ts'
import { misspeltMainPid } from './misspelt-main-pid.ts'
import { mountNameMismatch } from './mount-name-mismatch.ts'
import { mountOverApiFileSystem } from './mount-over-api-file-system.ts'
import { nearMissUnit } from './near-miss-unit.ts'
import { needlessWrapper } from './needless-wrapper.ts'
import { networkOnlineWithoutWants } from './network-online-without-wants.ts'
import { noReadyMessage } from './no-ready-message.ts'
import { notUtf8 } from './not-utf8.ts'
import { notifyAccessForChild } from './notify-access-for-child.ts'
import { oneshotWithExitType } from './oneshot-with-exit-type.ts'
import { oneshotWithRestart } from './oneshot-with-restart.ts'
import { pamWithKillMode } from './pam-with-kill-mode.ts'
import { percentInDate } from './percent-in-date.ts'
import { percentInFormat } from './percent-in-format.ts'
import { placeholder } from './placeholder.ts'
import { privatePidsConflict } from './private-pids-conflict.ts'
import { privateTmpSharedPath } from './private-tmp-shared-path.ts'
import { privateUsersConflict } from './private-users-conflict.ts'
import { privilegedPort } from './privileged-port.ts'
import { privilegedPortInUserSocket } from './privileged-port-in-user-socket.ts'
import { quotedValue } from './quoted-value.ts'
import { readOnlyPathWritten } from './read-only-path-written.ts'
import { redundantStop } from './redundant-stop.ts'
import { removedDirective } from './removed-directive.ts'
import { requiresWithoutAfter } from './requires-without-after.ts'
import { reservedMountOption } from './reserved-mount-option.ts'
import { restartLimitNeverReached } from './restart-limit-never-reached.ts'
import { restartLimitSoonReached } from './restart-limit-soon-reached.ts'
import { restartWithoutDelay } from './restart-without-delay.ts'
import type { UnitRule } from './rule.ts'
import { runPathOfRoot } from './run-path-of-root.ts'
import { secretInEnvironment } from './secret-in-environment.ts'
import { severalExecStarts } from './several-exec-starts.ts'
import { severalIsolatedUnits } from './several-isolated-units.ts'
import { shellExpansion } from './shell-expansion.ts'
import { shellSyntax } from './shell-syntax.ts'
import { shellWithoutExec } from './shell-without-exec.ts'
import { signalByName } from './signal-by-name.ts'
import { signalWithOtherMeaning } from './signal-with-other-meaning.ts'
import { socketsLostInHotRestart } from './sockets-lost-in-hot-restart.ts'
import { swapNameMismatch } from './swap-name-mismatch.ts'
import { systemOnlyDirectiveInUserUnit } from './system-only-directive-in-user-unit.ts'
import { timeWithoutEffect } from './time-without-effect.ts'
import { trailingComment } from './trailing-comment.ts'
import { unfilledTag } from './unfilled-tag.ts'
import { unheededItem } from './unheeded-item.ts'
import { unknownDirective } from './unknown-directive.ts'
import { unknownRule } from './unknown-rule.ts'
import { unknownSection } from './unknown-section.ts'
import { unreadPidFile } from './unread-pid-file.ts'
import { unusedAllow } from './unused-allow.ts'
import { userInUserUnit } from './user-in-user-unit.ts'
import { variableAsProgram } from './variable-as-program.ts'
import { variableInEnvironment } from './variable-in-environment.ts'
import { variableInPath } from './variable-in-path.ts'
import { wantedBySystemTarget } from './wanted-by-system-target.ts'
import { wantedByUserTarget } from './wanted-by-user-target.ts'
import { watchdogWithoutPings } from './watchdog-without-pings.ts'
import { workingDirectoryConflict } from './working-directory-conflict.ts'
import { wrongLetterCase } from './wrong-letter-case.ts'
import { zeroMaxConnections } from './zero-max-connections.ts'

/** Every rule over unit files, by name. */
export const unitRules: readonly UnitRule[] = [
  acceptConflict,
  ambiguousSymlinks,
  assignmentAsProgram,
  assignmentOutsideSection,
  automountOnRoot,
  backgroundServer,
  badControlComment,
  badSectionHeader,
  blankAfterBackslash,
  builtinAsProgram,
  credentialsWithSimpleType,
  daemonizingFlag,
  dependencyOnItself,
  directiveTooNew,
  duplicateDirective,
  foreignSection,
  forkingForegroundServer,
  frozenPuma,
  goneUnit,
  hiddenHome,
  inaccessiblePathUsed,
  instanceOutsideTemplate,
  invalidAddress,
  invalidBoolean,
  invalidCommand,
  invalidEnumValue,
  invalidEnvironment,
  invalidFileName,
  invalidInstallName,
  invalidListItem,
  invalidName,
  invalidNumber,
  invalidPath,
  invalidSliceName,
  invalidSpecifier,
  invalidTime,
  invalidUnitName,
  killWithoutMainPid,
  legacyDirective,
  legacyPath,
  legacyValue,
  lineTooLong,
  managerSpecifierWithUser,
  memoryLockWithJit,
  misplacedDirective,
  missingBusName,
  missingCompanion,
  missingDirectiveName,
  missingEquals,
  missingExecStart,
  missingInUserManager,
  missingListen,
  missingTrigger,
  missingWhat,
  misspeltMainPid,
  mountNameMismatch,
  mountOverApiFileSystem,
  nearMissUnit,
  needlessWrapper,
  networkOnlineWithoutWants,
  noReadyMessage,
  notUtf8,
  notifyAccessForChild,
  oneshotWithExitType,
  oneshotWithRestart,
  pamWithKillMode,
  percentInDate,
  percentInFormat,
  placeholder,
  privatePidsConflict,
  privateTmpSharedPath,
  privateUsersConflict,
  privilegedPort,
  privilegedPortInUserSocket,
  quotedValue,
  readOnlyPathWritten,
  redundantStop,
  removedDirective,
  requiresWithoutAfter,
  reservedMountOption,
  restartLimitNeverReached,
  restartLimitSoonReached,
  restartWithoutDelay,
  runPathOfRoot,
  secretInEnvironment,
  severalExecStarts,
  severalIsolatedUnits,
  shellExpansion,
  shellSyntax,
  shellWithoutExec,
  signalByName,
  signalWithOtherMeaning,
  socketsLostInHotRestart,
  swapNameMismatch,
  systemOnlyDirectiveInUserUnit,
  timeWithoutEffect,
  trailingComment,
  unfilledTag,
  unheededItem,
  unknownDirective,
  unknownRule,
  unknownSection,
  unreadPidFile,
  unusedAllow,
  userInUserUnit,
  variableAsProgram,
  variableInEnvironment,
  variableInPath,
  wantedBySystemTarget,
  wantedByUserTarget,
  watchdogWithoutPings,
  workingDirectoryConflict,
  wrongLetterCase,
  zeroMaxConnections,
]
