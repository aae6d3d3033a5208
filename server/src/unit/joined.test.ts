import { describe, expect, test } from 'vitest'
import type { DropIn } from '../base/environment.ts'
import { newestVersion } from './data/directives.ts'
import { readUnit } from './document.ts'
import { type Effective, effectiveOf } from './effective.ts'
import { assumeUnit } from './identity.ts'
import { joinDropIns } from './joined.ts'
import { readValue } from './syntax/value.ts'
import { allFindings, type CheckOptions } from './testing/check.ts'

function dropIns(...texts: readonly string[]): readonly DropIn[] {
  return texts.map((text, index) => ({ name: `web.service.d/${index + 1}.conf`, text }))
}

function effective(text: string, ...added: readonly string[]): Effective {
  const document = readUnit(text, assumeUnit('web.service'))
  const joined = joinDropIns(document.tree, dropIns(...added))
  return effectiveOf(document, { version: newestVersion, manager: 'system' }, joined)
}

function findings(text: string, added: readonly string[], options: CheckOptions = {}) {
  return allFindings(text, { ...options, dropIns: dropIns(...added) })
}

function rules(text: string, added: readonly string[], options: CheckOptions = {}): readonly string[] {
  return findings(text, added, options).map(({ rule }) => rule)
}

describe('what a file and its drop-ins come to', () => {
  test('the last drop-in has the last word, refused values aside', () => {
    const both = effective('[Service]\nType=simple\n', '[Service]\nType=oneshot\n', '[Service]\nType=odd\n')
    expect(both.text('Service', 'Type')).toBe('oneshot')
  })

  test('a reset reaches back over the files', () => {
    const both = effective(
      '[Service]\nExecStart=/a\n',
      '[Service]\nExecStart=/b\n',
      '[Service]\nExecStart=\nExecStart=/c\n',
    )
    expect(both.all('Service', 'ExecStart')).toHaveLength(1)
    expect(
      effective('[Service]\nExecStart=/a\n', '[Service]\nExecStart=').lacks('Service', 'ExecStart'),
    ).toBe(true)
  })

  test('a value of a drop-in is read where it stands, over several lines too, whatever its file ends with', () => {
    const tree = readUnit('[Unit]\nDescription=main \\', assumeUnit('web.service')).tree
    const joined = joinDropIns(
      tree,
      dropIns('[Unit]\nDocumentation=a:b \\\n  c:d', '\uFEFF[Unit]\nAfter=x.service'),
    )
    const values = joined.parts.flatMap(({ sections }) =>
      sections.flatMap(({ assignments }) => assignments.map((each) => readValue(joined, each).text)),
    )
    expect(values).toEqual(['main', 'a:b    c:d', 'x.service'])
    for (const { items, sections } of joined.parts) {
      for (const { assignments } of sections)
        for (const { key, keySpan } of assignments)
          expect(joined.text.slice(keySpan.start, keySpan.end)).toBe(key)
      for (const item of items) if (item.kind === 'header') expect(joined.text[item.content.start]).toBe('[')
    }
  })

  test('a drop-in that systemd stops reading does not stop the next one', () => {
    const both = effective('[Service]\n', '[Service\nExecStart=/a\n', '[Service]\nExecStart=/b\n')
    expect(both.all('Service', 'ExecStart')).toHaveLength(1)
    expect(both.complete).toBe(false)
  })

  test('template code in a drop-in may set anything', () => {
    expect(effective('[Service]\n', '<%= yield %>\n').complete).toBe(false)
    expect(effective('[Service]\n', '[Service]\nType=<%= type %>\n').settled('Service', 'Type')).toBe(false)
    expect(effective('[Service]\n', '[Service]\nUser=a\n').complete).toBe(true)
  })
})

