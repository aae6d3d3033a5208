import * as vscode from 'vscode'

export interface Item {
  readonly label: string
  readonly description?: string
}

const { showQuickPick, showErrorMessage, showInformationMessage, showWarningMessage, showInputBox } =
  vscode.window

/** `vscode.window` as tests answer it in place of a person: a command can't type into a quick pick. */
export const window = vscode.window as {
  -readonly [Key in keyof typeof vscode.window]: (typeof vscode.window)[Key]
}

/** Gives the window back what a test has put other things for. */
export function restoreWindow(): void {
  Object.assign(window, {
    showQuickPick,
    showErrorMessage,
    showInformationMessage,
    showWarningMessage,
    showInputBox,
  })
}

/**
 * Answers the next quick picks with these labels, as nothing but a person can.
 * @returns what the first of them offered
 */
export function choose(...labels: readonly string[]): () => readonly Item[] {
  let first: readonly Item[] | undefined
  const left = [...labels]
  Object.assign(window, {
    showQuickPick: async (given: readonly Item[] | Promise<readonly Item[]>) => {
      const items = await given
      first ??= items.map(({ label, description }) => ({ label, ...(description ? { description } : {}) }))
      const label = left.shift()
      const item = items.find((each) => each.label.replace('$(check) ', '') === label)
      if (!item) throw new Error(`'${label}' is not among ${JSON.stringify(items.map((each) => each.label))}`)
      return item
    },
  })
  return () => first ?? []
}

/**
 * Hears what the person is told.
 * @returns the messages so far
 */
export function listen(): () => readonly string[] {
  const said: string[] = []
  const hear = async (message: string) => {
    said.push(message)
  }
  Object.assign(window, { showErrorMessage: hear, showInformationMessage: hear, showWarningMessage: hear })
  return () => said
}
