/**
 * What `test/booted/messages.sh` has go wrong, and the explanations that its messages must get. Those of a version that
 * says nothing of the kind are left out in `test/corpus/messages.generated.json`.
 */
export const expected: Readonly<Record<string, readonly string[]>> = {
  'bus-without-variables': ['bus-variables-missing'],
  'bus-without-manager': ['bus-not-there'],
  'bus-of-another': ['bus-of-another-user'],
  'bus-as-root': ['bus-of-another-user'],
  'start-without-rights': ['no-rights'],
  'reload-without-rights': ['no-rights'],
  'enable-without-rights': ['no-rights'],
  'lingering-without-rights': ['no-rights'],
  'lingering-without-session': ['no-session'],
  'logs-without-rights': ['no-right-to-logs'],
  'not-found-start': ['not-found'],
  'not-found-enable': ['not-found'],
  'not-found-status': ['not-found'],
  'not-found-cat': ['not-found'],
  'not-found-reset': ['not-found'],
  'not-found-stop': ['not-found'],
  'mask-missing': ['masked-nothing', 'masked'],
  'no-install-section': ['no-install-section'],
  'not-active-reload': ['not-active'],
  'cannot-reload': ['no-reload'],
  'changed-on-disk': ['changed-on-disk'],
  'template-start': ['needs-instance'],
  'template-enable': ['needs-instance'],
  'target-of-system': ['wanted-by-nothing'],
  'link-occupied': ['occupied'],
  'link-twice': ['linked'],
  'bad-setting-none': ['bad-setting', 'no-command'],
  'bad-setting-assignment': ['assignment-as-program', 'exit-status'],
  'bad-setting-unknown': ['bad-line'],
  'exit-chdir': ['exit-status', 'no-working-folder', 'failed-step'],
  'exit-exec-missing': ['exit-status', 'program-not-found'],
  'exit-exec-interpreter': ['exit-status', 'program-not-found'],
  'exit-exec-permission': ['exit-status', 'program-forbidden'],
  'exit-group': ['exit-status', 'failed-step'],
  'exit-stdout': ['exit-status', 'failed-step'],
  'resources-environment': ['no-resources', 'no-environment-file'],
  'exit-own': ['own-exit-status', 'failed-job'],
  'exit-127': ['own-exit-status'],
  'start-limit': ['start-limit', 'own-exit-status'],
  'start-limit-start': [],
  'timeout-start': ['timeout'],
  'timeout-stop': ['timeout', 'killed'],
  signal: ['killed', 'failed-job'],
  'signal-segv': ['killed'],
  watchdog: ['watchdog', 'killed'],
  protocol: ['no-ready-message'],
  'protocol-pid-file': ['no-ready-message', 'no-pid-file'],
  'condition-command': ['condition'],
  condition: ['condition'],
  assert: ['assert'],
  dependency: ['dependency'],
  'dependency-missing': ['not-found'],
  'manual-start-refused': ['manual-start-refused'],
  'order-cycle': ['order-cycle'],
  'socket-in-use': ['failed-job', 'socket-after-service'],
  'socket-address-in-use': ['port-in-use', 'no-resources'],
  'socket-port-forbidden': ['port-forbidden'],
  'socket-without-service': ['socket-without-service'],
  'stop-but-socket': ['socket-goes-on'],
  // 262 takes no init script for a service any more.
  'native-service': ['not-native'],
  transient: ['transient'],
  'no-systemd': ['no-systemd'],
  'interpreter-not-in-path': ['no-interpreter-in-path'],
  'stdout-forbidden': ['permission-denied', 'exit-status', 'failed-step'],
  'core-dump': ['core-dump'],
  'bad-name': ['bad-name'],
  'port-in-use-puma': ['port-in-use', 'own-exit-status'],
  'puma-daemonize': ['puma-daemonize'],
  'port-in-use-gunicorn': ['port-in-use', 'own-exit-status'],
  'no-gemfile': ['no-gemfile'],
  'no-ruby-version': ['no-ruby-version'],
}

/** Cuts what `messages.sh` prints into the texts of its scenes. */
export function readScenes(out: string): ReadonlyMap<string, string> {
  const scenes = new Map<string, string>()
  for (const part of out.split(/^== /m).slice(1)) {
    const end = part.indexOf('\n')
    scenes.set(part.slice(0, end), part.slice(end + 1))
  }
  return scenes
}
