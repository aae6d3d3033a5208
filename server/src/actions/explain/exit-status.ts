import { exitStatusPhrases } from '../../unit/data/phrases/exit-status.ts'
import { exitStatusName } from '../../unit/data/process-ends.ts'
import { type Cause, doing, type Help, manual, ruleOf, words } from './explanation.ts'

const phrases = exitStatusPhrases.exit_status_mappings!

/** What keeps systemd from opening `append:/path` and the like, as root in a unit of the system. */
const logFile =
  "The folder of a log file is missing: systemd opens the file before LogsDirectory= makes one. In a unit of a user's own systemd, look whether the user may write there."

/** More than the phrase says, for those that a person meets. */
const advice: Readonly<Record<string, { readonly text: string; readonly help: readonly Help[] }>> = {
  CHDIR: {
    text: 'The folder is missing, or its user may not enter it; a leading dash (WorkingDirectory=-/path) makes it optional.',
    help: [manual('systemd.exec', 'WorkingDirectory=')],
  },
  EXEC: {
    text: 'Look at the first word of ExecStart=: an absolute path, or the bare name of a program of the system. The file must be executable, its first line (#!) must name an interpreter that exists, and nothing like NAME=value may stand before it.',
    help: [
      ruleOf('assignment-as-program'),
      ruleOf('invalid-command'),
      manual('systemd.service', 'ExecStart='),
    ],
  },
  STDOUT: {
    text: logFile,
    help: [manual('systemd.exec', 'StandardOutput=')],
  },
  STDERR: {
    text: logFile,
    help: [manual('systemd.exec', 'StandardError=')],
  },
  GROUP: {
    text: "A user's own systemd can't become anybody else: take User= and Group= out of its units. In a unit of the system, look whether the group exists.",
    help: [ruleOf('user-in-user-unit'), manual('systemd.exec', 'User=')],
  },
  USER: {
    text: "Look whether the user exists on this machine. In a unit of a user's own systemd, take User= out.",
    help: [ruleOf('user-in-user-unit'), manual('systemd.exec', 'User=')],
  },
  NAMESPACE: {
    text: 'Often a path of ReadWritePaths=, BindPaths= or the like does not exist, or the kernel lets no user make namespaces.',
    help: [manual('systemd.exec', 'ReadWritePaths=')],
  },
  CAPABILITIES: {
    text: "A user's own systemd has no capabilities to give.",
    help: [ruleOf('system-only-directive-in-user-unit')],
  },
  CREDENTIALS: {
    text: 'Look whether the file of LoadCredential= exists.',
    help: [manual('systemd.exec', 'LoadCredential=')],
  },
}

/** What a program itself means, where it is no name of systemd's. */
const ofShells: Readonly<Record<number, string>> = {
  126: 'A shell found the program but could not execute it: it is not executable, or a folder.',
  127: 'A shell did not find the program: PATH of a service is short and knows nothing of rbenv, nvm or your profile. Write the absolute path.',
}

/**
 * What an exit status says, where it is one of systemd's own: 200 and above are set before the program runs.
 * @param name `CHDIR`
 */
export function explainStatusName(
  name: string,
): { readonly why: string; readonly help: readonly Help[] } | undefined {
  const phrase = Object.hasOwn(phrases, name) ? phrases[name] : undefined
  if (phrase === undefined) return undefined
  const more = Object.hasOwn(advice, name) ? advice[name] : undefined
  const said = `${phrase.replace(/^status (\d+): (.)/, (_, number, first) => `Status ${number}: ${first}`)}.`
  return {
    why: more === undefined ? said : `${said} ${more.text}`,
    help: [...(more?.help ?? []), doing('show-recent-logs')],
  }
}

/**
 * What an exit status of a service's process says.
 * @param status 0 to 255
 * @returns undefined for success
 */
export function explainStatus(
  status: number,
): { readonly why: string; readonly help: readonly Help[] } | undefined {
  if (status === 0) return undefined
  const name = exitStatusName(status)
  // Below 200 the program has chosen it, and few programs mean what systemd's names say.
  if (status >= 200 && name !== undefined) return explainStatusName(name)
  const why =
    ofShells[status] ?? `The program ran and ended by itself with status ${status}; why is in its log.`
  return { why, help: [doing('show-recent-logs')] }
}

export const exitStatusCauses: readonly Cause[] = [
  {
    id: 'assignment-as-program',
    tells: 'cause',
    pattern: words`(?:UNIT: )?(?:Failed to locate executable|Unable to locate executable|Failed at step EXEC spawning) '?(?<assignment>[A-Za-z_]\w{0,80}=[^\n:']{0,200})'?: No such file or directory`,
    explain: ({ assignment }) => ({
      why: `systemd takes '${assignment}' for the program: a unit is no shell, and nothing may stand before the command. Write it as Environment=${assignment}, on a line of its own.`,
      help: [ruleOf('assignment-as-program'), manual('systemd.exec', 'Environment=')],
    }),
  },
  {
    id: 'program-not-found',
    tells: 'cause',
    pattern: words`(?:UNIT: )?(?:Failed to locate executable|Unable to locate executable|Failed to execute|Failed at step EXEC spawning) '?(?<program>[^\n]{1,200}?)'?: No such file or directory`,
    explain: ({ program }) => ({
      why: `'${program}' is not there, or its first line (#!) names an interpreter that is not. Mind that a service does not know the PATH of your shell.`,
      help: [ruleOf('invalid-command'), manual('systemd.service', 'ExecStart=')],
    }),
  },
  {
    id: 'program-forbidden',
    tells: 'cause',
    pattern: words`(?:UNIT: )?(?:Failed to locate executable|Unable to locate executable|Failed to execute|Failed at step EXEC spawning) '?(?<program>[^\n]{1,200}?)'?: (?:Permission denied|Exec format error)`,
    explain: ({ program }) => ({
      why: `'${program}' can't be executed: make it executable (chmod +x), give a script a first line (#!), and look whether its user may enter all folders above.`,
      help: [manual('systemd.service', 'ExecStart=')],
    }),
  },
  {
    id: 'no-working-folder',
    tells: 'cause',
    pattern: words`(?:UNIT: )?Changing to the requested working directory failed: [^\n]{1,80}`,
    explain: () => explainStatusName('CHDIR'),
  },
  {
    id: 'failed-step',
    tells: 'end',
    pattern: words`(?:UNIT: )?Failed at step (?<step>[A-Z_]{2,30}) spawning [^\n]{1,200}`,
    explain: ({ step }) => explainStatusName(step!),
  },
  {
    id: 'exit-status',
    tells: 'end',
    pattern: words`(?:UNIT: Main process exited, )?(?:code=exited, )?status=(?<status>\d{1,3})\/(?<name>[A-Z_]{2,30})`,
    // `status=9/KILL` is a signal's.
    explain: ({ status, name }) => {
      const number = Number(status)
      return number >= 200 && exitStatusName(number) === name ? explainStatus(number) : undefined
    },
  },
  {
    id: 'own-exit-status',
    tells: 'failure',
    pattern: words`(?:UNIT: Main process exited, )?code=exited, status=(?<status>\d{1,3})(?:\/(?:n\/a|[A-Z_]{2,30}))?`,
    explain: ({ status }) => explainStatus(Number(status)),
  },
]
