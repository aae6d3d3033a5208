import { defineConfig } from 'vitest/config'

// One booted machine at a time: what is looked at is how long things take to come up.
export default defineConfig({
  test: {
    include: ['test/booted/**/*.test.ts'],
    globalSetup: 'test/booted/product.ts',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
