import { man, unitRule } from './rule.ts'
import { reportValues } from './value-rule.ts'

export const invalidAddress = unitRule({
  id: 'invalid-address',
  kind: 'verdict',
  severity: 'warning',
  docs: {
    summary: 'an address, a port or an interface that systemd cannot read',
    why: 'systemd logs that it failed to parse the address and goes on without it, so the socket listens on less than the file says, or the firewall lets less through. Host names are never looked up, and an address always needs its port.',
    bad: [
      { file: 'web.socket', text: '[Socket]\nListenStream=localhost:8080\n' },
      { file: 'web.socket', text: '[Socket]\nListenStream=::1:8080\n' },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nIPAddressDeny=any\nIPAddressAllow=10.0.0.0/33\n',
      },
    ],
    good: [
      { file: 'web.socket', text: '[Socket]\nListenStream=127.0.0.1:8080\n' },
      { file: 'web.socket', text: '[Socket]\nListenStream=[::1]:8080\n' },
      {
        file: 'web.service',
        text: '[Service]\nExecStart=/srv/web/run\nIPAddressDeny=any\nIPAddressAllow=10.0.0.0/8 localhost\n',
      },
    ],
    refs: [man('systemd.socket', 'ListenStream='), man('systemd.resource-control', 'IPAddressAllow=')],
  },
  on: { faulty: reportValues('invalid-address') },
})
