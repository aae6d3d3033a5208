/** The processes of a job, by the stanzas that name them; `main` has none. */
export type ProcessName = 'main' | 'pre-start' | 'post-start' | 'pre-stop' | 'post-stop'

/** What a job runs at one of its stages. */
export interface JobProcess {
  /** `exec` is one command; a script is what `/bin/sh -e` makes of it. */
  readonly kind: 'exec' | 'script'
  /** The command on one line, or the script without the indentation that all its lines share. */
  readonly text: string
}

/** What an event must carry. Without a key it is told by its position. */
export interface EventArgument {
  readonly key: string | undefined
  readonly value: string
  readonly negated: boolean
}

/** What `start on` and `stop on` wait for. */
export type Condition =
  | { readonly kind: 'event'; readonly name: string; readonly args: readonly EventArgument[] }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }

export interface JobLimit {
  readonly resource: string
  readonly soft: string
  readonly hard: string
}

/** Stanzas with one value, of which the last one counts. */
export type JobSetting =
  | 'description'
  | 'author'
  | 'version'
  | 'usage'
  | 'instance'
  | 'expect'
  | 'console'
  | 'umask'
  | 'nice'
  | 'oom'
  | 'oom score'
  | 'chroot'
  | 'chdir'
  | 'setuid'
  | 'setgid'
  | 'kill signal'
  | 'kill timeout'
  | 'reload signal'
  | 'apparmor load'
  | 'apparmor switch'

/** An Upstart job, as init(5) of Upstart 1.13 reads its file. */
export interface UpstartJob {
  readonly settings: Readonly<Partial<Record<JobSetting, string>>>
  readonly processes: Readonly<Partial<Record<ProcessName, JobProcess>>>
  readonly startOn: Condition | undefined
  readonly stopOn: Condition | undefined
  /** In their order; without a value the variable comes from Upstart's own environment. */
  readonly env: readonly { readonly name: string; readonly value: string | undefined }[]
  readonly exported: readonly string[]
  readonly emits: readonly string[]
  readonly cgroups: readonly string[]
  readonly limits: readonly JobLimit[]
  readonly isTask: boolean
  readonly isManual: boolean
  readonly respawns: boolean
  readonly respawnLimit: 'unlimited' | { readonly count: string; readonly seconds: string } | undefined
  /** Exit statuses and signals that are no failure. */
  readonly normalExit: readonly string[]
  /** How many lines were understood: none, and the text is no job. */
  readonly understood: number
  /** What Upstart would not have taken, or what nobody knows, in whole messages. */
  readonly remarks: readonly string[]
}
