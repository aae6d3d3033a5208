/** Words for strace(1), in front of a command, that has it write what this and all its children start into a file. */
export function traced(file: string): readonly string[] {
  const calls = ['execve', 'execveat', 'fork', 'vfork', 'clone', 'clone3']
  return [
    ...['strace', '--follow-forks', '--seccomp-bpf', '--quiet=all', '--string-limit=300'],
    ...[`--trace=${calls.join(',')}`, `--output=${file}`],
  ]
}

/** A program that was started, or was to be. */
export interface Started {
  readonly program: string
  /** Its arguments as strace writes them. */
  readonly words: string
}

/**
 * What a process and all its descendants have started, in order.
 * @param trace the text that strace wrote
 * @param kind what an argument of that process has in it
 */
export function startedBy(trace: string, kind: string): readonly Started[] {
  const parents = new Map<string, string>()
  const roots = new Set<string>()
  const all: (Started & { readonly pid: string })[] = []
  for (const line of trace.split('\n')) {
    const [, pid = '', call = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    // Threads are children as processes are. What a child does may be written before that it was made.
    const [, child] = /^(?:<\.\.\. )?(?:v?fork|clone3?)\b.*= (\d+)$/.exec(call) ?? []
    if (child !== undefined) parents.set(child, pid)
    const [, program, words = ''] = /^execve(?:at\(.*?, |\()"([^"]*)", (.*)/.exec(call) ?? []
    if (program === undefined) continue
    if (words.includes(kind)) roots.add(pid)
    else all.push({ program, words, pid })
  }
  const descends = (pid: string | undefined): boolean =>
    pid !== undefined && (roots.has(pid) || descends(parents.get(pid)))
  return all.filter(({ pid }) => descends(pid)).map(({ program, words }) => ({ program, words }))
}
