import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'client/**/*.test.ts', 'test/**/*.test.ts'],
    // Suites with hosts of their own.
    exclude: ['**/node_modules/**', 'test/editor/**'],
    testTimeout: 30_000,
  },
})
