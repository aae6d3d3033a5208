import type { Known } from '../known.ts'
import { matchesInValues } from './matches-in-values.ts'
import { man, unitRule } from './rule.ts'

export const placeholder = unitRule({
  id: 'placeholder',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'something of an example that waits to be filled in',
    why: 'Unit files are often copied from a manual, where `<YOUR_APP_PATH>`, `/path/to/` or `YOUR_USER` stand for what only you know. systemd takes them as they are: the folder, the program or the user is not found, and the service does not start.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nUser=YOUR_USER\nWorkingDirectory=<YOUR_APP_PATH>/current\nExecStart=/path/to/bin/puma\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nWorkingDirectory=/home/deploy/apps/APP_NAME/current\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: "[Service]\nEnvironment=APP_NAME=web\nWorkingDirectory=/srv/web\nExecStart=/srv/web/run --name $APP_NAME\nExecStartPost=/bin/sh -c 'cat </srv/in >/srv/out'\n",
      },
    ],
    refs: [man('systemd.exec', 'WorkingDirectory=')],
  },
  on: {
    file(ctx) {
      for (const { known, text, span } of matchesInValues(ctx, pattern, signs)) {
        ctx.report(span, `'${text}' looks like a part of an example that is still to be filled in`, {
          severity: isNeeded(known) ? 'error' : 'warning',
        })
      }
    },
  },
})

/**
 * `<app>` in angle brackets, `/path/to/`, and names in capitals that nobody gives a folder or a user. Neither what a
 * variable is called, nor what a shell reads from or writes to.
 */
const signs = ['<', 'path/t', 'APP', 'USER', 'YOUR', 'your']
const pattern =
  /<(?!<)(?:[A-Z][A-Z0-9]*(?:[ _-][A-Z0-9]+)*|(?:your|app|path|user|domain|project|name|host|port)(?:[ _-][a-z0-9]+)*|[a-z0-9]+(?:[_-](?:app|path|user|name|dir|host|port|here))+)>|(?<![\w.-])\/path\/to\/[\w./-]*|(?<![\w$\-{.])(?:APP_NAME|APP_USER|APP_PATH|APPNAME|USERNAME|USER_NAME|YOUR_?[A-Z][A-Z_]*|your[-_]?(?:app|application|user|username|group|project|domain|path|name|server|site)(?:[-_]?name)?)(?![\w=}-])/g

/** What the service can't start without. */
const needed: ReadonlySet<string> = new Set([
  'User',
  'Group',
  'WorkingDirectory',
  'ExecStart',
  'RootDirectory',
])

function isNeeded({ directive: { section, name } }: Known): boolean {
  return section === 'Service' && needed.has(name)
}
