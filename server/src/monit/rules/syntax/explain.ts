import type { MonitTree, Unexpected } from '../../syntax/tree.ts'
import { unknownMistake } from './accepted.ts'
import {
  elseFailed,
  elseWithoutRecovery,
  missingAction,
  missingThen,
  rateTooEarly,
  repeatWithoutExec,
  secondAction,
} from './actions.ts'
import { byteOrderMarkFirst, oddBlank, typographicQuote } from './characters.ts'
import { equalsSign, missingProgram, userBehindTimeout } from './commands.ts'
import {
  lateProtocolOption,
  portBeforeHost,
  protocolBeforePort,
  tlsVersionAlone,
  unknownProtocol,
} from './connections.ts'
import { characterInName, missingName, nameOnNextLine, unknownType, wrongTarget } from './heads.ts'
import { everyCycle, everyTime, rateInTime } from './intervals.ts'
import { dependencyOnNextLine, dependencyWithoutComma, missingGroup, secondGroup } from './lists.ts'
import {
  decimalComma,
  foreignUnit,
  fractionOfWhole,
  gluedNumber,
  missingPercent,
  negativeNumber,
  secondsOnly,
  spacedRate,
} from './numbers.ts'
import { type Explanation, type Recogniser, Situation } from './situation.ts'
import {
  meantSubject,
  missingIf,
  misspeltComparison,
  negatedTest,
  notMonitored,
  outsideOfCheck,
  testOfOtherType,
  unknownTest,
} from './tests.ts'
import {
  addressOfPage,
  mailAddress,
  mailField,
  nestedQuote,
  noEvents,
  pollUnit,
  quotedAddress,
  relativePath,
  reservedWord,
  secondAddress,
  splitWord,
  symbolicPermission,
  unclosedCommand,
  unknownEvent,
  valueOfOtherKind,
} from './values.ts'

/** The first that knows a mistake tells of it; the more a recogniser asks for, the earlier it is asked. */
const recognisers: readonly Recogniser[] = [
  byteOrderMarkFirst,
  oddBlank,
  typographicQuote,
  missingName,
  nameOnNextLine,
  unknownType,
  unclosedCommand,
  equalsSign,
  userBehindTimeout,
  nestedQuote,
  missingIf,
  misspeltComparison,
  missingThen,
  rateTooEarly,
  missingAction,
  secondAction,
  repeatWithoutExec,
  elseFailed,
  elseWithoutRecovery,
  everyTime,
  everyCycle,
  rateInTime,
  gluedNumber,
  decimalComma,
  foreignUnit,
  spacedRate,
  secondsOnly,
  missingPercent,
  negativeNumber,
  fractionOfWhole,
  pollUnit,
  dependencyWithoutComma,
  dependencyOnNextLine,
  secondGroup,
  secondAddress,
  mailAddress,
  noEvents,
  quotedAddress,
  addressOfPage,
  relativePath,
  symbolicPermission,
  characterInName,
  wrongTarget,
  missingProgram,
  splitWord,
  reservedWord,
  valueOfOtherKind,
  protocolBeforePort,
  portBeforeHost,
  lateProtocolOption,
  unknownProtocol,
  missingGroup,
  mailField,
  tlsVersionAlone,
  notMonitored,
  unknownEvent,
  outsideOfCheck,
  meantSubject,
  negatedTest,
  testOfOtherType,
  unknownTest,
]

/** Tells of a token that can't stand where it does, in words that fit the mistake. */
export function explainUnexpected(tree: MonitTree, problem: Unexpected): Explanation {
  const here = new Situation(tree, problem)
  for (const recognise of recognisers) {
    const explanation = recognise(here)
    if (explanation) return explanation
  }
  return unknownMistake(here)
}
