import { type Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode'

/** What a step came to, where the person did not answer: they went back, or gave up. */
export type NoAnswer = 'back' | 'cancelled'

interface Step {
  readonly title: string
  readonly prompt: string
  /** Whether there is a step to go back to. */
  readonly canGoBack: boolean
}

/** Lets the person pick one of some items; undefined as `active` is the first. */
export function pickStep<Item extends QuickPickItem>(
  { title, prompt, canGoBack }: Step,
  items: readonly Item[],
  active?: Item,
): Promise<Item | NoAnswer> {
  const pick = window.createQuickPick<Item>()
  Object.assign(pick, { title, placeholder: prompt, items, ignoreFocusOut: true, matchOnDescription: true })
  pick.buttons = canGoBack ? [QuickInputButtons.Back] : []
  if (active) pick.activeItems = [active]
  return new Promise((resolve) => {
    const listeners: Disposable[] = []
    const end = (answer: Item | NoAnswer) => {
      for (const each of listeners) each.dispose()
      pick.dispose()
      resolve(answer)
    }
    listeners.push(
      pick.onDidAccept(() => {
        const [item] = pick.selectedItems
        if (item) end(item)
      }),
      pick.onDidTriggerButton(() => end('back')),
      pick.onDidHide(() => end('cancelled')),
    )
    pick.show()
  })
}

/**
 * Asks for a line of text.
 * @param fault says what is wrong with it; it is not taken then
 */
export function textStep(
  { title, prompt, canGoBack }: Step,
  value: string,
  fault: (value: string) => string | undefined,
): Promise<{ readonly text: string } | NoAnswer> {
  const box = window.createInputBox()
  Object.assign(box, { title, prompt, value, ignoreFocusOut: true })
  box.buttons = canGoBack ? [QuickInputButtons.Back] : []
  return new Promise((resolve) => {
    const listeners: Disposable[] = []
    const end = (answer: { readonly text: string } | NoAnswer) => {
      for (const each of listeners) each.dispose()
      box.dispose()
      resolve(answer)
    }
    const complain = () => {
      box.validationMessage = fault(box.value)
    }
    listeners.push(
      box.onDidChangeValue(complain),
      box.onDidAccept(() => {
        complain()
        if (box.validationMessage === undefined) end({ text: box.value })
      }),
      box.onDidTriggerButton(() => end('back')),
      box.onDidHide(() => end('cancelled')),
    )
    box.show()
  })
}
