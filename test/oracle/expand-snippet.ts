/**
 * What a snippet inserts when every stop is left as it is: the subset of VS Code's snippet syntax that ours use.
 * @param variables the values of `$TM_FILENAME_BASE` and the like
 * @throws on a variable without a value and on syntax that is left open, since the editor would insert it as text
 */
export function expandSnippet(body: string, variables: Readonly<Record<string, string>>): string {
  const defaults = new Map<string, string>()
  // Twice, so that a stop that repeats a later one shows its default too.
  new Expansion(body, variables, defaults).text()
  return new Expansion(body, variables, defaults).text()
}

class Expansion {
  readonly #body: string
  readonly #variables: Readonly<Record<string, string>>
  readonly #defaults: Map<string, string>
  #at = 0

  constructor(body: string, variables: Readonly<Record<string, string>>, defaults: Map<string, string>) {
    this.#body = body
    this.#variables = variables
    this.#defaults = defaults
  }

  /** Reads up to an unescaped `closer`, or to the end. */
  text(closer = ''): string {
    let out = ''
    while (this.#at < this.#body.length) {
      const character = this.#body[this.#at]!
      if (character === closer) {
        this.#at++
        return out
      }
      const escaped = this.#take(/\\([\\$}])/y)
      const name = escaped ? undefined : this.#take(/\$(?:(\w+)|\{(\w+))/y)
      if (escaped) out += escaped[1]
      else if (name?.[1]) out += this.#value(name[1], undefined)
      else if (name) out += this.#braced(name[2]!)
      else {
        out += character
        this.#at++
      }
    }
    if (closer) throw new Error(`'${closer}' is missing at the end of ${JSON.stringify(this.#body)}`)
    return out
  }

  #braced(name: string): string {
    if (this.#take(/\}/y)) return this.#value(name, undefined)
    if (this.#take(/:/y)) return this.#value(name, this.text('}'))
    const choices = this.#take(/\|([^|]*)\|\}/y)
    if (choices) return this.#value(name, choices[1]!.split(',')[0])
    const transform = this.#take(/\/((?:[^/\\]|\\.)+)\/((?:[^/\\]|\\.)*)\/(\w*)\}/y)
    if (!transform) throw new Error(`unknown syntax after '\${${name}' in ${JSON.stringify(this.#body)}`)
    const format = transform[2]!.replaceAll('\\/', '/')
    return this.#value(name, undefined).replace(new RegExp(transform[1]!, transform[3]), () => format)
  }

  #value(name: string, given: string | undefined): string {
    if (!/^\d+$/.test(name)) {
      const value = this.#variables[name] ?? given
      if (value === undefined) throw new Error(`no value for '${name}'`)
      return value
    }
    if (given !== undefined) this.#defaults.set(name, given)
    return this.#defaults.get(name) ?? ''
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#body)
    if (match) this.#at = pattern.lastIndex
    return match
  }
}
