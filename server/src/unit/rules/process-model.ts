import { hasOption, type ServerCall } from '../servers.ts'
import type { CommandWord } from '../values/commands/command-line.ts'

/** True where a server that would go into the background is told on its command line not to. */
export function staysInFront({ server, arguments: words }: ServerCall): boolean {
  switch (server) {
    case 'nginx':
      return /(?:^|[;\s])daemon\s+off\b/.test(nginxDirectives(words))
    case 'apache':
      return isApacheInFront(words)
    case 'pm2':
      return hasOption(words, '--no-daemon', '--attach') !== undefined
    default:
      return false
  }
}

/** The directives that nginx is given on its command line, as one text. */
export function nginxDirectives(words: readonly CommandWord[]): string {
  return words
    .flatMap(({ text }, index) => {
      if (text === '-g') return [words[index + 1]?.text ?? '']
      return text.startsWith('-g') ? [text.slice(2)] : []
    })
    .join(' ')
}

/** Apache is told by a definition; BusyBox, whose server is called httpd as well, by `-f`, which in Apache takes a file. */
function isApacheInFront(words: readonly CommandWord[]): boolean {
  return words.some(({ text }, index) => {
    const next = words[index + 1]?.text ?? ''
    if (text === '-X' || /^-D(?:FOREGROUND|NO_DETACH|DEBUG|ONE_PROCESS)$/.test(text)) return true
    if (text === '-D') return /^(?:FOREGROUND|NO_DETACH|DEBUG|ONE_PROCESS)$/.test(next)
    return /^-[a-z]*f[a-z]*$/.test(text) && (text.length > 2 || next === '' || next.startsWith('-'))
  })
}
