import { expect, test } from 'vitest'
import { childUri, normalUri, pathOfUri, uriOfPath } from './uri.ts'

test('a path comes decoded, and whatever the scheme', () => {
  expect(pathOfUri('file:///srv/my%20app/puma%40.service')).toBe('/srv/my app/puma@.service')
  expect(pathOfUri('untitled:Untitled-1')).toBe('Untitled-1')
  expect(pathOfUri('vscode-vfs://github/a/b/web.service?x#y')).toBe('/a/b/web.service')
})

test('the URI of a path leads back to it', () => {
  const path = '/srv/my app/50%/web#1.service'
  expect(pathOfUri(uriOfPath(path))).toBe(path)
})

test('a text that is no URI counts as a path', () => {
  expect(pathOfUri('a b:/srv/web.service')).toBe('a b:/srv/web.service')
  expect(normalUri('a b:/srv/web.service')).toBe('a b:/srv/web.service')
})

test('two spellings of a URI become one', () => {
  expect(normalUri('file:///srv/puma@.service')).toBe(normalUri('file:///srv/puma%40.service'))
  expect(normalUri('file:///C:/units/a.service')).toBe(normalUri('file:///c%3A/units/a.service'))
})

test('an entry of a folder, however odd its name', () => {
  expect(pathOfUri(childUri('file:///srv/', 'a b%#?.service'))).toBe('/srv/a b%#?.service')
  expect(pathOfUri(childUri('file:///', 'srv'))).toBe('/srv')
})
