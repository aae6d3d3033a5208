#!/opt/unitwright/node
// Stands in for whatever a unit runs: writes down how it was started, for a test to compare, and stays. What is said of
// the environment is what WITNESS_VARIABLES names.
const { renameSync, writeFileSync } = require('node:fs')

const seen = {
  command: process.argv.slice(1),
  folder: process.cwd(),
  variables: Object.fromEntries(
    (process.env.WITNESS_VARIABLES ?? '').split(' ').map((name) => [name, process.env[name]]),
  ),
}
console.log('a witness was here')
// At its place only once it is whole.
const file = process.env.WITNESS_FILE
writeFileSync(`${file}.new`, JSON.stringify(seen))
renameSync(`${file}.new`, file)
setInterval(() => {}, 60_000)
