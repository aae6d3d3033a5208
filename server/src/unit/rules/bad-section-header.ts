import { hasTag } from '../syntax/tree.ts'
import { man, unitRule } from './rule.ts'

export const badSectionHeader = unitRule({
  id: 'bad-section-header',
  kind: 'verdict',
  severity: 'error',
  docs: {
    summary: 'a section header that systemd cannot read',
    why: 'A header is `[`, a name and `]`, with nothing behind it: not even a comment. At a bad header systemd gives up on the whole file, and the unit does not load.',
    bad: [
      { file: 'web.service', text: '[Service] # the app\nExecStart=/srv/web/run\n' },
      { file: 'web.service', text: '[Service\nExecStart=/srv/web/run\n' },
    ],
    good: [{ file: 'web.service', text: '# the app\n[Service]\nExecStart=/srv/web/run\n' }],
    refs: [man('systemd.syntax')],
  },
  on: {
    header(ctx, header) {
      const { tree } = ctx.document
      const { content, nameSpan, problem } = header
      if (!problem || hasTag(tree, content)) return
      if (problem === 'characters') {
        ctx.report(content, 'a section name holds no quotes, backslashes or control characters; systemd refuses the whole file here')
        return
      }
      const behind = tree.text.slice(nameSpan.end, content.end)
      if (!behind.startsWith(']')) {
        ctx.report(content, "the header lacks its closing ']'; systemd refuses the whole file here", {
          fixes: [{ title: "Add the closing ']'", safe: true, edits: [{ span: { start: content.end, end: content.end }, newText: ']' }] }],
        })
        return
      }
      const junk = { start: nameSpan.end + 1, end: content.end }
      const text = tree.text.slice(junk.start, junk.end).trim()
      const comment = /^[#;]/.test(text)
      ctx.report(junk, `nothing may stand behind a section header, not even a comment; systemd refuses the whole file here`, {
        fixes: [
          comment
            ? {
                title: 'Move the comment to a line of its own',
                safe: true,
                edits: [
                  { span: { start: content.start, end: content.start }, newText: `${text}\n` },
                  { span: junk, newText: '' },
                ],
              }
            : { title: `Remove '${text}'`, safe: false, edits: [{ span: junk, newText: '' }] },
        ],
      })
    },
  },
})
