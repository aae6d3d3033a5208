import { unasked } from '../../client/src/units/unit-states.ts'
import { menuWords, serviceTree, spokenLabel } from '../../client/src/views/service-tree.ts'
import { parseFiles, parseList, parseStates } from '../../server/src/actions/state.ts'
import { type Measure, medianOf } from './measure.ts'

const count = 400
const failures = 20

/** What the view of services takes of its 300 ms besides waiting for systemd: reading the answers, making the tree. */
export const bench: Measure = async () => {
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
  return [{ name, value, goal: 10, unit: 'ms', better: 'lower' }]
}
