import type { Pools } from './index.ts'

function words(text: string): readonly string[] {
  return text.split('|')
}

const integers = words(
  '0|1|5|10|42|99|100|128|255|256|1000|4096|32767|32768|65535|65536|2147483647|2147483648|4294967295|4294967296|9223372036854775807|9223372036854775808|18446744073709551614|18446744073709551615|18446744073709551616|-0|-1|-20|-21|-1000|-1001|-2147483648|-2147483649|+5|+ 5|- 5|0x10|0X1F|0xg|0x|010|08|0b11|0B1|0o17|0O7|0b|0o|0b-1|-0x5|+0x5|1e3|5.0|1,000|1_000|"5"|\'5\'|five|5 # five|5;|5K||infinity|yes|5 5|5%|%i|00|007|- 1',
)

const sizes = words(
  '0|1|512|1K|1k|4K|64K|1M|1G|1T|1P|1E|15E|16E|17E|18E|20E|1KB|1KiB|1MB|1Gi|1g|1.5G|1.G|.5G|1.55555M|0.5|0.5K|0.0001K|1G 512M|1G512M|1M 1G|1K 1K|1K1|1B|1B1|1 1|1 K|1  G|512 |-1|-1K|+1K|+ 1K|1K+1|1K -1|0x10|0x10K|10e3|infinity|Infinity|unlimited|50%|150%|0%|0.01%|0.001%|100.5%|5‰|50.5‰|5‱|5.5‱|%|1%%|18446744073709551615|18446744073709551614|18446744073709551616|9223372036854775807|9223372036854775808|18446744073709551616K||"1G"|1,5G|1G # lots|1GK|G|off|yes|0K|00|007K|9007199254740993|8E|1E 1P 1T 1G 1M 1K 1B 1|1.99999999999999999999K|K1',
)

const percents = words(
  '50%|100%|0%|1%|150%|200%|12.5%|12.55%|12.555%|12.%|.5%|0.01%|0.00%|50|50 %|50 percent|%|-5%|+5%|0x10%|010%|08%|5‰|999‰|1000‰|1001‰|5.5‰|5.55‰|50‱|10000‱|10001‱|5.5‱|21474836.47%|21474836.48%|2147483647‱|2147483648‱|infinity||50%%|50%i|"50%"|50,5%|100.01%|100.0%|1.5.5%|1e2%|half|60|0|-1|18446744073709551615',
)

const weights = words(
  '1|10|50|100|200|500|1000|1001|10000|10001|0|-1|9|idle|default|0x64|0144|100%|50.5||"100"|1e2|max|infinity|+100| 100|2|262144|262145|Idle|100 # twice',
)

const signals = words(
  'SIGTERM|TERM|SIGKILL|KILL|HUP|SIGHUP|SIGINT|INT|SIGUSR1|USR2|SIGRTMIN|RTMIN|SIGRTMIN+3|RTMIN+15|RTMIN+30|RTMIN+31|RTMIN+0|RTMIN-1|RTMIN+|RTMIN+ 3|RTMIN+0x3|RTMIN3|RTMAX|SIGRTMAX-2|RTMAX-30|RTMAX-31|RTMAX+1|RTMAX-|RTMAX-0|15|9|0|1|64|65|-1|+9|0xf|017|sigterm|term|Sigterm|SIGSIGTERM|SIG|SIG15|SIGCLD|SIGPOLL|SIGIOT|SIGUNUSED|SIGEMT|SIGSTKFLT|SIGIO|SIGPWR|SIGSYS|SIGWINCH|SIGFOO||"SIGTERM"|SIGTERM SIGKILL|SIGTERM,SIGKILL|SIGTERM # stop|SIGTERM;|%i|none|yes',
)

const statuses = words(
  '0|1|2|143|255|256|-1|+1|0x8f|0217|SUCCESS|FAILURE|TEMPFAIL|CONFIG|DATAERR|EXEC|KSM|MEMORY_THP|BPF|EXCEPTION|CREDENTIALS|EX_CONFIG|config|143 SIGTERM|1 2 8 SIGKILL|1 2 TEMPFAIL SIGTERM|TERM|HUP|1,2|1, 2|SIGTERM,|130 143 SIGINT|RTMIN+3|300 1|1 300|foo bar|1 "2"|"1 2"|\\1|1\\ 2|SIG\\TERM||0 # ok|65|70|NOTRUNNING|9 SIGUSR1 foo|%i|1  2|1\t2|0-5|1;2|YES|SIGCLD',
)

const modes = words(
  '0644|644|0755|755|0700|700|0777|1777|01777|07777|7777|10000|010000|0|00|000|0000|0000000755|8|0888|088|-1|-755|+755|0x1ed|0o755|0b11|u=rwx|rwxr-x---|rwxr-xr-x||"0755"|0755 # mode|755 755|0755;|%i|07 55|yes|4755|2755|06755|27|027|077|022|0027|17777777777777777777777|1',
)

