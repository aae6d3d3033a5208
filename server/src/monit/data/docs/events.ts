import type { MonitDocs } from './types.ts'

const anchor = 'Setting-an-alert-recipient'

/** Kinds of events, by which `alert … on { … }` filters. */
export const eventDocs: MonitDocs = {
  action: { summary: 'Somebody started, stopped or (un)monitored a service by hand.', anchor },
  bytein: { summary: 'A test of bytes downloaded over an interface.', anchor },
  byteout: { summary: 'A test of bytes uploaded over an interface.', anchor },
  checksum: {
    summary: 'A file’s checksum is wrong or has changed; that of a page is a `connection`.',
    anchor,
  },
  connection: {
    summary: 'A port, a URL or a Unix socket doesn’t answer as the test wants it, its page included.',
    anchor,
  },
  content: { summary: 'A content test matched a file or a program’s output.', anchor },
  data: {
    summary:
      'monit couldn’t read what it needs for a test, such as the content of a file, or a process is a zombie.',
    anchor,
  },
  exec: {
    summary: 'A start, stop or restart command failed or took too long.',
    anchor,
  },
  exist: { summary: 'Something is there that `if exist` wants gone.', anchor },
  fsflags: {
    summary: 'A file system is mounted with other flags, such as read-only after a disk error.',
    anchor,
  },
  gid: { summary: 'Something belongs to another group than the test names.', anchor },
  icmp: { summary: 'A ping test failed or works again.', anchor },
  instance: {
    summary:
      'monit itself was started, stopped or reloaded. Most people filter it out: `not on { instance }`.',
    anchor,
  },
  invalid: {
    summary:
      'A path leads to something of another type, such as a folder where a file is expected; or a security attribute is another one.',
    anchor,
  },
  link: { summary: 'A network link went down or up, or reports errors.', anchor },
  nonexist: { summary: 'A process, file, pipe, folder or file system is gone.', anchor },
  packetin: { summary: 'A test of packets received by an interface.', anchor },
  packetout: { summary: 'A test of packets sent by an interface.', anchor },
  permission: { summary: 'The mode of a file is not what the test names, or it changed.', anchor },
  pid: {
    summary: 'The process id changed without monit’s doing, so something else restarted the process.',
    anchor,
  },
  ppid: { summary: 'The parent of a process changed without monit’s doing.', anchor },
  resource: {
    summary:
      'A test of processor, memory, load, threads, space, inodes, hard links, open files, reads or writes matched.',
    anchor,
  },
  saturation: { summary: 'An interface uses more of its capacity than the test allows.', anchor },
  size: { summary: 'A file’s size is beyond the limit, or it changed.', anchor },
  speed: {
    summary:
      'An interface negotiated another speed or duplex mode, or an answer did not keep to `responsetime`.',
    anchor,
  },
  status: {
    summary: 'A program ended with an exit status that the test names, or couldn’t be run at all.',
    anchor,
  },
  timeout: {
    summary: 'A service was restarted too often, by the measure of `if N restarts within M cycles`.',
    anchor,
  },
  timestamp: {
    summary:
      'Something is older or newer than the test allows, or was touched; or a certificate soon runs out.',
    anchor,
  },
  uid: { summary: 'Something belongs to another user, or a process runs as one.', anchor },
  uptime: { summary: 'A process or the machine runs longer or shorter than the test allows.', anchor },
}
