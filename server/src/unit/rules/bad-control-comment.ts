import { nearest } from '../../base/nearest.ts'
import type { Span } from '../../base/span.ts'
import type { ControlComment } from '../../lint/control-comment.ts'
import { type UnitContext, unitRule } from './rule.ts'

/** What a comment may set, and to what. */
const settings: Readonly<Record<string, readonly string[]>> = { instance: ['system', 'user'] }

const forms = [
  'allow RULE',
  ...Object.entries(settings).flatMap(([key, values]) => values.map((value) => `${key}=${value}`)),
]
const accepted = `accepted: ${forms.map((form) => `'${form}'`).join(', ')}`

export const badControlComment = unitRule({
  id: 'bad-control-comment',
  kind: 'advice',
  severity: 'warning',
  docs: {
    summary: 'a `# unitwright:` comment that says nothing this program understands',
    why: 'Such a comment either silences rules, `allow RULE`, or tells which manager the file is for, `instance=user`. Any other has no effect.',
    bad: [
      { file: 'web.service', text: '# unitwright: instance=session\n[Service]\nExecStart=/srv/web/run\n' },
      { file: 'web.service', text: '# unitwright: ignore everything\n[Service]\nExecStart=/srv/web/run\n' },
    ],
    good: [{ file: 'web.service', text: '# unitwright: instance=user\n[Service]\nExecStart=/srv/web/run\n' }],
    refs: ['[All rules](README.md)'],
  },
  on: {
    file(ctx, { controls }) {
      for (const { comment } of controls) look(ctx, comment)
    },
  },
})

function look(ctx: UnitContext, comment: ControlComment): void {
  switch (comment.kind) {
    case 'allow':
      return
    case 'unclear': {
      const fault =
        comment.words === ''
          ? "nothing stands behind 'unitwright:'"
          : `'${comment.words}' has no meaning here`
      ctx.report(comment.span, `${fault}; ${accepted}`)
      return
    }
    case 'set': {
      const { key, keySpan, value, valueSpan } = comment
      const values = Object.hasOwn(settings, key) ? settings[key]! : undefined
      if (!values) {
        ctx.report(
          keySpan,
          `a comment can't set '${key}='; ${accepted}`,
          change(keySpan, key, Object.keys(settings)),
        )
      } else if (!values.includes(value)) {
        const message = `'${value}' is not accepted by '${key}='; accepted: ${values.join(', ')}`
        ctx.report(valueSpan, message, change(valueSpan, value, values))
      }
    }
  }
}

function change(span: Span, word: string, candidates: readonly string[]) {
  const guess = nearest(word, candidates)
  return guess
    ? { fixes: [{ title: `Change to ${guess}`, safe: true, edits: [{ span, newText: guess }] }] }
    : {}
}
