/** Asked between steps of long work; the protocol's own token fits as it is. */
export interface CancellationToken {
  readonly isCancellationRequested: boolean
}

/** For callers that never cancel. */
export const neverCancelled: CancellationToken = { isCancellationRequested: false }
