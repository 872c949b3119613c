/**
 * Runs the tests: `npm test`, with Vitest's arguments if any.
 *
 * The project `bursts` has both processors to itself. The project `chaos` measures what a shopper waits for, one file after the other, and
 * waits itself most of the time. So all other projects run beside it, at a low priority: most of their processes give way to it, though not
 * those with a session of their own (PostgreSQL's, Chromium), among which Linux shares the processors evenly (sched(7), autogroups). With
 * TEST_REPORTS each of the three writes its results there as JSON.
 */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '#sandbox/build.ts';

const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs');
const reports = process.env.TEST_REPORTS;
const given = process.argv.slice(2);
const isPart = given.some((argument) => !argument.startsWith('-') || argument.startsWith('--project'));

if (isPart) process.exit(await vitest('part', given));

// Each would build the pages.
await ensureBuild();
const bursts = await vitest('bursts', ['--project=bursts', ...given]);
const [chaos, others] = await Promise.all([
  vitest('chaos', ['--project=chaos', ...given]),
  vitest('others', ['--project=!chaos', '--project=!bursts', ...given], constants.priority.PRIORITY_LOW),
]);
process.exit(bursts || chaos || others);

/** Resolves with the exit code. */
function vitest(name: string, options: readonly string[], priority?: number): Promise<number> {
  const json = reports
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${name}.json`)}`]
    : [];
  const child = spawn(process.execPath, [VITEST, 'run', ...json, ...options], { stdio: 'inherit' });
  // Before it starts processes of its own, which take it over.
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
