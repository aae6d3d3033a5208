import type { MonitDocs } from './types.ts'

/** What may follow `check`. */
export const checkTypeDocs: MonitDocs = {
  process: {
    summary:
      'Watches a process that a pid file names or a pattern finds, and restarts it when it is gone: `if not exist then restart` is built in. It can also test the process’s resources and ports.',
    accepts: 'a name, then `with pidfile PATH` or `matching REGEX`',
    anchor: 'Service-checks',
  },
  file: {
    summary:
      'Watches a regular file or a socket: whether it exists, its age, size, content, checksum, owner and permissions.',
    accepts: 'a name, then `with path PATH`',
    anchor: 'Service-checks',
  },
  fifo: {
    summary: 'Watches a named pipe: whether it exists, its age, owner and permissions.',
    accepts: 'a name, then `with path PATH`',
    anchor: 'Service-checks',
  },
  directory: {
    summary: 'Watches a folder: whether it exists, when entries came or went, its owner and permissions.',
    accepts: 'a name, then `with path PATH`',
    anchor: 'Service-checks',
  },
  filesystem: {
    summary:
      'Watches a mounted file system: free space and inodes, reads and writes, and how it is mounted. A change of mount flags alerts by itself.',
    accepts: 'a name, then `with path` and a mount point, a device, or a network share',
    anchor: 'Service-checks',
  },
  host: {
    summary: 'Watches another machine, or this one from outside, by ping and by connections to its ports.',
    accepts: 'a name, then `with address HOST`; at least one ping, port or url test',
    anchor: 'Service-checks',
  },
  network: {
    summary:
      'Watches a network interface: whether its link is up, how fast and how busy it is. A link that goes down alerts by itself.',
    accepts: 'a name, then `with interface NAME` or `with address IP`',
    anchor: 'Service-checks',
  },
  system: {
    summary:
      'Watches the machine as a whole: load, processor, memory, swap, open files. Alerts bear its name as that of the host; monit adds one by itself where none is written.',
    accepts: 'a name; `$HOST` stands for the host name',
    anchor: 'Service-checks',
  },
  program: {
    summary:
      'Runs a program of yours in each cycle and tests its exit status or its output. monit doesn’t wait for it: the result counts in the next cycle.',
    accepts: 'a name, then `with path "PROGRAM ARGUMENTS"`; at least one status or content test',
    anchor: 'PROGRAM-STATUS-TEST',
  },
}

/** What says which thing a check is about. */
export const headDocs: MonitDocs = {
  pidfile: {
    summary:
      'The file into which the process writes its id. The daemon itself must write it: systemd’s `PIDFile=` only reads, and services of `Type=simple` mostly have none.',
    accepts: 'an absolute path',
    anchor: 'Service-checks',
  },
  matching: {
    summary:
      'Finds the process by its command line, as `ps` shows it; of several it takes the topmost parent that runs longest. `monit procmatch "REGEX"` shows what a pattern finds.',
    accepts: 'a POSIX extended regular expression, quoted',
    anchor: 'Service-checks',
  },
  path: {
    summary: 'What is watched: the path of a file, pipe, folder or file system, or the program to run.',
    accepts: 'an absolute path; variables and `~` are not filled in',
    anchor: 'Service-checks',
  },
  address: {
    summary: 'The host to test, by name or number; of a network check the address that the interface has.',
    accepts: 'a host name or an IP address, quoted if it has colons',
    anchor: 'Service-checks',
  },
  interface: {
    summary: 'The network interface by name, such as `eth0`; `ip link` lists them.',
    accepts: 'a name',
    anchor: 'NETWORK-INTERFACE-TESTS',
  },
}
