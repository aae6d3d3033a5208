import { type Piece, pieceAssignment, pieceValue } from '../quote.ts'
import { outputLines } from '../shell/outputs.ts'
import { type Outputs, pathFrom, type Scope, type Surroundings } from '../shell/words.ts'
import type { Assignment } from '../unit-text.ts'
import { type CommandParts, commandLines } from './command-lines.ts'
import { environmentOf, type JobEnvironment, piecesOf, scopeOf } from './environment.ts'
import { orderingOf } from './events.ts'
import type { JobProcess, UpstartJob } from './job.ts'
import { convertMain } from './main-process.ts'
import {
  consoleLines,
  privileged,
  reloadLines,
  resourceLines,
  restartLines,
  startLimitLines,
  stopLines,
  typeLines,
} from './service-settings.ts'
import { type DraftLine, decision, decisionsIn, draftText, type UnitDraft } from './unit-draft.ts'

type Manager = 'system' | 'user'

/** What a job comes to. */
export interface ConvertedJob {
  readonly text: string
  /** Whether it runs as instances, each with a name of its own behind the `@`. */
  readonly isTemplate: boolean
  /** Whether something starts it by itself. */
  readonly isEnabled: boolean
  /** How many comments ask a person to decide. */
  readonly decisions: number
}

/**
 * Converts a job to a service, with a comment at each place where a person has to decide.
 * @param name what the unit is called, without its ending and `@`
 * @param origin the path of the job's file, for the comment at the top
 */
export function convertJob(job: UpstartJob, manager: Manager, name: string, origin: string): ConvertedJob {
  const scope = scopeOf(job)
  const isTemplate = /\$/.test(job.settings.instance ?? '')
  const environment = environmentOf(job, scope)
  const outer = surroundingsOf(job, environment, scope)
  const { main } = job.processes
  const started = main && convertMain(main, outer.surroundings, scope, name)
  const ordering = orderingOf(job, manager, name)
  const draft: UnitDraft = {
    header: headerOf(job, origin),
    unit: [
      ['Description', descriptionOf(job, name)],
      ...ordering.decisions.map(decision),
      ...ordering.remarks.map((comment) => ({ comment })),
      ...ordering.unit,
      ...startLimitLines(job),
    ],
    service: serviceLines({ job, manager, name, scope, environment, outer, started, isTemplate }),
    install: [
      ...ordering.comments.map((comment) => ({ comment })),
      ...(ordering.wantedBy.length > 0 ? [['WantedBy', ordering.wantedBy.join(' ')] as const] : []),
      ...defaultInstance(job, scope, ordering.wantedBy.length > 0),
    ],
  }
  const text = draftText(withSummary(draft))
  return { text, isTemplate, isEnabled: ordering.wantedBy.length > 0, decisions: decisionsIn(text) }
}

function descriptionOf({ settings }: UpstartJob, name: string): string {
  // A backslash at the end would take in the next line.
  return pieceValue([settings.description?.replace(/[\s\\]+$/, '').trim() || name])
}

interface Parts extends CommandParts {
  readonly name: string
  readonly environment: JobEnvironment
  readonly outer: Outer
  readonly isTemplate: boolean
}

/** What the job says of all its processes, and what of it could not be taken. */
interface Outer {
  readonly surroundings: Surroundings
  readonly decisions: readonly string[]
}

function surroundingsOf(job: UpstartJob, { values }: JobEnvironment, scope: Scope): Outer {
  const { setuid, setgid, chdir } = job.settings
  const decisions: string[] = []
  const lookUp = (variable: string): readonly Piece[] | undefined =>
    scope.instance.has(variable) ? [{ specifier: scope.specifier }] : values.get(variable)
  const accountOf = (stanza: string, value: string | undefined): string | undefined => {
    if (value === undefined) return undefined
    const text = pieceValue(piecesOf(value, lookUp))
    if (/^(?:[A-Za-z_][\w.-]*|0|[1-9]\d{0,8})$/.test(text)) return text
    decisions.push(`'${stanza} ${value}' is left out: it names nobody that systemd could know`)
    return undefined
  }
  const folder = chdir === undefined ? undefined : piecesOf(chdir, lookUp)
  const directory = folder && pathFrom(undefined, folder)
  if (chdir !== undefined && (!directory || /\$/.test(pieceValue(directory)))) {
    decisions.push(`'chdir ${chdir}' is left out: it is no path that is certain`)
  }
  return {
    surroundings: {
      directory: directory && !/\$/.test(pieceValue(directory)) ? directory : undefined,
      environment: values,
      locals: new Map(),
      user: accountOf('setuid', setuid),
      group: accountOf('setgid', setgid),
      output: { out: undefined, error: undefined },
      lines: [],
      decisions: [],
    },
    decisions,
  }
}

