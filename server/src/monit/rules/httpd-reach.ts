import type { MonitDocument } from '../document.ts'
import { lastValue, ownTokens, textOf } from '../model/values.ts'
import { kindOf } from '../syntax/tokens.ts'
import type { MonitTree, Node } from '../syntax/tree.ts'
import { httpdOf, partOf } from './top-file.ts'

/** True where monit's web interface can be reached from its own machine only. */
export function isLocalOnly(document: MonitDocument): boolean {
  const statements = httpdOf(document)
  if (!partOf(statements, 'httpd-port')) return true
  const address = partOf(statements, 'httpd-address')
  if (address && isLoopback(lastValue(document.tree, address)?.text ?? '')) return true
  const hosts = allowedHosts(document)
  return hosts.length > 0 && hosts.every(isLoopback)
}

/** Hosts and networks that `allow` names; where there are some, no other gets in, whatever password it has. */
export function allowedHosts(document: MonitDocument): readonly string[] {
  const { tree } = document
  return httpdOf(document).flatMap(({ node }) => {
    return node.children.flatMap((part) => hostOf(tree, part))
  })
}

function hostOf(tree: MonitTree, part: Node): readonly string[] {
  if (part.term.id !== 'httpd-allow' || part.children.length > 0) return []
  const token = ownTokens(part)[1]
  return token !== undefined && kindOf(tree.tokens, token) === 'STRING' ? [textOf(tree, token).text] : []
}

function isLoopback(host: string): boolean {
  return /^(?:localhost6?|127(?:\.\d+){3}|::1)(?:\/\d+)?$/i.test(host)
}
