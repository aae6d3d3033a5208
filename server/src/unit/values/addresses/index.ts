import type { ValueTypes } from '../value-type.ts'
import { fdName } from './fd-name.ts'
import { bindNetworkInterface, socketBindToDevice } from './interfaces.ts'
import { socketListen } from './listen.ts'
import { cgroupSocketBind } from './port-bind.ts'
import { inAddrPrefixes } from './prefixes.ts'

/** Grammars of addresses, by parser. */
export const addressTypes: ValueTypes = {
  bind_network_interface: bindNetworkInterface,
  cgroup_socket_bind: cgroupSocketBind,
  fdname: fdName,
  in_addr_prefixes: inAddrPrefixes,
  socket_bindtodevice: socketBindToDevice,
  socket_listen: socketListen,
}
