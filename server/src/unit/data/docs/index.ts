import { conditionDocs } from './conditions.ts'
import { execDocs } from './exec.ts'
import { mountDocs } from './mount.ts'
import { resourceControlDocs } from './resource-control.ts'
import { sandboxDocs } from './sandbox.ts'
import { serviceDocs } from './service.ts'
import { socketDocs } from './socket.ts'
import { timerPathSliceDocs } from './timer-path-slice.ts'
import type { DirectiveDoc, DirectiveDocs } from './types.ts'
import { unitDocs } from './unit.ts'

/** All of the project's own documentation; no key stands in two of the parts. */
export const directiveDocs: DirectiveDocs = {
  ...unitDocs,
  ...conditionDocs,
  ...serviceDocs,
  ...socketDocs,
  ...mountDocs,
  ...timerPathSliceDocs,
  ...execDocs,
  ...sandboxDocs,
  ...resourceControlDocs,
}

/** What is written about a directive; undefined for those that systemd only keeps to say that they are gone. */
export function directiveDoc(section: string, name: string): DirectiveDoc | undefined {
  return directiveDocs[`${section}.${name}`] ?? directiveDocs[name]
}