describe('findings of a file with drop-ins', () => {
  test('what a drop-in sets is not missing', () => {
    const bare = '[Unit]\nDescription=Web\n[Service]\nUser=web\n'
    expect(rules(bare, [])).toContain('missing-exec-start')
    expect(rules(bare, ['[Service]\nExecStart=/srv/web/run\n'])).not.toContain('missing-exec-start')
  })

  test.each([
    ['web.socket', '[Socket]\nAccept=no\n', '[Socket]\nListenStream=80\n', 'missing-listen'],
    ['web.timer', '[Timer]\nPersistent=yes\n', '[Timer]\nOnCalendar=daily\n', 'missing-trigger'],
    ['srv.mount', '[Mount]\nWhere=/srv\n', '[Mount]\nWhat=/dev/sda1\n', 'missing-what'],
  ])('nor is it in %s', (file, text, added, rule) => {
    expect(rules(text, [], { file })).toContain(rule)
    expect(rules(text, [added], { file })).not.toContain(rule)
  })

  test('what a drop-in takes away is missing, told at the header of the section', () => {
    const text = '[Unit]\nDescription=Web\n[Service]\nUser=web\n[Service]\nExecStart=/srv/web/run\n'
    expect(findings(text, ['[Service]\nExecStart=\n'])).toMatchObject([
      {
        rule: 'missing-exec-start',
        span: { start: 23, end: 32 },
        message: expect.stringMatching(
          /systemd refuses it; 'web\.service\.d\/1\.conf' empties 'ExecStart='$/,
        ),
      },
    ])
  })

  test('what stands in a drop-in is told at the header, with its name and without a fix for another file', () => {
    const text = '[Unit]\nDescription=Web\n[Service]\nType=oneshot\nExecStart=/srv/web/run\n'
    expect(findings(text, ['[Service]\nNice=1\n', '[Service]\nRestart=always\n'])).toMatchObject([
      {
        rule: 'oneshot-with-restart',
        span: { start: 23, end: 32 },
        message: expect.stringMatching(
          /^in 'web\.service\.d\/2\.conf': Type=oneshot can't have Restart=always/,
        ),
        fixes: [],
      },
    ])
  })

  test('where the file has no such section, at its first header', () => {
    const found = findings('[Unit]\nDescription=a\n', ['[Service]\nExecStart=/a\nExecStart=/b\n'])
    expect(found).toMatchObject([{ rule: 'several-exec-starts', span: { start: 0, end: 6 } }])
  })

  test('a fix that changes the file itself stays', () => {
    const [found] = findings('[Service]\nExecStart=/srv/web/run\n', ['[Service]\nExecStart=/srv/web/other\n'])
    expect(found).toMatchObject({ rule: 'several-exec-starts' })
    expect(found!.fixes.map(({ title }) => title)).toContain(
      'Set Type=oneshot, which runs them one after the other',
    )
  })

  test('a comment above the header silences it there', () => {
    const text = '# unitwright: allow oneshot-with-restart\n[Service]\nType=oneshot\nExecStart=/srv/web/run\n'
    expect(rules(text, ['[Service]\nRestart=always\n'])).toEqual([])
  })

  test('a mistake in a drop-in is told in the drop-in alone', () => {
    expect(rules('[Service]\nExecStart=/srv/web/run\n', ['[Servcie]\nRestrat=always\n=\n'])).toEqual([])
  })

  test('a command that a drop-in takes away is not run, so that nothing is wrong with what it does', () => {
    const text = '[Service]\nExecStart=cd /srv/web && bundle exec puma\n'
    expect(rules(text, [])).toContain('builtin-as-program')
    expect(rules(text, ['[Service]\nExecStart=\nExecStart=/srv/web/run\n'])).toEqual([])
    expect(rules(text, ['[Service]\nExecStartPre=\n'])).toContain('builtin-as-program')
  })

  test('a folder or a program that a drop-in replaces is not looked for', () => {
    const text = '[Service]\nWorkingDirectory=/home/web\nExecStart=/home/web/run\nProtectHome=yes\n'
    expect(rules(text, [])).toEqual(['hidden-home', 'hidden-home'])
    const added = '[Service]\nWorkingDirectory=/srv/web\nExecStart=\nExecStart=/srv/web/run\n'
    expect(rules(text, [added])).toEqual([])
  })

  test('a value that a drop-in replaces does not count', () => {
    const text = '[Service]\nType=oneshot\nRestart=always\nExecStart=/srv/web/run\n'
    expect(rules(text, [])).toEqual(['oneshot-with-restart'])
    expect(rules(text, ['[Service]\nType=exec\n'])).toEqual([])
  })

  test('a drop-in has none itself', () => {
    expect(
      rules('[Service]\nUser=web\n', ['[Service]\nExecStart=\n'], { file: 'web.service.d/a.conf' }),
    ).toEqual([])
  })
})
