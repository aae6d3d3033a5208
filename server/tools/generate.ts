import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actions } from '../src/actions/actions.ts'
import { templates } from '../src/scaffold/templates.ts'
import { allRules } from '../src/workspace/rules.ts'
import { withActionCommands } from './actions/manifest.ts'
import { ruleDocs } from './rules/docs.ts'
import { withRulesSetting } from './rules/manifest.ts'
import { withTemplateCommands } from './scaffold/manifest.ts'
import { generateUnitData } from './systemd/generate.ts'

/**
 * Everything that `npm run generate` makes.
 * @param root the project's root
 * @returns texts by path from the root
 */
export function generate(root: string): ReadonlyMap<string, string> {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8')
  const withRules = withRulesSetting(manifest, allRules)
  const renewed = withTemplateCommands(withActionCommands(withRules, actions), templates)
  return new Map([...generateUnitData(root), ...ruleDocs(allRules), ['package.json', renewed]])
}
