import { defineConfig } from 'vitest/config'

/** Tests that need no database: pure rules, kernel, tools, screens' logic. */
const PURE = [
  'src/kernel/**/*.test.ts',
  'src/platform/files/inspect/**/*.test.ts',
  'src/platform/names/**/*.test.ts',
  'src/platform/official-document/**/*.test.ts',
  'src/platform/sheets/**/*.test.ts',
  'src/platform/testing/citus/**/*.test.ts',
  'src/modules/*/rules/**/*.test.ts',
  'src/modules/reviews/documents/templates.test.ts',
  'src/modules/reports/intake/**/*.test.ts',
  'packs/**/*.test.ts',
  'tools/**/*.test.ts',
  'web/src/**/*.test.ts',
]

/** Two groups in one run; only `city` raises a PostgreSQL (or uses DATABASE_URL), see src/platform/testing/. */
export default defineConfig({
  test: {
    isolate: false,
    // Half of what a test takes is PostgreSQL and the browser; vitest's own choice leaves one of two cores idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
    projects: [
      { extends: true, test: { name: 'pure', include: PURE } },
      {
        extends: true,
        test: {
          name: 'city',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...PURE],
          globalSetup: ['src/platform/testing/global-setup.ts'],
        },
      },
    ],
  },
})
