import { capabilityPhrases } from './phrases/capabilities.ts'
import { conditionPhrases } from './phrases/conditions.ts'
import { execPhrases } from './phrases/exec.ts'
import { exitStatusPhrases } from './phrases/exit-status.ts'
import { imagePhrases } from './phrases/images.ts'
import { resourcePhrases } from './phrases/resources.ts'
import { sandboxPhrases } from './phrases/sandbox.ts'
import { servicePhrases } from './phrases/service.ts'
import { signalPhrases } from './phrases/signals.ts'
import { socketPhrases } from './phrases/socket.ts'
import type { PhraseTables } from './phrases/types.ts'

/**
 * What each word that a setting accepts does to the unit, in our own words: the name of systemd's string table,
 * then the value. Words that systemd compares one by one in C stand under the tables that
 * `tools/systemd/enum-sources.ts` lists as `codeTables`.
 */
export const enumPhrases: PhraseTables = {
  ...servicePhrases,
  ...execPhrases,
  ...sandboxPhrases,
  ...capabilityPhrases,
  ...resourcePhrases,
  ...socketPhrases,
  ...imagePhrases,
  ...conditionPhrases,
  ...exitStatusPhrases,
  ...signalPhrases,
}
