import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../base/edit.ts'
import { monit } from '../index.ts'
import { testEnvironment } from '../testing/check.ts'

const names = monit.names!
const web = 'check process Web with pidfile /run/web.pid\n  depends on db, "db"\n'
const controlFiles = [
  {
    path: 'db',
    text: 'check process DB with pidfile /run/db.pid\ncheck file x with path /x\n  depends on db',
  },
  { path: 'other', text: 'check file y with path /y\n' },
]
const environment = testEnvironment({ controlFiles })
const document = monit.read(web, 'web')
const on = (word: string) => web.indexOf(word) + 1
const shown = (locations: ReturnType<typeof names.definitions>) =>
  locations.map(({ path, text, span }) => `${path}:${span.start} ${text.slice(span.start, span.end)}`)

/** All files after a rename of what stands at a word. */
function renamed(word: string, name: string) {
  const result = names.rename(document, on(word), name, environment)
  if (result.kind === 'refused') return result.reason
  return Object.fromEntries(result.files.map(({ path, text, edits }) => [path, applyEdits(text, edits)]))
}

test('a name leads to its check, in whatever file and spelling', () => {
  expect(shown(names.definitions(document, on('db'), environment))).toEqual(['db:14 DB'])
  expect(shown(names.definitions(document, on('Web'), environment))).toEqual(['web:14 Web'])
  expect(names.definitions(document, on('pidfile'), environment)).toEqual([])
})

test('the places that use a name, with or without the check itself', () => {
  expect(shown(names.references(document, on('db'), true, environment))).toEqual([
    'db:14 DB',
    'web:57 db',
    'web:62 db',
    'db:81 db',
  ])
  expect(shown(names.references(document, on('db'), false, environment))).toHaveLength(3)
})

describe('a rename', () => {
  test('is offered for the name without its quotes', () => {
    const span = names.renamable(document, web.indexOf('"db"') + 2)!
    expect(web.slice(span.start, span.end)).toBe('db')
    expect(names.renamable(document, on('pidfile'))).toBeUndefined()
  })
  test('reaches all files and keeps quotes', () => {
    expect(renamed('db', 'store')).toEqual({
      web: web.replace('db, "db"', 'store, "store"'),
      db: 'check process store with pidfile /run/db.pid\ncheck file x with path /x\n  depends on store',
    })
  })
  test('writes quotes where the new name needs them', () => {
    expect(renamed('Web', 'the web')).toEqual({ web: web.replace('Web', '"the web"') })
    expect(renamed('Web', 'web:1')).toEqual({ web: web.replace('Web', '"web:1"') })
  })
  test('may change the case of a name', () => {
    expect(renamed('Web', 'web')).toEqual({ web: web.replace('Web', 'web') })
  })
  test.each([
    ['', 'the new name is empty; a service needs one'],
    [' a', "' a' begins or ends with a blank; leave that out"],
    ['/a', "'/a' begins with '/', and monit takes that for a path; begin with a letter"],
    [
      'a"b',
      `'a"b' holds '"', which monit can't have in a name; letters, digits, '-', '_' and '.' always work`,
    ],
    ['X', "a check in db is called 'X' already, and monit refuses two of one name"],
  ])('to %j is refused', (name, reason) => expect(renamed('Web', name)).toBe(reason))
})
