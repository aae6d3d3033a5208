import { type Cause, doing, manual, words } from './explanation.ts'

/** The manager can't be reached. Texts differ by version: `bus`, later `user scope bus via local transport`. */
const connect =
  'Failed to (?:connect to (?:(?:user|system) scope )?bus(?: via [a-z ]{1,40})?|get D-Bus connection)'

const to = (reason: string) => new RegExp(`${connect}: (?:${reason})`, 'g')

export const busCauses: readonly Cause[] = [
  {
    id: 'bus-variables-missing',
    tells: 'cause',
    // `No medium found` says so up to systemd 253.
    pattern: to(
      String.raw`\$DBUS_SESSION_BUS_ADDRESS and \$XDG_RUNTIME_DIR not defined|No medium found|No such device or address`,
    ),
    explain: () => ({
      why: 'This shell does not know where your own systemd listens: XDG_RUNTIME_DIR is not set. It is set by a login, but not by su, sudo, cron, monit or some SSH servers. Set XDG_RUNTIME_DIR=/run/user/$(id -u) for the command.',
      help: [{ kind: 'environment' }, doing('enable-lingering'), manual('pam_systemd', 'Environment')],
    }),
  },
  {
    id: 'bus-not-there',
    tells: 'cause',
    pattern: to('No such file or directory|Connection refused|No such process|Host is down'),
    explain: () => ({
      why: 'No systemd of this user is running: nobody is logged in as the user, and lingering is off. With lingering it runs from boot on, without a login. On a machine without systemd there is none at all.',
      help: [doing('enable-lingering'), manual('loginctl', 'enable-linger')],
    }),
  },
  {
    id: 'bus-of-another-user',
    tells: 'cause',
    pattern: to('Permission denied|Operation not permitted'),
    explain: () => ({
      why: "XDG_RUNTIME_DIR or the bus address of this shell belongs to another user: sudo and su keep those of whoever called them. Set XDG_RUNTIME_DIR=/run/user/$(id -u), or use 'systemctl --user --machine=USER@.host' as root.",
      help: [{ kind: 'environment' }, manual('systemctl', '--machine=')],
    }),
  },
  {
    id: 'no-systemd',
    tells: 'cause',
    pattern:
      /System has not been booted with systemd as init system|systemctl: command not found|[Cc]ommand not found: systemctl|Unknown command: systemctl/g,
    explain: () => ({
      why: 'systemd does not run this machine, as in most containers and in WSL without systemd switched on, so there is nobody who could start a unit.',
      help: [],
    }),
  },
  {
    id: 'no-session',
    tells: 'cause',
    pattern: /Could not enable linger: (?:No such device or address|Invalid argument|No data available)/g,
    explain: () => ({
      why: "Without a login session it is not clear who is meant. Name the user: 'loginctl enable-linger USER'.",
      help: [doing('enable-lingering')],
    }),
  },
  {
    id: 'no-rights',
    tells: 'cause',
    pattern: words`Interactive authentication required|(?:Failed to \w+ (?:UNIT|unit|jobs)|[Rr]eload daemon failed|Could not enable linger): Access denied|Access denied as the requested operation requires interactive authentication|Failed to authenticate|Error (?:creating textual authentication agent|executing command as another user): [^\n]{1,80}`,
    explain: () => ({
      why: 'Only root may do this to units of the system. Run it with sudo, or make it a unit of your own systemd (systemctl --user), which needs no such rights.',
      help: [{ kind: 'elevate' }],
    }),
  },
  {
    id: 'no-right-to-logs',
    tells: 'cause',
    pattern:
      /No journal files were opened due to insufficient permissions|You are currently not seeing messages from/g,
    explain: () => ({
      why: "The logs of the system and of other users are for root and the groups 'adm' and 'systemd-journal'. Those of your own units you see without, but only where the journal is kept on disk, in /var/log/journal.",
      help: [{ kind: 'elevate' }],
    }),
  },
]
