import { assignmentOutsideSection } from './assignment-outside-section.ts'
import { badControlComment } from './bad-control-comment.ts'
import { badSectionHeader } from './bad-section-header.ts'
import { blankAfterBackslash } from './blank-after-backslash.ts'
import { directiveTooNew } from './directive-too-new.ts'
import { foreignSection } from './foreign-section.ts'
import { invalidBoolean } from './invalid-boolean.ts'
import { invalidEnumValue } from './invalid-enum-value.ts'
import { legacyDirective } from './legacy-directive.ts'
import { legacyValue } from './legacy-value.ts'
import { lineTooLong } from './line-too-long.ts'
import { misplacedDirective } from './misplaced-directive.ts'
import { missingDirectiveName } from './missing-directive-name.ts'
import { missingEquals } from './missing-equals.ts'
import { notUtf8 } from './not-utf8.ts'
import { removedDirective } from './removed-directive.ts'
import type { UnitRule } from './rule.ts'
import { trailingComment } from './trailing-comment.ts'
import { unknownDirective } from './unknown-directive.ts'
import { unknownRule } from './unknown-rule.ts'
import { unknownSection } from './unknown-section.ts'
import { wrongLetterCase } from './wrong-letter-case.ts'

/** Every rule over unit files, by name. */
export const unitRules: readonly UnitRule[] = [
  assignmentOutsideSection,
  badControlComment,
  badSectionHeader,
  blankAfterBackslash,
  directiveTooNew,
  foreignSection,
  invalidBoolean,
  invalidEnumValue,
  legacyDirective,
  legacyValue,
  lineTooLong,
  misplacedDirective,
  missingDirectiveName,
  missingEquals,
  notUtf8,
  removedDirective,
  trailingComment,
  unknownDirective,
  unknownRule,
  unknownSection,
  wrongLetterCase,
]
