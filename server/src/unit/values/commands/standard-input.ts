import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { base64Bytes, isBase64 } from './base64.ts'
import { specifierProblem } from './specifier-problem.ts'
import { brokenEscape, unescapeText } from './unescape-text.ts'

const none: readonly ValueProblem[] = []
const rule = 'invalid-environment'

/** StandardInputText=, as `config_parse_exec_input_text()` reads it: escapes first, then specifiers. */
export const inputText: ValueType = {
  check(text, place) {
    if (!text.includes('\\') && !text.includes('%')) return none
    const broken = brokenEscape(text, 0, false, place.version)
    if (broken) return [{ rule, ...broken }]
    const bad = specifierProblem(rule, text, { text: unescapeText(text), from: 0, to: text.length }, place)
    return bad ? [bad] : none
  },
}

/** StandardInputData=, as `config_parse_exec_input_data()` reads it. */
export const inputData: ValueType = {
  check(text, { version }) {
    if (isBase64(text, version)) return none
    const message = `'${text}' is no Base64; it takes groups of four letters, digits, '+' and '/', the last one padded with '='`
    return [{ rule, from: 0, to: text.length, message }]
  },
  describe(text, _cursor, { version }) {
    if (text === '' || !isBase64(text, version)) return undefined
    const bytes = base64Bytes(text)
    const markdown = bytes === 1 ? 'One byte of data.' : `${bytes} bytes of data.`
    return { from: 0, to: text.length, markdown }
  },
}
