import { commandWords, untilOperator } from './command-words.ts'

/** Options of servers' that take no value; all others do. */
const flags =
  /^(?:--(?:preload|reload|daemon|capture-output|reuse-port|no-sendfile|log-syslog|proxy-protocol|check-config|spew|print-config|enable-stdio-inheritance|disable-redirect-access-to-syslog|strip-header-spaces|initgroups|no-access-log|proxy-headers|no-proxy-headers|use-colors|no-use-colors|factory|suppress-ragged-eofs|do-handshake-on-connect)|-[DR]+)$/

/** What a command serves with a server for Python, and what it tells that server; undefined where it starts none. */
export interface ServerCall {
  /** The module, and behind a colon what in it is served where that is said; undefined where another folder counts. */
  readonly module: string | undefined
  readonly isAsgi: boolean
  /** Options of Gunicorn's, with their values, but for where it listens and how it speaks to the app. */
  readonly options: readonly string[]
}

/** Reads a command as a Procfile has it. */
export function readServerCall(command: string): ServerCall | undefined {
  const words = commandWords(command)
  const at = words.findIndex((word) => /^(?:\S*\/)?(?:gunicorn|uvicorn|hypercorn|daphne)$/.test(word))
  if (at < 0) return undefined
  const isGunicorn = /gunicorn$/.test(words[at]!)
  let module: string | undefined
  let isAsgi = !isGunicorn
  const options: string[] = []
  const told = untilOperator(words.slice(at + 1))
  for (let next = 0; next < told.length; next++) {
    const word = told[next]!
    if (!word.startsWith('-')) {
      if (/^[A-Za-z_][\w.]*(?::[A-Za-z_]\w*(?:\(.*\))?)?$/.test(word)) module ??= word
      continue
    }
    const isWhole = /^--[^=]+=/.test(word) || /^-[A-Za-z]./.test(word) || flags.test(word)
    const option = isWhole ? [word] : [word, told[++next] ?? '']
    const isWorker = /^(?:-k|--worker-class)/.test(word)
    if (isWorker && /uvicorn/i.test(option.join(' '))) isAsgi = true
    else if (isGunicorn && !/^(?:-b|--bind)/.test(word)) options.push(...option)
  }
  const isElsewhere = words.includes('cd') || /\s--(?:chdir|pythonpath|app-dir)\b/.test(command)
  const isFactory = module !== undefined && words.includes('--factory') && !module.endsWith(')')
  return { module: isElsewhere ? undefined : isFactory ? `${module}()` : module, isAsgi, options }
}
