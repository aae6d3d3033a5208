/**
 * Records what systemd's programs say when things go wrong, for machines that have another version or none:
 * `node scripts/run.mjs test/booted/record-messages.ts COMMAND...`, where COMMAND runs a program, given behind it, as
 * root within a booted systemd, such as `nsenter --target PID --all --root`. Each version is recorded by itself.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { readScenes } from '../corpus/messages.ts'

const script = 'test/booted/messages.sh'
const target = 'test/corpus/messages.generated.json'

/** Lines that tell nothing of what went wrong, or differ each time. */
const noise =
  /^$|^ ?$|^[●○×] |^Start(?:ed|ing) |^Stopped |^Created symlink|^Removed |^See |^ +(?:Loaded: loaded|Duration|Invocation|CPU|CGroup|Tasks|Memory|Process|└─)|pids\.max|^\tfrom |^\* |Puma (?:starting|version)|^•|^ {2}(?!first)|INFO|^[A-Z][a-z]{2} \d\d /

/** @returns the exit code */
export function main(command: readonly string[]): number {
  const [program, ...words] = command
  if (program === undefined) {
    console.error(`usage: node scripts/run.mjs test/booted/record-messages.ts COMMAND...`)
    return 2
  }
  const run = (...argv: readonly string[]) =>
    spawnSync(program, [...words, ...argv], {
      encoding: 'utf8',
      input: readFileSync(script),
      timeout: 120_000,
    })
  const version = /^systemd (\d+)/.exec(run('systemctl', '--version').stdout)?.[1]
  const scenes = readScenes(run('bash', '-s').stdout)
  if (version === undefined || scenes.size === 0) {
    console.error('there is no systemd within')
    return 1
  }
  const recorded: Record<string, Record<string, readonly string[]>> = JSON.parse(readFileSync(target, 'utf8'))
  for (const [scene, text] of scenes) {
    recorded[scene] = { ...recorded[scene], [version]: tellingLines(text) }
  }
  writeFileSync(target, `${JSON.stringify(recorded, undefined, 1)}\n`)
  console.log(`systemd ${version}: ${scenes.size} scenes`)
  return 0
}

function tellingLines(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .filter((line) => !noise.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/ since \w{3} .*/, '')
        .replace(/\b(PID|process):? \d+/, '$1 100'),
    )
  return [...new Set(lines)].map((line) => line.slice(0, 200))
}
