import type { Environment } from '../base/environment.ts'
import type { Location, Renaming } from '../base/features.ts'
import type { Language, OutsideFindings } from '../base/language.ts'
import type { Span } from '../base/span.ts'
import { monit } from '../monit/index.ts'
import { unit } from '../unit/index.ts'
import { comparesWithUnits, compareWithUnits } from './compare.ts'
import { comparesUnit, compareUnit } from './compare-unit.ts'

/** The languages this program understands, by the ids that editors give them. */
export const languages: readonly [Language<unknown>, ...Language<unknown>[]] = [unit, monit]

/** A text read in its language. Answers every question about it. */
export interface Source {
  readonly language: string
  readonly path: string
  readonly text: string
  /** Everything that is wrong with it, what comparing it with other files tells among it. */
  lint(environment: Environment): ReturnType<Language<unknown>['lint']>
  /** False where no unit, and no configuration of a unit's program, could tell more of the file. */
  isComparedWithUnits(): boolean
  hover(offset: number, environment: Environment): ReturnType<Language<unknown>['hover']>
  complete(offset: number, environment: Environment): ReturnType<Language<unknown>['complete']>
  symbols(): ReturnType<Language<unknown>['symbols']>
  folds(): ReturnType<Language<unknown>['folds']>
  definitions(offset: number, environment: Environment): readonly Location[]
  references(offset: number, declarations: boolean, environment: Environment): readonly Location[]
  renamable(offset: number): Span | undefined
  rename(offset: number, name: string, environment: Environment): Renaming | undefined
  describeTarget(environment: Environment): ReturnType<Language<unknown>['describeTarget']>
}

/** The language of a file, by its path or else by the beginning of its text. */
export function recognise(path: string, text?: string): string | undefined {
  return languages.find(
    (language) => language.recognises(path, text) && !(text !== undefined && language.isForeign(path, text)),
  )?.id
}

/**
 * Reads a text in a language; parsed on first use, once. Undefined where the language is none of ours, or the file is
 * another program's after all.
 */
export function openSource(language: string, path: string, text: string): Source | undefined {
  const found = languages.find(({ id }) => id === language)
  if (!found || found.isForeign(path, text)) return undefined
  if (found === monit) return bind(monit, path, text, { wants: comparesWithUnits, compare: compareWithUnits })
  if (found === unit) return bind(unit, path, text, { wants: comparesUnit, compare: compareUnit })
  return bind(found, path, text)
}

/** The documentation of a completion item, for which no document is needed. */
export async function explainItem(
  language: string,
  context: string,
  label: string,
): Promise<string | undefined> {
  return languages.find(({ id }) => id === language)?.explainItem(context, label)
}

/** How files of a language are compared with units, and which of them, by their text. */
interface Comparison<View> {
  wants(text: string): boolean
  compare(view: View, environment: Environment, path: string): OutsideFindings
}

function bind<Document, View>(
  language: Language<Document, View>,
  path: string,
  text: string,
  comparison?: Comparison<View>,
): Source {
  let parsed: Document | undefined
  const document = () => {
    parsed ??= language.read(text, path)
    return parsed
  }
  const { names } = language
  return {
    language: language.id,
    path,
    text,
    lint: (environment) =>
      language.lint(
        document(),
        environment,
        comparison && ((view) => comparison.compare(view, environment, path)),
      ),
    isComparedWithUnits: () => comparison?.wants(text) ?? false,
    hover: (offset, environment) => language.hover(document(), offset, environment),
    complete: (offset, environment) => language.complete(document(), offset, environment),
    symbols: () => language.symbols(document()),
    folds: () => language.folds(document()),
    definitions: (offset, environment) => names?.definitions(document(), offset, environment) ?? [],
    references: (offset, declarations, environment) =>
      names?.references(document(), offset, declarations, environment) ?? [],
    renamable: (offset) => names?.renamable(document(), offset),
    rename: (offset, name, environment) => names?.rename(document(), offset, name, environment),
    describeTarget: (environment) => language.describeTarget(document(), environment),
  }
}
