import type { Fix } from '../../base/edit.ts'
import { hasTag } from '../syntax/tree.ts'
import { spanIn } from '../syntax/value.ts'
import { allWords } from '../values/extract/first-word.ts'
import { man, type UnitContext, unitRule } from './rule.ts'

export const variableInEnvironment = unitRule({
  id: 'variable-in-environment',
  kind: 'trap',
  severity: 'warning',
  wants: ({ name }) => name === 'Environment',
  docs: {
    summary: 'a variable in the value of `Environment=`',
    why: 'systemd expands variables in commands only. `Environment=PATH=/opt/bin:$PATH` gives the program a PATH of `/opt/bin` and a folder named `$PATH`: nothing in `/usr/bin` is found any more. Write values out; specifiers such as `%h` are expanded.',
    bad: [
      {
        file: 'web.service',
        text: '[Service]\nEnvironment=PATH=/opt/ruby/bin:$PATH\nExecStart=/srv/web/run\n',
      },
      {
        file: 'web.service',
        text: '[Service]\nEnvironment=APP_ROOT=/srv/web "BUNDLE_PATH=$APP_ROOT/vendor"\nExecStart=/srv/web/run\n',
      },
    ],
    good: [
      {
        file: 'web.service',
        text: '[Service]\nEnvironment=PATH=/opt/ruby/bin:/usr/local/bin:/usr/bin:/bin\nExecStart=/srv/web/run\n',
      },
      {
        file: 'web.service',
        text: "[Service]\nEnvironment=PORT=3000 'PRICE=$5' DB_PASSWORD=pa$$WORD\nExecStart=/srv/web/run --port $PORT\n",
      },
    ],
    refs: [man('systemd.exec', 'Environment=')],
  },
  on: {
    known(ctx, { assignment }) {
      const { tree } = ctx.document
      const value = ctx.value(assignment)
      if (!value.text.includes('$')) return
      const { words } = allWords(value.text, { unquote: true, unescape: true })
      for (const word of words) {
        const raw = value.text.slice(word.from, word.to)
        // Whoever writes single quotes wants a dollar to be a dollar.
        if (raw.includes("'") || isSecretName(raw)) continue
        for (const { 0: variable, index, groups } of raw.matchAll(reference)) {
          const name = groups!.braced ?? groups!.plain!
          const span = spanIn(value, word.from + index, word.from + index + variable.length)
          if (hasTag(tree, span)) continue
          ctx.report(
            span,
            `variables are not expanded in 'Environment='; the program gets '${variable}' as it is`,
            {
              fixes: fixesFor(
                ctx,
                name,
                raw,
                words.map(({ text }) => text),
              ).map(({ title, safe, text }): Fix => ({ title, safe, edits: [{ span, newText: text }] })),
            },
          )
        }
      }
    },
  },
})

/** A variable as shells have them, named as variables of an environment are; a doubled dollar is none. */
const reference = /(?<!\$)\$(?:\{(?<braced>[A-Z_][A-Z0-9_]+)\}|(?<plain>[A-Z_][A-Z0-9_]+)(?![A-Za-z0-9]))/g

/** What `PATH` is where nobody sets it. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** Specifiers that stand for the variables which a login would set. */
const specifiers: ReadonlyMap<string, string> = new Map([
  ['HOME', '%h'],
  ['USER', '%u'],
  ['LOGNAME', '%u'],
  ['XDG_RUNTIME_DIR', '%t'],
])

interface Replacement {
  readonly title: string
  readonly safe: boolean
  readonly text: string
}

function fixesFor(
  { target }: UnitContext,
  name: string,
  raw: string,
  words: readonly string[],
): readonly Replacement[] {
  if (name === 'PATH' && /^"?PATH=/.test(raw)) {
    return [{ title: 'Change to the folders that PATH has by default', safe: false, text: defaultPath }]
  }
  const specifier = specifiers.get(name)
  // In a system unit they would be those of root.
  if (specifier && target.manager === 'user') {
    return [{ title: `Change to ${specifier}`, safe: true, text: specifier }]
  }
  const value = words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1)
  if (value === undefined || !/^[\w./:@%+-]+$/.test(value)) return []
  return [{ title: `Change to ${value}`, safe: false, text: value }]
}

/** Passwords may have any character in them. */
function isSecretName(word: string): boolean {
  return /^"?\w*(?:PASS|SECRET|TOKEN|KEY)\w*=/i.test(word)
}
