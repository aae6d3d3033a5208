import { isProgram, type Piece } from '../quote.ts'
import { pathFrom, type Surroundings, settle, textOf } from '../shell/words.ts'

/** Where Debian and Ubuntu have always had the programs that scripts are made of. */
const usual: ReadonlyMap<string, string> = new Map([
  ...'bash cat chgrp chmod chown cp date dd echo false grep kill ln ls mkdir mknod mktemp mv rm rmdir sed sh sleep su sync tar touch true'
    .split(' ')
    .map((name): [string, string] => [name, `/bin/${name}`]),
  ...'awk basename chrt cut dirname env find flock head id install killall logger nice nohup pgrep pkill printf sort sudo tail tee test tr wc xargs'
    .split(' ')
    .map((name): [string, string] => [name, `/usr/bin/${name}`]),
  ...'ip ifconfig iptables modprobe start-stop-daemon sysctl'
    .split(' ')
    .map((name): [string, string] => [name, `/sbin/${name}`]),
])

/** What only a shell knows. */
const builtins =
  /^(?:\.|:|\[|alias|bg|break|cd|chdir|command|continue|eval|exit|export|fg|getopts|hash|jobs|local|read|readonly|return|set|shift|source|times|trap|type|ulimit|umask|unalias|unset|wait)$/

/** How systemd is told of a program. */
export interface FoundProgram {
  readonly program: readonly Piece[]
  /** True where `program` is env(1), which looks for the name that was written along PATH. */
  readonly isLookedUp: boolean
  readonly before: readonly (readonly Piece[])[]
}

/**
 * The program that a command names.
 * @returns undefined where only a shell finds it
 */
export function findProgram(word: readonly Piece[], surroundings: Surroundings): FoundProgram | undefined {
  const settled = settle(word, surroundings)
  if (!settled) return undefined
  const text = textOf(settled)
  if (text === '' || (text !== undefined && builtins.test(text))) return undefined
  if (settled.some((piece) => typeof piece === 'string' && (!isProgram(piece) || /[\s/]$/.test(piece)))) {
    return undefined
  }
  if (text === undefined || text.includes('/')) {
    const program = pathFrom(surroundings.directory, settled)
    return program && { program, isLookedUp: false, before: [] }
  }
  // env would take these for something else.
  if (/^-|=/.test(text)) return undefined
  const known = surroundings.environment.has('PATH') ? undefined : usual.get(text)
  return known === undefined
    ? { program: ['/usr/bin/env'], isLookedUp: true, before: [settled] }
    : { program: [known], isLookedUp: false, before: [] }
}
