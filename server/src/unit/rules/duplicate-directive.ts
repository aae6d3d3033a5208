import { LineIndex } from '../../base/line-index.ts'
import { type Directive, parserAt, statusAt } from '../data/directives.ts'
import { removeLine } from '../edit/list-item.ts'
import { hasBlocks } from '../edit/move.ts'
import type { Known } from '../known.ts'
import { hasTag } from '../syntax/tree.ts'
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

/** Parsers that keep the first value: `config_parse_trigger_unit()`. */
const keepsFirst: ReadonlySet<string> = new Set(['trigger_unit'])

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
    file(ctx, { tree }) {
      // Of two lines in the branches of a template only one may be there.
      if (hasBlocks(tree)) return
      for (const assigned of ctx.effective.repeated()) {
        const seen = new Map<Directive, Known>()
        for (const known of assigned) {
          // What a drop-in sets again it means to.
          if (known.assignment.start >= tree.text.length || !isSingle(ctx, known.directive)) continue
          const before = seen.get(known.directive)
          if (before && keepsValue(ctx, before)) {
            reportSecond(ctx, before, known)
            continue
          }
          seen.set(known.directive, known)
          if (before) compare(ctx, before, known)
        }
      }
    },
  },
})

function compare(ctx: UnitContext, before: Known, after: Known): void {
  const { tree } = ctx.document
  const { assignment } = before
  const first = ctx.value(assignment).text
  const second = ctx.value(after.assignment).text
  // An empty one in between, or in the end, is there to reset the other.
  if (first === second || first === '' || second === '') return
  if (hasTag(tree, assignment.valueSpan) || hasTag(tree, after.assignment.valueSpan)) return
  if (isRefused(ctx, before) || isRefused(ctx, after)) return
  const line = lineOf(ctx, after)
  const message = `'${assignment.key}=' is set again in line ${line}, and only the last one counts`
  ctx.report(assignment.keySpan, message, {
    tag: 'unnecessary',
    fixes: [{ title: `Remove this ${assignment.key}=`, safe: false, edits: [removeLine(assignment)] }],
  })
}

/** True where what follows changes nothing. */
function keepsValue(ctx: UnitContext, known: Known): boolean {
  const { valueSpan } = known.assignment
  return (
    keepsFirst.has(known.directive.parser) && !hasTag(ctx.document.tree, valueSpan) && !isRefused(ctx, known)
  )
}

/** systemd warns of the second value, whatever it is, and leaves it out. */
function reportSecond(ctx: UnitContext, before: Known, { assignment }: Known): void {
  const message = `'${assignment.key}=' is set in line ${lineOf(ctx, before)} already, and only the first one counts; systemd ignores this one`
  ctx.report(assignment.keySpan, message, {
    kind: 'verdict',
    tag: 'unnecessary',
    fixes: [{ title: `Remove this ${assignment.key}=`, safe: false, edits: [removeLine(assignment)] }],
  })
}

/** The line of a directive as editors count, from 1. */
function lineOf({ document }: UnitContext, { assignment }: Known): number {
  return new LineIndex(document.tree.text).position(assignment.keySpan.start).line + 1
}

function isSingle({ target }: UnitContext, directive: Directive): boolean {
  return statusAt(directive, target.version) === 'known' && single.has(parserAt(directive, target.version))
}

/** A value that systemd refuses changes nothing. */
function isRefused(ctx: UnitContext, known: Known): boolean {
  return ctx.problems(known).some(({ effect = 'ignored' }) => effect === 'ignored')
}
