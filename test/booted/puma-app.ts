import type { Machine } from './machine.ts'
import { home } from './system.ts'

/** Where a test's app is, and where it answers unless it has a socket unit. */
export const shop = `${home}/shop`
export const shopUrl = 'http://127.0.0.1:3000/'

const rackup = `
version = File.read(File.join(__dir__, 'version')).strip
run lambda { |env|
  status = File.exist?(File.join(__dir__, 'broken')) ? 500 : 200
  [status, { 'Content-Type' => 'text/plain' }, ["version #{version}"]]
}
`

/**
 * Writes a minimal app for Puma that answers with what its file `version` held when it was loaded, and with an error
 * where there is a file `broken`.
 * @param puma its config/puma.rb
 */
export function writeShop(machine: Machine, puma: string, version = '1'): void {
  machine.write({
    [`${shop}/config.ru`]: rackup,
    [`${shop}/config/puma.rb`]: puma,
    [`${shop}/version`]: `${version}\n`,
    [`${shop}/Gemfile`]: "gem 'puma'\n",
    // Puma 8.0 at times goes on for ever when it is to end.
    [`${home}/.config/systemd/user/service.d/stop.conf`]: '[Service]\nTimeoutStopSec=5\n',
  })
}
