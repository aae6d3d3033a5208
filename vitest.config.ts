import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{server,client,test}/**/*.test.ts', '{scripts,test}/**/*.test.mjs'],
    // Suites with hosts of their own.
    exclude: ['**/node_modules/**', 'test/editor/suite/**', 'test/editor/booted/**', 'test/booted/**'],
    testTimeout: 60_000,
  },
})
