import type { PhraseTables } from './types.ts'

/** Values of systemd.socket(5). */
export const socketPhrases: PhraseTables = {
  socket_address_bind_ipv6_only: {
    default:
      'a socket on an IPv6 address does what /proc/sys/net/ipv6/bindv6only says, usually the same as both',
    both: 'a socket on an IPv6 address, such as [::], also takes IPv4 connections',
    'ipv6-only': 'a socket on an IPv6 address takes no IPv4 connections',
    yes: 'same as ipv6-only: a socket on an IPv6 address takes no IPv4 connections',
    no: 'same as both: a socket on an IPv6 address also takes IPv4 connections',
  },
  socket_protocol: {
    udplite: 'datagram sockets speak UDP-Lite, whose checksum may cover only part of the data',
    sctp: 'stream sockets speak SCTP instead of TCP',
    mptcp: 'stream sockets speak Multipath TCP and fall back to plain TCP with other peers',
  },
  socket_timestamping: {
    yes: 'same as ns: received packets carry time stamps in nanoseconds',
    no: 'same as off: received packets carry no time stamps',
    off: 'received packets carry no time stamps',
    us: 'received packets carry time stamps in microseconds',
    ns: 'received packets carry time stamps in nanoseconds',
  },
  socket_defer_trigger: {
    no: 'traffic starts the service at once and stops what conflicts with it',
    yes: 'traffic waits until nothing conflicts with the service; the socket fails if jobs end and it still does',
    patient: 'traffic waits until nothing conflicts with the service, up to DeferTriggerMaxSec=',
  },
  ip_tos: {
    'low-delay': 'asks routers for little delay (0x10)',
    throughput: 'asks routers for much throughput (0x08)',
    reliability: 'asks routers for few losses (0x04)',
    'low-cost': 'asks routers for a cheap path (0x02)',
  },
  netlink_family: {
    route: 'interfaces, addresses and routes',
    firewall: 'packets of the old ip_queue firewall, gone from current kernels',
    'inet-diag': 'lists of open sockets',
    nflog: 'packets logged by the old netfilter, gone from current kernels',
    xfrm: 'policies and keys of IPsec',
    selinux: 'events of SELinux',
    iscsi: 'events of iSCSI',
    audit: 'records of the audit system',
    'fib-lookup': 'lookups in the routing table',
    connector: 'the kernel connector, for instance process events',
    netfilter: 'netfilter: nftables, connection tracking, queues and logs',
    'ip6-fw': 'packets of the old IPv6 firewall queue, gone from current kernels',
    dnrtmsg: 'routing messages of DECnet, gone from current kernels',
    'kobject-uevent': 'events about devices, as udev receives them',
    generic: 'generic netlink, which carries many newer families',
    scsitransport: 'events of SCSI transports',
    ecryptfs: 'requests of the eCryptfs file system',
    rdma: 'devices and connections of RDMA',
  },
}
