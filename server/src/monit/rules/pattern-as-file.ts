import type { Text } from '../model/values.ts'
import { monitManual, monitRule } from './rule.ts'

/** Where files lie that hold patterns; an address of a web server seldom begins so. */
const root =
  /^\/(?:etc|usr|var|opt|srv|home|root|run|tmp|mnt|media|data|lib|boot|nix|private|Users|Library)\//
const metacharacter = /[\\^$*+?()[\]{}|]/

export const patternAsFile = monitRule({
  id: 'pattern-as-file',
  kind: 'trap',
  severity: 'warning',
  reach: 'check',
  docs: {
    summary: 'a pattern that begins with a slash, which monit takes for a file of patterns',
    why: 'Behind `content` in `check file`, a text with a leading `/` is the path of a file, of which each line is a pattern. Where there is no such file monit refuses the control file; where there is one, it looks for its lines and not for what is written here. `[/]` is a slash that begins no path.',
    bad: [
      {
        file: 'monitrc',
        text: 'check file access path /var/log/nginx/access.log\n  if content = "/api/v1.* 500" then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check file access path /var/log/nginx/access.log\n  if content = "[/]api/v1.* 500" then alert\n',
      },
      {
        file: 'monitrc',
        text: 'check file access path /var/log/nginx/access.log\n  if content = "/etc/monit/patterns" then alert\n',
      },
    ],
    refs: [monitManual('FILE CONTENT TEST', 'FILE-CONTENT-TEST')],
  },
  on: {
    pattern(ctx, { text, role, isPath }) {
      if (role !== 'file' || !isPath) return
      const isPattern = metacharacter.test(text.text) || /\s/.test(text.text)
      if (!isPattern && isFile(text)) return
      const slash = text.start + (text.quote ? 1 : 0)
      ctx.report(
        text,
        `the leading slash makes '${text.text}' the name of a file with patterns; without such a file monit does not start`,
        {
          severity: isPattern ? 'error' : 'warning',
          fixes: [
            {
              title: "Change the leading '/' to '[/]'",
              safe: false,
              edits: [{ span: { start: slash, end: slash + 1 }, newText: '[/]' }],
            },
          ],
        },
      )
    },
  },
})

/** Whether a path can be meant as one: where files lie, with an ending, or without quotes and in some folder. */
function isFile({ text, quote }: Text): boolean {
  return root.test(text) || /\.\w+$/.test(text) || (!quote && text.lastIndexOf('/') > 0)
}
