import type { Severity } from '../../base/diagnostic.ts'
import { parserAt } from '../data/directives.ts'
import type { Known } from '../known.ts'
import { variableReference } from '../values/extract/variable.ts'
import { matchesInValues } from './matches-in-values.ts'
import { man, unitRule } from './rule.ts'

/** Parsers whose values are paths, or have some in them, and others that take a variable for a part of a name. */
const literal: ReadonlySet<string> = new Set([
  ...['working_directory', 'unit_path_printf', 'pid_file', 'unit_env_file', 'namespace_path_strv'],
  ...['bind_paths', 'temporary_filesystems', 'exec_directories', 'exec_input', 'exec_output', 'path_spec'],
  ...['unit_condition_path', 'socket_listen', 'unit_path_strv_printf', 'unit_mounts_for'],
  // Names of users and groups, of which systemd takes about any.
  ...['user_group_compat', 'user_group_strv_compat'],
])

export const variableInPath = unitRule({
  id: 'variable-in-path',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a variable in a path, or in the name of a user',
    why: 'systemd expands variables in commands only. To `WorkingDirectory=/srv/$APP` the folder is named `$APP`, which does not exist, and the service ends with status `200/CHDIR`; with `User=$APP_USER` it ends with `217/USER`. Write it out; specifiers such as `%h` and `%i` are expanded.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/home/$USER/web\nExecStart=/srv/web/run\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=append:/var/log/$APP_NAME.log\n',
      },
      { file: 'web.service', text: '[Service]\nUser=$APP_USER\nExecStart=/srv/web/run\n' },
    ],
    good: [
      {
        file: 'web@.service',
        text: '[Service]\nUser=%i\nWorkingDirectory=/srv/%i\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.unit', 'Specifiers'), man('systemd.exec', 'WorkingDirectory=')],
  },
  on: {
    file(ctx) {
      for (const { known, text, span } of matchesInValues(ctx, reference, ['$'])) {
        const { directive, assignment } = known
        if (!literal.has(parserAt(directive, ctx.target.version))) continue
        // What systemd refuses has its own finding.
        if (ctx.problems(known).length > 0) continue
        const value = ctx.value(assignment).text
        const specifier =
          ctx.target.manager === 'user' ? specifiers.get(text.replace(/[${}]/g, '')) : undefined
        const message = `variables are not expanded in '${directive.name}='; '${text}' ${effectOf(value, known)}`
        ctx.report(span, message, {
          severity: severityOf(value, known),
          fixes: specifier
            ? [{ title: `Change to ${specifier}`, safe: true, edits: [{ span, newText: specifier }] }]
            : [],
        })
      }
    },
  },
})

const reference = new RegExp(variableReference, 'g')

/** Specifiers of what a user manager's variables hold, where they stand for a name and not for a whole path. */
const specifiers: ReadonlyMap<string, string> = new Map([
  ['USER', '%u'],
  ['LOGNAME', '%u'],
])

/** What becomes of a service for which this can't be had, by directive. */
const ends: ReadonlyMap<string, string> = new Map([
  ['WorkingDirectory', 'the service ends with status 200/CHDIR'],
  ['EnvironmentFile', 'the service fails to start as there is no such file'],
  ['User', 'the service ends with status 217/USER'],
  ['Group', 'the service ends with status 216/GROUP'],
  ['SupplementaryGroups', 'the service ends with status 216/GROUP'],
])

/** How the service ends without what is named; undefined where it does without. */
function endWithout(text: string, { directive: { name } }: Known): string | undefined {
  return text.startsWith('-') ? undefined : ends.get(name)
}

function severityOf(text: string, known: Known): Severity {
  return endWithout(text, known) ? 'error' : 'warning'
}

function effectOf(text: string, known: Known): string {
  const end = endWithout(text, known)
  if (end) return `is taken as it is, and ${end}`
  return /^Socket(?:User|Group)$/.test(known.directive.name)
    ? 'is taken as it is'
    : 'is part of the path as it is'
}
