import type { CompletionItem } from '../../../base/features.ts'
import { bpfAttachTypes, bpfCommands, bpfMapTypes, bpfProgramTypes } from '../../data/bpf.ts'
import { allWords, type Word } from '../extract/first-word.ts'
import type { Place, ValueProblem } from '../problem.ts'
import type { ValueType, ValueTypes } from '../value-type.ts'
import { guessItem, listProblem } from './items.ts'

const none: readonly ValueProblem[] = []
const anything = 'everything that the kernel knows'
// Blanks are no separators, and are part of a word.
const flags = { separators: ',' }

/** A list of names from one table, or `any`: `bpf_delegate_from_string()`. Its warnings name no file and no line. */
function delegated(kind: string, words: Readonly<Record<string, string>>): ValueType {
  const items: readonly CompletionItem[] = [
    { label: 'any', kind: 'value', detail: anything, rank: 0 },
    ...Object.entries(words).map(([label, detail]): CompletionItem => ({ label, kind: 'value', detail })),
  ]

  function checkWord({ text, from, to }: Word, { directive }: Place): readonly ValueProblem[] {
    if (Object.hasOwn(words, text)) return none
    const bare = text.replace(/^[\s"']+|[\s"']+$/g, '')
    if (bare === 'any') {
      return [listProblem(from, to, `'any' is accepted by '${directive.name}=' only as the whole value`)]
    }
    if (bare !== text && Object.hasOwn(words, bare)) {
      const message = `'${text}' has a blank or a quote in it; names are parted by commas and nothing else`
      return [listProblem(from, to, message, { replacements: [bare], safe: true })]
    }
    const parts = bare.split(/\s+/)
    if (parts.length > 1 && parts.every((part) => Object.hasOwn(words, part))) {
      const message = `'${text}' is read as one name; names are parted by commas and nothing else`
      return [listProblem(from, to, message, { replacements: [parts.join(',')], safe: true })]
    }
    const message = `there is no BPF ${kind} '${text}'; systemd leaves it out`
    return [listProblem(from, to, message, guessItem(bare, [...Object.keys(words), 'any']))]
  }

  return {
    check(text, place) {
      if (text === 'any') return none
      const found = allWords(text, flags)
      const problems = found.words.flatMap((word) => checkWord(word, place))
      if (!found.error) return problems
      const message = `the backslash escapes nothing; systemd ignores the line`
      return [...problems, listProblem(found.error.from, text.length, message)]
    },
    complete(text, cursor) {
      const { from, to } = partAt(text, cursor)
      return { from, to, items: text.includes(',') ? items.slice(1) : items }
    },
    describe(text, cursor) {
      const { from, to } = partAt(text, cursor)
      const word = text.slice(from, to)
      const phrase = text === 'any' ? anything : Object.hasOwn(words, word) ? words[word] : undefined
      return phrase === undefined ? undefined : { from, to, markdown: `**${word}**: ${phrase}` }
    },
  }
}

/** The part between commas that the cursor is in, without the blanks around it. */
function partAt(text: string, cursor: number): { readonly from: number; readonly to: number } {
  let from = text.lastIndexOf(',', cursor - 1) + 1
  while (from < cursor && /\s/.test(text[from]!)) from++
  const comma = text.indexOf(',', cursor)
  return { from, to: comma < 0 ? text.length : comma }
}

/** What of BPF a unit with PrivateBPF=yes may do. */
export const bpfDelegationTypes: ValueTypes = {
  bpf_delegate_attachments: delegated('attach type', bpfAttachTypes),
  bpf_delegate_commands: delegated('command', bpfCommands),
  bpf_delegate_maps: delegated('map type', bpfMapTypes),
  bpf_delegate_programs: delegated('program type', bpfProgramTypes),
}
