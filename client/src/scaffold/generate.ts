import { env, type Memento, type Uri, window } from 'vscode'
import { managerOf } from '../../../server/src/scaffold/answers.ts'
import { detectFacts, type FileSystem } from '../../../server/src/scaffold/detect/detect-facts.ts'
import { readSources } from '../../../server/src/scaffold/sources.ts'
import type { Answers, Facts, Rendering, Template } from '../../../server/src/scaffold/template.ts'
import { askAnswers } from './ask-answers.ts'
import { browseFolder, chooseStart, type Start } from './choose-folder.ts'
import { choosePlace, type Placed, type PlaceQuestion } from './choose-place.ts'
import { Memory } from './memory.ts'
import { Preview } from './preview.ts'
import { workspaceFiles } from './workspace-files.ts'
import { writeFiles } from './write-files.ts'

/**
 * Leads the person from what was found to files: the answers, a preview, the place. Nothing is written before they say
 * where to.
 * @param argument the folder or file that it was asked for on in the explorer, or anything
 * @param state of the workspace; keeps what they answered for the next time
 */
export async function generate(template: Template, argument: unknown, state: Memento): Promise<void> {
  let start = await chooseStart(template, argument)
  while (start) {
    const { folder } = start
    const files = workspaceFiles(folder)
    const facts = await detectFacts(files, folder.toString(), homeFolder())
    const unfit = template.unfit(facts)
    if (unfit === undefined) {
      return withPreview({ ...start, template, files, facts, memory: new Memory(state, template, folder) })
    }
    const other = await chooseOther(template, folder, unfit)
    start = other && { folder: other, said: {} }
  }
}

/** Says why a template makes no sense for a folder, and lets the person choose another one. */
async function chooseOther(template: Template, folder: Uri, unfit: string): Promise<Uri | undefined> {
  const choose = 'Choose another folder'
  const chosen = await window.showErrorMessage(`Unitwright: nothing was generated: ${unfit}`, choose)
  return chosen === choose ? browseFolder(template, folder) : undefined
}

/** A template, where it is used, and what is known there. */
interface Work extends Start {
  readonly template: Template
  readonly files: FileSystem
  readonly facts: Facts
  readonly memory: Memory
}

async function withPreview(work: Work): Promise<void> {
  const notes = work.template.notes?.(work.facts) ?? []
  if (notes.length > 0) void window.showWarningMessage(`Unitwright: ${notes.join('; ')}`)
  const preview = new Preview()
  try {
    await steps(work, preview)
  } finally {
    await preview.close()
    preview.dispose()
  }
}

/** The steps of the way; from the last one there is a way back to the first, with its answers kept. */
async function steps(work: Work, preview: Preview): Promise<void> {
  const { template, facts, memory, said: pointed } = work
  const recalled = memory.answers(template, facts, pointed)
  let said = recalled
  for (;;) {
    const asked = await askAnswers({ template, facts, pointed, recalled }, said)
    if (!asked) return
    said = asked.said
    await memory.keepAnswers(template, facts, said)
    const rendering = await render(work, asked.answers)
    if (!rendering) continue
    await preview.show(rendering.files)
    const placed = await choosePlace(placeQuestion(work, asked.answers, rendering), preview)
    if (placed === 'cancelled') return
    if (placed !== 'back') {
      await memory.keepPlace(placed.place)
      await writeFiles(placed.files, template.title)
      await preview.close()
      await tellNext(placed, rendering)
      return
    }
    await preview.close()
  }
}

/** What the answers come to; undefined where the person has been told why nothing does. */
async function render({ template, files, folder }: Work, answers: Answers): Promise<Rendering | undefined> {
  const read = await readSources(files, folder.toString(), template, answers)
  if (read.kind === 'read') return template.render(answers, read.sources)
  void window.showErrorMessage(`Unitwright: ${read.message}`)
  return undefined
}

function placeQuestion(
  { template, folder, facts, memory }: Work,
  answers: Answers,
  rendering: Rendering,
): PlaceQuestion {
  const { title } = template
  const manager = managerOf(template, answers)
  return { title, rendering, manager, folder, home: facts.home, last: memory.place }
}

/** Opens the first of the files, and says how to go on without waiting for the person. */
async function tellNext({ files, place }: Placed, { nextSteps }: Rendering): Promise<void> {
  const [first] = files
  if (first) await window.showTextDocument(first.uri, { preview: false })
  const copy = 'Copy next commands'
  const what = files.length === 1 ? 'the file is written' : `${files.length} files are written`
  const left = nextSteps.filter(({ isInstall }) => !(isInstall && place === 'manager'))
  void window.showInformationMessage(`Unitwright: ${what}`, copy).then((chosen) => {
    if (chosen === copy) return env.clipboard.writeText(left.map(({ command }) => `${command}\n`).join(''))
  })
}

/** The home folder of the machine that the workspace is on; undefined where there is no process to ask, as in a browser. */
function homeFolder(): string | undefined {
  const home = typeof process === 'undefined' ? undefined : process.env?.HOME
  return home?.startsWith('/') ? home : undefined
}
