import { type CompletionItem, CompletionList } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** Opens the list of values as soon as a directive was accepted; sent by the server it would double the list's size. */
const openValues = { command: 'editor.action.triggerSuggest', title: 'Suggest values' }

/** What happens to completion items on their way into the editor: those that end in `=` go on to their values. */
export const suggestValues: Middleware = {
  async provideCompletionItem(document, position, context, token, next) {
    const offered = await next(document, position, context, token)
    const items: readonly CompletionItem[] =
      (offered instanceof CompletionList ? offered.items : offered) ?? []
    for (const item of items) {
      const label = typeof item.label === 'string' ? item.label : item.label.label
      if (label.endsWith('=')) item.command ??= openValues
    }
    return offered
  },
}
