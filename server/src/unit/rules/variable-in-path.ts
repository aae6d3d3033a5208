import type { Severity } from '../../base/diagnostic.ts'
import { parserAt } from '../data/directives.ts'
import type { Known } from '../known.ts'
import { matchesInValues } from './matches-in-values.ts'
import { man, unitRule } from './rule.ts'

/** Parsers whose values are paths, or have some in them. */
const paths: ReadonlySet<string> = new Set([
  ...['working_directory', 'unit_path_printf', 'pid_file', 'unit_env_file', 'namespace_path_strv'],
  ...['bind_paths', 'temporary_filesystems', 'exec_directories', 'exec_input', 'exec_output', 'path_spec'],
  ...['unit_condition_path', 'socket_listen', 'unit_path_strv_printf', 'unit_mounts_for'],
])

export const variableInPath = unitRule({
  id: 'variable-in-path',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a variable in a path',
    why: 'systemd expands variables in commands only. To `WorkingDirectory=/srv/$APP` the folder is named `$APP`, which does not exist, and the service ends with status `200/CHDIR`. Write the path out; specifiers such as `%h` and `%i` are expanded.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/home/$USER/web\nExecStart=/srv/web/run\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nStandardOutput=append:/var/log/$APP_NAME.log\n',
      },
    ],
    good: [
      {
        file: 'web@.service',
        text: '[Service]\nWorkingDirectory=/srv/%i\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.unit', 'Specifiers'), man('systemd.exec', 'WorkingDirectory=')],
  },
  on: {
    file(ctx) {
      for (const { known, text, span } of matchesInValues(ctx, reference, ['$'])) {
        const { directive, assignment } = known
        if (!paths.has(parserAt(directive, ctx.target.version))) continue
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

const reference = /\$(?:\{[A-Za-z_]\w*\}|[A-Za-z_]\w*)/g

/** Specifiers of what a user manager's variables hold, where they stand for a name and not for a whole path. */
const specifiers: ReadonlyMap<string, string> = new Map([
  ['USER', '%u'],
  ['LOGNAME', '%u'],
])

/** What the service can't start without. */
function isNeeded(text: string, { directive: { name } }: Known): boolean {
  return (name === 'WorkingDirectory' || name === 'EnvironmentFile') && !text.startsWith('-')
}

function severityOf(text: string, known: Known): Severity {
  return isNeeded(text, known) ? 'error' : 'warning'
}

function effectOf(text: string, known: Known): string {
  if (!isNeeded(text, known)) return 'is part of the path as it is'
  return known.directive.name === 'WorkingDirectory'
    ? 'is taken as it is, and the service ends with status 200/CHDIR'
    : 'is taken as it is, and the service fails to start as there is no such file'
}
