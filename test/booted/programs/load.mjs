// Keeps asking a web server until standard input ends, then prints what came of it as JSON. Each request has a
// connection of its own, as those of a proxy have unless it is told otherwise.
//
// load.mjs URL|SOCKET [AT-A-TIME]
import { request } from 'node:http'

const [target, width = '4'] = process.argv.slice(2)
const isSocket = target.startsWith('/')
const url = isSocket ? 'http://localhost/' : target
const options = { agent: false, timeout: 15_000, ...(isSocket ? { socketPath: target } : {}) }

/** How often each answer came, and how each request failed that got none. */
const answers = {}
const failures = []
let isOver = false
process.stdin.on('end', () => {
  isOver = true
})
process.stdin.resume()

await Promise.all(Array.from({ length: Number(width) }, ask))
process.stdout.write(JSON.stringify({ answers, failures }))

async function ask() {
  while (!isOver) {
    try {
      const answer = await get()
      answers[answer] = (answers[answer] ?? 0) + 1
    } catch (error) {
      failures.push(error.message)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

function get() {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () =>
        response.statusCode === 200 ? resolve(text) : reject(new Error(`${response.statusCode}`)),
      )
      response.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer in 15 s')))
    sent.on('error', reject)
    sent.end()
  })
}
