import { LineIndex } from '../../base/line-index.ts'
import { type Directive, findDirective, parserAt, statusAt } from '../data/directives.ts'
import { sectionIsKnown } from '../data/section-names.ts'
import { removeLine } from '../edit/list-item.ts'
import { hasBlocks } from '../edit/move.ts'
import type { Known } from '../known.ts'
import { type Assignment, hasTag } from '../syntax/tree.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** Parsers of directives with one value, of which the last assignment counts and the others are forgotten. */
const single: ReadonlySet<string> = new Set([
  ...['bool', 'tristate', 'unsigned', 'int', 'long', 'iec_size', 'iec_size_long', 'mode', 'string'],
  ...['sec', 'sec_fix_0', 'sec_def_infinity', 'nsec', 'service_timeout', 'service_timeout_abort'],
  ...['job_timeout_sec', 'job_running_timeout_sec', 'job_mode', 'emergency_action', 'collect_mode'],
  ...['service_type', 'service_exit_type', 'service_restart', 'service_restart_mode', 'notify_access'],
  ...['oom_policy', 'kill_mode', 'signal', 'bus_name', 'pid_file', 'working_directory', 'unit_path_printf'],
  ...['user_group_compat', 'exec_input', 'exec_output', 'exec_nice', 'exec_oom_score_adjust'],
  ...['exec_io_class', 'exec_io_priority', 'exec_cpu_sched_policy', 'exec_cpu_sched_prio', 'log_level'],
  ...['log_facility', 'private_tmp', 'private_users', 'private_pids', 'protect_system', 'protect_home'],
  ...['protect_proc', 'proc_subset', 'protect_control_groups', 'protect_hostname', 'rlimit', 'memory_limit'],
  ...['tasks_max', 'cpu_quota', 'cg_weight', 'cg_cpu_weight', 'device_policy', 'unit_slice'],
  ...['unit_string_printf', 'socket_bind', 'socket_service', 'fdname', 'trigger_unit', 'mount_node'],
])

export const duplicateDirective = unitRule({
  id: 'duplicate-directive',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a directive with one value that is set twice, to different values',
    why: 'Where a directive holds one value the last assignment counts, without a word about the others. Somebody who changes the first one will wonder why nothing happens. Lists such as `Environment=` and `After=` add up and are not meant.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nType=simple\nExecStart=/srv/web/run\nRestart=always\nType=exec\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nType=exec\nEnvironment=A=1\nEnvironment=B=2\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.syntax')],
  },
  on: {
    file(ctx, { tree, identity }) {
      // Of two lines in the branches of a template only one may be there.
      if (hasBlocks(tree)) return
      const seen = new Map<string, Map<string, Assignment>>()
      let lines: LineIndex | undefined
      const lineOf = (offset: number) => {
        lines ??= new LineIndex(tree.text)
        return lines.position(offset).line + 1
      }
      for (const { name, header, assignments } of tree.sections) {
        if (header.problem) break
        if (!sectionIsKnown(name, identity.type)) continue
        const earlier = seen.get(name) ?? new Map<string, Assignment>()
        seen.set(name, earlier)
        for (const assignment of assignments) {
          const before = earlier.get(assignment.key)
          earlier.set(assignment.key, assignment)
          if (before) compare(ctx, name, before, assignment, lineOf)
        }
      }
    },
  },
})

function compare(
  ctx: UnitContext,
  section: string,
  before: Assignment,
  after: Assignment,
  lineOf: (offset: number) => number,
): void {
  const { tree } = ctx.document
  const textOf = ({ valueSpan }: Assignment) => tree.text.slice(valueSpan.start, valueSpan.end)
  const first = textOf(before)
  const second = textOf(after)
  // An empty one in between, or in the end, is there to reset the other.
  if (first === second || first === '' || second === '') return
  const directive = findDirective(section, before.key)
  if (!directive || !isSingle(ctx, directive)) return
  if (hasTag(tree, before.valueSpan) || hasTag(tree, after.valueSpan)) return
  if (isRefused(ctx, { directive, assignment: before }) || isRefused(ctx, { directive, assignment: after }))
    return
  const message = `'${before.key}=' is set again in line ${lineOf(after.keySpan.start)}, and only the last one counts`
  ctx.report(before.keySpan, message, {
    tag: 'unnecessary',
    fixes: [{ title: `Remove this ${before.key}=`, safe: false, edits: [removeLine(before)] }],
  })
}

function isSingle({ target }: UnitContext, directive: Directive): boolean {
  return statusAt(directive, target.version) === 'known' && single.has(parserAt(directive, target.version))
}

/** A value that systemd refuses changes nothing. */
function isRefused(ctx: UnitContext, known: Known): boolean {
  return ctx.problems(known).some(({ effect = 'ignored' }) => effect === 'ignored')
}
