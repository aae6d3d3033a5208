import { expect, test } from 'vitest'
import { type ExplainedRule, explain } from './explain.ts'

const rule: ExplainedRule = {
  id: 'loud-value',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a value in capitals',
    why: 'It is hard to read.',
    bad: [{ file: 'web.service', version: 252, text: '[Service]\nType=SIMPLE\n' }],
    good: [{ file: 'web.service', text: '[Service]\nType=simple\n' }],
    refs: ['systemd.service(5), `Type=`'],
  },
}

test('a page has what the rule says of itself, and how to silence it', () => {
  expect(explain(rule)).toMatchInlineSnapshot(`
    "# loud-value

    Reports a value in capitals.

    **Kind:** trap (systemd or monit accepts it, and it bites later). **Severity:** warning.

    It is hard to read.

    ## Reported

    \`web.service\`, for systemd 252:

    \`\`\`ini
    [Service]
    Type=SIMPLE
    \`\`\`

    ## Fine

    \`web.service\`:

    \`\`\`ini
    [Service]
    Type=simple
    \`\`\`

    ## To silence it

    For one line or statement, put \`# unitwright: allow loud-value\` above it. For a whole file, put that comment before its first section or statement. For good, set the rule's severity in the editor's settings:

    \`\`\`json
    "unitwright.rules": { "loud-value": "off" }
    \`\`\`

    ## See also

    - systemd.service(5), \`Type=\`
    "
  `)
})

test('headings without anything below them are left out', () => {
  const page = explain({ ...rule, docs: { ...rule.docs, bad: [], refs: [] } })
  expect(page).not.toContain('## Reported')
  expect(page).not.toContain('## See also')
  expect(page).toContain('## Fine')
})

test('the other files of an example stand below it', () => {
  const beside = [{ file: 'web.service', text: '[Service]\nExecStart=/srv/web/run\n' }]
  const example = { file: 'monitrc', text: 'check process web matching "x"\n', beside }
  const page = explain({ ...rule, program: 'monit', docs: { ...rule.docs, bad: [example] } })
  expect(page).toContain(
    '`monitrc`:\n\n```monit\ncheck process web matching "x"\n```\n\nbeside it `web.service`:\n\n```ini\n[Service]\nExecStart=/srv/web/run\n```',
  )
})

test('blanks at the end of a line are shown, others are not', () => {
  const text = '[Service]\nExecStart=/srv/web/run \\ \n  --port 3000\n'
  const page = explain({ ...rule, docs: { ...rule.docs, bad: [{ file: 'web.service', text }] } })
  expect(page).toContain('`web.service`, `·` is a blank at the end of a line:')
  expect(page).toContain('ExecStart=/srv/web/run \\·\n  --port 3000\n```')
})

test('a byte that is not UTF-8 is shown, a character outside the basic plane is left alone', () => {
  const text = '[Unit]\nDescription=Caf\uDCE9 🐘\n'
  const page = explain({ ...rule, docs: { ...rule.docs, bad: [{ file: 'web.service', text }] } })
  expect(page).toContain('`web.service`, `�` is a byte that is not UTF-8:')
  expect(page).toContain('Description=Caf� 🐘\n')
})
