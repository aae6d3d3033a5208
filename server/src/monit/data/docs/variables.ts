import type { MonitDocs } from './types.ts'

const anchor = 'Message-format'

/** What monit fills in; in mail formats, and `$HOST` in the name of a system check. Nowhere else is a `$` special. */
export const variableDocs: MonitDocs = {
  $event: { summary: 'What happened, in words: “Does not exist”, “Resource limit matched”.', anchor },
  $service: { summary: 'The name that stands after `check TYPE`.', anchor },
  $date: { summary: 'When it happened, in the date format of mails.', anchor },
  $host: { summary: 'The name of the machine; a `check system` may bear it as its own name.', anchor },
  $action: { summary: 'What monit did about it: alert, restart, stop and so on.', anchor },
  $description: { summary: 'What the test found, with the values that it compared.', anchor },
}
