import {
  type Disposable,
  LanguageStatusSeverity,
  languages,
  StatusBarAlignment,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import type { TargetInfo } from '../../server/src/protocol.ts'
import { commandIds } from './commands/ids.ts'
import { activeDocument, targetOf } from './describe-target.ts'
import { documentSelector } from './languages.ts'
import type { Session } from './session.ts'
import { controlComments, shortReasons, shortTarget, targetLines } from './target-text.ts'

/** How long typing must rest before the comments of a file are looked at again, in milliseconds. */
const typingRest = 250

/** Left of the language's name, which has priority 100. */
const priority = 101

/**
 * Shows what the active file is checked for and why: in the status bar, where it is always seen, and in the
 * language's own menu there, with the reasons. Both lead to changing it.
 */
export class TargetStatus implements Disposable {
  readonly #session: Session
  readonly #bar = window.createStatusBarItem('unitwright.target', StatusBarAlignment.Right, priority)
  readonly #menu = languages.createLanguageStatusItem('unitwright.target', documentSelector)
  readonly #listeners: readonly Disposable[]
  /** Counts the questions asked; an answer that isn't to the last one comes too late. */
  #asked = 0
  #shown: { readonly document: TextDocument; readonly comments: string } | undefined
  #visible = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(session: Session) {
    this.#session = session
    this.#bar.name = 'Target of checks'
    this.#menu.name = 'Target of checks'
    const refresh = () => void this.#refresh()
    this.#listeners = [
      session.onDidChangeState(refresh),
      session.onDidChangeTargets(refresh),
      window.onDidChangeActiveTextEditor(refresh),
      // A document whose language is changed is closed and opened while its editor stays.
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) refresh()
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#shown?.document) this.#afterTyping()
      }),
    ]
    refresh()
  }

  /** What the status bar says now; undefined where there is nothing to say. */
  get text(): string | undefined {
    return this.#visible ? this.#bar.text : undefined
  }

  dispose(): void {
    clearTimeout(this.#timer)
    for (const each of [...this.#listeners, this.#bar, this.#menu]) each.dispose()
  }

  #afterTyping(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const shown = this.#shown
      if (shown && controlComments(shown.document.getText()) !== shown.comments) void this.#refresh()
    }, typingRest)
  }

  async #refresh(): Promise<void> {
    const question = ++this.#asked
    this.#menu.busy = this.#session.state === 'starting'
    const document = activeDocument()
    this.#shown = document && { document, comments: controlComments(document.getText()) }
    if (!document) return this.#hide()
    if (this.#session.state === 'stopped') return this.#showStopped()
    const target = await targetOf(this.#session, document).catch(() => undefined)
    if (question !== this.#asked) return
    if (target) this.#showTarget(target)
    else this.#showNothing()
  }

  #showNothing(): void {
    this.#menu.text = 'neither a systemd unit nor a monit control file'
    this.#menu.detail = undefined
    this.#menu.severity = LanguageStatusSeverity.Information
    this.#menu.command = undefined
    this.#hide()
  }

  #showTarget(target: TargetInfo): void {
    this.#menu.text = shortTarget(target)
    this.#menu.detail = shortReasons(target)
    this.#menu.severity = LanguageStatusSeverity.Information
    this.#menu.command = { command: commandIds.changeTarget, title: 'Change' }
    this.#bar.text = shortTarget(target)
    this.#bar.tooltip = ['This file is checked for', ...targetLines(target)].join('\n')
    this.#bar.command = commandIds.changeTarget
    this.#show()
  }

  #showStopped(): void {
    this.#menu.text = 'Unitwright is not running'
    this.#menu.detail = undefined
    this.#menu.severity = LanguageStatusSeverity.Error
    this.#menu.command = { command: commandIds.restartServer, title: 'Restart server' }
    this.#bar.text = '$(error) Unitwright'
    this.#bar.tooltip = 'The language server is not running; click to start it'
    this.#bar.command = commandIds.restartServer
    this.#show()
  }

  #show(): void {
    this.#bar.show()
    this.#visible = true
  }

  #hide(): void {
    this.#bar.hide()
    this.#visible = false
  }
}
