import { otherDocuments } from './other-documents.ts'
import { monitManual, monitRule } from './rule.ts'

export const dependencyLoop = monitRule({
  id: 'dependency-loop',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'checks that depend on each other in a circle',
    why: 'monit starts what a check depends on before the check itself. In a circle there is no first one, so monit refuses the whole configuration, and tells no line.',
    bad: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\n  depends on cache\ncheck process cache with pidfile /run/cache.pid\n  depends on web\n',
      },
    ],
    good: [
      {
        file: 'monitrc',
        text: 'check process web with pidfile /run/web.pid\n  depends on cache\ncheck process cache with pidfile /run/cache.pid\n',
      },
    ],
    refs: [monitManual('SERVICE DEPENDENCIES', 'SERVICE-DEPENDENCIES')],
  },
  on: {
    file(ctx, { services, tree }) {
      if (tree.tags.length > 0 || services.every(({ dependencies }) => dependencies.length === 0)) return
      const needs = new Map<string, readonly string[]>()
      for (const { name, dependencies } of [ctx.document, ...otherDocuments(ctx)].flatMap(
        (each) => each.services,
      )) {
        if (name)
          needs.set(
            key(name.text),
            dependencies.map(({ text }) => key(text)),
          )
      }
      const circles = withoutEnds(needs)
      for (const { name, dependencies } of services) {
        if (!name || !circles.has(key(name.text))) continue
        for (const dependency of dependencies) {
          if (!circles.has(key(dependency.text))) continue
          const isSelf = key(dependency.text) === key(name.text)
          ctx.report(
            dependency,
            isSelf
              ? `'${name.text}' can't depend on itself`
              : `'${name.text}' and '${dependency.text}' are part of a circle: each waits for the next one, and none can be first`,
          )
        }
      }
    },
  },
})

function key(name: string): string {
  return name.toLowerCase()
}

/** The names that lie on a circle, or between two: what nothing needs, or what needs nothing, is taken off until none is left. */
function withoutEnds(needs: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const left = new Set(needs.keys())
  const neededBy = new Map<string, string[]>()
  for (const [name, others] of needs) {
    for (const other of others) {
      const names = neededBy.get(other) ?? []
      names.push(name)
      neededBy.set(other, names)
    }
  }
  takeOff(left, needs, neededBy)
  takeOff(left, neededBy, needs)
  return left
}

/** Takes off what leads `to` nothing that is left; those that led there `from` elsewhere are looked at again. */
function takeOff(
  left: Set<string>,
  to: ReadonlyMap<string, readonly string[]>,
  from: ReadonlyMap<string, readonly string[]>,
): void {
  const counts = new Map<string, number>()
  for (const name of left) counts.set(name, (to.get(name) ?? []).filter((other) => left.has(other)).length)
  const ends = [...left].filter((name) => counts.get(name) === 0)
  for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
    left.delete(name)
    for (const before of from.get(name) ?? []) {
      if (!left.has(before)) continue
      const count = counts.get(before)! - 1
      counts.set(before, count)
      if (count === 0) ends.push(before)
    }
  }
}
