import type { PrefixChar } from './command-line.ts'

const phrases: Readonly<Record<PrefixChar, string>> = {
  '-': 'A failure of this command is recorded, but counts as success.',
  '@': 'The word behind the program is what the program is told it is called (its `argv[0]`); arguments follow it.',
  ':': '`$VARIABLE` and `$' + '{VARIABLE}' + '` are left as they stand.',
  '+': 'The command runs with full privileges: User=, Group=, capabilities and sandboxing do not apply to it.',
  '!': 'The command runs with the privileges of the manager; sandboxing applies, User= and Group= do not.',
  '!!': 'Like `!`, but only where the kernel has no ambient capabilities, so on any kernel of today it does nothing.',
  '|': 'The command line is given to the shell of the user, with `-c`; together with `@` to a login shell.',
}

/** What a prefix in front of a program does. */
export function prefixPhrases(prefix: PrefixChar, version: number): string {
  if (prefix === '!!' && version >= 258) return 'Does nothing: support for it ended with systemd 258.'
  return phrases[prefix]
}
