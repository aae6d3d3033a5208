import * as vscode from 'vscode'
import { until } from './until.ts'

/** What activating the extension gives to tests. */
export interface Api {
  targetText(): string | undefined
  services(): readonly string[]
}

/** Activates the extension. */
export async function extension(): Promise<Api> {
  return vscode.extensions.getExtension('unitwright.unitwright')!.activate()
}

/** Waits for the status bar to say something like `wanted`. */
export async function targetWhen(wanted: RegExp): Promise<void> {
  const api = await extension()
  await until(`the status ${wanted}`, () => {
    const text = api.targetText()
    if (text !== undefined && wanted.test(text)) return true
    throw new Error(`the status says ${JSON.stringify(text)}`)
  })
}
