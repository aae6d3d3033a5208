#!/usr/bin/env bash
# Has things go wrong on a booted systemd, and prints what its programs say: `== ID` and their texts, one after another.
# Runs as root within it. Whatever fails is meant to fail.
export LC_ALL=C.UTF-8 SYSTEMD_COLORS=0 SYSTEMD_PAGER=cat
name=unlucky
useradd --create-home --shell /bin/bash $name
useradd --create-home --shell /bin/bash lonely
loginctl enable-linger $name
uid=$(id -u $name)
for _ in {1..100}; do
  [ -S "/run/user/$uid/systemd/private" ] && break
  sleep 0.1
done
units=/home/$name/.config/systemd/user
runuser -u $name -- mkdir -p "$units"

say() { echo "== $1"; }
# Runs words as a user, with nothing in the environment but what is given before `--`.
bare() {
  local user=$1 settings=()
  shift
  while [ "$1" != -- ]; do settings+=("$1") && shift; done
  shift
  runuser -u "$user" -- env -i PATH="$PATH" LC_ALL=C.UTF-8 SYSTEMD_COLORS=0 "${settings[@]}" "$@" 2>&1
}
mine() {
  (cd "/home/$name" && bare $name HOME="/home/$name" XDG_RUNTIME_DIR="/run/user/$uid" \
    DBUS_SESSION_BUS_ADDRESS="unix:path=/run/user/$uid/bus" -- "$@")
}
unit() {
  printf '%s\n' "${@:2}" >"$units/$1"
  chown $name: "$units/$1"
}
service() { unit "$1.service" '[Service]' "${@:2}"; }
# Starts a service that fails, waits for its end, and prints status and journal.
fail() {
  say "$1"
  mine systemctl --user daemon-reload
  mine systemctl --user start "$2.service"
  for _ in {1..60}; do
    case $(mine systemctl --user show --value --property=ActiveState "$2.service") in
      failed | inactive) break ;;
    esac
    sleep 0.1
  done
  mine systemctl --user status --no-pager --full --lines=0 "$2.service"
  journal "$2.service"
}
journal() {
  journalctl --sync
  mine journalctl --no-pager --quiet --output=cat --user-unit="$1"
}

say bus-without-variables
bare $name -- systemctl --user start web
say bus-without-manager
bare lonely XDG_RUNTIME_DIR=/run/user/"$(id -u lonely)" -- systemctl --user start web
say bus-of-another
bare lonely XDG_RUNTIME_DIR="/run/user/$uid" -- systemctl --user start web
say bus-as-root
env XDG_RUNTIME_DIR="/run/user/$uid" DBUS_SESSION_BUS_ADDRESS="unix:path=/run/user/$uid/bus" systemctl --user start web 2>&1
say start-without-rights
bare $name -- systemctl --no-ask-password start dbus.service
say start-several-without-rights
bare $name -- systemctl --no-ask-password start dbus.service dbus.socket
say reload-without-rights
bare $name -- systemctl --no-ask-password daemon-reload
say enable-without-rights
bare $name -- systemctl --no-ask-password enable dbus.service
say lingering-without-rights
bare $name -- loginctl --no-ask-password enable-linger lonely
say lingering-without-session
bare $name -- loginctl --no-ask-password enable-linger
say logs-without-rights
bare lonely -- journalctl --no-pager --unit=dbus.service

say not-found-start
mine systemctl --user start missing.service
say not-found-start-several
mine systemctl --user start basic.target missing.service
say not-found-enable
mine systemctl --user enable missing.service
say not-found-status
mine systemctl --user status --no-pager missing.service
say not-found-cat
mine systemctl --user cat missing.service
say not-found-reset
mine systemctl --user reset-failed missing.service
say not-found-stop
mine systemctl --user stop missing.service
say mask-missing
mine systemctl --user mask missing.service
mine systemctl --user start missing.service
mine systemctl --user enable missing.service

service plain 'ExecStart=/bin/sleep 1000'
service loading 'ExecStart=/bin/sleep 1000' 'ExecReload=/bin/true'
mine systemctl --user daemon-reload
say no-install-section
mine systemctl --user enable plain.service
say not-active-reload
mine systemctl --user reload loading.service
say cannot-reload
mine systemctl --user start plain.service
mine systemctl --user reload plain.service
say changed-on-disk
service plain 'ExecStart=/bin/sleep 1001'
mine systemctl --user restart plain.service
mine systemctl --user status --no-pager --lines=0 plain.service

unit 'many@.service' '[Service]' 'ExecStart=/bin/sleep 1000' '[Install]' 'WantedBy=default.target'
mine systemctl --user daemon-reload
say template-start
mine systemctl --user start many@.service
say template-enable
mine systemctl --user enable many@.service

say target-of-system
unit far.service '[Service]' 'ExecStart=/bin/sleep 1000' '[Install]' 'WantedBy=multi-user.target'
mine systemctl --user daemon-reload
mine systemctl --user enable far.service

