import { defineConfig } from 'vitest/config'

// One booted machine at a time, as in test/booted.
export default defineConfig({
  test: {
    include: ['test/editor/booted/**/*.test.ts'],
    globalSetup: 'test/editor/booted/extension.ts',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // One story: what comes after a step that failed would only fail for that reason.
    bail: 1,
  },
})
