import { type Diagnostic, languages, Selection, TextEditorRevealType, type Uri, window } from 'vscode'

/** How long findings of a file that was just opened may take, in milliseconds, and how often they are looked for. */
const patience = 2000
const pause = 100

/**
 * Opens a file at what a rule found there, so that its fix is one key away.
 * @returns false where the rule finds nothing there
 */
export async function showFinding(file: Uri, rule: string): Promise<boolean> {
  const editor = await window.showTextDocument(file)
  for (let waited = 0; waited <= patience; waited += pause) {
    const found = languages.getDiagnostics(file).find((each) => ruleOf(each) === rule)
    if (found) {
      editor.selection = new Selection(found.range.start, found.range.start)
      editor.revealRange(found.range, TextEditorRevealType.InCenterIfOutsideViewport)
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return false
}

function ruleOf({ code }: Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code
}
