/** One message of `systemd-analyze verify`, about a unit that it was given or one of its drop-ins. */
export interface SystemdMessage {
  /** The path from the folder of the file that it names; undefined where it is about the unit. */
  readonly name: string | undefined
  /** From 1. */
  readonly line: number | undefined
  readonly severity: 'error' | 'warning'
  readonly text: string
}

/** The numbers of syslog: an error is 3, and worse are less. */
const errorLevel = 3

/**
 * Reads what `systemd-analyze verify` printed on its error stream, with `SYSTEMD_LOG_TARGET=console-prefixed`: `<28>TEXT`.
 * What it says of other units, which it reads as well, is left out.
 * @param folder where the unit and its drop-ins lie
 * @param unit the unit's name
 */
export function readSystemdMessages(output: string, folder: string, unit: string): readonly SystemdMessage[] {
  const names = namesOf(unit)
  return output.split('\n').flatMap((line): readonly SystemdMessage[] => {
    const [, priority, said] = /^<(\d+)>(.*)$/.exec(line) ?? []
    if (said === undefined) return []
    // The number holds the facility as well, above three bits of severity.
    const severity = (Number(priority) & 7) <= errorLevel ? 'error' : 'warning'
    if (said.startsWith(`${folder}/`)) {
      const [, name, number, text] = /^([^:]+):(\d+): (.*)$/.exec(said.slice(folder.length + 1)) ?? []
      return name === undefined ? [] : [{ name, line: Number(number), severity, text: text! }]
    }
    const about = unitOf.exec(said)?.[1]
    if (about === undefined || !names.includes(about)) return []
    return [{ name: undefined, line: undefined, severity, text: said.replace(`${about}: `, '') }]
  })
}

/**
 * Why `systemd-analyze` could not look at a unit at all: its first error that is about no unit and no file.
 * @returns undefined where there is none
 */
export function failureIn(output: string): string | undefined {
  const failures = output.split('\n').flatMap((line) => {
    const [, priority, said] = /^<(\d+)>(.*)$/.exec(line) ?? []
    if (said === undefined || (Number(priority) & 7) > errorLevel) return []
    return said.startsWith('/') || unitOf.test(said) ? [] : [said]
  })
  return failures[0]
}

/** `web.service: Service has no ExecStart=`, `Unit web.service has a bad unit file setting.` */
const unitOf = /^(?:Unit )?([\w@.:\\-]+?\.[a-z]+):? /

/** A template is loaded as an instance of it, which systemd calls `i`. */
function namesOf(unit: string): readonly string[] {
  return [unit, unit.replace('@.', '@i.'), unit.replace('@.', '@test-instance.')]
}
