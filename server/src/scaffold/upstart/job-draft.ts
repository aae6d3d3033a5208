import type { Condition, JobLimit, JobProcess, JobSetting, ProcessName, UpstartJob } from './job.ts'
import type { Reader } from './reader.ts'

/** A job while it is read. */
export interface Draft {
  readonly settings: Partial<Record<JobSetting, string>>
  readonly processes: Partial<Record<ProcessName, JobProcess>>
  readonly env: { name: string; value: string | undefined }[]
  readonly exported: string[]
  readonly emits: string[]
  readonly cgroups: string[]
  readonly limits: JobLimit[]
  readonly normalExit: string[]
  readonly remarks: string[]
  startOn: Condition | undefined
  stopOn: Condition | undefined
  isTask: boolean
  isManual: boolean
  respawns: boolean
  respawnLimit: UpstartJob['respawnLimit']
  understood: number
}

/** Reads a stanza, whose name is passed already. */
export type Handler = (draft: Draft, reader: Reader) => void
