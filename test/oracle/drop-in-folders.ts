/** Lines of files, by their names. */
type Files = Readonly<Record<string, readonly string[]>>

const command = ['[Service]', 'ExecStart=/bin/true']
const second = ['[Service]', 'ExecStart=/bin/false']
const reset = ['[Service]', 'ExecStart=']
const bare = ['[Service]', 'User=root']

/** Folders with one unit and its drop-ins, by what they are about. The unit is the file that is in no folder. */
export const dropInCases: Readonly<Record<string, Files>> = {
  'the command in a drop-in': { 'a.service': bare, 'a.service.d/a.conf': command },
  'the command in a file that is no drop-in': { 'a.service': bare, 'a.service.d/a.txt': command },
  'the command in a hidden file': { 'a.service': bare, 'a.service.d/.a.conf': command },
  'the command in the drop-in of another unit': { 'a.service': bare, 'b.service.d/a.conf': command },
  'the command taken away': { 'a.service': command, 'a.service.d/a.conf': reset },
  'the command taken away and set anew': {
    'a.service': command,
    'a.service.d/a.conf': [...reset, ...command],
  },
  'a second command': { 'a.service': command, 'a.service.d/a.conf': second },
  'a second command of a oneshot': {
    'a.service': command,
    'a.service.d/a.conf': [...second, 'Type=oneshot'],
  },
  'one file takes the command away, the next one sets it': {
    'a.service': command,
    'a.service.d/10.conf': reset,
    'a.service.d/20.conf': second,
  },
  'one file sets another command, the next one takes both away': {
    'a.service': command,
    'a.service.d/10.conf': second,
    'a.service.d/9.conf': reset,
  },
  'restart of a oneshot': {
    'a.service': [...command, 'Type=oneshot'],
    'a.service.d/a.conf': ['[Service]', 'Restart=always'],
  },
  'restart of what was a oneshot': {
    'a.service': [...command, 'Type=oneshot', 'Restart=always'],
    'a.service.d/a.conf': ['[Service]', 'Type=exec'],
  },
  'a type that systemd does not know': {
    'a.service': [...command, 'Type=oneshot', 'Restart=always'],
    'a.service.d/a.conf': ['[Service]', 'Type=odd'],
  },
  'a bus name that is missing': { 'a.service': command, 'a.service.d/a.conf': ['[Service]', 'Type=dbus'] },
  'a bus name in the next file': {
    'a.service': command,
    'a.service.d/a.conf': ['[Service]', 'Type=dbus'],
    'a.service.d/b.conf': ['[Service]', 'BusName=org.example.A'],
  },
  'a drop-in that is cut off at a wrong header': {
    'a.service': bare,
    'a.service.d/a.conf': ['[Service', ...command.slice(1)],
    'a.service.d/b.conf': command,
  },
  'a drop-in of an instance': { 'a@b.service': bare, 'a@b.service.d/a.conf': command },
  'a drop-in of the template': { 'a@b.service': bare, 'a@.service.d/a.conf': command },
  'a drop-in of all services': { 'a.service': bare, 'service.d/a.conf': command },
  'a drop-in of what the name begins with': { 'a-b-c.service': bare, 'a-.service.d/a.conf': command },
  'a drop-in of what the name of a template begins with': {
    'a-b@c.service': bare,
    'a-.service.d/a.conf': command,
  },
  'a drop-in of what the name of an instance begins with': {
    'a-b@c.service': bare,
    'a-@c.service.d/a.conf': command,
  },
  'a drop-in of a name that the own one only looks like': {
    'ab-c.service': bare,
    'a-.service.d/a.conf': command,
  },
  'an empty file hides the one of all services': {
    'a.service': bare,
    'a.service.d/a.conf': [],
    'service.d/a.conf': command,
  },
  'the file of all services does not hide the own one': {
    'a.service': bare,
    'a.service.d/a.conf': command,
    'service.d/a.conf': reset,
  },
  'the file of all services comes by its name': {
    'a.service': command,
    'a.service.d/a.conf': second,
    'service.d/b.conf': [...reset, ...command],
  },
  'what a socket listens on': {
    'a.socket': ['[Socket]', 'Accept=no'],
    'a.socket.d/a.conf': ['[Socket]', 'ListenStream=80'],
  },
  'what a socket no longer listens on': {
    'a.socket': ['[Socket]', 'ListenStream=80'],
    'a.socket.d/a.conf': ['[Socket]', 'ListenDatagram='],
  },
  'when a timer elapses': {
    'a.timer': ['[Timer]', 'Persistent=yes'],
    'a.timer.d/a.conf': ['[Timer]', 'OnBootSec=1'],
  },
  'what is mounted': {
    'srv.mount': ['[Mount]', 'Where=/srv'],
    'srv.mount.d/a.conf': ['[Mount]', 'What=/dev/sda1'],
  },
}
