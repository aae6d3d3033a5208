import { type Cause, doing, manual, ruleOf, words } from './explanation.ts'

/** systemctl refuses, or does something else than was meant. */
export const unitCauses: readonly Cause[] = [
  {
    id: 'not-active',
    tells: 'cause',
    pattern: words`UNIT is not active, cannot reload`,
    explain: ({ unit }) => ({
      why: `${unit} does not run, so nothing can be reloaded. 'reload-or-restart' starts it then, which is what a deployment needs.`,
      help: [doing('reload-or-restart'), doing('start')],
    }),
  },
  {
    id: 'no-reload',
    tells: 'cause',
    pattern: words`Job type reload is not applicable for unit UNIT`,
    explain: ({ unit }) => ({
      why: `${unit} has no ExecReload=, so systemd does not know how to reload it. Restart it, or add ExecReload=.`,
      help: [doing('restart'), manual('systemd.service', 'ExecReload=')],
    }),
  },
  {
    id: 'changed-on-disk',
    tells: 'cause',
    pattern: words`(?:unit file, source configuration file or drop-ins of UNIT|[Uu]nit file of UNIT|unit file) changed on disk`,
    explain: ({ unit }) => ({
      why: `The files of ${unit ?? 'the unit'} have changed since systemd read them; what runs was started as the old ones say. Have systemd read them again, then restart.`,
      help: [doing('daemon-reload'), doing('restart')],
    }),
  },
  {
    id: 'masked',
    tells: 'cause',
    pattern: words`(?:Unit|unit|Unit file|unit file) (?:UNIT|\/[^\n]{1,200}) is masked|UNIT[^\n]{0,40}Loaded: masked|Loaded: masked`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The unit'} is masked: a link to /dev/null stands where its file would be, so that nobody starts it. 'systemctl unmask' takes the link away.`,
      help: [manual('systemctl', 'unmask')],
    }),
  },
  {
    id: 'not-found',
    tells: 'cause',
    pattern: words`Unit UNIT (?:not found|could not be found|not loaded)|[Uu]nit (?:file )?(?:\/(?:[^\n]{0,240}\/)?)?UNIT does not exist(?!, proceeding)|No files found for UNIT|Failed to load unit file UNIT`,
    explain: ({ unit }) => ({
      why: `systemd finds no ${unit}: its file is in none of the folders where this systemd looks, or it has not read them since it came there, or it belongs to the other one of user and system.`,
      help: [doing('install'), doing('link'), doing('daemon-reload')],
    }),
  },
  {
    id: 'masked-nothing',
    tells: 'cause',
    pattern: words`Unit UNIT does not exist, proceeding anyway`,
    explain: ({ unit }) => ({
      why: `There is no ${unit}; a name was masked that no file has. Mind the spelling, or take it back with 'systemctl unmask'.`,
      help: [manual('systemctl', 'mask')],
    }),
  },
  {
    id: 'needs-instance',
    tells: 'cause',
    pattern: words`Unit name UNIT is missing the instance name|Destination unit [^\n]{1,240} is a non-template unit|Refusing to operate on template unit UNIT[^\n]{0,300}|Unit name UNIT is neither a valid invocation ID nor unit name`,
    explain: ({ unit }) => ({
      why: `A template stands for many units: say which one, with a name between '@' and the dot, as in ${(unit ?? '').includes('@.') ? unit!.replace('@.', '@NAME.') : 'web@NAME.service'}.`,
      help: [manual('systemd.unit', 'Description')],
    }),
  },
  {
    id: 'bad-name',
    tells: 'cause',
    pattern: /Invalid unit name "[^"\n]{1,255}" escaped as|Unit name [^\n]{1,255}? is not valid/g,
    explain: () => ({
      why: "A unit's name has letters, digits and ':-_.\\@' only; everything else is written as \\x and two digits, as systemd-escape does.",
      help: [ruleOf('invalid-file-name'), manual('systemd-escape')],
    }),
  },
  {
    id: 'no-install-section',
    tells: 'cause',
    pattern: /The unit files have no installation config|has no installation config/g,
    explain: () => ({
      why: 'The unit has no [Install] section, so there is nothing to enable: it is started by hand, or by another unit such as a socket or a timer. To start it at boot give it WantedBy=default.target (multi-user.target in a unit of the system).',
      help: [doing('start'), manual('systemd.unit', '[Install] Section Options')],
    }),
  },
  {
    id: 'wanted-by-nothing',
    tells: 'cause',
    pattern: words`Unit (?:UNIT|\/[^\n]{1,200}) is added as a dependency to a non-existent unit (?<target>[\w:.\\@-]{1,240})`,
    explain: ({ target }) => ({
      why: `It is enabled for ${target}, which this systemd does not have, so it is never started at boot. A user's systemd has default.target; multi-user.target is the system's.`,
      help: [ruleOf('wanted-by-system-target')],
    }),
  },
  {
    id: 'not-native',
    tells: 'cause',
    pattern: words`UNIT is not a native service, redirecting`,
    explain: ({ unit }) => ({
      why: `${unit} comes from an init script of the old kind, for which systemd hands this on to another program. It has no unit file of its own.`,
      help: [doing('status')],
    }),
  },
  {
    id: 'linked',
    tells: 'cause',
    pattern: words`[Rr]efusing to operate on (?:alias name or )?linked unit file|UNIT is a linked unit file|File '?[^\n]{1,200}? already exists and is a symlink to`,
    explain: () => ({
      why: 'The unit folder has a link of this name that leads to another file. Disable the unit, which takes the link away, and link the file anew.',
      help: [doing('disable'), doing('link')],
    }),
  },
  {
    id: 'occupied',
    tells: 'cause',
    pattern: /File '?[^\n]{1,200}? already exists/g,
    explain: () => ({
      why: 'The unit folder has a file of this name already, which is not overwritten by linking. Install replaces it; or remove it first.',
      help: [doing('install'), doing('remove')],
    }),
  },
  {
    id: 'transient',
    tells: 'cause',
    pattern: words`Unit (?:UNIT|\/[^\n]{1,200}) is transient or generated`,
    explain: () => ({
      why: 'A program made this unit while the machine runs, so there is no file that could be enabled.',
      help: [doing('show-effective')],
    }),
  },
  {
    id: 'bad-setting',
    tells: 'end',
    pattern: words`Unit UNIT has a bad unit file setting|Loaded: bad-setting|UNIT: Unit configuration has fatal error`,
    explain: ({ unit }) => ({
      why: `systemd can't use ${unit ?? 'the unit'} as it is: a setting is missing or does not go with the others. The line that says which is in the log of systemd.`,
      help: [doing('show-recent-logs'), ruleOf('missing-exec-start')],
    }),
  },
  {
    id: 'no-command',
    tells: 'cause',
    pattern: words`UNIT: Service (?:has no ExecStart=|lacks both ExecStart= and ExecStop=)[^\n]{0,80}`,
    explain: ({ unit }) => ({
      why: `${unit} does not say what to run: it needs ExecStart= in [Service], with the absolute path of a program.`,
      help: [ruleOf('missing-exec-start'), ruleOf('invalid-command')],
    }),
  },
  {
    id: 'bad-line',
    tells: 'cause',
    pattern:
      /(?:Unknown (?:key|section) [^\n]{1,200}, ignoring|Unknown lvalue [^\n]{1,200}, ignoring|Failed to parse [^\n]{1,200}, ignoring(?:: [^\n]{1,200})?|[A-Z][A-Za-z]{2,40}= path is (?:not )?absolute, ignoring[^\n]{0,200}|Empty path in command line[^\n]{0,100}|Missing '=', ignoring line|Assignment outside of section|Neither a valid executable name nor an absolute path[^\n]{0,200}|neither a valid executable name nor an absolute path[^\n]{0,200}|Executable path is not absolute[^\n]{0,100})/g,
    explain: () => ({
      why: 'systemd could not read this line of the unit file and goes on without it. Open the file: the line is marked there, with what is accepted.',
      help: [ruleOf('unknown-directive'), ruleOf('invalid-command')],
    }),
  },
  {
    id: 'manual-start-refused',
    tells: 'cause',
    pattern: words`unit UNIT may be requested by dependency only`,
    explain: ({ unit }) => ({
      why: `${unit} says RefuseManualStart= or RefuseManualStop=: only other units may have it started or stopped.`,
      help: [manual('systemd.unit', 'RefuseManualStart=')],
    }),
  },
  {
    id: 'order-cycle',
    tells: 'cause',
    pattern: words`Transaction order is cyclic|UNIT: Found ordering cycle[^\n]{0,100}`,
    explain: () => ({
      why: 'Units wait for one another in a circle by After= and Before=, so none of them can be first. Take one of these lines out.',
      help: [doing('show-effective'), manual('systemd.unit', 'Before=')],
    }),
  },
  {
    id: 'socket-goes-on',
    tells: 'cause',
    pattern: words`Stopping '?UNIT'?, but (?:it can still be activated by|its triggering units are still active):?`,
    explain: ({ unit }) => ({
      why: `${unit} is stopped, but its socket or timer is not, and starts it again with the next request. Stop both.`,
      help: [doing('stop')],
    }),
  },
]
