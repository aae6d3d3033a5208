import { parseUnit } from '../../unit/syntax/parse.ts'
import { readValue } from '../../unit/syntax/value.ts'
import { convertJob } from '../upstart/convert.ts'
import { parseJob } from '../upstart/parse-job.ts'

/** The text of the unit that a job comes to. */
export function textOf(job: string, manager: 'system' | 'user' = 'system'): string {
  return convertJob(parseJob(job), manager, 'web', 'web.conf').text
}

/** The assignments of a unit. */
export function linesOf(text: string): readonly string[] {
  const tree = parseUnit(text)
  return tree.items.flatMap((item) =>
    item.kind === 'assignment' ? [`${item.key}=${readValue(tree, item).text}`] : [],
  )
}

/** What a unit asks a person to decide, each on one line. */
export function decisionsOf(text: string): readonly string[] {
  return [...text.replaceAll('\n#   ', ' ').matchAll(/^# DECIDE: (.*)$/gm)].map((match) => match[1]!)
}

/** The lines that a job has beyond those that every service with that program has. */
export function added(job: string, manager: 'system' | 'user' = 'system'): readonly string[] {
  const usual = linesOf(textOf('exec /bin/x', manager))
  return linesOf(textOf(`${job}\n`, manager)).filter((line) => !usual.includes(line))
}
