import type { MonitDocs } from './types.ts'

/** What a test may be about, in checks of processes, the system, files and programs. */
const localDocs: MonitDocs = {
  exist: {
    summary:
      'Matches while the thing is there, for what should not be. Without any such test a check restarts its service when the thing is gone.',
    since: '5.21',
    anchor: 'EXISTENCE-TESTS',
  },
  'not exist': {
    summary:
      'Matches while the thing is gone. Write it to replace the restart that is built in by another action.',
    default: 'if not exist then restart',
    anchor: 'EXISTENCE-TESTS',
  },
  pid: {
    summary:
      '`changed pid` matches when another process took the place of the last one, such as after a crash between two cycles.',
    anchor: 'PID-TEST',
  },
  ppid: { summary: '`changed ppid` matches when the process got another parent.', anchor: 'PPID-TEST' },
  uid: {
    summary: '`failed uid` matches while a file, folder or process belongs to another user.',
    accepts: 'a name or number',
    anchor: 'UID-TEST',
  },
  euid: {
    summary: '`failed euid` matches while a process acts with the rights of another user.',
    accepts: 'a name or number',
    anchor: 'UID-TEST',
  },
  gid: {
    summary: '`failed gid` matches while a file, folder or process belongs to another group.',
    accepts: 'a name or number',
    anchor: 'GID-TEST',
  },
  uptime: {
    summary: 'How long the process or the machine has been running.',
    accepts: 'an operator and a time; seconds without a unit',
    anchor: 'UPTIME-TEST',
  },
  'security attribute': {
    summary: 'The SELinux or AppArmor label of a process; `failed` matches while it is another one.',
    since: '5.25',
    accepts: 'the expected label; from 6.0 also `=~` and a regular expression',
    anchor: 'SECURITY-ATTRIBUTE-TEST',
  },
  filedescriptors: {
    summary:
      'How many files and sockets the process or the machine holds open, as a number or in percent of its limit.',
    since: '5.27',
    accepts: 'an operator, a number, `%` if wanted',
  },
  'total filedescriptors': {
    summary: 'Open files and sockets of the process and its children together.',
    since: '5.27',
    accepts: 'an operator and a number',
  },
  cpu: {
    summary:
      'Processor usage in percent: of the process alone, or of the whole machine in a system check. 100 % of a process means that its threads use all the cores they can.',
    accepts: 'an operator, a number and `%`',
    anchor: 'RESOURCE-TESTS',
  },
  'total cpu': {
    summary:
      'Processor usage of the process and its children together, for servers with workers such as Puma or gunicorn.',
    accepts: 'an operator, a number and `%`',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(user)': {
    summary: 'Processor time that programs take, apart from the kernel.',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(system)': { summary: 'Processor time that the kernel takes.', anchor: 'RESOURCE-TESTS' },
  'cpu(wait)': {
    summary: 'Time in which the processor idles because disks or the network are slow.',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(nice)': {
    summary: 'Processor time of programs that run with a changed priority.',
    since: '5.27',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(hardirq)': {
    summary: 'Processor time for interrupts of devices.',
    since: '5.27',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(softirq)': {
    summary: 'Processor time for work that interrupts put off, mostly that of the network.',
    since: '5.27',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(steal)': {
    summary:
      'Time that this virtual machine wanted and its host gave to others. If it stays high, the host is overbooked.',
    since: '5.27',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(guest)': {
    summary: 'Time that virtual machines on this host take; it counts as `user` as well.',
    since: '5.27',
    anchor: 'RESOURCE-TESTS',
  },
  'cpu(guestnice)': {
    summary: 'Time that virtual machines with a changed priority take; it counts as `nice` as well.',
    since: '5.27',
    anchor: 'RESOURCE-TESTS',
  },
  memory: {
    summary:
      'Memory of the process alone, or of the whole machine in a system check; as a size or in percent. From 6.0 a process has only its share of what it has in common with others, so it shows less than before.',
    accepts: 'an operator, a number, and `%` or a unit with a blank before it',
    anchor: 'RESOURCE-TESTS',
  },
  'total memory': {
    summary:
      'Memory of the process and its children together. Since 5.23 a system check has plain `memory` for this.',
    accepts: 'an operator, a number, and `%` or a unit with a blank before it',
    anchor: 'RESOURCE-TESTS',
  },
  swap: {
    summary: 'Swap space in use on the machine.',
    accepts: 'an operator, a number, and `%` or a unit with a blank before it',
    anchor: 'RESOURCE-TESTS',
  },
  threads: {
    summary: 'How many threads the process has.',
    accepts: 'an operator and a whole number',
    anchor: 'RESOURCE-TESTS',
  },
  children: {
    summary: 'How many child processes the process has.',
    accepts: 'an operator and a whole number',
    anchor: 'RESOURCE-TESTS',
  },
  loadavg: {
    summary:
      'How many processes ran or waited to run, averaged over 1, 5 or 15 minutes. With `per core` (5.26) a value above 1 means that there is more to do than cores to do it. In a process check it tests nothing before 5.35.',
    accepts: '`(1min)`, `(5min)` or `(15min)`, `per core` if wanted, an operator and a number',
    anchor: 'RESOURCE-TESTS',
  },
  read: {
    summary: 'What is read from a file system, or since 5.27 what a process reads, from caches too.',
    since: '5.21',
    accepts: 'an operator and a rate such as `10 MB/s`; of a file system also `500 operations/s`',
  },
  write: {
    summary: 'What is written to a file system, or since 5.27 what a process writes, into caches too.',
    since: '5.21',
    accepts: 'an operator and a rate such as `10 MB/s`; of a file system also `500 operations/s`',
  },
  'disk read': {
    summary: 'What the process reads from disks, caches left out.',
    since: '5.21',
    accepts: 'an operator and a rate such as `10 MB/s` or `500 operations/s`',
  },
  'disk write': {
    summary: 'What the process writes to disks, caches left out.',
    since: '5.21',
    accepts: 'an operator and a rate such as `10 MB/s` or `500 operations/s`',
  },
  pagein: {
    summary:
      'Pages of memory that the machine reads from its swap space each second. 6.0 itself always finds 0; 6.1 mends that.',
    since: '6.0',
    accepts: 'an operator, a number and `per second`',
  },
  pageout: {
    summary:
      'Pages of memory that the machine writes to its swap space each second. 6.0 itself always finds 0; 6.1 mends that.',
    since: '6.0',
    accepts: 'an operator, a number and `per second`',
  },
  status: {
    summary: 'The exit status of the program; 0 means that all is well, by custom.',
    accepts: 'an operator and a number; `changed status` matches another than last time',
    anchor: 'PROGRAM-STATUS-TEST',
  },
}

/** Tests of files, folders, pipes and file systems. */
const fileDocs: MonitDocs = {
  timestamp: {
    summary:
      'When the thing was changed last, in content or in owner and mode. `if timestamp > 1 hour` matches what is older.',
    accepts: 'an operator and a time; seconds without a unit',
    anchor: 'TIMESTAMP-TEST',
  },
  atime: {
    summary: 'When it was read last, as far as the mount options keep that.',
    since: '5.22',
    accepts: 'an operator and an age',
    anchor: 'TIMESTAMP-TEST',
  },
  ctime: {
    summary: 'When its owner, mode or number of links last changed.',
    since: '5.22',
    accepts: 'an operator and an age',
    anchor: 'TIMESTAMP-TEST',
  },
  mtime: {
    summary: 'When its content last changed; of a folder, when an entry came or went.',
    since: '5.22',
    accepts: 'an operator and an age',
    anchor: 'TIMESTAMP-TEST',
  },
  permission: {
    summary: 'The mode as `chmod` knows it; `failed` matches any other.',
    accepts: 'an octal number up to 7777',
    anchor: 'PERMISSION-TEST',
  },
  checksum: {
    summary:
      'A hash of the file’s content. Without `expect`, the one that monit finds first is taken as the right one.',
    default: 'md5; from 6.0 sha256',
    accepts: '`md5`, `sha1` or from 6.0 `sha256` before it, `expect HASH` after it',
    anchor: 'FILE-CHECKSUM-TEST',
  },
  size: {
    summary: 'The size of the file.',
    accepts: 'an operator and a size; bytes without a unit',
    anchor: 'FILE-SIZE-TEST',
  },
  hardlink: {
    summary: 'How many names the file or folder has.',
    since: '5.34',
    accepts: 'an operator and a number',
  },
  content: {
    summary:
      'Matches each new line of a file that fits, from the end on as it was at start; or since 5.29 the output of a program. It is a POSIX expression: `[0-9]` for `\\d`. A leading `/` names a file of patterns.',
    accepts: '`=` or `!=` and a quoted regular expression',
    anchor: 'FILE-CONTENT-TEST',
  },
  'content changed': {
    summary:
      'Matches when a program prints something else than last time; `content not changed` when it prints the same.',
    since: '5.34',
    anchor: 'PROGRAM-OUTPUT-CONTENT-TEST',
  },
  match: {
    summary: 'The older word for `content =` in tests of files.',
    deprecatedIn: '6.0',
    instead: 'content =',
    anchor: 'FILE-CONTENT-TEST',
  },
  inode: {
    summary:
      'Inodes in use: a file system can run out of them with space left, when it holds many small files.',
    accepts: 'an operator and a number, or a percentage',
    anchor: 'INODE-USAGE-TEST',
  },
  'inode free': {
    summary: 'Inodes that are left.',
    accepts: 'an operator and a number, or a percentage',
    anchor: 'INODE-USAGE-TEST',
  },
  space: {
    summary: 'Space in use on the file system.',
    accepts: 'an operator, and a percentage or a size',
    anchor: 'SPACE-USAGE-TEST',
  },
  'space free': {
    summary: 'Space that is left on the file system.',
    accepts: 'an operator, and a percentage or a size',
    anchor: 'SPACE-USAGE-TEST',
  },
  'service time': {
    summary: 'How long one read or write takes; it grows when the disk can’t keep up.',
    since: '5.21',
    accepts: 'an operator and a number with `ms` or `s`',
  },
  fsflags: {
    summary: '`changed fsflags` matches when the file system is mounted otherwise, such as read-only.',
    default: 'if changed fsflags then alert',
    anchor: 'FILESYSTEM-MOUNT-FLAGS-TEST',
  },
}

/** Tests of connections and interfaces. */
const networkDocs: MonitDocs = {
  port: {
    summary:
      'Connects to a port, and speaks a protocol if one is named. In a process check the host is this machine, and with a start program the test waits until the process runs longer than the start may take.',
    accepts: 'a number, then options such as `protocol`, `type`, `with ssl`, `with timeout`',
    anchor: 'CONNECTION-TESTS',
  },
  url: {
    summary: 'Fetches a page by http or https, as a short way to write host, port, protocol and request.',
    accepts: 'an unquoted URL, then `content =`, `timeout` and others',
    anchor: 'CONNECTION-TESTS',
  },
  unixsocket: {
    summary: 'Connects to a Unix socket, such as that of Puma or MySQL.',
    accepts: 'an absolute path, then options such as `protocol`',
    anchor: 'CONNECTION-TESTS',
  },
  ping: {
    summary:
      'Sends echo requests, over IPv4 or IPv6; monit must run as root. If it fails, the port tests of this host are left out.',
    accepts: '`count`, `size`, `timeout`, `responsetime`, `address`',
    anchor: 'NETWORK-PING-TEST',
  },
  ping4: {
    summary: 'As `ping`, over IPv4 only.',
    accepts: 'the options of `ping`',
    anchor: 'NETWORK-PING-TEST',
  },
  ping6: {
    summary: 'As `ping`, over IPv6 only.',
    accepts: 'the options of `ping`',
    anchor: 'NETWORK-PING-TEST',
  },
  'icmp type echo': {
    summary: 'The older way to write `ping`.',
    instead: 'ping',
    anchor: 'NETWORK-PING-TEST',
  },
  'link down': {
    summary: 'Matches while the interface has no link or reports errors.',
    since: '5.28',
    default: 'if link down then alert',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  'link up': {
    summary: 'Matches while the interface has a link; a check can’t have both this and `link down`.',
    since: '5.28',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  'failed link': {
    summary: 'The older way to write `link down`.',
    deprecatedIn: '6.0',
    instead: 'link down',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  'changed link': {
    summary:
      'Matches when speed or duplex mode of the link changed. Loopback and most virtual interfaces have none.',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  saturation: {
    summary: 'How much of the link’s capacity is in use; only where the interface knows its speed.',
    accepts: 'an operator, a number and `%`',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  upload: {
    summary: 'How fast the interface sends at present.',
    accepts: 'an operator and a rate such as `500 kB/s` or `1000 packets/s`',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  download: {
    summary: 'How fast the interface receives at present.',
    accepts: 'an operator and a rate such as `500 kB/s` or `1000 packets/s`',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  'total upload': {
    summary: 'How much the interface sent over a span that ends now.',
    accepts: 'an operator, a size or `packets`, `in last N hours`; up to 60 minutes, 24 hours or 1 day',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
  'total download': {
    summary: 'How much the interface received over a span that ends now.',
    accepts: 'an operator, a size or `packets`, `in last N hours`; up to 60 minutes, 24 hours or 1 day',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
}

/** What a test may be about. */
export const subjectDocs: MonitDocs = { ...localDocs, ...fileDocs, ...networkDocs }
