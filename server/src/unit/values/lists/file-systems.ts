import type { CompletionItem } from '../../../base/features.ts'
import { enumValues } from '../../data/enums.ts'
import { fileSystemGroup, fileSystemNames } from '../../data/file-systems.ts'
import type { ValueProblem } from '../problem.ts'
import type { ValueType } from '../value-type.ts'
import { checkItems, guessItem, listProblem } from './items.ts'
import { wordAt } from './word-at.ts'

const none: readonly ValueProblem[] = []

/** RestrictFileSystems=: groups that exist, and any other name, since only the kernel knows what it has. */
export const restrictFileSystems: ValueType = {
  check(text, { version }) {
    if (!text.includes('@') && !/["'\\]/.test(text)) return none
    const groups = enumValues('restrict_filesystems', version).map(({ name }) => name)
    const check = ({ text: name, from, to }: { text: string; from: number; to: number }) =>
      name[0] !== '@' || groups.includes(name)
        ? undefined
        : listProblem(
            from,
            to,
            `there is no group '${name}' of file systems; accepted: ${groups.join(', ')}`,
            guessItem(name, groups),
          )
    return checkItems(text, { unquote: true }, check, text[0] === '~' ? 1 : 0)
  },
  complete(text, cursor, { version }) {
    const groups = enumValues('restrict_filesystems', version).map(
      ({ name }, rank): CompletionItem => ({ label: name, kind: 'value', rank }),
    )
    const names = fileSystemNames().map((label): CompletionItem => ({ label, kind: 'value' }))
    return { ...wordAt(text, cursor), items: [...groups, ...names] }
  },
  describe(text, cursor) {
    const { from, to } = wordAt(text, cursor)
    const name = text.slice(from, to)
    const members =
      name === '@known'
        ? `${fileSystemNames().length} file systems`
        : (fileSystemGroup(name)
            ?.map((each) => `\`${each}\``)
            .join(' ') ?? (fileSystemNames().includes(name) ? 'a type of file system' : undefined))
    return members === undefined ? undefined : { from, to, markdown: `**${name}**: ${members}` }
  },
}
