import { defineConfig } from 'vitest/config'

/** One run on one PostgreSQL: `src/platform/testing/global-setup.ts` raises it, or uses DATABASE_URL. */
export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'tools/**/*.test.ts',
      'packs/**/*.test.ts',
      'bench/**/*.test.ts',
      'web/src/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    globalSetup: ['src/platform/testing/global-setup.ts'],
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