say link-occupied
mine mkdir -p /home/$name/app
printf '[Service]\nExecStart=/bin/true\n' >/home/$name/app/plain.service
mine systemctl --user link /home/$name/app/plain.service
say link-missing
mine systemctl --user link /home/$name/app/missing.service
say link-twice
printf '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=default.target\n' >/home/$name/app/linked.service
mine mkdir -p /home/$name/other
cp /home/$name/app/linked.service /home/$name/other/
mine systemctl --user link /home/$name/app/linked.service
mine systemctl --user link /home/$name/other/linked.service

say bad-setting-none
service empty 'Type=simple'
mine systemctl --user daemon-reload
mine systemctl --user start empty.service
mine systemctl --user status --no-pager empty.service
journal empty.service
say bad-setting-unknown
service strange 'ExecStrat=/bin/true' 'ExecStart=/bin/true' 'Restart=sometimes'
mine systemctl --user daemon-reload
mine systemctl --user start strange.service
journal strange.service

say bad-setting-path
service relative 'ExecStart=bin/server' 'EnvironmentFile=relative'
mine systemctl --user daemon-reload
mine systemctl --user start relative.service
journal relative.service
service assigned 'ExecStart=RACK_ENV=production /usr/bin/true'
fail bad-setting-assignment assigned
service chdir 'ExecStart=/bin/true' 'WorkingDirectory=/no/such/folder'
fail exit-chdir chdir
service program 'ExecStart=/no/such/program'
fail exit-exec-missing program
printf '#!/no/such/interpreter\n' >/home/$name/app/script
chmod 755 /home/$name/app/script
service interpreter "ExecStart=/home/$name/app/script"
fail exit-exec-interpreter interpreter
service forbidden "ExecStart=/etc/passwd"
fail exit-exec-permission forbidden
service group 'User=root' 'ExecStart=/bin/true'
fail exit-group group
service stdout 'ExecStart=/bin/true' 'StandardOutput=append:/no/such/folder/log'
fail exit-stdout stdout
service envfile 'ExecStart=/bin/true' 'EnvironmentFile=/no/such/environment'
fail resources-environment envfile
service status 'ExecStart=/bin/sh -c "exit 3"'
fail exit-own status
service missing-command 'ExecStart=/bin/sh -c "exec no-such-command"'
fail exit-127 missing-command
service limit 'ExecStart=/bin/false' 'Restart=always' 'RestartSec=10ms'
fail start-limit limit
say start-limit-start
mine systemctl --user start limit.service
service slow 'Type=notify' 'ExecStart=/bin/sleep 1000' 'TimeoutStartSec=1'
fail timeout-start slow
service stubborn 'ExecStart=/bin/sh -c "trap : TERM; while :; do sleep 1; done"' 'TimeoutStopSec=1' 'RuntimeMaxSec=1'
fail timeout-stop stubborn
say timeout-reload
service lazy 'ExecStart=/bin/sleep 1000' 'ExecReload=/bin/sleep 1000' 'TimeoutStartSec=1'
mine systemctl --user daemon-reload
mine systemctl --user start lazy.service
mine systemctl --user reload lazy.service
journal lazy.service
service killed 'ExecStart=/bin/sh -c "kill -9 $$$$"'
fail signal killed
service dumped 'ExecStart=/bin/sh -c "ulimit -c 0; kill -SEGV $$$$"'
fail signal-segv dumped
service watched 'Type=notify' 'NotifyAccess=all' 'WatchdogSec=1' \
  'ExecStart=/bin/sh -c "systemd-notify --ready; exec sleep 1000"'
fail watchdog watched
service unready 'Type=notify' 'ExecStart=/bin/true'
fail protocol unready
service forked 'Type=forking' 'PIDFile=%t/forked.pid' 'ExecStart=/bin/true' 'TimeoutStartSec=1'
fail protocol-pid-file forked
service condition 'ExecCondition=/bin/false' 'ExecStart=/bin/true'
fail condition-command condition
unit absent.service '[Unit]' 'ConditionPathExists=/no/such/file' '[Service]' 'ExecStart=/bin/true'
fail condition absent
unit described.service '[Unit]' 'Description=What is absent' 'ConditionPathExists=/no/such/file' '[Service]' \
  'ExecStart=/bin/true'
fail condition-described described
unit triggered.service '[Unit]' 'ConditionPathExists=|/no/such/file' 'ConditionPathExists=|/nor/such' '[Service]' \
  'ExecStart=/bin/true'
