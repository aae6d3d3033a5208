import {
  badSpecifierProblem,
  expandSpecifiers,
  findBadSpecifier,
  unknownText,
} from '../extract/specifiers.ts'
import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'

const none: readonly ValueProblem[] = []
const plainName = /^[ -9;-~]{0,255}$/
const longest = 255

/** FileDescriptorName=: `fdname_is_valid()` of `src/basic/fd-util.c`. */
export const fdName: ValueType = {
  check(text, place) {
    if (!text.includes('%') && plainName.test(text)) return none
    const bad = findBadSpecifier(text, 'full', place.version)
    if (bad) return [{ rule: 'invalid-name', ...badSpecifierProblem(bad, place, 'full') }]
    const name = expandSpecifiers(text).replaceAll(unknownText, '')
    const odd = /[^ -9;-~]/u.exec(name)?.[0]
    if (odd === undefined && name.length <= longest) return none
    const at = odd === undefined ? -1 : text.indexOf(odd)
    const fault =
      odd === undefined
        ? `is longer than ${longest} characters`
        : `has '${odd}' in it, which no such name may have`
    return [
      {
        rule: 'invalid-name',
        from: Math.max(at, 0),
        to: at < 0 ? text.length : at + odd!.length,
        message: `'${text}' ${fault}; a name has printable ASCII characters, but no colon`,
      },
    ]
  },
  describe: (text) =>
    text === ''
      ? undefined
      : {
          from: 0,
          to: text.length,
          markdown: `The service finds its sockets as \`${text}\` in \`$LISTEN_FDNAMES\`.`,
        },
}
