import { noDropIns } from '../base/environment.ts'
import type { Language } from '../base/language.ts'
import { readUnit, type UnitDocument } from './document.ts'
import { unitCompletion } from './features/completion.ts'
import { unitHover } from './features/hover.ts'
import { unitFolds, unitSymbols } from './features/symbols.ts'
import { assumeUnit, identifyUnit, isForeign, looksLikeUnit } from './identity.ts'
import { lintUnit } from './lint.ts'
import type { UnitView } from './rules/rule.ts'
import { targetOf } from './target.ts'

/** systemd's unit files. */
export const unit: Language<UnitDocument, UnitView> = {
  id: 'unit',
  recognises: (path, text) => identifyUnit(path) !== undefined || (text !== undefined && looksLikeUnit(text)),
  isForeign,
  read: (text, path) => readUnit(text, assumeUnit(path)),
  lint: (document, environment, compare) =>
    lintUnit(
      document,
      targetOf(document, environment),
      environment.settings.rules,
      document.identity.dropIn ? noDropIns : environment.dropIns(),
      compare,
    ),
  hover: unitHover,
  complete: unitCompletion,
  explainItem: async (context, label) =>
    (await import('./features/describe.ts')).describeItem(context, label),
  symbols: unitSymbols,
  folds: unitFolds,
  describeTarget: (document, environment) => {
    const { program, version, versionFrom, manager, managerFrom } = targetOf(document, environment)
    return { program, version, versionFrom, manager, managerFrom }
  },
}
