import { expect, test } from 'vitest'
import type { Query } from '../../../server/src/actions/state.ts'
import { type Look, pollInterval, UnitStates, unasked } from './unit-states.ts'

const web = 'Id=web.service\nNames=web.service\nLoadState=loaded\nActiveState=active\nSubState=running\n'
const broken =
  'Id=old.service\nNames=old.service\nLoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code\n'
const list = 'web.service loaded active running Web\nold.service loaded failed failed Old\n'

/** A machine that answers what it is told to, and tells what it was asked. */
function machine(answers: { show?: string; list?: string; files?: string }) {
  const asked: string[] = []
  const ask = async ({ argv }: Query) => {
    asked.push(argv.filter((word) => !word.startsWith('--property')).join(' '))
    const out = argv.includes('show')
      ? answers.show
      : argv.includes('list-units')
        ? answers.list
        : answers.files
    return { code: out === undefined ? 1 : 0, out: out ?? '', err: '' }
  }
  return { ask, asked, answers }
}

/** Time that stands still until a test moves it. */
function clock() {
  let waiting: { delay: number; call: () => void }[] = []
  return {
    after(delay: number, call: () => void) {
      const entry = { delay, call }
      waiting.push(entry)
      const cancel = () => {
        waiting = waiting.filter((each) => each !== entry)
      }
      return { cancel }
    },
    get delays() {
      return waiting.map(({ delay }) => delay)
    },
    pass() {
      const due = waiting
      waiting = []
      for (const { call } of due) call()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

function looker(names: readonly string[], all = false): Look & { changes: number } {
  return {
    manager: 'user',
    names: () => names,
    all,
    changes: 0,
    changed() {
      this.changes++
    },
  }
}

test('nobody is asked while nobody looks', async () => {
  const fake = machine({ show: web })
  const time = clock()
  const states = new UnitStates(fake, time)
  states.refresh()
  await settled()
  expect(fake.asked).toEqual([])
  const look = states.look(looker(['web.service']))
  await settled()
  expect(fake.asked).toHaveLength(1)
  expect(time.delays).toEqual([pollInterval])
  look.dispose()
  expect(time.delays).toEqual([])
  states.refresh()
  await settled()
  expect(fake.asked).toHaveLength(1)
})

test('who stops looking while an answer is on its way leaves no timer', async () => {
  const time = clock()
  const states = new UnitStates(machine({ show: web }), time)
  states.look(looker(['web.service'])).dispose()
  await settled()
  expect(time.delays).toEqual([])
})

test('all who look are answered by one question, and told of changes only', async () => {
  const fake = machine({ show: web })
  const time = clock()
  const states = new UnitStates(fake, time)
  const one = looker(['web.service'])
  const other = looker(['web.service', 'db.service'])
  states.look(one)
  states.look(other)
  await settled()
  expect(states.of('user').states.get('web.service')?.sub).toBe('running')
  expect(fake.asked.at(-1)).toBe('systemctl --user --no-pager show -- web.service db.service')
  const [changes, questions] = [one.changes, fake.asked.length]
  expect(changes).toBeGreaterThan(0)
  time.pass()
  await settled()
  expect(fake.asked).toHaveLength(questions + 1)
  expect(one.changes).toBe(changes)
  fake.answers.show = web.replace('running', 'exited')
  time.pass()
  await settled()
  expect([one.changes, other.changes]).toEqual([changes + 1, other.changes])
  expect(states.of('user').states.get('web.service')?.sub).toBe('exited')
})

test('who looks at all gets lists, and why units failed', async () => {
  const fake = machine({ show: broken, list, files: 'web.service enabled enabled\n' })
  const states = new UnitStates(fake, clock())
  states.look(looker([], true))
  await settled()
  expect(states.of('user').listed?.map(({ name }) => name)).toEqual(['web.service', 'old.service'])
  expect(states.of('user').states.get('old.service')?.result).toBe('exit-code')
  expect(fake.asked.at(-1)).toBe('systemctl --user --no-pager show -- old.service')
  expect(states.of('system').listed).toBeUndefined()
})

test('a manager that does not answer has no list, and that is told', async () => {
  const states = new UnitStates(machine({}), clock())
  const look = looker(['web.service'], true)
  states.look(look)
  expect(states.of('user')).toBe(unasked)
  await settled()
  const { asked, answers, listed } = states.of('user')
  expect([answers, listed, asked]).toEqual([false, undefined, { names: new Set(['web.service']), all: true }])
  expect(look.changes).toBe(1)
})

test('of a unit that nobody asked about yet it is known that nobody did', async () => {
  const states = new UnitStates(machine({ show: web }), clock())
  states.look(looker(['web.service']))
  await settled()
  const other = looker(['db.service'])
  states.look(other)
  expect([...states.of('user').asked.names]).toEqual(['web.service'])
  await settled()
  expect([...states.of('user').asked.names]).toEqual(['web.service', 'db.service'])
  expect([states.of('user').answers, other.changes]).toEqual([true, 1])
})

test('what is known of a manager is forgotten with the last look at it', async () => {
  const fake = machine({ show: web })
  const states = new UnitStates(fake, clock())
  states.look(looker(['web.service']))
  const system = states.look({ ...looker(['web.service']), manager: 'system' })
  await settled()
  expect(states.of('system').answers).toBe(true)
  states.refresh()
  system.dispose()
  await settled()
  expect(states.of('system')).toBe(unasked)
  expect(states.of('user').answers).toBe(true)
})

test('what is asked for during an answer is asked once more', async () => {
  const fake = machine({ show: web })
  const states = new UnitStates(fake, clock())
  states.look(looker(['web.service']))
  states.refresh()
  states.refresh()
  await settled()
  expect(fake.asked).toHaveLength(2)
})
