/** Reads from `src/core/load-fragment.c` what `--dump-configuration-items` calls each parser's values. */

/** `[parser, type]` pairs in the order of the table; systemd takes the first that matches. */
export function dumpTypes(
  source: string,
  file: string,
): readonly (readonly [parser: string, type: string])[] {
  const start = source.indexOf('void unit_dump_config_items(')
  const body = start < 0 ? undefined : /table\[\] = \{([\s\S]*?)\n\s*\};/.exec(source.slice(start))?.[1]
  if (body === undefined) throw new Error(`${file}: no table in unit_dump_config_items()`)
  const pairs: (readonly [string, string])[] = []
  const rest = body.replace(
    /\{\s*config_parse_(\w+),\s*"([^"]+)"\s*\},?/g,
    (_, parser: string, type: string) => {
      if (!pairs.some(([known]) => known === parser)) pairs.push([parser, type])
      return ''
    },
  )
  // The `#if HAVE_...` around entries are the switches of gperf.ts, on in every Debian build.
  const unread = rest.replace(/^\s*#(if HAVE_(SECCOMP|SELINUX)|endif)\s*$/gm, '').trim()
  if (unread !== '')
    throw new Error(`${file}: cannot read in unit_dump_config_items(): '${unread.split('\n')[0]}'`)
  return pairs
}