fail condition-trigger triggered
unit asserted.service '[Unit]' 'Description=What is asserted' 'AssertPathExists=/no/such/file' '[Service]' 'ExecStart=/bin/true'
fail assert asserted
unit needed.service '[Service]' 'Type=exec' 'ExecStart=/no/such/program'
unit needy.service '[Unit]' 'Description=What is needy' 'Requires=needed.service' 'After=needed.service' '[Service]' 'ExecStart=/bin/true'
fail dependency needy
unit lost.service '[Unit]' 'Requires=nowhere.service' '[Service]' 'ExecStart=/bin/true'
fail dependency-missing lost
unit manual.service '[Unit]' 'RefuseManualStart=yes' '[Service]' 'ExecStart=/bin/true'
fail manual-start-refused manual
unit circle.service '[Unit]' 'Requires=circle2.service' 'After=circle2.service' '[Service]' 'ExecStart=/bin/true'
unit circle2.service '[Unit]' 'Requires=circle.service' 'After=circle.service' '[Service]' 'ExecStart=/bin/true'
fail order-cycle circle

say socket-in-use
unit taken.service '[Service]' 'ExecStart=/bin/sleep 1000'
unit taken.socket '[Socket]' 'ListenStream=%t/taken.sock'
mine systemctl --user daemon-reload
mine systemctl --user start taken.service
mine systemctl --user start taken.socket
mine systemctl --user stop taken.service
journal taken.socket
say socket-address-in-use
unit first.socket '[Socket]' 'ListenStream=127.0.0.1:4567'
unit first.service '[Service]' 'ExecStart=/bin/sleep 1000'
unit second.socket '[Socket]' 'ListenStream=127.0.0.1:4567'
unit second.service '[Service]' 'ExecStart=/bin/sleep 1000'
mine systemctl --user daemon-reload
mine systemctl --user start first.socket
mine systemctl --user start second.socket
journal second.socket
say socket-port-forbidden
unit low.socket '[Socket]' 'ListenStream=127.0.0.1:81'
unit low.service '[Service]' 'ExecStart=/bin/sleep 1000'
mine systemctl --user daemon-reload
mine systemctl --user start low.socket
journal low.socket
say timer-without-service
unit early.timer '[Timer]' 'OnBootSec=1d'
mine systemctl --user daemon-reload
mine systemctl --user start early.timer
journal early.timer
say socket-without-service
unit alone.socket '[Socket]' 'ListenStream=%t/alone.sock'
mine systemctl --user daemon-reload
mine systemctl --user start alone.socket
journal alone.socket
say stop-but-socket
unit door.socket '[Socket]' 'ListenStream=%t/door.sock'
unit door.service '[Service]' 'ExecStart=/bin/sleep 1000'
mine systemctl --user daemon-reload
mine systemctl --user start door.socket door.service
mine systemctl --user stop door.service

# Where init scripts still are services.
if [ -e /lib/systemd/system-generators/systemd-sysv-generator ]; then
  say native-service
  printf '#!/bin/sh\n### BEGIN INIT INFO\n# Provides: old\n# Default-Start: 2 3 4 5\n# Default-Stop: 0 1 6\n### END INIT INFO\n' >/etc/init.d/old
  chmod 755 /etc/init.d/old
  systemctl enable old 2>&1
fi
say transient
mine systemd-run --user --quiet --unit=fleeting /bin/sleep 1000
mine systemctl --user enable fleeting.service
say no-systemd
unshare --mount sh -c 'mount -t tmpfs tmpfs /run/systemd && systemctl start web' 2>&1
say interpreter-not-in-path
mine env PATH=/usr/bin:/bin /usr/bin/env no-such-ruby
service silenced 'StandardOutput=append:/root/silenced.log' 'ExecStart=/bin/true'
fail stdout-forbidden silenced
service crash 'LimitCORE=infinity' 'WorkingDirectory=%h' 'ExecStart=/bin/sh -c "kill -SEGV $$$$"'
fail core-dump crash
say bad-name
mine systemctl --user start 'x@a b.service' @x.service
# Programs that not every machine has.
if command -v puma >/dev/null; then
  printf 'run ->(_) { [200, {}, []] }\n' >/home/$name/app/config.ru
  service web "WorkingDirectory=/home/$name/app" 'ExecStart=/usr/bin/puma --bind tcp://127.0.0.1:4567'
  mine systemctl --user start first.socket
  fail port-in-use-puma web
  printf 'daemonize\nport 4999\n' >/home/$name/app/puma.rb
  service daemon "WorkingDirectory=/home/$name/app" 'ExecStart=/usr/bin/puma --config puma.rb'
  fail puma-daemonize daemon
fi
if command -v gunicorn >/dev/null; then
  service guni 'ExecStart=/usr/bin/gunicorn --bind 127.0.0.1:4567 http.server:test'
  fail port-in-use-gunicorn guni
fi
if command -v bundle >/dev/null; then
  say no-gemfile
  mine /usr/bin/bundle exec puma
fi
if command -v rbenv >/dev/null; then
  say no-ruby-version
  mine env RBENV_VERSION=9.9.9 /usr/bin/rbenv exec ruby --version
fi