function headerOf({ settings, remarks, emits, exported }: UpstartJob, origin: string): string[] {
  const told = (['author', 'version', 'usage'] as const).flatMap((name) => {
    const value = settings[name]
    return value === undefined ? [] : [`${name[0]!.toUpperCase()}${name.slice(1)}: ${value}`]
  })
  return [
    `Converted from the Upstart job ${origin}`,
    ...told,
    ...(emits.length > 0 ? [`The job could emit ${emits.join(', ')}; systemd has no events`] : []),
    ...(exported.length > 0 ? [`The job told others its ${exported.join(', ')}; systemd has no events`] : []),
    ...remarks.map((remark) => `DECIDE: ${remark}`),
  ]
}

function withSummary(draft: UnitDraft): UnitDraft {
  if (decisionsIn(draftText(draft)) === 0) return draft
  const [first = '', ...rest] = draft.header
  const summary = 'Where it says DECIDE, somebody who knows the service has to'
  return { ...draft, header: [first, summary, ...rest] }
}

function defaultInstance({ env }: UpstartJob, { instance }: Scope, isEnabled: boolean): readonly DraftLine[] {
  const given = env.filter(({ name }) => instance.has(name)).at(-1)?.value
  if (!isEnabled || given === undefined || !/^[\w:.-]{1,100}$/.test(given)) return []
  return [['DefaultInstance', given]]
}

function serviceLines(parts: Parts): readonly DraftLine[] {
  const { job, manager, name, outer, started } = parts
  const inner = started?.surroundings ?? outer.surroundings
  const made = madeFolders(job.processes['pre-start'], parts.environment)
  const lines: readonly DraftLine[] = [
    ...outer.decisions.map(decision),
    ...typeLines(job, started !== undefined),
    ...accountLines(inner, manager),
    ...folderLine(inner.directory, made),
    ...instanceLines(parts),
    ...environmentLines(parts, inner),
    ...commandLines(parts),
    ...reloadLines(job),
    ...restartLines(job, started !== undefined),
    ...stopLines(job),
    ...resourceLines(job, manager),
    ...inner.lines.flatMap(([key, value]) =>
      key === 'Nice' ? privileged(key, Number(value), manager) : [[key, value] as const],
    ),
    ...(inner.output.out === undefined && inner.output.error === undefined
      ? consoleLines(job.settings.console)
      : [...outputFolders(inner.output, made), ...outputLines(inner.output)]),
  ]
  const isNamed = lines.some((line) => !('comment' in line) && line[0] === 'SyslogIdentifier')
  const isNameless = started !== undefined && started.through !== 'nothing' && !isNamed
  return lastOnes([...lines, ...(isNameless ? [['SyslogIdentifier', name] as const] : [])])
}

/** Directives with one value. What the script sets comes after what the job says, and counts. */
const single = /^(?:UMask|Nice|Limit[A-Z]+|Syslog[A-Za-z]+|IOScheduling[A-Za-z]+)$/

function lastOnes(lines: readonly DraftLine[]): readonly DraftLine[] {
  return lines.filter(
    (line, at) =>
      'comment' in line ||
      !single.test(line[0]) ||
      !lines.slice(at + 1).some((later) => !('comment' in later) && later[0] === line[0]),
  )
}

