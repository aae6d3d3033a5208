import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DropIn } from '../../server/src/base/environment.ts'
import { crossKeyFindings } from '../oracle/cross-key.ts'
import { findingsOf } from '../oracle/our-verdicts.ts'
import { runs } from './runs.ts'
import { nastyText, unitPath } from './texts.ts'

const version = fc.constantFrom(252, 254, 257, 262)

function dropInsOf(texts: readonly string[]): readonly DropIn[] {
  return texts.map((text, index) => ({ name: `web.service.d/${index}.conf`, text }))
}

test('whatever drop-ins say, no rule crashes, and findings and fixes lie in the file itself', () => {
  const dropIns = fc.array(nastyText, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(unitPath, nastyText, dropIns, version, (path, text, added, target) => {
      for (const { rule, message, span, fixes } of findingsOf(path, text, target, dropInsOf(added))) {
        expect(rule, message).not.toBe('internal/rule-crashed')
        expect(span.end).toBeGreaterThanOrEqual(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        for (const edit of fixes.flatMap(({ edits }) => edits)) {
          expect(edit.span.end).toBeLessThanOrEqual(text.length)
        }
      }
    }),
    runs(400),
  )
})

const lines = [
  ...[
    'ExecStart=/bin/true',
    'ExecStart=/bin/true',
    'ExecStart=/bin/a ; /bin/b',
    'ExecStart=',
    'ExecStart=a b\\',
  ],
  ...[
    'ExecStop=/bin/true',
    'Type=simple',
    'Type=oneshot',
    'Type=dbus',
    'Type=odd',
    'BusName=a.b',
    'BusName=',
  ],
  ...['RemainAfterExit=yes', 'Restart=always', 'Restart=no', 'RestartForceExitStatus=3', 'ExitType=cgroup'],
  ...[
    'PAMName=login',
    'KillMode=process',
    'KillMode=mixed',
    'RuntimeMaxSec=1h',
    'RestartSteps=2',
    'User=a \\',
  ],
]

test('lines in a drop-in count as they do at the end of the file', () => {
  const some = fc.array(fc.constantFrom(...lines), { maxLength: 5 }).map((all) => ['[Service]', ...all, ''])
  fc.assert(
    fc.property(some, fc.array(some, { minLength: 1, maxLength: 3 }), version, (own, added, target) => {
      const path = '/etc/systemd/system/web.service'
      const texts = added.map((each) => each.join('\n'))
      const text = own.join('\n')
      const apart = findingsOf(path, text, target, dropInsOf(texts))
      const joined = findingsOf(path, [text, ...texts].join('\n'), target)
      expect(crossKeyFindings(apart)).toEqual(crossKeyFindings(joined))
    }),
    runs(400),
  )
})
