import { expect, test } from 'vitest'
import { readMonit } from '../../monit/document.ts'
import { systemctlCallsIn } from './systemctl-call.ts'

/** What is asked, and of which manager: `user start web.service`. */
function callsOf(command: string): readonly string[] {
  const { tree, services } = readMonit(
    `check process a matching "a"\n  start program = "${command}"\n`,
    'monitrc',
  )
  const found = services[0]!.programs[0]!.command!
  return systemctlCallsIn(tree, found).flatMap(({ manager, verb, units }) => {
    // A name has its own place in the file, or says that it hasn't.
    for (const { span, text, isExact } of units) {
      expect(tree.text.slice(span.start, span.end) === text).toBe(isExact)
    }
    return [[manager, verb, ...units.map(({ name }) => name)].join(' ')]
  })
}

test.each([
  ['/bin/systemctl start web', ['system start web.service']],
  ['/bin/systemctl start web.service web.socket', ['system start web.service web.socket']],
  ['/bin/systemctl start v1.2', ['system start v1.2.service']],
  ['/usr/bin/sudo systemctl --no-block -q restart web@a', ['system restart web@a.service']],
  ['/bin/systemctl --user --machine=deploy@.host start web', ['user start web.service']],
  ['/bin/systemctl --user -M deploy@.host start web', ['user start web.service']],
  ['/bin/systemctl kill -s HUP web', ['system kill web.service']],
  [
    "/bin/bash -c 'systemctl stop a && /bin/systemctl --user start b; true'",
    ['system stop a.service', 'user start b.service'],
  ],
  [
    "/bin/bash -c 'XDG_RUNTIME_DIR=/run/user/$(id -u) systemctl --user start web'",
    ['user start web.service'],
  ],
  ["/bin/bash -c 'echo\\0x20; systemctl start web'", ['system start web.service']],
])('%s', (command, calls) => expect(callsOf(command)).toEqual(calls))

test.each([
  '/bin/true',
  '/bin/systemctl',
  '/bin/systemctl start <%= app %>',
  '/bin/systemctl start web*',
  '/bin/systemctl -H db start web',
  '/bin/systemctl --machine=box start web',
  '/bin/systemctl start /etc/web.service',
  "/bin/bash -c 'systemctl start $APP'",
  "/bin/bash -c 'systemctl start <%= app %>'",
])('nothing certain: %s', (command) => {
  expect(callsOf(command).filter((call) => call.includes('.service'))).toEqual([])
})