function accountLines({ user, group }: Surroundings, manager: Manager): readonly DraftLine[] {
  if (manager === 'system') {
    return [
      ...(user === 'nobody'
        ? [
            decision(
              "systemd warns of 'nobody', who owns what nobody owns; better make a user for the service",
            ),
          ]
        : []),
      ...(user === undefined ? [] : [['User', user] as const]),
      ...(group === undefined ? [] : [['Group', group] as const]),
    ]
  }
  const who = user === undefined ? 'root' : `'${user}'`
  return [
    decision(
      `the job ran as ${who}; this service runs as the user whose manager starts it, and can't change that`,
    ),
  ]
}

/** The folders that the first commands make. */
function madeFolders(first: JobProcess | undefined, { values }: JobEnvironment): ReadonlySet<string> {
  const calls = [...(first?.text ?? '').matchAll(/\b(?:mkdir|install[ \t][^\n;&|]*-d)\b([^\n;&|]*)/g)]
  const words = calls.flatMap(([, args]) => args!.replace(/["']/g, '').split(/\s+/))
  const paths = words.map((word) => pieceValue(piecesOf(word, (variable) => values.get(variable))))
  return new Set(paths.filter((path) => path.startsWith('/')).map((path) => path.replace(/\/+$/, '')))
}

const tooLate = decision('the folder must be there before ExecStartPre= runs, which seems to make it')

function folderLine(
  directory: readonly Piece[] | undefined,
  made: ReadonlySet<string>,
): readonly DraftLine[] {
  if (!directory) return []
  const value = pieceValue(directory)
  // A blank at the end would be cut off, and a backslash take in the next line.
  const line: Assignment = ['WorkingDirectory', value.replace(/[\s\\]$/, '$&/')]
  return made.has(value.replace(/\/+$/, '')) ? [tooLate, line] : [line]
}

/** What to know of the folders of files for output: systemd opens these for what runs before the program, too. */
function outputFolders({ out, error }: Outputs, made: ReadonlySet<string>): readonly DraftLine[] {
  const folders = [out, error].map((each) => /^(?:append|truncate):(.*)\/[^/]*$/.exec(each ?? '')?.[1])
  return folders.some((folder) => folder !== undefined && made.has(folder)) ? [tooLate] : []
}

function instanceLines({ job, scope, name, isTemplate }: Parts): readonly DraftLine[] {
  const { instance } = job.settings
  if (instance === undefined) return []
  const [variable] = scope.instance
  if (!isTemplate) {
    return [
      {
        comment: `'instance ${instance}' is a name without a variable: there is one instance, and no need for it`,
      },
    ]
  }
  if (variable === undefined) {
    return [
      decision(
        `'instance ${instance}': systemd knows the whole name of an instance only, as %i; set the variables that it is made of for each instance, in a drop-in`,
      ),
    ]
  }
  const example =
    scope.specifier === 'f'
      ? `An instance is a path here: systemctl start "${name}@$(systemd-escape --path /srv/app).service"; %f is that path`
      : `An instance is started with systemctl start ${name}@NAME.service, where Upstart had 'start ${name} ${variable}=NAME'`
  const isWhole = /^\$(?:\{\w+\}|\w+)$/.test(instance)
  return [
    ...(isWhole
      ? [{ comment: example }]
      : [
          decision(
            `'instance ${instance}': the name of an instance is '$${variable}' alone here; ${example}`,
          ),
        ]),
    ['Environment', pieceAssignment(variable, [{ specifier: scope.specifier }])],
  ]
}

const secret = /(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_KEY|SECRET_KEY_BASE)/i

function environmentLines(
  { environment }: Parts,
  { environment: values }: Surroundings,
): readonly DraftLine[] {
  const lines: DraftLine[] = []
  for (const [name, value] of values) {
    const reference = environment.values.get(name) === value ? environment.decisions.get(name) : undefined
    if (reference !== undefined) lines.push(decision(reference))
    if (secret.test(name)) {
      lines.push(
        decision(
          `everybody on the machine can read '${name}' here; better keep it in a file that only root reads, and name that with EnvironmentFile=`,
        ),
      )
    }
    lines.push(['Environment', pieceAssignment(name, value)])
  }
  if (environment.passed.length > 0)
    lines.push(['PassEnvironment', [...new Set(environment.passed)].join(' ')])
  return lines
}
