import { lastValue, type Text } from '../model/values.ts'
import { placeOf } from './command-words.ts'
import { isNumericAddress } from './numeric-address.ts'
import { monitManual, monitRule } from './rule.ts'
import { holdsTag } from './tags.ts'

export const hostNameAsAddress = monitRule({
  id: 'host-name-as-address',
  kind: 'verdict',
  severity: 'error',
  reach: 'check',
  docs: {
    summary: 'a host name, or no address at all, where a test names the address to ask from',
    why: 'Behind `ping` and `port`, `address` is the address of this machine from which monit asks, for machines that have several; the host that is asked stands behind `check host … with address`. monit does not look names up there: it refuses the whole file over anything that is no IP address.',
    bad: [
      {
        file: 'monitrc',
        text: 'check host shop with address shop.example.com\n  if failed ping address eth0 then alert\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check host shop with address shop.example.com\n  if failed ping address 192.0.2.7 then alert\n',
      },
    ],
    refs: [
      monitManual('NETWORK PING TEST', 'NETWORK-PING-TEST'),
      monitManual('CONNECTION TESTS', 'CONNECTION-TESTS'),
    ],
  },
  on: {
    test(ctx, { test }) {
      const { tree } = ctx.document
      for (const { node, subject } of test.conditions) {
        if (subject !== 'connection' && subject !== 'ping') continue
        for (const part of node.children) {
          const address = part.term.id === 'address' ? lastValue(tree, part) : undefined
          if (!address || isNumericAddress(address.text) || holdsTag(tree, address)) continue
          ctx.report(placeOf(address), messageFor(address))
        }
      }
    },
  },
})

function messageFor({ text }: Text): string {
  const problem =
    /^\[.*\]$/.test(text) && isNumericAddress(text.slice(1, -1)) ? 'stands in brackets' : 'is no IP address'
  return `'${text}' ${problem}; accepted: an address of this machine to ask from, such as 192.0.2.7 or ::1`
}
