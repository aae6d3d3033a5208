import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import { specifiers } from '../data/specifiers.ts'
import { spanIn } from '../syntax/value.ts'
import { matchesInValues } from './matches-in-values.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

/** What may be a format: a word in quotes, or one without. */
const word = '("[^"]*"|\'[^\']*\'|[^\\s\'"]+)'

/** Options and arguments that are formats, and which letters behind a percent sign are theirs beyond doubt. */
const formats: readonly { readonly at: RegExp; readonly letters: RegExp }[] = [
  { at: new RegExp(`\\s-printf\\s+${word}`, 'g'), letters: /[a-zA-Z]/ },
  {
    at: new RegExp(`\\bstat\\s(?:[^;|&]*?\\s)?(?:-c\\s*|--format[= ]|--printf[= ])${word}`, 'g'),
    letters: /[a-zA-Z]/,
  },
  { at: new RegExp(`\\bgit\\s[^;|&]*?--(?:format|pretty)=${word}`, 'g'), letters: /[a-zA-Z]/ },
  // A unit may well print its own name or instance.
  { at: new RegExp(`(?:^|[\\s/'"\`(;|&{])printf\\s+${word}`, 'g'), letters: /[sd](?!\\?\/)/ },
]

/** The log format that Apache and Gunicorn share, and bytes of a URL written in hexadecimal. */
const elsewhere =
  /(?<!%)%h %l %u(?:[ \\"'[\]]*%(?:>?[A-Za-z]|\{[^}]*\}[A-Za-z]))*|:\/\/[^\s'"]*?(?<!%)%[A-F][0-9A-Fa-f](?:%[0-9A-Fa-f]{2})*/g

/** The bytes at the end of such a match. */
const encoded = /(?:%[0-9A-Fa-f]{2})+$/

export const percentInFormat = unitRule({
  id: 'percent-in-format',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a percent sign of a format or a URL that systemd takes for its own',
    why: 'systemd fills in its specifiers before the program sees anything. Of `printf %s` it makes the path of a shell, of `stat -c %U` the number of the manager’s user, and `%C3` in a URL becomes `/var/cache3`. Most letters have a meaning, so nothing complains. `%%` is a percent sign. One in front of anything but a letter or digit, as in `%(h)s` and `%{http_code}`, stays what it is.',
    bad: [
      {
        file: 'web.service',
        text: `[Service]\nExecStart=/bin/sh -c 'printf "%s\\n" start; exec /srv/web/run'\n`,
      },
      {
        file: 'web.service',
        text: `[Service]\nExecStart=/srv/web/run --access-log-format '%h %l %u %t "%r" %>s %b'\n`,
      },
      {
        file: 'web.service',
        text: '[Service]\nEnvironment=DATABASE_URL=postgres://web:gr%C3%BCn@localhost/web\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: `[Service]\nExecStart=/bin/sh -c 'printf "%%s\\n" %n; exec /srv/web/run'\n`,
      },
      {
        file: 'web.service',
        text: `[Service]\nExecStart=/srv/web/venv/bin/gunicorn --access-logformat '%(h)s %(l)s' web.wsgi\n`,
      },
    ],
    refs: [man('systemd.unit', 'SPECIFIERS')],
  },
  on: {
    file(ctx) {
      for (const { text, span } of matchesInValues(ctx, elsewhere, signs)) {
        const from = text.startsWith('%') ? 0 : text.search(encoded)
        report(ctx, { start: span.start + from, end: span.end }, text.slice(from), /[a-zA-Z0-9]/)
      }
    },
    command(ctx, known) {
      const value = ctx.value(known.assignment)
      if (!value.text.includes('%')) return
      for (const { at, letters } of formats) {
        for (const match of value.text.matchAll(at)) {
          const text = match[1]!
          const from = match.index + match[0].length - text.length
          report(ctx, spanIn(value, from, from + text.length), text, letters)
        }
      }
    },
  },
})

/** True for a value in which the letters behind percent signs are those of a format. */
export function holdsFormat(text: string): boolean {
  return formats.some(({ at }) => text.search(at) >= 0) || text.includes(logFormat)
}

const logFormat = '%h %l %u'
const signs = [logFormat, '%A', '%B', '%C', '%D', '%E', '%F']

/** Reports a format in which a letter stands behind a percent sign that is not doubled. */
function report(ctx: UnitContext, span: Span, format: string, letters: RegExp): void {
  const single = new RegExp(`%%|%(?=${letters.source})`, 'g')
  const first = [...format.matchAll(single)].find(([sign]) => sign === '%')
  if (!first) return
  const letter = format[first.index + 1]!
  const meaning = specifiers.find((each) => each.letter === letter)
  // What systemd does not know it complains about itself.
  if (!meaning) return
  const fix: Fix = {
    title: 'Double the percent signs',
    safe: true,
    edits: [{ span, newText: format.replace(single, '%%') }],
  }
  ctx.report(
    span,
    `systemd puts its own meaning in for '%${letter}' first: ${meaning.phrase}; write '%%${letter}'`,
    {
      fixes: [fix],
    },
  )
}
