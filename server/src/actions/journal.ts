import type { Target } from './action.ts'
import { withPartners } from './systemctl.ts'

/**
 * A call of `journalctl` for the target's units. `--user-unit=` finds messages wherever they are kept: `--user` would
 * read the files of the person alone, and users whose number is below 1000 have none.
 */
export function journal(target: Target, options: readonly string[]): readonly string[] {
  const units = withPartners(target).map((name) =>
    target.manager === 'user' ? `--user-unit=${name}` : `--unit=${name}`,
  )
  return ['journalctl', '--no-pager', ...options, ...units]
}
