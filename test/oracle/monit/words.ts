/** The keywords of the control language; those of a group are often found in each other's place. */
export const wordGroups: readonly (readonly string[])[] = [
  split(`set check if else then include start stop restart restarts every depends depend group alert noalert mode
    onreboot ignore process proc file fifo directory filesystem device host network system program`),
  split(`daemon delay terminal batch log logfile syslog facility log_daemon log_local0 log_local7 log_user pidfile
    statefile init fips eventqueue basedir slot slots limits expectbuffer mailserver mail-format mmonit ssl tls httpd
    programoutput sendexpectbuffer filecontentbuffer httpcontentbuffer networktimeout programtimeout stoptimeout
    starttimeout restarttimeout exectimeout`),
  split(`register credentials hostname hostgroups signature enable disable unixsocket unix readonly read-only allow clear
    cleartext md5 sha1 sha256 crypt verify selfsigned reject version auto sslauto sslv2 sslv3 tlsv1 tlsv11 tlsv12 tlsv13
    -tlsv1 -tlsv12 -sslv3 cipher ciphers pemfile pemchain pemkey clientpemfile cacertificatefile cacertificatepath
    allowselfcertification sslversion certmd5`),
  split(`path matching match nomatch notmatching address interface uid gid euid timeout reminder from: reply-to:
    subject: message: active passive manual nostart laststate cycle cycles repeat not`),
  split(`exist exists nonexist nonexists pid ppid changed change failed succeeded success passed recovered up down
    uptime security attribute attributes strop filedescriptors total resource cpu totalcpu memory mem totalmem threads
    thread children child loadavg loadavg(1min) loadavg(5min) loadavg(15min) loadavg(15) core cpu(user) cpu(usr)
    cpu(system) cpu(sys) cpu(wait) cpu(nice) cpu(hardirq) cpu(softirq) cpu(steal) cpu(guest) cpu(guestnice) cpu(idle)
    swap read write disk inode inodes space free fsflags fsflag service servicetime hardlink hardlinks permission perm
    timestamp time atime ctime mtime access modification modify checksum expect size content link saturation capacity
    upload uploaded download downloaded pagein pageins pageout status`),
  split(`port portnumber protocol proto type tcp udp tcpssl ipv4 ipv6 url send retry responsetime certificate valid
    ping ping4 ping6 icmp echo count host`),
  split(`http https apache-status clamav default dns dwp fail2ban ftp gps imap imaps ldap2 ldap3 lmtp memcache mongodb
    mqtt mysql mysqls nntp ntp3 pgsql pop pops postfix-policy radius rdate redis rsync sieve sip smtp smtps spamassassin
    ssh tns websocket generic username password database rsakey request method get head post put hostheader headers secret
    target maxforward origin loglimit closelimit dnslimit keepalivelimit replylimit requestlimit startlimit waitlimit
    gracefullimit cleanuplimit`),
  split(`exec execute unmonitor monitor action bytein byteout connection data fsflag instance invalid packetin
    packetout speed`),
  split(`b byte bytes kb kilobyte kilobytes mb megabyte megabytes gb gigabyte gigabytes tb b/s bytes/s kb/s kilobyte/s megabytes/s mb/s gb/s
    percent % ms millisecond milliseconds s sec second seconds m min minute minutes h hour hours d day days week month
    months operation operations operation/s operations/s packet packets packet/s packets/s`),
  split(`> < >= <= == = != =~ !=~ => gt lt ge le eq ne greater more less equal notequal older newer`),
  split(`is as are for via on only with within without programs and has using use the to sum than usage was times but
    of or does per in last rate activity option options a an it`),
  [
    'ssl enable',
    'enable ssl',
    'ssl disable',
    'disable ssl',
    'total memory',
    'total mem',
    'total cpu',
    'inode free',
    'space free',
    'service time',
    'access time',
    'change time',
    'modify timestamp',
    'depends on',
    'register without credentials',
    'read only',
    'http headers [ Host: example.org, A: b ]',
    'hostgroups [ "web" db ]',
  ],
]

/** Values, marks and things that look like one of them. */
export const values: readonly string[] = [
  ...split(`0 1 2 5 9 10 64 65 80 443 0644 7777 8888 100 512 4096 99999999999 007 1.5 0.1 1. .5 1,5 -1 +1 1e3 0x10 80% 5.5%
    150% 10MB 20s 30sec 5min`),
  ...split(`/run/a.pid /var/log/a.log / /bin/true /srv/web/current /a:b /a=b ./a ~/a $HOME/a run/a.pid`),
  ...split(`web db.example.org localhost 127.0.0.1 ::1 10.0.0.0/8 192.168.1.0/255.255.255.0 eth0 eth0:1 root deploy 1000
    ops@example.org a@b @staff @ a:b a:b:c web-1 web_1 a.b a/b a=b a<b a>b a#b [a] {a} (a) $HOST $SERVICE %h`),
  ...split(`http://localhost/ https://a:b@example.org:8443/x?y=z#q http://[::1]:80/ ftp://example.org/ http:// http://:80
    unixsocket:///run/a`),
  ...split(`8f7f419955cefa0b33a2ba316cba3659 da39a3ee5e6b4b0d3255bfef95601890afd80709 abcdef
    e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`),
  ...split(`{ } [ ] ( ) : , ; " ' # \\ @ % ! - + * ~ & | $ ? < ^ ä “a” \u{a0} \u{feff}`),
  '"/bin/true"',
  '"/bin/true a b"',
  `"/bin/bash -c 'a b'"`,
  `'/bin/true'`,
  '"/var/a b"',
  '"a b"',
  "'a b'",
  '""',
  "''",
  '"a\nb"',
  '"a\\"b"',
  '"\\0x41"',
  '"\\0xZZ"',
  '"* * * * *"',
  '"*/5 * * * *"',
  '"0 4 * *"',
  '"1-5,7 * * * *"',
  "'* 8-19 * * 1-5'",
  '# comment\n',
  '= "/bin/true"',
  '="/bin/true"',
  'start program = "/bin/true"',
  'stop = "/bin/true a"',
  'exec "/bin/true"',
  'as uid root and gid root',
  'with timeout 5 seconds',
  'repeat every 2 cycles',
  'for 3 cycles',
  '2 times within 3 cycles',
  'else alert',
  'else if succeeded then alert',
  'else if failed then alert',
  'then alert',
  'then restart',
  '{ nonexist, timeout }',
  'not on { instance }',
  'depends on a',
  'group web',
  'every 2 cycles',
  'not every "* * * * *"',
]

function split(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
