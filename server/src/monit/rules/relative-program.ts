import type { Fix } from '../../base/edit.ts'
import { placeOf } from './command-words.ts'
import { otherDocuments } from './other-documents.ts'
import { type MonitContext, monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** Where programs are on Debian, Ubuntu, Fedora and their kin, with and without a merged `/usr`. */
const folders: Readonly<Record<string, readonly string[]>> = {
  '/bin':
    'bash sh cat chmod chown cp dash date df echo false grep kill ln ls mkdir mv ping ps rm rmdir sed sleep su sync tar touch true'.split(
      ' ',
    ),
  '/usr/bin':
    'awk aws curl docker env find git head journalctl killall logger loginctl mail mailx monit mysql mysqladmin nice nohup perl pgrep php pkill podman psql python3 redis-cli rsync ssh sudo supervisorctl systemctl systemd-run tail tee timeout wget'.split(
      ' ',
    ),
  '/usr/sbin': 'apache2ctl apachectl invoke-rc.d nginx service'.split(' '),
  '/sbin': 'initctl reboot rc-service runuser shutdown start-stop-daemon'.split(' '),
}
const paths: ReadonlyMap<string, string> = new Map(
  Object.entries(folders).flatMap(([folder, names]) =>
    names.map((name) => [name, `${folder}/${name}`] as const),
  ),
)

export const relativeProgram = monitRule({
  id: 'relative-program',
  kind: 'trap',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a program without its full path',
    why: "monit does not search `PATH`: it looks for the program in its working directory, which is `/` for the daemon, and finds nothing. `monit -t` warns that the program does not exist, and at run time the service failed to start, `File 'systemctl' does not exist`. With `set init` monit stays in the folder that it was started in, and a path that is relative to that one works.",
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "systemctl start web"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/usr/bin/systemctl start web"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const [program] = command.arguments
      if (!program || program.isAppended || !isRelative(program.text) || holdsTag(ctx.document.tree, program))
        return
      if (!program.text.includes('/')) {
        ctx.report(
          placeOf(program),
          `monit does not search PATH and finds no '${program.text}'; a program is written with its full path`,
          { fixes: writePath(program) },
        )
      } else if (!staysInFolder(ctx)) {
        ctx.report(
          placeOf(program),
          `the daemon looks for '${program.text}' from / on, its working directory; a program is written with its full path`,
          { severity: 'warning' },
        )
      }
    },
  },
})

/** True where monit runs in the foreground, and so in the folder that it was started in. */
function staysInFolder(ctx: MonitContext): boolean {
  const all = [ctx.whole(), ...otherDocuments(ctx)]
  return all.some(({ globals }) => globals.some(({ name }) => name === 'init'))
}

/** Neither a path, nor what only a shell would understand: that is another rule's affair. */
function isRelative(text: string): boolean {
  if (/^(?:cd|source|export|ulimit|umask|eval|exec|set)$/.test(text)) return false
  return /^[\w.]/.test(text) && text !== '.' && !/^\w+=/.test(text) && !/[$`'"\\]/.test(text)
}

function writePath({
  text,
  start,
  end,
  quote,
}: {
  text: string
  start: number
  end: number
  quote?: unknown
}): readonly Fix[] {
  const path = paths.get(text)
  if (!path || quote) return []
  return [{ title: `Write ${path}`, safe: true, edits: [{ span: { start, end }, newText: path }] }]
}