const numberLimits = words(
  '0|1|1024|65536|65535:65536|1024:524288|524288:1024|infinity|infinity:infinity|1024:infinity|infinity:1024|unlimited|-1|:|1024:|:1024|1:2:|1:2:3|1::2|1K|64K|0x400|02000|1e6|18446744073709551614|18446744073709551615|18446744073709551616|"1024"|1024 # x||1024 : 2048|1024: 2048|1\\:2|1024;2048|1024 2048|65,536|max|4G|1M:2M|2M:1M|1G:infinity|0:0|1.5G|512K:1M|infinity:0|%i|soft|1B|1024k|64MB|16E|15E',
)
const timeLimits = words(
  '10|10s|5min|1h:2h|2h:1h|1500ms:1|1:1500ms|2:1500ms|100us|1d 5h|5mins|.5s|+20|-20|+19|+20:-5|-5|-20:-21|40|41|20:40|40:20|+0|-0|+0x5|-+5|--5|+-5|10ns|1y|-infinity',
)

const cpus = words(
  '0|1|3|0-3|0-3 8|0,1,2|0, 1, 2|0-3,8-11|3-0|0-|-3|0--3|0-3-5|8191|8192|0-8191|0-8192|9999|4294967295|4294967296|numa|all|NUMA|0..3|0:3|0x1|0x1-0x3|01-03|+1-+3|1 -3|1- 3|"0-3"|"0 3"|\'1\' 2|"1|1,|,|,,1|0-3;8|0 1 # x||a|0-a|f|0-3:2|1\\,2|%i|%n|%%|%Z|%i-3|0-%i|99 0-3|0 9000 1|none|yes|1 2 3 4 5 6 7|5-5|1,2-4 6',
)

const devices = words(
  '/dev/sda 1M|/dev/sda 10|/dev/sda 100|/dev/sda 200|/dev/sda 1000|/dev/sda 10001|/dev/sda 0|/dev/sda|/dev/sda 5K|/dev/sda 5MB|/dev/sda 5m|/dev/sda 1.5G|/dev/sda infinity|/dev/sda  100|/dev/sda 25ms|/dev/sda 1s|/dev/sda 5foo|/dev/sda 100 200|/dev/sda 1M 500K|"/dev/disk/by id/x" 100|\'/dev/sda\' 25ms|/dev/sda\\ x 100|"/dev/sda 100|dev/sda 100|. 100|./ 100|/ 100|.. 100|/.. 100|/../dev/sda 100|/dev/../sda 100|/dev/./sda 100|/dev//sda 100|/dev/sda/ 100|"" 100|100|1M|25ms|100 /dev/sda|/dev/sda:100|/dev/sda=100|/dev/sda,100|%t/x 100|%i 100|/dev/%i 100|/dev/%Z 100|/dev/%%x 100|/dev/% 100|/dev/sda %i|/dev/sda -1|/dev/sda +100|/dev/sda 0x64|/dev/sda 20E|/var/lib 100|/var 1s 5ms|/dev/sda -1s||/dev/sda 100%|~/x 100|/dev/sda max|/dev/sda 18446744073709551615|/dev/sda 100 # weight',
)

const filters = words(
  'default|all|private-anonymous|private-anonymous shared-anonymous|elf-headers private-huge|default private-dax|0x33|33|ff|FF|0xff|0xgg|-1|+1|g|private_anonymous|Private-Anonymous|foo|all foo|"all"|default,all||0|00|all # x|ffffffffffffffff|10000000000000000|shared-huge shared-dax|private-file-backed|shared-file-backed|%i|\\all|all\\ ',
)

const named = words(
  '0|1|2|3|4|5|6|7|8|9|16|23|127|128|255|256|-1|+1|0x7|07|08|0b1|none|realtime|best-effort|idle|Idle|other|batch|fifo|rr|FIFO|low-delay|throughput|reliability|low-cost|kern|daemon|local0|local8|emerg|err|warning|warn|debug|info|off|us|ns|usec|nsec|µs|μs|yes|no|on|us ns|2147483647|2147483648|4294967295|4294967296||"1"|1 # x|6.0',
)

export const numberPools: Pools = {
  int: integers,
  unsigned: integers,
  long: integers,
  exec_nice: integers,
  exec_oom_score_adjust: integers,
  exec_cpu_sched_prio: integers,
  exec_io_priority: integers,
  exit_status: integers,
  swap_priority: integers,
  tty_size: integers,
  concurrency_max: integers,
  mode: modes,
  signal: signals,
  set_status: statuses,
  tasks_max: [...integers.slice(0, 40), ...percents],
  cpu_quota: percents,
  managed_oom_mem_pressure_limit: percents,
  cg_cpu_weight: weights,
  cg_weight: weights,
  cpu_shares: weights,
  memory_limit: sizes,
  iec_size: sizes,
  iec_size_long: sizes,
  exec_quota: sizes,
  rlimit: [...numberLimits, ...timeLimits],
  io_limit: devices,
  io_device_weight: devices,
  io_device_latency: devices,
  exec_coredump_filter: filters,
  exec_cpu_affinity: cpus,
  unit_cpu_set: cpus,
  numa_mask: cpus,
  ip_tos: named,
  exec_io_class: named,
  log_facility: named,
  log_level: named,
  socket_timestamping: named,
}
