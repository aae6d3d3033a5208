import type { Middleware } from 'vscode-languageclient'

/**
 * Keeps requests behind the news of opened documents. A client that starts while several documents are open asks for
 * the problems of those that are seen before it has told the server of them, gets none, and never asks again.
 */
export function openFirst(): Pick<Middleware, 'didOpen' | 'sendRequest'> {
  const opening = new Set<Promise<void>>()
  return {
    async didOpen(document, next) {
      const sent = next(document)
      opening.add(sent)
      try {
        await sent
      } finally {
        opening.delete(sent)
      }
    },
    async sendRequest(type, params, token, next) {
      // Without an await in the usual case, so that requests and edits stay in their order.
      if (opening.size > 0) await Promise.allSettled(opening)
      return next(type, params, token)
    },
  }
}
