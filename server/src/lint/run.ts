import type { Diagnostic } from '../base/diagnostic.ts'
import type { RuleSettings } from '../base/settings.ts'
import type { Span } from '../base/span.ts'
import { type Reporter, type ReportOptions, type Rule, ruleCrashed } from './rule.ts'

type Hook<Ctx, Node> = (ctx: Ctx, node: Node) => void

/** The hooks a language offers its rules, by the name of the event. */
export type Hooks<Ctx, Events> = { readonly [Event in keyof Events]?: Hook<Ctx, Events[Event]> }

/** What a language's walk calls for each event it meets. */
export type Emit<Events> = <Event extends keyof Events>(event: Event, node: Events[Event]) => void

/**
 * Rules sorted by event, once for all files; `lint` then runs them all in a single walk.
 *
 * A hook that throws ends its own rule for this file and becomes one `internal/rule-crashed` finding.
 */
export class RuleSet<Ctx extends Reporter, Events> {
  readonly #rules: readonly Rule<Hooks<Ctx, Events>>[]
  readonly #byEvent = new Map<keyof Events, [number, Hook<Ctx, never>][]>()

  constructor(rules: readonly Rule<Hooks<Ctx, Events>>[]) {
    this.#rules = rules
    for (const [index, rule] of rules.entries()) {
      for (const event of Object.keys(rule.on) as (keyof Events)[]) {
        const hooks = this.#byEvent.get(event) ?? []
        hooks.push([index, rule.on[event] as Hook<Ctx, never>])
        this.#byEvent.set(event, hooks)
      }
    }
  }

  /**
   * Runs the rules over one file.
   * @param settings severities that differ from the rules' own
   * @param begin makes the language's context; rules report through the reporter it is given
   * @param walk meets the nodes of the file, in order
   * @returns the findings, sorted by place
   */
  lint(
    settings: RuleSettings,
    begin: (reporter: Reporter) => Ctx,
    walk: (emit: Emit<Events>) => void,
  ): Diagnostic[] {
    const found: Diagnostic[] = []
    const rules = this.#rules
    const silent = rules.map((rule) => settings[rule.id] === 'off')
    let current = 0
    const ctx = begin({
      report(span: Span, message: string, options: ReportOptions = {}) {
        const rule = rules[current]!
        const set = settings[rule.id]
        found.push({
          rule: rule.id,
          kind: rule.kind,
          severity: set && set !== 'off' ? set : (options.severity ?? rule.severity),
          span,
          message,
          fixes: options.fixes ?? [],
          ...(options.tag ? { tag: options.tag } : {}),
        })
      },
    })
    walk((event, node) => {
      const hooks = this.#byEvent.get(event)
      if (!hooks) return
      for (const [index, hook] of hooks) {
        if (silent[index]) continue
        current = index
        try {
          hook(ctx, node as never)
        } catch (error) {
          silent[index] = true
          found.push(ruleCrashed(rules[index]!.id, { start: 0, end: 0 }, error))
        }
      }
    })
    return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  }
}
