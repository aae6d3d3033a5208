import {
  CodeLens,
  type CodeLensProvider,
  type Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'
import { commandOfAction } from '../../../server/src/actions/command.ts'
import { configurationSection } from '../../../server/src/protocol.ts'
import { managerOfFile } from '../actions/choose-unit.ts'
import type { Runner } from '../actions/runner.ts'
import { type Manager, unitFileOf } from '../actions/unit-file.ts'
import { commandIds } from '../commands/ids.ts'
import type { Session } from '../session.ts'
import type { UnitStates } from '../units/unit-states.ts'
import { type Lens, type LensSubject, lensesOf, lensesOfUnsaved } from './lenses.ts'

/** Templates of unit files are no unit files yet. */
const language = 'systemd-unit'

const setting = 'codeLens'

/** The unit of a file that is in sight. */
interface Subject {
  readonly unit: string
  readonly manager: Manager
}

/** Shows above unit files how their units fare, and what one would do next. */
export class UnitLenses implements CodeLensProvider, Disposable {
  readonly #session: Session
  readonly #runner: Runner
  readonly #states: UnitStates
  readonly #changed = new EventEmitter<void>()
  readonly #registrations: readonly Disposable[]
  /** The unit files in sight, by their URIs. */
  #subjects: ReadonlyMap<string, Subject> = new Map()
  #looks: readonly { dispose(): void }[] = []
  /** Counts the times that something came into sight; what was worked out for an earlier time is out of date. */
  #turn = 0

  constructor(session: Session, runner: Runner, states: UnitStates) {
    this.#session = session
    this.#runner = runner
    this.#states = states
    const lookAround = () => void this.#lookAround()
    this.#registrations = [
      this.#changed,
      languages.registerCodeLensProvider({ language }, this),
      window.onDidChangeVisibleTextEditors(lookAround),
      session.onDidChangeTargets(lookAround),
      session.onDidChangeState(lookAround),
      runner.onDidChangeFitness(lookAround),
      workspace.onDidSaveTextDocument(({ languageId }) => {
        if (languageId !== language) return
        states.refresh()
        // What a file is for may stand in a comment in it.
        lookAround()
      }),
      // A document whose language is changed is closed and opened while its editor stays.
      workspace.onDidOpenTextDocument((document) => {
        if (window.visibleTextEditors.some((editor) => editor.document === document)) lookAround()
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(`${configurationSection}.${setting}`)) lookAround()
      }),
    ]
    lookAround()
  }

  readonly onDidChangeCodeLenses = this.#changed.event

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    if (!(await this.#isWanted())) return []
    const line = firstHeader(document)
    if (line === undefined) return []
    const lenses = await this.#lensesOf(document)
    return lenses.map((lens) => new CodeLens(new Range(line, 0, line, 0), commandOf(lens, document.uri)))
  }

  dispose(): void {
    this.#turn++
    for (const each of [...this.#looks, ...this.#registrations]) each.dispose()
  }

  async #lensesOf(document: TextDocument): Promise<readonly Lens[]> {
    if (document.isUntitled) return lensesOfUnsaved
    const subject = this.#subjects.get(document.uri.toString())
    if (!subject) return []
    const { unit, manager } = subject
    const { asked, answers, states } = this.#states.of(manager)
    // Nothing is said before systemd was asked.
    if (!asked.names.has(unit)) return []
    const state = states.get(unit)
    const copy = await this.#copyOf(document, state?.fragmentPath)
    return lensesOf({ unit, manager, answers, state, copy }, new Date())
  }

  /** How the file fares that systemd reads, where it is another one. */
  async #copyOf({ uri }: TextDocument, installed: string | undefined): Promise<LensSubject['copy']> {
    if (installed === undefined || installed === uri.fsPath) return undefined
    const { machine } = this.#runner
    const [real, realInstalled] = await Promise.all(
      [uri.fsPath, installed].map((path) => machine.realPath(path)),
    )
    // A drop-in is beside the file of its unit, not in its place.
    if (real === realInstalled || unitFileOf(uri.path)?.place.includes('/')) return undefined
    const [own, other] = await Promise.all([uri, Uri.file(installed)].map((each) => bytesOf(each)))
    return own !== undefined && own === other ? 'same' : 'differs'
  }

  /** Finds out which unit files are in sight, and looks at their units only. */
  async #lookAround(): Promise<void> {
    const turn = ++this.#turn
    const editors = (await this.#isWanted()) ? window.visibleTextEditors.filter(isOfUnit) : []
    const found = await Promise.all(editors.map(({ document }) => this.#subjectOf(document)))
    if (turn !== this.#turn) return
    const subjects = new Map(found.flatMap((each) => (each ? [each] : [])))
    if (!isSame(subjects, this.#subjects)) this.#lookAt(subjects)
    this.#changed.fire()
  }

  async #subjectOf({ uri }: TextDocument): Promise<readonly [string, Subject] | undefined> {
    const { unit } = unitFileOf(uri.path)!
    // A file that has gone meanwhile can't be read.
    const ctx = { session: this.#session, runner: this.#runner }
    const manager = await managerOfFile(ctx, uri).catch(() => undefined)
    return manager && [uri.toString(), { unit, manager }]
  }

  #lookAt(subjects: ReadonlyMap<string, Subject>): void {
    this.#subjects = subjects
    const before = this.#looks
    const all = [...subjects.values()]
    this.#looks = (['user', 'system'] as const).flatMap((manager) => {
      const names = all.filter((each) => each.manager === manager).map(({ unit }) => unit)
      if (names.length === 0) return []
      const changed = () => this.#changed.fire()
      return [this.#states.look({ manager, names: () => names, all: false, changed })]
    })
    for (const look of before) look.dispose()
  }

  async #isWanted(): Promise<boolean> {
    if (!workspace.getConfiguration(configurationSection).get<boolean>(setting, true)) return false
    return (await this.#runner.machine.unfit()) === undefined
  }
}

function isSame(a: ReadonlyMap<string, Subject>, b: ReadonlyMap<string, Subject>): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b])
}

function isOfUnit({ document }: TextEditor): boolean {
  const { uri, languageId } = document
  return languageId === language && uri.scheme === 'file' && unitFileOf(uri.path) !== undefined
}

async function bytesOf(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder('latin1').decode(await workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}

/** The line above which the lenses stand. */
function firstHeader(document: TextDocument): number | undefined {
  for (let line = 0; line < document.lineCount; line++) {
    if (/^\s*\[/.test(document.lineAt(line).text)) return line
  }
  return undefined
}

function commandOf({ title, tooltip, action }: Lens, uri: Uri) {
  const command = action === undefined ? '' : action === 'run' ? commandIds.run : commandOfAction(action)
  // The editor drops an ordinary blank behind an icon.
  const shown = title.replace(/^(\$\([\w~-]+\)) /, '$1\u00a0')
  return { title: shown, command, ...(tooltip === undefined ? {} : { tooltip }), arguments: [uri] }
}
