import type { Fix } from '../../base/edit.ts'
import type { Span } from '../../base/span.ts'
import { sectionIsKnown } from '../data/section-names.ts'
import { commentLineAbove } from '../edit/comment.ts'
import { type Header, hasTag } from '../syntax/tree.ts'
import { guessSection, isRefusedName, renameSection } from './header-name.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

const verdict = 'systemd refuses the whole file here'

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
      if (hasTag(ctx.document.tree, header.content)) return
      if (isRefusedName(header, ctx.target.version)) reportName(ctx, header)
      else if (header.problem === 'unclosed') reportUnclosed(ctx, header)
    },
  },
})

function reportName(ctx: UnitContext, header: Header): void {
  const { content, name } = header
  if (name === '') {
    ctx.report(content, `a section header needs a name; ${verdict}`)
    return
  }
  const odd = header.problem ? 'quotes, backslashes or control characters' : "'*', '?' or '['"
  ctx.report(
    content,
    `a section name can't have ${odd}; ${verdict}`,
    renameSection(ctx, header, guessSection(ctx, name)),
  )
}

function reportUnclosed(ctx: UnitContext, header: Header): void {
  const { text } = ctx.document.tree
  const { content, nameSpan, name } = header
  const closed = text[nameSpan.end] === ']'
  if (closed) {
    reportJunk(ctx, header, { start: nameSpan.end + 1, end: content.end })
    return
  }
  const comment = /\s+[#;].*$/.exec(name)
  const nameEnd = comment ? nameSpan.start + comment.index : nameSpan.end
  const bare = text.slice(nameSpan.start, nameEnd)
  const edits = [{ span: { start: nameEnd, end: content.end }, newText: ']' }]
  ctx.report(content, `the header lacks its closing ']'; ${verdict}`, {
    fixes: [
      {
        title: "Add the closing ']'",
        safe: sectionIsKnown(bare, ctx.document.identity.type) || bare.startsWith('X-'),
        edits: comment ? [commentLineAbove(ctx.document.tree, header, comment[0].trim()), ...edits] : edits,
      },
    ],
  })
}

function reportJunk(ctx: UnitContext, header: Header, behind: Span): void {
  const { tree } = ctx.document
  const text = tree.text.slice(behind.start, behind.end)
  const joined = /^[ \t]*\\(?=[\r\n])/.exec(text)
  if (joined) {
    const slash = { start: behind.start, end: behind.start + joined[0].length }
    ctx.report(slash, `a backslash joins the header with the next line; ${verdict}`, {
      fixes: [{ title: 'Remove the backslash', safe: true, edits: [{ span: slash, newText: '' }] }],
    })
    return
  }
  const junk = text.trim()
  const start = behind.start + text.indexOf(junk)
  const edit = { span: behind, newText: '' }
  const fix: Fix = /^[#;]/.test(junk)
    ? {
        title: 'Move the comment to a line of its own',
        safe: true,
        edits: [commentLineAbove(tree, header, junk), edit],
      }
    : { title: `Remove '${junk}'`, safe: false, edits: [edit] }
  ctx.report(
    { start, end: behind.end },
    `nothing may stand behind a section header, not even a comment; ${verdict}`,
    { fixes: [fix] },
  )
}
