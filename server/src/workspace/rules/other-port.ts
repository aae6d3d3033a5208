import type { Test } from '../../monit/model/test.ts'
import { type Amount, lastValue, ownNumbers } from '../../monit/model/values.ts'
import { monitManual } from '../../monit/rules/rule.ts'
import { holdsTag } from '../../monit/rules/tags.ts'
import { kindOf } from '../../monit/syntax/tokens.ts'
import { child, type MonitTree } from '../../monit/syntax/tree.ts'
import { startedServer } from '../../unit/rules/started-server.ts'
import { hasVariable, type Server, type ServerCall } from '../../unit/servers.ts'
import { readSocketAddress } from '../../unit/values/addresses/socket-address.ts'
import { pumaPorts } from './puma-config.ts'
import { configOf } from './puma-of-unit.ts'
import { acrossRule } from './rule.ts'
import type { UnitInSight, UnitsInSight } from './units-in-sight.ts'

export const otherPort = acrossRule({
  id: 'other-port',
  kind: 'trap',
  severity: 'warning',
  docs: {
    summary: 'a test of a port on which the unit’s server does not listen',
    why: 'The command of the unit, or its socket, says on which port the server listens. A test of another port fails in each cycle although the service is well, and `then restart` restarts it each time.',
    bad: [
      {
        file: 'web.monit',
        text: 'check process web matching "puma"\n  start program = "/usr/bin/systemctl start web"\n  if failed port 3000 then restart\n',
        beside: [
          { file: 'web.service', text: '[Service]\nExecStart=/srv/web/bin/puma -b tcp://127.0.0.1:9292\n' },
        ],
      },
    ],
    good: [
      {
        file: 'web.monit',
        text: 'check process web matching "puma"\n  start program = "/usr/bin/systemctl start web"\n  if failed port 9292 then restart\n',
        beside: [
          { file: 'web.service', text: '[Service]\nExecStart=/srv/web/bin/puma -b tcp://127.0.0.1:9292\n' },
        ],
      },
    ],
    refs: [monitManual('CONNECTION TESTS', 'CONNECTION-TESTS')],
  },
  on: {
    pair(ctx, { service, unit, isShared }) {
      const { tree } = ctx.document
      if (isShared) return
      const tested = service.tests.flatMap((test) => localPorts(tree, test))
      if (tested.length === 0) return
      const ports = portsOf(unit, ctx.units)
      // A server may have further ports, for its numbers or its control; then the main one is tested as well.
      if (!ports || tested.some(({ value }) => ports.has(value))) return
      const [only, ...more] = ports
      const listens = [...ports].join(' and ')
      for (const { value, start, end } of tested) {
        const span = { start, end }
        const fixes =
          only !== undefined && more.length === 0
            ? [{ title: `Change to ${only}`, safe: false, edits: [{ span, newText: `${only}` }] }]
            : []
        ctx.report(
          span,
          `'${unit.name}' listens on port ${listens}, not on ${value}; this fails in every cycle`,
          {
            fixes,
          },
        )
      }
    },
  },
})

/** The ports of this machine that a test wants to reach. */
function localPorts(tree: MonitTree, { conditions, statement }: Test): readonly Amount[] {
  if (statement.incomplete || holdsTag(tree, statement)) return []
  return conditions.flatMap(({ subject, node, state }) => {
    const target = subject === 'connection' ? child(node, 'target') : undefined
    const port = target && child(target, 'port')
    const host = target && child(target, 'host')
    const name = host && lastValue(tree, host)?.text
    const type = child(node, 'type')
    const isDatagram = type !== undefined && kindOf(tree.tokens, type.after - 1) === 'udp'
    if (!port || isDatagram || state !== 'failed' || (host && !isThisMachine(name))) return []
    return ownNumbers(tree, port).slice(0, 1)
  })
}

function isThisMachine(host = ''): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0)$/.test(host)
}

