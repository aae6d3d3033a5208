import type { DropIn } from '../../base/environment.ts'
import type { Manager } from '../../base/settings.ts'
import type { UnitType } from '../../unit/data/directives.ts'
import { assumeUnit, unitTypes } from '../../unit/identity.ts'
import { uriOfPath } from '../uri.ts'
import { placeIn } from './place.ts'
import type { ProcessRunner } from './process-runner.ts'
import { failureIn, readSystemdMessages, type SystemdMessage } from './systemd-messages.ts'
import { type CheckedFile, notAsked, type Remark, type Subject, type Verdict, verdictOf } from './verdict.ts'

/** It reads every unit that the one in question names; on a slow disk that takes a second or two. */
const timeLimit = 20_000

const program = 'systemd-analyze'

/** What a user's manager looks up to find its own folders. */
const userFolders = ['HOME', 'XDG_CONFIG_HOME', 'XDG_CONFIG_DIRS', 'XDG_DATA_HOME', 'XDG_DATA_DIRS']

/**
 * Asks the machine's systemd what it says of a unit file, with its drop-ins, as they are in the editor. It reads copies
 * in a private folder; units that the file names are looked for beside the file, and then where systemd has its own.
 * @param dropIns the drop-ins of the unit, named by their paths from its folder
 */
export async function verifySystemd(
  subject: Subject,
  dropIns: readonly DropIn[],
  manager: Manager,
  runner: ProcessRunner,
): Promise<Verdict> {
  const { template, dropIn, name: called, type } = assumeUnit(subject.path)
  const shown = subject.path.slice(subject.path.lastIndexOf('/') + 1)
  if (template) return notAsked(`'${shown}' is a template; systemd can only read what is made from it`)
  if (dropIn) return notAsked(`'${shown}' adds to '${called}' and means nothing alone; verify '${called}'`)
  const found = await runner.find(program)
  if (found === undefined) return notAsked(`there is no program '${program}' on PATH; it comes with systemd`)
  const name = type === undefined ? `untitled.${typeByContent(subject.text)}` : called
  const outcome = await runner.run({
    program: found,
    timeLimit,
    inherited: userFolders,
    prepare: (folder) => ({
      files: new Map([
        [`units/${name}`, subject.text],
        ...dropIns.map((each) => [`units/${each.name}`, each.text] as const),
      ]),
      arguments: ['verify', ...(manager === 'user' ? ['--user'] : []), '--man=no', `${folder}/units/${name}`],
      variables: {
        SYSTEMD_LOG_TARGET: 'console-prefixed',
        LC_ALL: 'C.UTF-8',
        ...searchPath(subject.folder),
        // A user's manager doesn't begin without one; it finds nothing there, as it would after a login.
        ...(manager === 'user' ? { XDG_RUNTIME_DIR: folder } : {}),
      },
    }),
  })
  switch (outcome.kind) {
    case 'out-of-time':
      return notAsked(`${program} did not answer within ${timeLimit / 1000} seconds and was ended`)
    case 'failed':
      return notAsked(`${program} could not be run: ${outcome.reason}`)
    case 'ended': {
      const { errors, folder, code } = outcome
      const messages = readSystemdMessages(errors, `${folder}/units`, name)
      const remarks = messages.map((message) => remarkOf(message, subject, dropIns))
      const failure = code !== 0 && remarks.length === 0 ? failureIn(errors) : undefined
      if (failure !== undefined) return notAsked(`${program} could not look at '${shown}': ${failure}`)
      return verdictOf(program, shown, remarks)
    }
  }
}

/** Beside the file first, then, for the empty part at the end, where systemd looks by itself. */
function searchPath(folder: string | undefined): Readonly<Record<string, string>> {
  return folder === undefined || folder.includes(':') ? {} : { SYSTEMD_UNIT_PATH: `${folder}:` }
}

/** The type of a unit that has no name yet: that of its own section. */
function typeByContent(text: string): UnitType {
  const sections = [...text.matchAll(/^\s*\[(\w+)\]/gm)].map(([, section]) => section!.toLowerCase())
  return unitTypes.find((type) => sections.includes(type)) ?? (sections.length > 0 ? 'target' : 'service')
}

function remarkOf(
  { name, line, severity, text }: SystemdMessage,
  subject: Subject,
  dropIns: readonly DropIn[],
): Remark {
  const file = dropInFile(name, subject, dropIns) ?? subject
  return { file, span: placeIn(file.text, line, wordsOf(text)), severity, message: text }
}

function dropInFile(
  name: string | undefined,
  { folder }: Subject,
  dropIns: readonly DropIn[],
): CheckedFile | undefined {
  const dropIn = dropIns.find((each) => each.name === name)
  return dropIn && folder !== undefined
    ? { uri: uriOfPath(`${folder}/${dropIn.name}`), text: dropIn.text }
    : undefined
}

/** What a message speaks of: what it has in quotes, paths, other units, and keys. */
function wordsOf(text: string): readonly string[] {
  const quoted = [...text.matchAll(/['"]([^'"]+)['"]/g)].map(([, word]) => word!)
  const others = text.match(
    /\/[^\s:,]+|[\w@-]+\.(?:service|socket|target|timer|mount|path|slice)\b|\b[A-Z]\w+=/g,
  )
  return [...quoted, ...(others ?? []), ...text.split(': ').slice(1).reverse()]
}
