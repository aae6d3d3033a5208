// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of shells, not of ours

/** Upstart jobs of the kinds that are met, by the paths that they are said to have, for tests. */
export const upstartJobs: Readonly<Record<string, string>> = {
  'config/upstart/shop-web.conf': `#!upstart
description "Web server of the shop"

setuid deploy
setgid deploy
env HOME=/home/deploy

reload signal USR1
normal exit 0 TERM

respawn
respawn limit 3 30

start on runlevel [2345]
stop on runlevel [06]

script
  cd /srv/shop/current
  exec bin/puma -C config/puma.rb -b 'unix:///run/shop/puma.sock?umask=0111'
end script

post_script exec rm -f /run/shop/puma.sock
`,
  'config/upstart/puma-all.conf': `description "Starts the Puma of each app"
start on runlevel [2345]
stop on runlevel [06]
env APPS=/etc/puma-apps

pre-start script
  while read folder; do
    logger -t puma-all "$folder is next"
    start puma-one app=$folder
  done < $APPS
end script
`,
  'config/upstart/puma-one.conf': `# Runs under the name of its folder:
#   start puma-one app=/srv/shop/current
description "One Puma"
stop on (stopping puma-all or runlevel [06])
setuid apps
setgid apps
respawn
respawn limit 3 30
instance \${app}

script
  # the profile is bash's
  exec /bin/bash <<'END'
    export HOME="$(getent passwd apps | cut -d: -f6)"
    cd "$app"
    if [ -x "$HOME/.rbenv/bin/rbenv" ]; then
      PATH="$HOME/.rbenv/shims:$PATH"
    fi
    exec bundle exec puma -C config/puma.rb
END
end script
`,
  'etc/init/worker.conf': `description "Sidekiq worker"
stop on (stopping workers or runlevel [06])
setuid deploy
setgid deploy
respawn
respawn limit 3 30
normal exit 0 TERM
reload signal TSTP
kill timeout 30
env index=0
instance $index

script
exec /bin/bash <<EOT
  cd /srv/shop/current
  exec /usr/local/bin/bundle exec sidekiq -i \${index} -e production
EOT
end script
`,
  'etc/init/workers.conf': `description "All workers"
start on (started networking and runlevel [2345])
stop on runlevel [!2345]
`,
  'node.conf': `description 'Chat; "live" at 100%'
author "A. Nobody <nobody@example.org>"
version "1.0"
start on (local-filesystems
          and net-device-up IFACE!=lo)   # the network is there
stop on shutdown
respawn
respawn limit 99 5
env SCRIPT=server.js
env FOLDER="/srv/my chat"
env LOG=/var/log/chat.log
env RUN=/run/chat
limit nofile 32768 65536
limit core unlimited unlimited
limit nproc 100 unlimited
oom score -100
umask 022
nice 5
kill signal INT
kill timeout 30
console log

pre-start script
  mkdir -p $RUN
  chown node:node $RUN || true
end script

script
  export NODE_ENV=production
  exec start-stop-daemon --start --chuid node:node --make-pidfile --pidfile $RUN/chat.pid \\
    --chdir "$FOLDER" --exec /usr/bin/node -- $SCRIPT --port=8080 --greeting '50% $off' >> $LOG 2>&1
end script

post-start script
  echo "started" >> $LOG
end script

pre-stop exec curl -s http://127.0.0.1:8080/drain
`,
  'upstart/unicorn.conf': `start on started postgresql
stop on stopping postgresql
expect daemon
exec su - deploy -c 'cd /srv/shop && RAILS_ENV=production bundle exec unicorn -c config/unicorn.rb -D'
`,
  'upstart/resque.conf': `description "resque"
start on started redis-server and runlevel [2345]
respawn limit unlimited
respawn
oom 5
script
  . /etc/default/resque
  # the shop's own queues
  umask 002
  cd /srv/shop/current
  if [ -n "$QUEUES" ]; then
    exec bundle exec rake resque:work QUEUE="$QUEUES"   # as the file says
  fi
  bundle exec rake resque:work QUEUE=*
end script
post-stop script
  case "$EXIT_STATUS" in
    0)
      rm -f /run/resque.pid
      ;;
    # it's gone
    *) logger 'resque ended:
  look at its log' ;;
  esac
end script
`,
  'upstart/gunicorn.conf': `description "gunicorn"
start on filesystem or runlevel [2345]
stop on runlevel [016]
respawn
console none
chdir /srv/site
env PATH=/srv/site/venv/bin:$PATH
exec sudo -u www-data LANG="C.UTF-8" venv/bin/gunicorn site.wsgi:application --workers 4 2>&1 | logger -t site -p local0.info
`,
  'migrate.upstart': `description "migrations"
start on stopped mountall or vagrant-mounted
task
console output
exec /bin/sh -c "cd /srv/shop && exec nice -n 10 bin/rake db:migrate > /var/log/migrate.log"
`,
  'upstart/hand.conf': `description "only by hand"
manual
start on runlevel [2345]
expect stop
emits hand-raised
export HAND
usage "start hand HAND=left"
cgroup memory limit_in_bytes 100
apparmor switch /usr/bin/hand
env HAND
env GREETING=it's\\ "50%"
script
  trap 'kill $pid' TERM
  /usr/bin/hand --side "$HAND" &
  pid=$!
  wait $pid
end script
`,
  'upstart/daemon.conf': `start on (net-device-up IFACE=eth0 and started dbus)
stop on (stopped dbus or starting halt)
expect fork
respawn
normal exit TERM
chroot /srv/jail
limit stack 8388608 unlimited
nice -5
oom never
exec /usr/sbin/thing --pid /run/thing.pid $THING_OPTS
pre-stop exec /usr/sbin/thing --quit
`,
}
