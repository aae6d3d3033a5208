import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRules } from '../src/workspace/rules.ts'
import { ruleDocs } from './rules/docs.ts'
import { withRulesSetting } from './rules/manifest.ts'
import { generateUnitData } from './systemd/generate.ts'

/**
 * Everything that `npm run generate` makes.
 * @param root the project's root
 * @returns texts by path from the root
 */
export function generate(root: string): ReadonlyMap<string, string> {
  return new Map([
    ...generateUnitData(root),
    ...ruleDocs(allRules),
    ['package.json', withRulesSetting(readFileSync(join(root, 'package.json'), 'utf8'), allRules)],
  ])
}
