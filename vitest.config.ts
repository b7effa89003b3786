import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores have time for a third: many tests wait for sockets, processes and timers.
    maxWorkers: 3,
    coverage: { provider: 'v8', include: ['src/**', 'index/**', 'adapters/**', 'prompts/**', 'models/**/*.ts'] },
  },
})
