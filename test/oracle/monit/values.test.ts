import { expect, test } from 'vitest'
import { describeUnless } from '../../reporting/describe-unless.ts'
import { random } from '../mutate.ts'
import { judge } from './our-verdict.ts'
import { askMonit, type Monit, monitsToAsk } from './run-monit.ts'

const monits = monitsToAsk()
const noMonit = monits.length === 0 ? 'there is no monit on this machine' : undefined
const characters = [...'015*,-/']
const seed = 20251121

/** Fields of a cron expression: what people write, and anything that can be made of the same characters. */
function fields(count: number): readonly string[] {
  const next = random(seed)
  const anything = Array.from({ length: count }, () => {
    const length = 1 + Math.floor(next() * 6)
    return Array.from({ length }, () => characters[Math.floor(next() * characters.length)]!).join('')
  })
  return ['99', '5-3', '1-10/2', '5/2', '5-5/2', '*/0', '*/99', '1-9/0', '*/5,7', '007', '*,1', ...anything]
}

const addresses = [
  ...['127.0.0.1', '0x7f.1', '1.2.3', '08.1.1.1', '010.1.1.1', '1.2.3.256', '1.2.3.4.5', 'web', 'localhost'],
  ...[
    '"127.1"',
    '"4294967296"',
    '"4294967295"',
    '"1.2.3.4 "',
    '""',
    '"1..2"',
    '127.\u00e40.0.1',
    '0x1ff.1.1.1',
  ],
  ...['::1', '::', '1::', '"::1"', '"[::1]"', '"fe80::1%lo"', '"::ffff:10.0.0.1"', '"::1.2.3"', '"1::2::3"'],
  ...[
    '"1:2:3:4:5:6:7:8"',
    '"1:2:3:4:5:6:7:8:9"',
    '"1:2:3:4:5:6:7::"',
    '"1:2:3:4:5:6:7:8::"',
    '"12345::1"',
    '":1"',
  ],
]

/** Whether monits and we accept texts, each with a name to tell it by. */
async function compareVerdicts(monit: Monit, texts: ReadonlyMap<string, string>): Promise<void> {
  const theirs = await askMonit(monit, [...texts.values()])
  const word = (outcome: string) => (outcome === 'accepted' ? 'accepted' : 'refused')
  const said = [...texts.keys()].map((name, index) => `${name}: ${word(theirs[index]!.outcome)}`)
  const ours = [...texts].map(([name, text]) => `${name}: ${word(judge(text, monit.version).outcome)}`)
  expect(ours).toEqual(said)
}

describeUnless(noMonit, 'values are refused by monit where we say so', () => {
  test.for(monits)('cron expressions: $version', async (monit) => {
    const expressions = fields(Number(process.env.UNITWRIGHT_FUZZ ?? 1) * 150).flatMap((field) => [
      `${field} * * * *`,
      `* * * ${field} 1-5`,
    ])
    const text = (expression: string) => `check process a with pidfile /run/a.pid\n  every "${expression}"\n`
    await compareVerdicts(monit, new Map(expressions.map((each) => [each, text(each)])))
  })

  test.for(monits)('addresses to ask from: $version', async (monit) => {
    const texts = addresses.flatMap((address) =>
      ['ping', 'port 80'].map(
        (what) =>
          [
            `${what} address ${address}`,
            `check host a with address localhost\n  if failed ${what} address ${address} then alert\n`,
          ] as const,
      ),
    )
    await compareVerdicts(monit, new Map(texts))
  })
})
