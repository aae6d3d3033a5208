import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidUnitName = unitRule({
  id: 'invalid-unit-name',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'a word that cannot be the name of a unit, or is of a type that the directive does not take',
    why: 'systemd warns, leaves the name out and goes on: `After=network` orders the unit after nothing at all. A name ends in its type, is made of letters, digits and `:-_.\\`, and stands without quotes or commas; of specifiers it takes those that are safe in names only.',
    bad: [
      { file: 'web.service', text: '[Unit]\nAfter=network\n[Service]\nExecStart=/srv/web/run\n' },
      { file: 'web.service', text: '[Unit]\nAfter=redis.service,postgresql.service\n' },
      { file: 'web.socket', text: '[Socket]\nListenStream=80\nService=web\n' },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Unit]\nAfter=network.target redis.service\n[Service]\nExecStart=/srv/web/run\n',
      },
      { file: 'web@.service', text: '[Unit]\nRequires=web-%i.socket\nAfter=web-%i.socket\n' },
    ],
    refs: [man('systemd.unit')],
  },
  on: { faulty: reportValues('invalid-unit-name') },
})
