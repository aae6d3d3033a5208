import { expect, test } from 'vitest'
import { checkRule, findingsOf } from '../testing/check.ts'
import { unsetHome } from './unset-home.ts'

test('HOME is empty for root', () =>
  checkRule(
    unsetHome,
    `
check process web with pidfile /run/web.pid
  start program = "/bin/sh -c 'cd \${HOME}/web && ./run'"
#                                 ^^^^^^^ information: monit sets HOME only together with 'as uid'; as a service of systemd it has none itself, and this is empty
`,
  ))

test.each([
  `"/bin/sh -c 'cd $HOME/web'" as uid deploy and gid deploy`,
  `"/bin/sh -c 'HOME=/root; cd $HOME/web'"`,
  `"/bin/sh -c '. /etc/default/web; cd $HOME/web'"`,
  `"/bin/sh -c 'cd $HOMEPAGE'"`,
  '"/bin/echo $HOME"',
])('%s is right, or another matter', (command) =>
  expect(
    findingsOf(unsetHome, `check process web with pidfile /run/web.pid\n  start program = ${command}\n`),
  ).toEqual([]),
)
