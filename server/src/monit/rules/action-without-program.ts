import { serviceAt } from '../document.ts'
import type { Program, Service } from '../model/service.ts'
import type { Action, Test } from '../model/test.ts'
import { placeOf } from './command-words.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'

export const actionWithoutProgram = monitRule({
  id: 'action-without-program',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: '`then restart`, `start` or `stop` in a check that does not say how',
    why: 'monit itself starts and stops nothing: it runs the `start program` and `stop program` of the check. Without a `restart program` it restarts by stop and start, skips what is not there, and starts no process that still runs. A check with `start program` alone therefore leaves a process as it is that has grown too large or no longer answers; one with `stop program` alone stops it for good. The log says `stop skipped -- method not defined`, in debug mode only.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  if failed port 3000 for 3 cycles then restart\n',
      },
      {
        file: 'web.monit',
        text: 'check file config with path /etc/web.conf\n  if changed checksum then restart\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  stop program = "/usr/bin/systemctl stop web"\n  if failed port 3000 for 3 cycles then restart\n',
      },
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n  if not exist then restart\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS'), monitManual('ACTION', 'ACTION')],
  },
  on: {
    service(ctx, service) {
      const roles = new Set(service.programs.map(({ role }) => role))
      for (const test of service.tests) {
        const found = actionsOf(test).flatMap((action) => {
          const message = problemOf(action, test, service, roles)
          return message ? [{ action, message }] : []
        })[0]
        if (!found) continue
        // The others of the check would say the same.
        const severity = found.action.kind === 'stop' ? 'information' : 'warning'
        if (isComplete(ctx, service)) ctx.report(placeOf(found.action), found.message, { severity })
        return
      }
    },
  },
})

function actionsOf({ action, recovery }: Test): readonly Action[] {
  return [action, recovery?.action].filter((each) => each !== undefined)
}

function problemOf(
  { kind }: Action,
  test: Test,
  { type }: Service,
  roles: ReadonlySet<Program['role']>,
): string | undefined {
  if (kind === 'start' || kind === 'stop') {
    if (roles.has(kind)) return undefined
    return kind === 'start'
      ? "nothing is started, as this check has no 'start program'"
      : "nothing is stopped, as this check has no 'stop program'; monit ceases to watch, as with 'unmonitor'"
  }
  if (kind !== 'restart' || roles.has('restart')) return undefined
  if (!roles.has('start')) {
    return roles.has('stop')
      ? "this stops the service and does not start it again, as the check has no 'start program'"
      : "nothing is restarted, as this check has neither 'start program' and 'stop program' nor 'restart program'"
  }
  // A process that is gone needs no stop; neither does what is no process.
  if (roles.has('stop') || type !== 'process' || !isAboutRunning(test)) return undefined
  return "monit restarts by stop and start, and this check has no 'stop program': a process that still runs is left as it is"
}

/** True for a test that fails while the process runs. */
function isAboutRunning({ conditions }: Test): boolean {
  const subject = conditions.at(-1)?.subject
  return subject !== undefined && subject !== 'exist' && subject !== 'pid' && subject !== 'ppid'
}

/** False where an included file, a template tag or a statement that was not understood may hold what is missing. */
function isComplete({ document }: MonitContext, service: Service): boolean {
  const { tree, includes } = document
  if (tree.tags.length > 0 || service.statements.some(({ incomplete }) => incomplete)) return false
  return !includes.some(({ start }) => start > service.start && serviceAt(document, start) === service)
}
