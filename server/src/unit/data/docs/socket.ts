import type { DirectiveDocs } from './types.ts'

/** What each directive of systemd.socket(5) is for, in our own words. */
export const socketDocs: DirectiveDocs = {
  ListenStream: {
    summary:
      'Where to listen for connections (TCP, or a stream Unix socket): a port, `IPv4:port`, `[IPv6]:port`, a `/path`, `@abstract` or `vsock:CID:port`; host names are not resolved. A bare port is open on every address, so write `127.0.0.1:3000` behind a proxy. Repeat it for more sockets; in a drop-in, an empty line first drops the old ones.',
    example: '/run/app/app.sock',
  },
  ListenDatagram: {
    summary:
      'Opens a datagram socket: UDP for a port or IP address, else a Unix socket by path or `@name`. Right for StatsD or syslog receivers. One service takes all packets, so `Accept=yes` is refused here.',
    example: '127.0.0.1:8125',
  },
  ListenSequentialPacket: {
    summary:
      'Opens a Unix socket that keeps message boundaries (`SOCK_SEQPACKET`), by path or `@name`. An IP address is ignored here with a warning.',
    example: '/run/app/control.sock',
  },
  ListenFIFO: {
    summary:
      'Creates a named pipe at this absolute path and starts the service once something is written to it. Newer versions (257, not yet 254) accept no path below `/dev`, `/proc` or `/sys`.',
    example: '/run/app/commands.fifo',
  },
  ListenNetlink: {
    summary:
      'Opens a netlink socket of the named family, with an optional multicast group number after a blank, to start a daemon on kernel events. Web services have no use for it.',
    example: 'kobject-uevent 1',
  },
  ListenSpecial: {
    summary:
      'Opens a character device or a file in `/proc` or `/sys` and starts the service when it becomes readable. Takes an absolute path; `Writable=yes` opens it for writing too.',
    example: '/dev/input/event0',
  },
  ListenMessageQueue: {
    summary:
      'Creates a POSIX message queue, named with a leading `/`, and activates the service when a message arrives. `MessageQueueMaxMessages=` and `MessageQueueMessageSize=` set its dimensions.',
    example: '/app-jobs',
  },
  ListenUSBFunction: {
    summary:
      'Mount point of a FunctionFS instance whose endpoints are opened for a USB gadget. The service needs `USBFunctionDescriptors=` and `USBFunctionStrings=`.',
    example: '/run/gadget/ffs',
  },
  SocketProtocol: {
    summary:
      'Picks another transport than TCP or UDP: `mptcp` (since 257) or `sctp` with `ListenStream=`, `udplite` with `ListenDatagram=`. MPTCP lets a phone keep its connection while it changes networks.',
    default: 'TCP for streams, UDP for datagrams',
    example: 'sctp',
  },
  BindIPv6Only: {
    summary:
      'Whether a socket on an IPv6 address, or on a bare port, serves IPv4 clients too: `both`, `ipv6-only`, or `default`, which follows `/proc/sys/net/ipv6/bindv6only`. Set it if two units share a port, one for each family; otherwise the second bind fails.',
    default: '`default`, which mostly means `both`',
    example: 'ipv6-only',
  },
  Backlog: {
    summary:
      'How many finished handshakes may wait for the server to accept them. The kernel caps it at `net.core.somaxconn`, so raising it alone changes nothing.',
    default: 'as large as possible, so `net.core.somaxconn` decides (mostly 4096)',
    example: '1024',
  },
  BindToDevice: {
    summary:
      'Accepts traffic through this network interface only, and ties the socket unit to it: it waits for the device and stops when the device goes. Useful for an admin port on a VPN.',
    default: 'all interfaces',
    example: 'wg0',
  },
  'Socket.ExecStartPre': {
    summary:
      'Commands run before the sockets are created and bound, as root unless `User=` says otherwise; a failing one fails the socket unit. A good place to make the directory with the right owner; a stale socket file needs no removing, systemd replaces it.',
    example: '/usr/bin/install -d -o deploy -g www-data -m 0750 /run/app',
  },
  'Socket.ExecStartPost': {
    summary:
      'Commands run once the sockets are bound but before any service starts, such as setting an ACL on the socket path. `PassFileDescriptorsToExec=yes` hands them the sockets.',
    example: '/usr/bin/setfacl -m u:www-data:rw /run/app/app.sock',
  },
  ExecStopPre: {
    summary:
      'Commands run before the sockets are closed and removed; only socket units have them. With `PassFileDescriptorsToExec=yes` they can still use the sockets.',
    example: '-/usr/bin/logger "closing the app sockets"',
  },
  'Socket.ExecStopPost': {
    summary:
      'Commands run after the sockets were closed, for what the unit does not clean up itself. To drop a socket path there is `RemoveOnStop=`.',
    example: '-/usr/bin/rm -f /run/app/extra.sock',
  },
  'Socket.TimeoutSec': {
    summary:
      'Limit for each of the `Exec…=` commands of the socket unit; a slower one is terminated, later killed, and the unit fails. It says nothing about connections. `0` and `infinity` lift the limit.',
    default: '`DefaultTimeoutStartSec=` of the manager (`90s`)',
    example: '20s',
  },
  SocketUser: {
    summary:
      'Owner, by name or number, of the Unix sockets, FIFOs and message queues that this unit creates. `User=` of the service does not do it. The account must exist when the socket starts.',
    default: '`root`, in a user manager the user',
    example: 'deploy',
  },
  SocketGroup: {
    summary:
      'Group of the socket nodes, by name or number. With `SocketMode=0660` and the group of the web server, nginx may connect and nobody else.',
    default: 'the login group of SocketUser=, else `root`, in a user manager the group of the user',
    example: 'www-data',
  },
  SocketMode: {
    summary:
      'Octal permissions of the socket, FIFO or queue node; connecting takes write permission. The default lets every local user talk to the app, so `0660` with `SocketGroup=` is the safer choice.',
    default: '`0666`',
    example: '0660',
  },
  'Socket.DirectoryMode': {
    summary:
      'Octal mode for parent directories of a socket or FIFO path that have to be made; existing ones stay as they are. New ones belong to root (in a user manager to the user), whatever `SocketUser=` says.',
    default: '`0755`',
    example: '0750',
  },
  Accept: {
    summary:
      'With `no`, one service gets the listening sockets and accepts connections itself, as Puma and Gunicorn do. With `yes`, systemd accepts and starts an instance of the template `name@.service` for each connection, inetd style; streams and sequential packets only, and no `Service=`.',
    default: '`no`',
  },
  FlushPending: {
    summary:
      'Throws away waiting data and connections when the service has exited, instead of leaving them to its next start. Stops a request that crashes the server from crashing it again at once; clients lose theirs. Only with `Accept=no`.',
    default: '`no`',
  },
  Writable: {
    summary: 'Opens the file of `ListenSpecial=` for reading and writing instead of reading only.',
    default: '`no`',
  },
  MaxConnections: {
    summary:
      'How many instances may run at once under `Accept=yes`; further connections are turned away. Must be at least 1. Servers that accept for themselves limit connections in their own settings.',
    default: '`64`',
    example: '256',
  },
  MaxConnectionsPerSource: {
    summary:
      'Share of `MaxConnections=` for one client: an IP address, a VM (vsock) or, since 256, a local user. Keeps one peer from taking all slots; behind a proxy all clients look like one. Only with `Accept=yes`.',
    default: '`0`, no limit',
    example: '16',
  },
  KeepAlive: {
    summary:
      'Turns on TCP keep-alive for connections accepted on this socket, so that vanished peers are noticed. When probing begins and how often is up to `KeepAliveTimeSec=`, `KeepAliveIntervalSec=` and `KeepAliveProbes=`.',
    default: '`no`',
  },
  KeepAliveTimeSec: {
    summary:
      'Idle time, in whole seconds, after which the first keep-alive probe is sent. Does something only with `KeepAlive=yes`; go below the idle limit of the load balancer or NAT on the way.',
    default: '`net.ipv4.tcp_keepalive_time` of the kernel (2 hours)',
    example: '5min',
  },
  KeepAliveIntervalSec: {
    summary: 'Gap between two keep-alive probes while the peer stays silent, in whole seconds.',
    default: '`net.ipv4.tcp_keepalive_intvl` of the kernel (75 seconds)',
    example: '30s',
  },
  KeepAliveProbes: {
    summary: 'How many keep-alive probes in a row may go unanswered before the connection is given up.',
    default: '`net.ipv4.tcp_keepalive_probes` of the kernel (9)',
    example: '4',
  },
  DeferAcceptSec: {
    summary:
      'Holds a new connection back until its first bytes arrive, or about this long, so that no worker wakes up for an idle one. Fits HTTP, where the client speaks first; not SMTP or SSH.',
    default: '`0`, off',
    example: '5s',
  },
  NoDelay: {
    summary:
      'Disables the Nagle algorithm (`TCP_NODELAY`), so small writes leave at once. Lowers latency for chatty protocols; many web servers set it themselves.',
    default: '`no`',
  },
  'Socket.Priority': {
    summary:
      'Queueing priority (`SO_PRIORITY`) of packets sent from the socket, for use by traffic shaping. `0` to `6` are the ordinary values.',
    default: 'left to the kernel',
    example: '4',
  },
  ReceiveBuffer: {
    summary:
      'Size of the receive buffer of the sockets, in bytes or with `K`, `M`, `G` (base 1024). UDP receivers that drop packets in bursts gain most; TCP tunes itself until you fix a size here.',
    default: 'left to the kernel',
    example: '8M',
  },
  SendBuffer: {
    summary:
      'Size of the send buffer, in bytes or with `K`, `M`, `G` (base 1024). Setting it switches the automatic tuning of TCP off.',
    default: 'left to the kernel',
    example: '4M',
  },
  IPTOS: {
    summary:
      'Type-of-service byte of outgoing IPv4 packets: a number, or `low-delay`, `throughput`, `reliability`, `low-cost`. Routers may honour or rewrite it.',
    default: 'left to the kernel',
    example: 'low-delay',
  },
  IPTTL: {
    summary:
      'Hop count with which packets leave the socket (TTL in IPv4, hop limit in IPv6). `1` keeps answers inside the local network.',
    default: 'left to the kernel (mostly 64)',
    example: '64',
  },
  Mark: {
    summary:
      'Firewall mark, an integer, put on packets from this socket; nftables rules and policy routing can match on it.',
    default: 'no mark',
    example: '42',
  },
  PipeSize: {
    summary:
      'Buffer size of the FIFOs of this unit, in bytes or with `K`, `M`, `G` (base 1024). Writers block when it is full.',
    default: 'left to the kernel (64K)',
    example: '1M',
  },
  FreeBind: {
    summary:
      'Allows binding to an IP address the machine does not have yet. Set it whenever `Listen…=` names an address: at boot the socket starts before the network is configured and fails otherwise.',
    default: '`no`',
  },
  Transparent: {
    summary:
      'Sets `IP_TRANSPARENT`, with which a proxy may accept traffic meant for foreign addresses. Belongs with TPROXY firewall rules.',
    default: '`no`',
  },
  Broadcast: {
    summary: 'Permits sending to broadcast addresses from a UDP socket, as discovery protocols need.',
    default: '`no`',
  },
  PassCredentials: {
    summary:
      'Attaches the process id, user and group of the sender to messages on a Unix socket. For daemons that check who is asking; the program must read these messages.',
    default: '`no`',
  },
  PassPIDFD: {
    summary:
      'Attaches a pidfd of the sending process to messages on a Unix socket. Unlike a number it cannot be reused by another process in the meantime.',
    default: '`no`',
  },
  PassSecurity: {
    summary: 'Attaches the SELinux or other security label of the sender to messages on a Unix socket.',
    default: '`no`',
  },
  PassPacketInfo: {
    summary:
      'Delivers each packet together with its destination address and interface. A UDP server on all addresses needs this to answer from the address it was asked on.',
    default: '`no`',
  },
  AcceptFileDescriptors: {
    summary:
      'With `no`, peers cannot pass open files over this Unix socket (`SCM_RIGHTS`). Turn it off for services that expect none: a flood of unwanted descriptors can exhaust a daemon. Needs Linux 6.16.',
    default: '`yes`',
    example: 'no',
  },
  Timestamping: {
    summary:
      'Stamps incoming packets with their arrival time: `us` for microseconds, `ns` for nanoseconds, `off` for none. Time servers and measuring tools read it.',
    default: '`off`',
    example: 'us',
  },
  TCPCongestion: {
    summary:
      'Names the TCP congestion control for this socket, one of those in `net.ipv4.tcp_available_congestion_control`. `bbr` often helps on long or lossy paths; a name the kernel lacks is skipped with a warning.',
    default: '`net.ipv4.tcp_congestion_control` of the kernel (mostly `cubic`)',
    example: 'bbr',
  },
  ReusePort: {
    summary:
      'Lets several sockets bind the same TCP or UDP port, among which the kernel spreads the load (`SO_REUSEPORT`). Each of them has to ask for it, so a mistyped port may go unnoticed.',
    default: '`no`',
  },
  MessageQueueMaxMessages: {
    summary:
      'Capacity, in messages, of the queue of `ListenMessageQueue=`. Counts only if `MessageQueueMessageSize=` is set as well.',
    default: 'left to the kernel (10)',
    example: '100',
  },
  MessageQueueMessageSize: {
    summary:
      'Largest message the queue of `ListenMessageQueue=` accepts, in bytes; the suffixes `K`, `M`, `G` (base 1024) are understood since 262. Counts only if `MessageQueueMaxMessages=` is set as well.',
    default: 'left to the kernel (8K)',
    example: '4096',
  },
  RemoveOnStop: {
    summary:
      'Deletes socket paths, FIFOs, queues and `Symlinks=` when the socket unit stops. Usually unnecessary, and it cuts off clients of a service that goes on running.',
    default: '`no`',
  },
  Symlinks: {
    summary:
      'Further paths, separated by blanks, that become symbolic links to the socket or FIFO. The unit must have exactly one such path, or it is refused. Good for keeping an old location alive after a move.',
    default: 'none',
    example: '/run/app.sock /srv/app/shared/tmp/sockets/puma.sock',
  },
  FileDescriptorName: {
    summary:
      'Label under which the service finds these sockets in `$LISTEN_FDNAMES`, to tell HTTP from metrics. Up to 255 ASCII characters without `:`; one name serves all sockets of the unit.',
    default: 'the name of the socket unit, or `connection` with `Accept=yes`',
    example: 'http',
  },
  Service: {
    summary:
      'The service to start on traffic, if its name differs from that of the socket unit; must end in `.service`. Several socket units may point at one service. Refused with `Accept=yes`.',
    default: 'the service with the same name as the socket',
    example: 'app.service',
  },
  PassFileDescriptorsToExec: {
    summary:
      'Hands the open sockets to `ExecStartPost=`, `ExecStopPre=` and `ExecStopPost=` of the socket unit, in the way a service gets them; `ExecStartPre=` runs too early for that.',
    default: '`no`',
  },
  'Socket.TriggerLimitIntervalSec': {
    summary:
      'Window in which at most `TriggerLimitBurst=` activations are allowed; beyond that the socket unit fails and stays closed until started again. Typical cause: a service that exits without taking the connection. `0` switches the limit off.',
    default: '`2s`',
    example: '10s',
  },
  'Socket.TriggerLimitBurst': {
    summary:
      'Activations allowed within `TriggerLimitIntervalSec=` before the socket unit fails for good. Better cure the service that keeps exiting than raise this. `0` switches the limit off.',
    default: '`200` with `Accept=yes`, else `20`',
    example: '50',
  },
  PollLimitIntervalSec: {
    summary:
      'Window of the gentler brake: after `PollLimitBurst=` wake-ups a socket is left alone until the window ends, then served again, without failing. This is the one to tune against floods; `0` turns it off.',
    default: '`2s`',
    example: '5s',
  },
  PollLimitBurst: {
    summary:
      'Wake-ups allowed for each socket within `PollLimitIntervalSec=` before it pauses. Keep it under `TriggerLimitBurst=`, which would otherwise fail the unit first. `0` turns it off.',
    default: '`150` with `Accept=yes`, else `15`',
    example: '100',
  },
  DeferTrigger: {
    summary:
      'What to do if starting the service would stop units that conflict with it: `no` stops them, `yes` waits for the job queue to empty, `patient` waits until `DeferTriggerMaxSec=`. Then the socket fails if the conflict remains; refused with `Accept=yes`.',
    default: '`no`',
    example: 'patient',
  },
  DeferTriggerMaxSec: {
    summary:
      'Longest wait of a trigger postponed by `DeferTrigger=`; after it the socket unit fails. `0` and `infinity` mean no end.',
    default: '`infinity`',
    example: '30s',
  },
  XAttrEntryPoint: {
    summary:
      'Puts an extended attribute, `user.name=value`, on the socket file of a Unix socket, so that tools can find it by purpose. Repeatable; an empty line clears the list. Kernels before 7.0 skip it silently.',
    default: 'none',
    example: 'user.varlink=entrypoint',
  },
  XAttrListen: {
    summary:
      'Puts an extended attribute, `user.name=value`, on the listening socket itself rather than on its path. Repeatable; it takes Linux 7.0, and is skipped in silence elsewhere.',
    default: 'none',
    example: 'user.app=web',
  },
  XAttrAccept: {
    summary:
      'Puts an extended attribute, `user.name=value`, on each connection that systemd accepts, hence useful with `Accept=yes` only. Repeatable; it takes Linux 7.0, and is skipped in silence elsewhere.',
    default: 'none',
    example: 'user.app=web',
  },
  SmackLabel: {
    summary:
      'Smack security label (`security.SMACK64`) of the FIFO or socket file. Matters only on systems that enforce Smack.',
    default: 'none set',
    example: 'app',
  },
  SmackLabelIPIn: {
    summary:
      'Smack label (`security.SMACK64IPIN`) that incoming packets are checked against. Matters only on systems that enforce Smack.',
    default: 'none set',
    example: 'app',
  },
  SmackLabelIPOut: {
    summary:
      'Smack label (`security.SMACK64IPOUT`) that packets from this socket carry. Matters only on systems that enforce Smack.',
    default: 'none set',
    example: 'app',
  },
  SELinuxContextFromNet: {
    summary:
      'Takes the SELinux level of the started instance from the label of the connecting peer. Only for MLS or MCS policies, with a service that gets exactly one socket.',
    default: '`no`',
  },
}
