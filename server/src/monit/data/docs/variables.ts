import type { MonitDocs } from './types.ts'

const anchor = 'Message-format'

/** What monit fills in; in mail formats, and `$HOST` in the name of a system check. Nowhere else is a `$` special. */
export const variableDocs: MonitDocs = {
  $event: { summary: 'What happened, in words: “Does not exist”, “Resource limit matched”.', anchor },
  $service: { summary: 'The name that stands after `check TYPE`.', anchor },
  $date: { summary: 'When it happened, in the date format of mails.', anchor },
  $host: {
    summary:
      'As the name of a `check system` the name of the machine; in mails the name of that check, else of the machine.',
    anchor,
  },
  $action: { summary: 'What monit did about it: alert, restart, stop and so on.', anchor },
  $description: { summary: 'What the test found, with the values that it compared.', anchor },
}
