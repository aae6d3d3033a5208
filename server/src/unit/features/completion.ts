import type { Environment } from '../../base/environment.ts'
import type { Completion, CompletionItem } from '../../base/features.ts'
import { type Span, touches } from '../../base/span.ts'
import { commonDirectives } from '../data/common-directives.ts'
import { directivesOf, statusAt } from '../data/directives.ts'
import { sectionsFor } from '../data/section-names.ts'
import type { UnitDocument } from '../document.ts'
import { targetOf, type UnitTarget } from '../target.ts'
import { cursorAt, isRead } from './cursor.ts'
import { completeValue } from './value-completion.ts'

/** What may stand at an offset. Undefined where nothing can be told: in comments, in sections of others. */
export function unitCompletion(
  document: UnitDocument,
  offset: number,
  environment: Environment,
): Completion | undefined {
  const cursor = cursorAt(document, offset)
  const target = targetOf(document, environment)
  switch (cursor.kind) {
    case 'none':
      return undefined
    case 'header': {
      const replace = headerSpan(document, cursor.nameSpan)
      // Behind the bracket stands junk, which no section's name would mend.
      return touches(replace, offset) ? sections(document, replace) : undefined
    }
    case 'key': {
      const { section, keySpan, hasEquals } = cursor
      if (!section) return hasEquals ? undefined : sections(document, keySpan)
      if (!isRead(document, section)) return undefined
      return directives(section.name, keySpan, hasEquals, target)
    }
    case 'value':
      return cursor.directive && isRead(document, cursor.section)
        ? completeValue(document, cursor.assignment, cursor.directive, offset, target, environment)
        : undefined
  }
}

function sections(document: UnitDocument, replace: Span): Completion {
  const present = new Set(document.tree.sections.map(({ name }) => name))
  const items = sectionsFor(document.identity.type).map(
    (name): CompletionItem => ({
      label: `[${name}]`,
      kind: 'section',
      ...(present.has(name) ? { detail: 'present' } : {}),
    }),
  )
  return { replace, items, context: 'header' }
}

/** The whole of a header that is being typed: its brackets too, so that accepting never doubles one. */
function headerSpan({ tree }: UnitDocument, nameSpan: Span): Span {
  return { start: nameSpan.start - 1, end: tree.text[nameSpan.end] === ']' ? nameSpan.end + 1 : nameSpan.end }
}

function directives(section: string, replace: Span, hasEquals: boolean, target: UnitTarget): Completion {
  const common = commonDirectives[section] ?? []
  const items = directivesOf(section)
    .filter((directive) => !directive.legacy && statusAt(directive, target.version) === 'known')
    .map(({ name }): CompletionItem => {
      const rank = common.indexOf(name)
      return {
        label: hasEquals ? name : `${name}=`,
        kind: 'directive',
        ...(rank < 0 ? {} : { rank }),
      }
    })
  return { replace, items, context: `key ${section} - ${target.version} ${target.manager}` }
}
