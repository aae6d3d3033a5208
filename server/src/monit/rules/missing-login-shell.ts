import type { Fix } from '../../base/edit.ts'
import type { Argument, Command } from '../model/command.ts'
import { baseName, placeOf, shellScriptOf } from './command-words.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

/** Programs that version managers put in a user's `PATH`, or that look for their files in `HOME`. */
const names =
  'bundle bundler foreman npm npx nvm pm2 pnpm puma pumactl rails rake rbenv rvm sidekiq unicorn yarn'
const needsProfile: ReadonlySet<string> = new Set(names.split(' '))
/** At the beginning of a command, where a path would stand otherwise. */
const inScript = new RegExp(
  `(?:^|[;&|(])\\s*(?:(?:exec|then|do)\\s+|[A-Z_]+=[^\\s;&|]*\\s+)*(${names.replaceAll(' ', '|')})(?=\\s|$)`,
)
/** What makes the shell's own environment do: the profile is read, or what it would set is set. */
const setUp = /(?:^|[\s;&])(?:source|\.)\s|\bPATH=|\bnvm\.sh\b|\brvm\s+\S+\s+do\b|\bHOME=/

export const missingLoginShell = monitRule({
  id: 'missing-login-shell',
  kind: 'trap',
  severity: 'information',
  reach: 'check',
  docs: {
    summary: 'a program of rbenv, rvm, nvm and the like that is started without a login profile',
    why: "What monit starts has monit’s own environment and stands in `/`. No profile was read, so `bundle`, `npm` or `pm2` of a version manager is not in `PATH`, and without `as uid` there may be no `HOME`. By hand it works, under monit: `Execution failed`. A login shell reads the profile: `/bin/bash -lc 'cd /srv/web && bundle exec puma'`.",
    bad: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -c \'cd /srv/web && bundle exec puma -d\'" as uid "deploy" and gid "deploy"\n',
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web with pidfile /run/web.pid\n  start program = "/bin/bash -lc \'cd /srv/web && bundle exec puma -d\'" as uid "deploy" and gid "deploy"\n',
      },
    ],
    refs: [monitManual('SERVICE METHODS', 'SERVICE-METHODS')],
  },
  on: {
    command(ctx, { command }) {
      const { tree } = ctx.document
      const [program] = command.arguments
      if (!program || program.isAppended || holdsTag(tree, program)) return
      if (needsProfile.has(baseName(program.text))) {
        ctx.report(
          placeOf(program),
          `monit starts '${baseName(program.text)}' in / and without a login profile; if it needs one: /bin/bash -lc 'cd … && …'`,
        )
        return
      }
      const found = shellScriptOf(command)
      if (!found || found.isLogin || found.script.isAppended || setUp.test(found.script.text)) return
      const word = inScript.exec(found.script.text)
      if (!word) return
      ctx.report(
        placeOf(found.option),
        `the shell reads no login profile, so '${word[1]}' of a version manager is not found; -l reads it`,
        { fixes: makeLogin(command, found.option) },
      )
    },
  },
})

/** dash knows `-l` too. */
function makeLogin({ arguments: words }: Command, { start, end, text, quote }: Argument): readonly Fix[] {
  if (quote || words.length < 3) return []
  const newText = text.replace('-', '-l')
  return [{ title: `Write ${newText}`, safe: false, edits: [{ span: { start, end }, newText }] }]
}
