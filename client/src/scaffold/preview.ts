import { type Disposable, EventEmitter, TabInputText, TabInputTextDiff, Uri, window, workspace } from 'vscode'
import type { ScaffoldFile } from '../../../server/src/scaffold/template.ts'

const scheme = 'unitwright-preview'

/** Shows files that are not written yet, as documents that can be read only. */
export class Preview implements Disposable {
  readonly #texts = new Map<string, string>()
  readonly #changed = new EventEmitter<Uri>()
  readonly #provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: this.#changed.event,
    provideTextDocumentContent: (uri) => this.#texts.get(uri.path),
  })

  /** Opens each file in a tab of its own, and leaves the focus where it is. */
  async show(files: readonly ScaffoldFile[]): Promise<void> {
    for (const file of files) {
      this.#texts.set(uriOf(file).path, file.text)
      this.#changed.fire(uriOf(file))
    }
    // The first one is the last to be opened, so that it is seen.
    for (const file of [...files].reverse()) {
      await window.showTextDocument(uriOf(file), { preview: false, preserveFocus: true })
    }
  }

  /** Where a file that is shown is found. */
  uriOf(file: ScaffoldFile): Uri {
    return uriOf(file)
  }

  /** Closes the tabs. */
  async close(): Promise<void> {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs)
    const own = tabs.filter(({ input }) => {
      if (input instanceof TabInputText) return input.uri.scheme === scheme
      return input instanceof TabInputTextDiff && input.modified.scheme === scheme
    })
    await window.tabGroups.close(own, true)
  }

  dispose(): void {
    this.#provider.dispose()
    this.#changed.dispose()
  }
}

function uriOf({ path }: ScaffoldFile): Uri {
  return Uri.from({ scheme, path: `/${path}` })
}
