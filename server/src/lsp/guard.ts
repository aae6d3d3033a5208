import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'

/** Where a handler's failure is told. */
export type Log = (message: string) => void

type Handler<Params, Answer> = (params: Params, token: CancellationToken) => Answer | Promise<Answer>

/**
 * Wraps the handler of a request: where it fails the client gets the empty answer and the log a line, and a request
 * that the client has given up is answered as the protocol wants it. A `ResponseError` is the answer itself.
 */
export function guarded<Params, Answer>(
  log: Log,
  name: string,
  empty: Answer,
  handler: Handler<Params, Answer>,
): (params: Params, token?: CancellationToken) => Promise<Answer> {
  return async (params, second) => {
    // A request without parameters comes with the token alone.
    const token = second ?? (params as unknown as CancellationToken)
    throwIfCancelled(token)
    let answer: Answer
    try {
      answer = await handler(params, token)
    } catch (error) {
      // Told on purpose: the person is to read it.
      if (error instanceof ResponseError) throw error
      log(failure(name, error))
      return empty
    }
    throwIfCancelled(token)
    return answer
  }
}

/** Wraps the handler of a notification, which has no answer: where it fails the log gets a line. */
export function guardedNotice<Params>(
  log: Log,
  name: string,
  handler: (params: Params) => void | Promise<void>,
): (params: Params) => Promise<void> {
  return async (params) => {
    try {
      await handler(params)
    } catch (error) {
      log(failure(name, error))
    }
  }
}

function failure(name: string, error: unknown): string {
  return `${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled')
  }
}
