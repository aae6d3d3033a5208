const apps = ['web', 'worker', 'scheduler', 'mailer', 'search', 'cache', 'reports', 'webhooks'] as const

/** A control file of at least so many lines, as a deployment tool might write it: one check in twenty has a mistake. */
export function longControlFile(lines: number): string {
  const parts = [head]
  for (let index = 0, count = head.split('\n').length; count < lines; index++) {
    const part = check(`${apps[index % apps.length]}-${index}`, index)
    parts.push(part)
    count += part.split('\n').length - 1
  }
  return parts.join('')
}

const head = `# Made by a tool.
set daemon 30 with start delay 60
set log /var/log/monit.log
set limits {
  programOutput: 1 kB,
  startTimeout: 60 seconds
}
set mailserver localhost port 25
set alert ops@example.com not on { instance, action }
set httpd port 2812 and
  use address localhost
  allow localhost
`

function check(app: string, index: number): string {
  const port = 3000 + (index % 5000)
  switch (index % 4) {
    case 0:
      return `
# The server of ${app}.
check process ${app} with pidfile /run/${app}/${app}.pid
  start program = "/usr/bin/systemctl start ${app}" with timeout 60 seconds
  stop program = "/usr/bin/systemctl stop ${app}"
  if cpu > ${index % 20 === 8 ? '80 percents' : '80%'} for 5 cycles then alert
  if total memory > ${256 + (index % 8)} MB for 3 times within 5 cycles then restart
  if failed host 127.0.0.1 port ${port} protocol http
    request "/health?of=${app}" status = 200 with timeout 10 seconds
    for 2 cycles
  then restart
  if 3 restarts within 10 cycles then unmonitor
  group shop
`
    case 1:
      return `
check file ${app}_log with path /var/log/${app}.log
  if size > 500 MB then exec "/usr/sbin/logrotate -f /etc/logrotate.d/${app}"
    as uid root and gid root
  if content = "ERROR [0-9]+" then alert
  if timestamp > 15 minutes for 2 cycles then alert
  group logs
`
    case 2:
      return `
check program ${app}_queue with path "/usr/local/bin/queue-length ${app} --max 100" with timeout 20 seconds
  every "0-40 * * * *"
  if status != 0 for 3 cycles then alert
`
    default:
      return `
check host ${app}_site with address ${app}.example.com
  if failed port 443 protocol https
    with ssl options { verify: enable, selfsigned: reject }
    and certificate valid > 14 days
    with timeout 15 seconds
    retry 2
  then alert
  alert team@example.com only on { connection, timeout } with reminder on 10 cycles
`
  }
}
