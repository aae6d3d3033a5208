import type { Unfit } from './machine.ts'

/** Why nothing can be run, for whoever asked for it. */
export function unfitText(unfit: Unfit): string {
  switch (unfit) {
    case 'untrusted':
      return 'no unit is run, and no program asked, until you trust this workspace'
    case 'browser':
      return 'units run on a machine with systemd, and there is none behind this window'
    case 'no-systemd':
      return 'units run on Linux machines with systemd, and this machine has none running'
  }
}
