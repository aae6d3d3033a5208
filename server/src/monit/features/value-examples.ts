import type { Value } from '../grammar/terms.ts'
import type { CheckType } from '../syntax/tree.ts'

/** What a value's example may be made of. */
export interface ValuePlace {
  readonly term: Value
  /** The ids of the named parts around the value, outermost first. */
  readonly within: readonly string[]
  /** The service that the value belongs to. */
  readonly service: string | undefined
  readonly check: CheckType | undefined
  /** True for a monit that takes steps such as `*` followed by `/5`. */
  readonly hasSteps: boolean
}

const paths: Readonly<Record<string, readonly string[]>> = {
  'set-log': ['/var/log/monit.log'],
  'set-logfile': ['/var/log/monit.log'],
  'set-pidfile': ['/run/monit.pid'],
  'set-idfile': ['/var/lib/monit/id'],
  'set-statefile': ['/var/lib/monit/state'],
  'set-eventqueue': ['/var/lib/monit/events'],
  'httpd-unixsocket': ['/run/monit.sock'],
  'httpd-allow': ['/etc/monit/htpasswd'],
  'ssl-pemfile': ['/etc/ssl/private/monit.pem'],
  'ssl-pemchain': ['/etc/ssl/certs/monit.pem'],
  'ssl-pemkey': ['/etc/ssl/private/monit.key'],
  'ssl-cacertificatefile': ['/etc/ssl/certs/ca-certificates.crt'],
  'ssl-cacertificatepath': ['/etc/ssl/certs'],
  request: ['/', '/health'],
}

const wholeNumbers: Readonly<Record<string, readonly string[]>> = {
  'set-daemon': ['30', '60', '120'],
  'start-delay': ['60', '240'],
  'set-eventqueue': ['100', '1000'],
  timeout: ['5', '10', '30', '60'],
  rate: ['2', '3', '5'],
  restarts: ['3', '5'],
  'every-cycles': ['2', '5', '10'],
  reminder: ['10'],
  retry: ['2', '3'],
  count: ['3', '5'],
  status: ['0', '1', '200'],
  responsetime: ['1', '5'],
  repeat: ['5', '10'],
  certificate: ['14', '30'],
  uptime: ['5', '10'],
  timestamp: ['1', '15', '24'],
  children: ['100', '250'],
  threads: ['200', '500'],
  size: ['100', '500'],
  memory: ['80', '90', '500'],
  'total memory': ['80', '90', '500'],
  swap: ['25', '50'],
  loadavg: ['2', '4', '8'],
}

const watched: Partial<Readonly<Record<CheckType, readonly string[]>>> = {
  file: ['/var/log/', '/etc/'],
  directory: ['/srv/', '/var/lib/'],
  fifo: ['/run/'],
  filesystem: ['/', '/var', '/home', '/dev/sda1'],
}
const ports = ['80', '443', '22', '25', '3306', '5432', '6379', '8080']
const shares = ['80', '90', '95']

/** Values as they could stand there, the usual ones first; none where any text will do. */
export function examplesOf({ term, within, service, check, hasSteps }: ValuePlace): readonly string[] {
  const file = fileName(service)
  const last = within.findLast((id) => id in paths || id in wholeNumbers) ?? ''
  switch (term.value) {
    case 'path':
      return paths[last] ?? headPaths(within, check, file)
    case 'integer':
    case 'real':
      return wholeNumbers[last] ?? (within.includes('condition') ? shares : [])
    case 'port':
      return within.includes('httpd-port') || within.includes('set-httpd') ? ['2812'] : ports
    case 'octal':
      return ['0644', '0600', '0755', '0700']
    case 'cron':
      return hasSteps
        ? ['"*/15 * * * *"', '"0 3 * * *"', '"* 8-18 * * 1-5"']
        : ['"0 3 * * *"', '"* 8-18 * * 1-5"']
    case 'host':
      return within.includes('set-httpd')
        ? ['localhost', '127.0.0.1']
        : ['localhost', '127.0.0.1', 'www.example.com']
    case 'interface':
      return ['eth0', 'ens3', 'lo']
    case 'url':
      return ['https://www.example.com/', 'http://localhost/']
    case 'mail-address':
      return ['admin@example.com']
    case 'pattern':
      return within.includes('check') ? [`"${file}"`] : ['"ERROR|FATAL"', '"^OK"']
    case 'http-header':
      return ['Host: www.example.com']
    case 'argument':
      return commandsFor(within[0] ?? 'exec', service)
    default:
      return []
  }
}

function headPaths(within: readonly string[], check: CheckType | undefined, file: string): readonly string[] {
  if (within.includes('pidfile')) return [`/run/${file}.pid`, `/run/${file}/${file}.pid`]
  if (within.includes('unixsocket')) return [`/run/${file}.sock`]
  return (within.includes('check') && check && watched[check]) || []
}

/** Commands for a service, in their quotes; `role` is what they are for, `exec` and others included. */
export function commandsFor(role: string, service: string | undefined): readonly string[] {
  const unit = fileName(service)
  if (role === 'check') return [`"/usr/local/bin/${unit}"`]
  const verb = role === 'start' || role === 'stop' ? role : 'restart'
  return [`"/usr/bin/systemctl ${verb} ${unit}"`, '"/bin/bash -c \'…\'"']
}

function fileName(service = 'web'): string {
  return service.replace(/[^\w.-]+/g, '-')
}
