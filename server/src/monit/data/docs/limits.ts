import type { MonitDocs } from './types.ts'

const size = 'a size such as `10 kB`'
const time = 'a number with `s` or `ms`'
const anchor = 'LIMITS'

/** What may stand in `set limits { … }`; monit doesn't tell capital letters from small ones here. */
export const limitDocs: MonitDocs = {
  programoutput: {
    summary: 'How much of the output of a `check program` is kept for tests and alerts; the rest is cut off.',
    default: '512 B',
    accepts: size,
    anchor,
  },
  sendexpectbuffer: {
    summary: 'How much of an answer a `send`/`expect` test compares.',
    default: '256 B',
    accepts: size,
    anchor,
  },
  filecontentbuffer: {
    summary: 'How much of each line a file’s content test looks at.',
    default: '512 B',
    accepts: size,
    anchor,
  },
  httpcontentbuffer: {
    summary: 'How much of a page the content test of `protocol http` looks at.',
    default: '1 MB',
    accepts: size,
    anchor,
  },
  networktimeout: {
    summary:
      'How long connections and pings may take where the test says nothing itself. The first port test and the first ping in all the files keep monit’s own 5 seconds: give them a `timeout`.',
    default: '5 s',
    accepts: time,
    anchor,
  },
  programtimeout: {
    summary: 'How long a `check program` may run before monit ends it.',
    default: '300 s',
    accepts: time,
    anchor,
  },
  stoptimeout: {
    summary: 'How long monit waits for a service to be gone after its `stop` command.',
    default: '30 s',
    accepts: time,
    anchor,
  },
  starttimeout: {
    summary:
      'How long monit waits for a service to be there after its `start` command, before it calls that failed.',
    default: '30 s',
    accepts: time,
    anchor,
  },
  restarttimeout: {
    summary: 'How long monit waits for a service to be there after its `restart` command.',
    default: '30 s',
    accepts: time,
    anchor,
  },
  exectimeout: {
    summary: 'How long commands of `exec` may run before monit ends them.',
    since: '5.34',
    default: 'none',
    accepts: time,
    anchor,
  },
}
