/**
 * Reads `src/core/load-fragment-gperf.gperf.in`, the table from which systemd looks up every key of a unit
 * file. It is a gperf input under a thin layer of jinja; only the constructs systemd uses are understood, and
 * anything else is an error, because a skipped line would be a key that silently goes missing.
 */

/** A key as the table lists it: `block` is a section, or `@exec`, `@cgroup`, `@kill` for a shared group. */
export interface TableRow {
  readonly block: string
  readonly name: string
  /** `config_parse_` taken off; `none` for rows whose parser is NULL. */
  readonly parser: string
  readonly ltype: string
}

/** The rows of every block, and per section the blocks it is made of, both in the order of the file. */
export interface GperfTable {
  readonly rows: readonly TableRow[]
  readonly layout: readonly (readonly [section: string, ...blocks: string[]])[]
}

const groupOfMacro: Readonly<Record<string, string>> = {
  EXEC_CONTEXT_CONFIG_ITEMS: '@exec',
  CGROUP_CONTEXT_CONFIG_ITEMS: '@cgroup',
  KILL_CONTEXT_CONFIG_ITEMS: '@kill',
}

/**
 * The build switches the table asks about. All are on in Debian's builds: the dump of the installed binary
 * shows SystemCallFilter=SYSCALLS, SELinuxContext=LABEL and so on where a build without them says NOTSUPPORTED.
 */
const buildSwitches: ReadonlySet<string> = new Set([
  'HAVE_SECCOMP',
  'HAVE_PAM',
  'HAVE_SELINUX',
  'HAVE_APPARMOR',
  'ENABLE_SMACK',
])

const patterns = {
  comment: /^\{#.*#\}$/,
  macro: /^\{%-? macro (\w+)\(type\) -?%\}$/,
  endMacro: /^\{%-? endmacro -?%\}$/,
  condition: /^\{% if (\w+) %\}$/,
  otherwise: /^\{% else %\}$/,
  endCondition: /^\{% endif %\}$/,
  call: /^\{\{ (\w+)\('(\w+)'\) \}\}$/,
  row: /^(\{\{type\}\}|[A-Z]\w*)\.(\w+),\s*(?:config_parse_(\w+)|NULL)\s*,\s*(\w+)\s*,\s*\S.*$/,
}

/** Parses the text of the table; throws an error naming file and line for a construct it does not know. */
export function parseGperf(text: string, file: string): GperfTable {
  const rows: TableRow[] = []
  const layout: [string, ...string[]][] = []
  const conditions: boolean[] = []
  let macro: string | undefined
  let preamble = false

  const lines = text.split(/\r?\n/)
  lines.forEach((raw, index) => {
    const line = raw.trim()
    const fail = (what: string): never => {
      throw new Error(`${file}:${index + 1}: ${what}: '${line}'`)
    }
    // From `%{` to `%%` there is C code for the file gperf makes, and its options.
    if (preamble || line === '%{') {
      preamble = line !== '%%'
      return
    }
    if (line === '' || patterns.comment.test(line)) return

    const opened = patterns.macro.exec(line)
    if (opened) {
      macro = groupOfMacro[opened[1]!] ?? fail('unknown macro')
      return
    }
    if (patterns.endMacro.test(line)) {
      macro = undefined
      return
    }
    const condition = patterns.condition.exec(line)
    if (condition) {
      if (!buildSwitches.has(condition[1]!)) fail('unknown build switch')
      conditions.push(true)
      return
    }
    if (patterns.otherwise.test(line)) {
      if (conditions.pop() === undefined) fail('else without if')
      conditions.push(false)
      return
    }
    if (patterns.endCondition.test(line)) {
      if (conditions.pop() === undefined) fail('endif without if')
      return
    }
    if (conditions.includes(false)) return

    const place = (section: string, block: string) => {
      if (layout.at(-1)?.[0] !== section) {
        if (layout.some((entry) => entry[0] === section)) fail('section in two places')
        layout.push([section])
      }
      const blocks = layout.at(-1)!
      if (blocks.at(-1) === block && blocks.length > 1) return
      if (blocks.includes(block, 1)) fail('block in two places')
      blocks.push(block)
    }
    const call = patterns.call.exec(line)
    if (call) {
      place(call[2]!, groupOfMacro[call[1]!] ?? fail('unknown macro'))
      return
    }
    const row = patterns.row.exec(line) ?? fail('cannot read this line')
    if ((row[1] === '{{type}}') !== (macro !== undefined)) fail('row outside its macro')
    if (macro === undefined) place(row[1]!, row[1]!)
    rows.push({ block: macro ?? row[1]!, name: row[2]!, parser: row[3] ?? 'none', ltype: row[4]! })
  })
  if (rows.length === 0) throw new Error(`${file}: no row found`)
  return { rows, layout }
}
