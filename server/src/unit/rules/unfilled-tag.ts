import { statusAt } from '../data/directives.ts'
import { hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import { checkValue } from '../values/index.ts'
import { man, unitRule } from './rule.ts'

/** A name that a build fills in, as Autoconf, Meson and CMake have it. */
const buildTag = /@[A-Za-z_]\w*@/
const codeTag = /<%|\{[{%#]/

export const unfilledTag = unitRule({
  id: 'unfilled-tag',
  kind: 'verdict',
  severity: 'information',
  docs: {
    summary:
      'an `@NAME@` in a file that is not named as a template, where systemd can’t take it as it stands',
    why: 'A build fills in `@NAME@` on the way from `web.service.in` to `web.service`. In a file that bears the name of a unit already nothing may come to fill it in, and systemd reads the value as it stands. Where something does, all is well.',
    bad: [{ file: 'web.service', text: '[Service]\nExecStart=@BINDIR@/web\n' }],
    good: [
      { file: 'web.service.in', text: '[Service]\nExecStart=@BINDIR@/web\n' },
      {
        file: 'web.service',
        text: '[Unit]\nDescription=Web @VERSION@\n\n[Service]\nExecStart=/srv/web/run\n',
      },
    ],
    refs: [man('systemd.syntax')],
  },
  on: {
    known(ctx, { assignment, directive }) {
      const { tree, identity } = ctx.document
      if (tree.tags.length === 0 || identity.template || !hasTag(tree, assignment.valueSpan)) return
      const value = ctx.value(assignment)
      const tag = buildTag.exec(value.text)
      if (!tag || codeTag.test(value.text) || statusAt(directive, ctx.target.version) !== 'known') return
      const fault = checkValue(value.text, { directive, ...ctx.target }).find(
        ({ effect }) => effect !== 'noticed',
      )
      if (!fault) return
      ctx.report(
        spanIn(value, tag.index, tag.index + tag[0].length),
        `'${tag[0]}' is not filled in; systemd would read it as it stands: ${fault.message}`,
      )
    },
  },
})
