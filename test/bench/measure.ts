import { Bench } from 'tinybench'

/** A figure and what it should be. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal: number
  readonly better: 'higher' | 'lower'
}

/** What each `*.bench.ts` exports as `bench`. */
export type Measure = () => Promise<readonly Figure[]>

/** The median time of a task in milliseconds. */
export async function medianOf(
  task: () => unknown,
  options: { readonly milliseconds?: number } = {},
): Promise<number> {
  const bench = new Bench({ time: options.milliseconds ?? 1500, warmupTime: 500, throws: true })
  bench.add('task', async () => {
    await task()
  })
  await bench.run()
  const result = bench.tasks[0]?.result
  if (result?.state !== 'completed') throw new Error(`the task ended as '${result?.state}'`)
  return result.latency.p50
}

/** The middle one of some figures. */
export function middle(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN
}

/** One line: the figure, the goal, how many times better than the goal, and `ok` or `MISSED`. */
export function describe({ name, value, unit, goal, better }: Figure): string {
  const ratio = better === 'higher' ? value / goal : goal / value
  const columns = [
    name.padEnd(44),
    `${round(value)} ${unit}`.padStart(18),
    `goal ${better === 'higher' ? '>=' : '<='} ${round(goal)} ${unit}`.padEnd(26),
    `${ratio.toFixed(2)} x`.padStart(8),
    ratio >= 1 ? 'ok' : 'MISSED',
  ]
  return columns.join('  ')
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)
}
