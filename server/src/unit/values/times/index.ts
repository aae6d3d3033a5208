import type { ValueType, ValueTypes } from '../value-type.ts'
import { calendarType } from './calendars.ts'
import { nanosecondSpan, plainSpan, pressureSpan, resettableSpan, timeoutSpan, timerSpan } from './spans.ts'

/** OnCalendar= and the spans of timers share a parser; the table tells them apart. */
const timer: ValueType = {
  check: (text, place) => timerType(place.directive.ltype).check(text, place),
  complete: (text, cursor, place, environment) =>
    timerType(place.directive.ltype).complete?.(text, cursor, place, environment),
  describe: (text, cursor, place) => timerType(place.directive.ltype).describe?.(text, cursor, place),
}

function timerType(ltype: string): ValueType {
  return ltype === 'TIMER_CALENDAR' ? calendarType : timerSpan
}

/** Values that are times: spans, and calendar expressions. */
export const timeTypes: ValueTypes = {
  sec: plainSpan,
  sec_def_infinity: resettableSpan,
  sec_fix_0: timeoutSpan,
  service_timeout: timeoutSpan,
  service_timeout_abort: resettableSpan,
  job_timeout_sec: timeoutSpan,
  job_running_timeout_sec: timeoutSpan,
  managed_oom_mem_pressure_duration_sec: pressureSpan,
  nsec: nanosecondSpan,
  timer,
}
