import type { CompletionItem } from '../../../base/features.ts'
import { readUint64 } from '../extract/number.ts'
import { readPermyriad } from '../extract/percent.ts'
import { isWatched, unwatchedMessage } from '../out-of-memory.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { faultMessage, faultProblem, fine, firstGuess, unquoted } from './fault.ts'
import { counted, percentText } from './figures.ts'

function items(...pairs: readonly (readonly [value: string, detail: string])[]): readonly CompletionItem[] {
  return pairs.map(([label, detail]) => ({ label, kind: 'value', detail }))
}

const fullPercent = 10000

const quotaTakes = "a percentage above 0 of one CPU's time, such as '150%'"

/** `config_parse_cpu_quota()`. */
const cpuQuotaType: ValueType = {
  check(text, place) {
    const quota = readPermyriad(text)
    if (typeof quota === 'number' && quota > 0) return fine
    if (text === '') return fine
    const fault = typeof quota === 'number' ? 'range' : (quota ?? 'syntax')
    return [percentFault(text, fault, place, quotaTakes, (each) => isPercentage(each, Number.MAX_VALUE))]
  },
  complete: (text) => ({ from: 0, to: text.length, items: quotaItems }),
  describe(text) {
    const quota = readPermyriad(text)
    if (typeof quota !== 'number' || quota <= 0) return undefined
    const seconds = quota / fullPercent
    return {
      from: 0,
      to: text.length,
      markdown: `\`${text}\`: at most ${seconds} s of CPU time in every second`,
    }
  },
}

const quotaItems = items(
  ['20%', 'a fifth of one CPU'],
  ['50%', 'half of one CPU'],
  ['100%', 'one CPU'],
  ['200%', 'two CPUs'],
)

const pressureTakes = "a percentage from '0%' to '100%'"

/** `config_parse_managed_oom_mem_pressure_limit()`, which warns in units that systemd-oomd cannot look after. */
const pressureLimitType: ValueType = {
  check(text, place) {
    const { directive } = place
    if (!isWatched(directive)) {
      const message = unwatchedMessage(directive)
      return [{ rule: 'invalid-number', effect: 'ignored', from: 0, to: text.length, message }]
    }
    const limit = readPermyriad(text)
    if (typeof limit === 'number' && limit <= fullPercent) return fine
    if (text === '') return fine
    const fault = typeof limit === 'number' ? 'range' : (limit ?? 'syntax')
    return [percentFault(text, fault, place, pressureTakes, (each) => isPercentage(each, fullPercent))]
  },
  complete: (text) => ({ from: 0, to: text.length, items: pressureItems }),
  describe(text) {
    const limit = readPermyriad(text)
    if (typeof limit !== 'number' || limit > fullPercent) return undefined
    const markdown = `\`${text}\`: systemd-oomd acts where the unit waits for memory for ${percentText(limit)} of the time`
    return { from: 0, to: text.length, markdown }
  },
}

const pressureItems = items(['50%', 'stalled half of the time'], ['60%', "systemd-oomd's default"])

const tasksTakes = "a number of tasks above 0, a percentage of the machine's limit, or 'infinity'"

/** `config_parse_tasks_max()`. */
const tasksMaxType: ValueType = {
  check(text, place) {
    if (text === '' || isTasksMax(text)) return fine
    const percent = readPermyriad(text)
    const read = percent ?? readUint64(text)
    const fault = typeof read === 'number' ? 'range' : read
    const guess = firstGuess(
      [
        [unquoted(text), true],
        [/^(?:unlimited|max|-1|infinite|infinity)$/i.test(text) ? 'infinity' : undefined, text !== '-1'],
        [text.replace(/(?<=\d)[,_'](?=\d{3})/g, ''), true],
        [text.replace(/ +(?=%$)/, ''), true],
      ],
      isTasksMax,
    )
    const message = faultMessage(text, fault, 'number of tasks')
    return [faultProblem({ from: 0, to: text.length, message, guess }, place, tasksTakes)]
  },
  complete: (text) => ({ from: 0, to: text.length, items: tasksItems }),
  describe(text) {
    if (!isTasksMax(text)) return undefined
    const percent = readPermyriad(text)
    const tasks = readUint64(text)
    const meaning =
      typeof percent === 'number'
        ? `${percentText(percent)} of the tasks that the machine may have`
        : typeof tasks === 'number'
          ? `at most ${counted(tasks, 'task')}: processes and threads together`
          : 'no limit'
    return { from: 0, to: text.length, markdown: `\`${text}\`: ${meaning}` }
  },
}

const tasksItems = items(
  ['infinity', 'no limit'],
  ['512', 'processes and threads together'],
  ['10%', "a tenth of the machine's limit"],
)

function isTasksMax(text: string): boolean {
  const tasks = readUint64(text)
  if (typeof tasks === 'number') return tasks > 0 && tasks < Number.POSITIVE_INFINITY
  return text === 'infinity' || isPercentage(text, fullPercent)
}

function isPercentage(text: string, highest: number): boolean {
  const value = readPermyriad(text)
  return typeof value === 'number' && value <= highest
}

function percentFault(
  text: string,
  fault: 'syntax' | 'range',
  place: Place,
  takes: string,
  isRight: (text: string) => boolean,
): ValueProblem {
  const guess = firstGuess(
    [
      [unquoted(text), true],
      [text.replace(/ +(?=%$)/, ''), true],
      [text.replace(/ *(?:percent|pct)$/i, '%'), true],
      [`${text}%`, false],
    ],
    (each) => !/^0+%$/.test(each) && isRight(each),
  )
  const message = faultMessage(text, fault, 'percentage')
  return faultProblem({ from: 0, to: text.length, message, guess }, place, takes)
}

/** Values that are, or may be, a percentage. */
export const percentTypes: ValueTypes = {
  cpu_quota: cpuQuotaType,
  managed_oom_mem_pressure_limit: pressureLimitType,
  tasks_max: tasksMaxType,
}
