import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const seconds = 1_000;

const BURSTS = ['test/chaos/onestock-faults.test.ts'];

/**
 * Whole processes, and what happens to them. A machine that stalls for seconds fails some, so each has a second try;
 * .ci/summary.mjs names those that needed it.
 */
const wholeProcesses = {
  globalSetup: ['test/support/database-server.ts', 'test/support/built-pages.ts'],
  setupFiles: 'test/support/patient-waits.ts',
  testTimeout: 120 * seconds,
  hookTimeout: 120 * seconds,
  retry: 1,
};

export default defineConfig({
  test: {
    // Node's own loader reads the dependencies; only our files pass through Vite.
    environment: 'node',
    testTimeout: 20 * seconds,
    hookTimeout: 60 * seconds,
    restoreMocks: true,
    // Vitest would leave a core to itself, which of two is half.
    maxWorkers: '100%',
    env: {
      // The processes that tests start load what the ones before them have compiled.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.cache/compiled'),
      // No test's data outlives it: the sandbox's database need not wait for the disk.
      SANDBOX_NO_SYNC: '1',
    },
    // Loading modules takes longer than most files test. Files share a process, one after another: what one sets for the whole process
    // (`setAbstractFetchFunc`, fake timers) it sets for itself, and no test rests on a module that nobody has used.
    isolate: false,
    sequence: { sequencer: LongestFirst },
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
          setupFiles: 'test/support/patient-waits.ts',
          testTimeout: 60 * seconds,
          // Half of their time these wait: for PostgreSQL, for processes that start, for what a test lets pass.
          maxWorkers: 2 * availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        // A browser takes all of both processors.
        extends: true,
        test: {
          ...wholeProcesses,
          name: 'whole',
          include: ['test/browser/**/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        // One at a time, and with priority where other tests run too (scripts/test.ts): what a shopper waits for is measured.
        extends: true,
        test: {
          ...wholeProcesses,
          name: 'chaos',
          include: ['test/chaos/**/*.test.ts'],
          exclude: BURSTS,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        // When nothing else runs: of dozens of shoppers at once each is to be answered in time.
        extends: true,
        test: {
          ...wholeProcesses,
          name: 'bursts',
          include: BURSTS,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
