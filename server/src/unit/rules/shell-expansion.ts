import type { Fix } from '../../base/edit.ts'
import type { Known } from '../known.ts'
import { spanIn } from '../syntax/value.ts'
import type { Command, CommandWord } from '../values/commands/command-line.ts'
import { commandsOf } from './commands-of.ts'
import { man, type UnitContext, unitRule } from './rule.ts'
import { shellOnly, wrapInShell } from './wrap-in-shell.ts'

/** Programs that take the names of files as they are; others, such as find and java, read patterns themselves. */
const fileTools: ReadonlySet<string> = new Set(
  'cat chgrp chmod chown cksum cp du gzip gunzip head ln ls md5sum mkdir mv rm rmdir sha256sum shred stat tail touch truncate wc'.split(
    ' ',
  ),
)

/** Programs that put the home in for `~` themselves, in some option at least. */
const homeReaders: ReadonlySet<string> = new Set(
  'autossh emacs git gpg gpg-agent mbsync mosh mutt neomutt nvim offlineimap rclone rsync scp sftp ssh ssh-add sshfs syncthing tmux vim'.split(
    ' ',
  ),
)

const pathPattern = /^[/%][^\s=]*[*?[]/
const home = /^(?:-[\w-]*=)?(~(?:\/|$))/

export const shellExpansion = unitRule({
  id: 'shell-expansion',
  kind: 'trap',
  severity: 'error',
  docs: {
    summary: '`~` or a pattern such as `*.log` in a command that no shell reads',
    why: 'It is the shell that puts the home in for `~` and the names of files in for `*`, `?` and `[ ]`. systemd starts the program without one, so `rm` is asked to remove a file called `*`, finds none, and a server looks for a folder called `~`. Write the path in full, `%h` for the home in a unit of the user’s manager, or ask for a shell: `/bin/sh -c`.',
    bad: [
      { file: 'web.service', text: '[Service]\nExecStartPre=/bin/rm -f /srv/web/tmp/*.pid\n' },
      { file: 'web.service', text: '[Service]\nExecStart=/srv/web/run --config=~/web.toml\n' },
    ],
    good: [
      { file: 'web.service', text: "[Service]\nExecStartPre=/bin/sh -c 'rm -f /srv/web/tmp/*.pid'\n" },
      { file: 'web.service', text: '[Service]\nExecStart=/usr/bin/find /srv/web/tmp -name *.pid -delete\n' },
    ],
    refs: [man('systemd.service', 'COMMAND LINES')],
  },
  on: {
    command(ctx, known) {
      if (!/[~*?[]/.test(ctx.value(known.assignment).text)) return
      for (const command of commandsOf(ctx, known)?.commands ?? []) {
        // Behind `|` the user's own shell reads the line.
        if (command.prefixes.some(({ char }) => char === '|')) continue
        // A rule of its own asks for one.
        if (shellOnly.has(command.program.text)) continue
        reportHome(ctx, known, command)
        reportPattern(ctx, known, command)
      }
    },
  },
})

function reportPattern(ctx: UnitContext, known: Known, command: Command): void {
  const name = command.program.text.slice(command.program.text.lastIndexOf('/') + 1)
  if (!fileTools.has(name)) return
  const word = bareWords(ctx, known, command).find(({ text }) => pathPattern.test(text))
  if (!word) return
  ctx.report(
    spanIn(ctx.value(known.assignment), word.from, word.to),
    `no shell reads this line, so '${name}' looks for a file that is called '${word.text}'`,
    { fixes: wrapInShell(ctx, known, command) },
  )
}

function reportHome(ctx: UnitContext, known: Known, command: Command): void {
  const name = command.program.text.slice(command.program.text.lastIndexOf('/') + 1)
  if (homeReaders.has(name)) return
  const word = bareWords(ctx, known, command).find(({ text }) => home.test(text))
  if (!word) return
  const length = home.exec(word.text)![1]!.length
  const from = home.exec(word.text)![0].length - length + word.from
  const value = ctx.value(known.assignment)
  ctx.report(
    spanIn(value, from, from + 1),
    `no shell reads this line, so '${name}' gets '~' as it stands, and not the home`,
    {
      severity: 'warning',
      fixes:
        ctx.target.manager === 'user'
          ? [writeSpecifier(spanIn(value, from, from + 1))]
          : wrapInShell(ctx, known, command),
    },
  )
}

/** In a user's manager `%h` is the user's home; in the system's it is that of root. */
function writeSpecifier(span: Fix['edits'][number]['span']): Fix {
  return { title: 'Write %h', safe: false, edits: [{ span, newText: '%h' }] }
}

/** The arguments without quotes and escapes: what has them is meant as it stands. */
function bareWords(ctx: UnitContext, known: Known, { arguments: words }: Command): readonly CommandWord[] {
  const { text } = ctx.value(known.assignment)
  return words.filter((word) => text.slice(word.from, word.to) === word.text)
}
