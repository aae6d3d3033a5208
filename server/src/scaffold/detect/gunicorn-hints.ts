import type { GunicornHints } from './python-app.ts'

/** What there is to say of an app without such a file. */
export const noGunicornHints: GunicornHints = { file: undefined, setsWorkers: false, notes: [] }

/**
 * Reads a Gunicorn configuration: a Python file of which only plain assignments are understood.
 * @param file its path within the app
 */
export function readGunicornHints(text: string, file: string): GunicornHints {
  const set = (name: string) => new RegExp(`^${name}[ \\t]*=[ \\t]*([^\\n#]*)`, 'm').exec(text)?.[1]?.trim()
  const isOn = (name: string) => !/^(?:False|None|0|)$/.test(set(name) ?? '')
  return {
    file,
    setsWorkers: set('workers') !== undefined,
    notes: [
      ...(isOn('daemon')
        ? [
            `'daemon' in ${file} sends Gunicorn into the background, and systemd takes the service for ended; remove the line`,
          ]
        : []),
      ...(isOn('preload_app')
        ? [
            `with 'preload_app' in ${file} a reload leaves the app's code as it was loaded first; restart the service after a deployment`,
          ]
        : []),
    ],
  }
}
