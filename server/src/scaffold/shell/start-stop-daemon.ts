import { pathFrom, type Surroundings, textOf, withLines } from './words.ts'
import { asGroup, asUser, decide, nice, takeOptions, type Unwrap } from './wrapper.ts'

/** start-stop-daemon(8), which starts a program for an init script. */
export const startStopDaemon: Unwrap = (args, surroundings) => {
  const held: { exec?: string; startAs?: string; pidFile?: string } = {}
  const keep = (name: keyof typeof held) => (now: Surroundings, value: string) => {
    held[name] = value
    return now
  }
  const ignore = (now: Surroundings) => now
  const chdir = (now: Surroundings, value: string) => {
    const directory = pathFrom(now.directory, [value])
    return directory && { ...now, directory }
  }
  const umask = (now: Surroundings, value: string) =>
    /^[0-7]{1,4}$/.test(value) ? withLines(now, ['UMask', value]) : undefined
  const taken = takeOptions(args, surroundings, {
    flags:
      /^(?:-[SqobmvC]+|--(?:start|quiet|oknodo|background|make-pidfile|verbose|no-close|remove-pidfile))$/,
    values: {
      '-c': asUser,
      '--chuid': asUser,
      '-g': asGroup,
      '--group': asGroup,
      '-x': keep('exec'),
      '--exec': keep('exec'),
      '-a': keep('startAs'),
      '--startas': keep('startAs'),
      '-p': keep('pidFile'),
      '--pidfile': keep('pidFile'),
      '-d': chdir,
      '--chdir': chdir,
      '-N': nice,
      '--nicelevel': nice,
      '-k': umask,
      '--umask': umask,
      '-n': ignore,
      '--name': ignore,
      '-u': ignore,
      '--user': ignore,
    },
  })
  const program = held.startAs ?? held.exec
  if (!taken || program === undefined) return undefined
  const makesPidFile = args.some((word) =>
    /^(?:-[A-Za-z]*m[A-Za-z]*|--make-pidfile)$/.test(textOf(word) ?? ''),
  )
  const now =
    makesPidFile && held.pidFile !== undefined
      ? decide(
          taken.surroundings,
          `start-stop-daemon wrote the process's number to '${held.pidFile}', and systemd does not; whoever reads that file, such as monit, needs another way`,
        )
      : taken.surroundings
  return { kind: 'command', words: [[program], ...taken.rest], surroundings: now }
}
