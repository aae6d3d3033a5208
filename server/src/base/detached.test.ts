import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { detached } from './detached.ts'

test.each(['', 'yes', 'a value of some length', 'ein Wert mit Ümlaut …'])('%j stays the same', (text) =>
  expect(detached(text)).toBe(text),
)

test('the text that it was cut out of is free', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const size = 4_000_000
  const heldBy = (keep: (text: string) => string) => {
    collect()
    const before = process.memoryUsage().heapUsed
    const kept = Array.from({ length: 10 }, (_, index) =>
      keep(`${index}${'x'.repeat(size)}`.replace('x', 'y').slice(0, 40)),
    )
    collect()
    const held = process.memoryUsage().heapUsed - before
    expect(kept).toHaveLength(10)
    return held
  }
  expect(heldBy((text) => text)).toBeGreaterThan(5 * size)
  expect(heldBy(detached)).toBeLessThan(size)
})
