import { defineConfig } from 'vitest/config';

const seconds = 1_000;

export default defineConfig({
  test: {
    // Node's own loader reads the dependencies; only our files pass through Vite.
    environment: 'node',
    testTimeout: 20 * seconds,
    hookTimeout: 60 * seconds,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/{integration,contract}/**/*.test.ts'],
          globalSetup: 'test/support/database-server.ts',
          testTimeout: 60 * seconds,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Whole processes and a browser: one at a time, when nothing else runs. A machine that stalls for seconds fails some of them, so each
        // has a second try; .ci/summary.mjs names those that needed it.
        extends: true,
        test: {
          name: 'whole',
          include: ['test/{browser,chaos}/**/*.test.ts'],
          globalSetup: 'test/support/database-server.ts',
          testTimeout: 120 * seconds,
          hookTimeout: 120 * seconds,
          retry: 1,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
