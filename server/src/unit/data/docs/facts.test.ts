import { expect, test } from 'vitest'
import { checkValue } from '../../values/index.ts'
import { versions } from '../directives.generated.ts'
import { type Directive, directivesOf, statusAt } from '../directives.ts'
import { allSections } from '../section-names.ts'
import { directiveDoc } from './index.ts'

/** Services come first: there each group of directives is read, and none is without effect. */
const sections = ['Service', ...allSections.filter((section) => section !== 'Service')]

/** Each example with one of the directives that show it. */
const shown = new Map<string, Directive>()
for (const directive of sections.flatMap((section) => directivesOf(section))) {
  const example = directiveDoc(directive.section, directive.name)?.example
  const line = `${directive.name}=${example}`
  if (example !== undefined && !shown.has(line)) shown.set(line, directive)
}

test.each(versions)('systemd %i reads each example that is shown for it', (version) => {
  const refused = [...shown].flatMap(([line, directive]) =>
    statusAt(directive, version) === 'known'
      ? checkValue(line.slice(directive.name.length + 1), { directive, version, manager: 'system' }).map(
          ({ message }) => `${line}: ${message}`,
        )
      : [],
  )
  expect(refused).toEqual([])
})

/** `Since 258.` or `…; since 258, system services only` in a summary is of the directive; in brackets it is of a word. */
const ownAge = /[.;] since (\d+)(?=[.,;])/i

test('a summary that tells since when there is the directive says what the table says', () => {
  const differing = sections.flatMap((section) =>
    directivesOf(section).flatMap(({ name, since }) => {
      const told = ownAge.exec(directiveDoc(section, name)?.summary ?? '')?.[1]
      return told === undefined || Number(told) === since ? [] : [`${section}.${name}: ${told}, not ${since}`]
    }),
  )
  expect(differing).toEqual([])
})
