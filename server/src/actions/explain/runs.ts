import { type Cause, doing, manual, ruleOf, words } from './explanation.ts'

/** Services that start and fail, as systemd tells it: in the journal, in its status and as the reason of a job. */
export const runCauses: readonly Cause[] = [
  {
    id: 'start-limit',
    tells: 'end',
    pattern: words`(?:UNIT: )?[Ss]tart request repeated too quickly|start of the service was attempted too often|Result: start-limit-hit|result 'start-limit-hit'`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The service'} failed so often in a short time that systemd gave up starting it. What made it fail stands further up in its log; once that is mended, reset the failure and start it.`,
      help: [doing('show-recent-logs'), doing('reset-failed'), ruleOf('restart-limit-soon-reached')],
    }),
  },
  {
    id: 'timeout',
    tells: 'cause',
    pattern: words`(?:UNIT: )?(?:start|stop|[Rr]eload|start-pre|start-post|stop-post)(?:-[a-z]{1,12})? operation timed out|Stopping timed out|State 'stop-[a-z]{1,12}' timed out|State 'final-[a-z]{1,12}' timed out|because a timeout was exceeded|Result: timeout|result 'timeout'|Job for UNIT timed out|Timed out (?:start|stopp)ing UNIT`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The service'} took longer than it may. At start with Type=notify or forking: it never told that it is ready; look whether the program can do that, or use Type=simple or exec. At reload: the command of ExecReload= did not end. At stop: it did not end within TimeoutStopSec= and was killed.`,
      help: [
        doing('show-recent-logs'),
        ruleOf('no-ready-message'),
        ruleOf('forking-foreground-server'),
        manual('systemd.service', 'TimeoutStartSec='),
      ],
    }),
  },
  {
    id: 'watchdog',
    tells: 'cause',
    pattern: words`(?:UNIT: )?Watchdog timeout|Result: watchdog|result 'watchdog'|failed to send watchdog ping`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The service'} has WatchdogSec= and did not report within that time, so it was killed: it hangs, or it never reports at all. Not every program can.`,
      help: [
        ruleOf('watchdog-without-pings'),
        doing('show-recent-logs'),
        manual('systemd.service', 'WatchdogSec='),
      ],
    }),
  },
  {
    id: 'out-of-memory',
    tells: 'cause',
    pattern: words`(?:UNIT: )?(?:A process of this unit has been killed by the OOM killer|systemd-oomd killed [^\n]{1,60})|Result: oom-kill|result 'oom-kill'|out-of-memory \(OOM\) situation|Out of memory: Killed process`,
    explain: ({ unit }) => ({
      why: `Memory ran out, and the kernel killed a process of ${unit ?? 'the service'}: either the machine has too little, or MemoryMax= allows less than the program needs.`,
      help: [doing('show-recent-logs'), manual('systemd.resource-control', 'MemoryMax=')],
    }),
  },
  {
    id: 'core-dump',
    tells: 'cause',
    pattern: words`code=dumped, (?:status=\d{1,3}\/|signal=)(?<signal>[A-Z0-9+]{1,10})|Result: core-dump|result 'core-dump'|causing the control process to dump core`,
    explain: ({ signal }) => ({
      why: `The program crashed${signal === undefined ? '' : ` with SIG${signal}`} and left a memory image: a fault in it or in a native extension, not in the unit. 'coredumpctl info' shows where.`,
      help: [doing('show-recent-logs'), manual('coredumpctl')],
    }),
  },
  {
    id: 'killed',
    tells: 'end',
    pattern: words`code=killed, (?:status=\d{1,3}\/|signal=)(?<signal>[A-Z0-9+]{1,10})`,
    explain: ({ signal }) => ({
      why:
        killedBy[signal ?? ''] ??
        `A signal, SIG${signal}, ended the program; somebody sent it, or the program itself did.`,
      help: [doing('show-recent-logs')],
    }),
  },
  {
    id: 'no-ready-message',
    tells: 'end',
    pattern: words`(?:UNIT: )?Result: protocol|result 'protocol'|did not take the steps required by its unit configuration`,
    explain: () => ({
      why: 'The program ended or went on without what Type= promises: with notify it never told that it is ready, with forking it left no background process or no pid file. Most web servers run in the foreground: Type=simple or exec, or notify where they support it.',
      help: [
        ruleOf('no-ready-message'),
        ruleOf('forking-foreground-server'),
        manual('systemd.service', 'Type='),
      ],
    }),
  },
  {
    id: 'no-pid-file',
    tells: 'cause',
    pattern: words`UNIT: Can't open PID file '?[^\n]{1,200}? \(yet\?\) after start`,
    explain: ({ unit }) => ({
      why: `${unit} says PIDFile=, but the program wrote no such file. Only programs that go into the background need it; others do better without, as Type=simple, exec or notify.`,
      help: [
        ruleOf('unread-pid-file'),
        ruleOf('forking-foreground-server'),
        manual('systemd.service', 'PIDFile='),
      ],
    }),
  },
  {
    id: 'no-environment-file',
    tells: 'cause',
    pattern: words`(?:UNIT: )?Failed to load environment files: [^\n]{1,80}`,
    explain: ({ unit }) => ({
      why: `A file that EnvironmentFile= of ${unit ?? 'the unit'} names can't be read. A dash before its path ('EnvironmentFile=-/path') makes it optional.`,
      help: [manual('systemd.exec', 'EnvironmentFile=')],
    }),
  },
  {
    id: 'no-resources',
    tells: 'failure',
    pattern: words`Result: resources|result 'resources'|unavailable resources or another system error`,
    explain: () => ({
      why: 'systemd could not prepare the start: often a file of EnvironmentFile= is missing, or an address of a socket is taken. The log says which.',
      help: [doing('show-recent-logs')],
    }),
  },
  {
    id: 'condition',
    tells: 'cause',
    pattern: words`(?:UNIT(?: - [^\n]{1,200}?)? )?(?:was )?skipped(?:(?: because of|,)(?: an)? unmet condition check[^\n]{0,200}|(?: because|,) no trigger condition checks were met)|UNIT: Skipped due to 'exec-condition'|Condition check resulted in [^\n]{1,200} being skipped`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The unit'} was not started, and that is no failure: a Condition… line in [Unit], or ExecCondition=, was not met.`,
      help: [doing('show-effective'), manual('systemd.unit', 'Conditions and Asserts')],
    }),
  },
  {
    id: 'assert',
    tells: 'cause',
    pattern: words`Assertion failed (?:on job )?for UNIT|UNIT: Starting requested but asserts failed`,
    explain: ({ unit }) => ({
      why: `${unit} was not started: an Assert… line in [Unit] was not met.`,
      help: [doing('show-effective'), manual('systemd.unit', 'Conditions and Asserts')],
    }),
  },
  {
    id: 'dependency',
    tells: 'end',
    pattern: words`[Dd]ependency (?:job for|failed for) UNIT(?: failed)?|failed with result 'dependency'`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The unit'} was not started since a unit that it needs (Requires=, BindsTo=, Requisite=) failed. Look at that one.`,
      help: [doing('status'), doing('show-recent-logs')],
    }),
  },
  {
    id: 'socket-after-service',
    tells: 'cause',
    pattern: words`Socket service UNIT already active, refusing`,
    explain: ({ unit }) => ({
      why: `A socket can be opened only before its service runs, and ${unit} runs already. Stop both and start the socket; the service follows with the first request.`,
      help: [doing('stop'), doing('start')],
    }),
  },
  {
    id: 'socket-without-service',
    tells: 'cause',
    pattern: words`Socket service UNIT not loaded, refusing|Refusing to start, unit UNIT to trigger not loaded`,
    explain: ({ unit }) => ({
      why: `A socket, timer or path is to start ${unit}, which systemd can't find: install the service of the same name, or name another one with Service= (Unit= in a timer or path).`,
      help: [doing('install'), ruleOf('missing-companion')],
    }),
  },
  {
    id: 'failed-job',
    tells: 'failure',
    pattern: words`Job for UNIT failed because the control process exited with error code|Job for UNIT failed because a fatal signal was delivered|Job for UNIT failed\.|Job failed\. See |Result: exit-code|Result: signal|result '(?:exit-code|signal)'`,
    explain: ({ unit }) => ({
      why: `${unit ?? 'The unit'} failed; why is in its log.`,
      help: [doing('show-recent-logs'), doing('status')],
    }),
  },
]

const killedBy: Readonly<Record<string, string>> = {
  KILL: 'The program was killed without a chance to clean up (SIGKILL): it did not end in time when it was to stop, memory ran out, or somebody did it by hand.',
  TERM: 'The program was asked to end (SIGTERM) and did: systemd stopped it, often after a timeout.',
  SEGV: 'The program crashed (SIGSEGV): a fault in it or in a native extension, not in the unit.',
  ABRT: 'The program broke off (SIGABRT): a fault that it noticed itself, or systemd after the time of WatchdogSec=.',
  SYS: 'The program made a system call that SystemCallFilter= of the unit forbids (SIGSYS).',
  HUP: 'SIGHUP ended the program, as it does by default where a program does not use it for reloading.',
  USR1: 'SIGUSR1 ended the program: it was sent, perhaps by ExecReload=, to a program that has no use for it.',
  USR2: 'SIGUSR2 ended the program: it was sent, perhaps by ExecReload=, to a program that has no use for it.',
}
