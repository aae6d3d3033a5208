import type { Language } from '../base/language.ts'
import { type MonitDocument, readMonit } from './document.ts'
import { monitCompletion } from './features/completion.ts'
import { monitHover } from './features/hover.ts'
import { serviceNames } from './features/names.ts'
import { monitFolds, monitSymbols } from './features/symbols.ts'
import { isForeignToMonit, recognisesMonit } from './identity.ts'
import { lintMonit } from './lint.ts'
import { targetOf } from './target.ts'

/** monit's control files. */
export const monit: Language<MonitDocument> = {
  id: 'monit',
  recognises: recognisesMonit,
  isForeign: isForeignToMonit,
  read: readMonit,
  lint: (document, environment, compare) =>
    lintMonit(
      document,
      targetOf(document, environment),
      environment.settings.rules,
      environment.controlFiles,
      compare?.(document),
    ),
  hover: monitHover,
  complete: monitCompletion,
  explainItem: async (context, label) =>
    (await import('./features/describe.ts')).describeItem(context, label),
  symbols: monitSymbols,
  folds: monitFolds,
  names: serviceNames,
  describeTarget: (document, environment) => {
    const { program, version, versionFrom } = targetOf(document, environment)
    return { program, version, versionFrom }
  },
}
