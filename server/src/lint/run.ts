import type { Diagnostic } from '../base/diagnostic.ts'
import type { RuleSettings } from '../base/settings.ts'
import type { Span } from '../base/span.ts'
import { type Reporter, type ReportOptions, type Rule, ruleCrashed } from './rule.ts'

type Hook<Ctx, Node> = (ctx: Ctx, node: Node) => void

/** A hook and the place of its rule in the list. */
interface IndexedHook<Ctx> {
  readonly rule: number
  readonly call: Hook<Ctx, never>
}

/** The hooks a language offers its rules, by the name of the event. */
export type Hooks<Ctx, Events> = { readonly [Event in keyof Events]?: Hook<Ctx, Events[Event]> }

/** What a language's walk calls for each event it meets. */
export type Emit<Events, Subject = never> = <Event extends keyof Events>(
  event: Event,
  node: Events[Event],
  subject?: Subject,
) => void

/** The order of findings in a text. */
export function byPlace({ span: a }: Diagnostic, { span: b }: Diagnostic): number {
  return a.start - b.start || a.end - b.end
}

/**
 * Rules sorted by event, once for all files; `lint` then runs them all in a single walk.
 *
 * A hook that throws ends its own rule for this file and becomes one `internal/rule-crashed` finding.
 */
export class RuleSet<Ctx extends Reporter, Events, Subject extends object = never> {
  readonly #rules: readonly Rule<Hooks<Ctx, Events>, Subject>[]
  readonly #byEvent = new Map<keyof Events, IndexedHook<Ctx>[]>()
  /** The hooks that want an event about a subject, by event and subject. */
  readonly #bySubject = new Map<keyof Events, Map<Subject, readonly IndexedHook<Ctx>[]>>()

  #settings: RuleSettings | undefined
  #silent: readonly boolean[] = []

  constructor(rules: readonly Rule<Hooks<Ctx, Events>, Subject>[]) {
    this.#rules = rules
    for (const [index, rule] of rules.entries()) {
      for (const event of Object.keys(rule.on) as (keyof Events)[]) {
        const hooks = this.#byEvent.get(event) ?? []
        hooks.push({ rule: index, call: rule.on[event] as Hook<Ctx, never> })
        this.#byEvent.set(event, hooks)
      }
    }
  }

  /**
   * Runs the rules over one file.
   * @param settings severities that differ from the rules' own
   * @param begin makes the language's context; rules report through the reporter it is given
   * @param walk meets the nodes of the file, in order; it also sees what was found so far
   * @returns the findings, sorted by place
   */
  lint(
    settings: RuleSettings,
    begin: (reporter: Reporter) => Ctx,
    walk: (emit: Emit<Events, Subject>, found: readonly Diagnostic[]) => void,
  ): Diagnostic[] {
    const found: Diagnostic[] = []
    const rules = this.#rules
    let silent = this.#silentUnder(settings)
    let current = 0
    const ctx = begin({
      report(span: Span, message: string, options: ReportOptions = {}) {
        const rule = rules[current]!
        const set = settings[rule.id]
        found.push({
          rule: rule.id,
          kind: options.kind ?? rule.kind,
          severity: set && set !== 'off' ? set : (options.severity ?? rule.severity),
          span,
          message,
          fixes: options.fixes ?? [],
          ...(options.tag ? { tag: options.tag } : {}),
        })
      },
    })
    walk((event, node, subject) => {
      const hooks = subject === undefined ? this.#byEvent.get(event) : this.#hooksFor(event, subject)
      if (!hooks) return
      // The hottest loop of all: an index is cheaper than an iterator.
      for (let at = 0; at < hooks.length; at++) {
        const { rule, call } = hooks[at]!
        if (silent[rule]) continue
        current = rule
        try {
          call(ctx, node as never)
        } catch (error) {
          silent = silent.with(rule, true)
          found.push(ruleCrashed(rules[rule]!.id, { start: 0, end: 0 }, error))
        }
      }
    }, found)
    return found.sort(byPlace)
  }

  /** Which rules the settings turn off; they are the same for one file after another. */
  #silentUnder(settings: RuleSettings): readonly boolean[] {
    if (settings !== this.#settings) {
      this.#settings = settings
      this.#silent = this.#rules.map((rule) => settings[rule.id] === 'off')
    }
    return this.#silent
  }

  #hooksFor(event: keyof Events, subject: Subject): readonly IndexedHook<Ctx>[] {
    let bySubject = this.#bySubject.get(event)
    if (!bySubject) {
      bySubject = new Map()
      this.#bySubject.set(event, bySubject)
    }
    let hooks = bySubject.get(subject)
    if (!hooks) {
      hooks = (this.#byEvent.get(event) ?? []).filter(
        ({ rule }) => this.#rules[rule]!.wants?.(subject) ?? true,
      )
      bySubject.set(subject, hooks)
    }
    return hooks
  }
}
