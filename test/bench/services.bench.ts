import { spawnSync } from 'node:child_process'
import { unasked } from '../../client/src/units/unit-states.ts'
import { menuWords, serviceTree, spokenLabel } from '../../client/src/views/service-tree.ts'
import { parseFiles, parseList, parseStates } from '../../server/src/actions/state.ts'
import { type Figure, type Measure, medianOf } from './measure.ts'

const count = 400
const failures = 20

/** How long the view of services takes to open, and what is ours of it. */
export const bench: Measure = async () => [...inTheEditor(), await withoutSystemd()]

/** From the click to the last of the units, in a real VS Code with a systemctl that answers at once. */
function inTheEditor(): readonly Figure[] {
  const suite = spawnSync(process.execPath, ['test/editor/host/run.mjs', '--only', 'views'], {
    encoding: 'utf8',
  })
  const [, time] = /400 units are shown in (\d+) ms/.exec(suite.stdout) ?? []
  if (time === undefined) {
    console.log(`service view: not measured, the editor suite ended with ${suite.status}`)
    return []
  }
  const name = `service view of ${count} units, opened in VS Code`
  return [{ name, value: Number(time), goal: 300, unit: 'ms', better: 'lower' }]
}

/** Reading the answers and making the tree. */
async function withoutSystemd(): Promise<Figure> {
  const names = Array.from({ length: count }, (_, index) => `unit-${index}.service`)
  const list = names.map((name, index) => {
    const state = index < failures ? 'failed failed' : 'active running'
    return `${name} loaded ${state} What ${name} is there for\n`
  })
  const files = names.map((name) => `${name} enabled enabled\n`)
  const states = names
    .slice(0, failures)
    .map(
      (name) =>
        `Id=${name}\nNames=${name}\nLoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code\nExecMainCode=1\nExecMainStatus=203\nInactiveEnterTimestamp=Wed 2024-05-01 08:12:00 UTC\n`,
    )
  const [listText, filesText, statesText] = [list.join(''), files.join(''), states.join('\n')]
  const value = await medianOf(() => {
    const units = {
      asked: { ...unasked.asked, all: true },
      answers: true,
      states: parseStates(statesText),
      listed: parseList(listText),
      files: parseFiles(filesText),
    }
    const [group] = serviceTree({ workspace: [], managers: ['user'], units: () => units }, new Date())
    const nodes = group!.children.flatMap((node) => (node.kind === 'unit' ? [node] : []))
    if (nodes.length !== count) throw new Error(`the tree has ${nodes.length} units`)
    for (const node of nodes) if (`${spokenLabel(node)}${menuWords(node)}` === '') throw new Error('no words')
  })
  const name = `service view of ${count} units, read and made into a tree`
  return { name, value, goal: 10, unit: 'ms', better: 'lower' }
}
