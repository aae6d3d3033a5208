import { ownTokens, textOf } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import { child } from '../syntax/tree.ts'
import { monitManual, monitRule } from './rule.ts'
import { httpdOf } from './top-file.ts'

/** Ends with a slash, or is a folder on every machine. */
const folder =
  /\/$|^\/(?:bin|boot|dev|etc|home|lib|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var|etc\/monit|var\/www)$/

export const folderAsPasswordFile = monitRule({
  id: 'folder-as-password-file',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: 'a folder behind `allow`, where monit reads a file of passwords',
    why: '`allow /path` names a file of users and passwords, as `htpasswd` writes it; it does not allow a part of the web interface. A folder there makes monit 5.33 read for ever, at full load and deaf to every signal but KILL — already in `monit -t`.',
    bad: [{ file: 'monitrc', text: 'set httpd port 2812 and use address localhost\n  allow "/"\n' }],
    good: [
      {
        file: 'monitrc',
        text: 'set httpd port 2812 and use address localhost\n  allow md5 /etc/monit/htpasswd\n',
      },
    ],
    refs: [monitManual('MONIT HTTPD', 'MONIT-HTTPD')],
  },
  on: {
    file(ctx, document) {
      const { tree } = document
      for (const { node } of httpdOf(document)) {
        for (const allow of node.children) {
          const file = child(allow, 'password-file')
          const token = file && ownTokens(file).find((each) => kindOf(tree.tokens, each) === 'PATH')
          if (token === undefined) continue
          const path = textOf(tree, token)
          if (!folder.test(path.text)) continue
          ctx.report(
            path,
            `'${path.text}' is a folder; monit wants a file of passwords here, and hangs for ever reading this`,
          )
        }
      }
    },
  },
})
