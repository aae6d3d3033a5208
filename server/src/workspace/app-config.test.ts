import { expect, test } from 'vitest'
import { isAppConfig, lockedGems } from './app-config.ts'

const lock = (gems: string) => Object.fromEntries(lockedGems(`GEM\n  specs:\n${gems}\n`))

test('the versions that were chosen, not those that are asked for', () => {
  expect(lock('    puma (6.4.2)\n      nio4r (~> 2.0)\n    rack (3.1.0.beta1)')).toEqual({
    puma: '6.4.2',
    rack: '3.1.0',
  })
  expect(lock('    puma (6.4.2)\n    puma (6.4.2-java)')).toEqual({ puma: '6.4.2' })
})

test('of two versions nobody knows the one that is meant', () => {
  const merged = '<<<<<<< HEAD\n    puma (5.6.4)\n=======\n    puma (6.4.2)\n>>>>>>> main\n    rack (2.2.4)'
  expect(lock(merged)).toEqual({ rack: '2.2.4' })
})

test('the files that count', () => {
  expect(isAppConfig('/srv/web/config/puma.rb')).toBe(true)
  expect(isAppConfig('/srv/web/config/puma/production.rb')).toBe(true)
  expect(isAppConfig('/srv/web/Gemfile.lock')).toBe(true)
  expect(isAppConfig('/srv/web/config/application.rb')).toBe(false)
})