/** By which options servers are told on which ports to listen. */
const options: Readonly<Partial<Record<Server, readonly string[]>>> = {
  puma: ['-p', '--port', '-b', '--bind'],
  gunicorn: ['-b', '--bind'],
  uvicorn: ['--port'],
  daphne: ['-p', '--port'],
  hypercorn: ['-b', '--bind'],
  memcached: ['-p', '--port'],
  redis: ['--port'],
  rails: ['-p', '--port'],
  thin: ['-p', '--port'],
  unicorn: ['-p', '--port', '-l', '--listen'],
}

/** Options with which further ports may come from elsewhere. */
const elsewhere = /^(?:-C|-c|--config|--config-file|--fd|--control-url|--endpoint)(?:=|$)/

/** The ports on which a service listens, its sockets included; undefined where nobody can tell all of them. */
function portsOf(unit: UnitInSight, units: UnitsInSight): ReadonlySet<number> | undefined {
  const [only, ...more] = unit.effective.all('Service', 'ExecStart')
  if (!only || more.length > 0 || !unit.effective.settled('Service', 'ExecStart')) return undefined
  const server = startedServer(unit, only)
  const own = server && ownPorts(server)
  const passed = socketPorts(unit, units)
  if (!own || !passed) return undefined
  const config = own.size > 0 ? undefined : configOf(unit, units)
  const named = config ? (pumaPorts(config) ?? []) : [...own]
  return named.length > 0 ? new Set([...named, ...passed]) : undefined
}

/** The ports that a command names; undefined where a variable or a file may name others. */
function ownPorts(call: ServerCall): ReadonlySet<number> | undefined {
  const { server, arguments: words } = call
  const names = options[server]
  if (!names || hasVariable(call)) return undefined
  // What Puma is told on its command line takes the place of what its file says.
  const isSure = server === 'puma' || !words.some(({ text }) => elsewhere.test(text))
  if (server === 'daphne' && words.some(({ text }) => text === '-e')) return undefined
  if (!isSure || words.some(({ text }) => /[$%]|activated-sockets|--control-url/.test(text))) return undefined
  const found = new Set<number>()
  for (const [index, { text }] of words.entries()) {
    const [name = '', ...rest] = text.split('=')
    const short = names.find((each) => /^-\w$/.test(each) && text.startsWith(each) && text.length > 2)
    const value = short
      ? text.slice(2)
      : names.includes(name)
        ? rest.length > 0
          ? rest.join('=')
          : words[index + 1]?.text
        : undefined
    const port = value === undefined ? undefined : portIn(value)
    if (port === 'unsure') return undefined
    if (port !== undefined) found.add(port)
  }
  return found
}

/** The port of `3000`, `:3000`, `0.0.0.0:3000`, `tcp://[::]:3000?backlog=9`; undefined for the path of a socket. */
function portIn(value: string): number | 'unsure' | undefined {
  if (/^(?:unix:|\/|fd:|@)/.test(value)) return undefined
  const match =
    /^(?:(?:tcp|ssl|http|https):\/\/)?(?:[\w.-]*:|\[[\da-f:.]*\]:)?(\d{1,5})(?:\/?\?.*|\/)?$/i.exec(value)
  return match ? Number(match[1]) : 'unsure'
}

/** The ports of the sockets that systemd hands to a service; undefined where nobody can tell. */
function socketPorts(unit: UnitInSight, units: UnitsInSight): readonly number[] | undefined {
  if (!unit.effective.lacks('Service', 'Sockets')) return undefined
  const name = unit.name.replace(/\.service$/, '.socket')
  const sockets = units.sockets().filter((socket) => {
    const service = socket.effective.text('Socket', 'Service')
    return service === undefined ? socket.name === name : service === unit.name
  })
  const ports: number[] = []
  for (const socket of sockets) {
    if (!socket.effective.settled('Socket', 'ListenStream')) return undefined
    for (const { assignment } of socket.effective.all('Socket', 'ListenStream')) {
      const address = readSocketAddress(socket.value(assignment).text, socket.target.version)
      if ('fault' in address) return undefined
      if (address.kind === 'port' || address.kind === 'ip') ports.push(address.port)
    }
  }
  return ports
}
