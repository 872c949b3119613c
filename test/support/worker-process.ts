/**
 * A worker whose task `record` notes each start and end in the table `recorded_run`, and in between waits until the row of `gate` that has
 * its name is open. Prints `WORKING`. Its arguments are the database's address and its own name.
 */
import { openPool } from '#app/platform/database/client.ts';
import { runWorker } from '#app/platform/jobs/run-worker.ts';
import { createLogger } from '#app/platform/log.ts';
import { onShutdown } from '#app/platform/process.ts';
import { recordingTask } from './recording-task.ts';

const [url = '', name = ''] = process.argv.slice(2);
const log = createLogger('info');
const pool = openPool(url, { poolSize: 2 });
const worker = await runWorker({
  url,
  tasks: { record: recordingTask(pool, name) },
  concurrency: 2,
  log,
  silenceMs: 1_000,
});
onShutdown(log, () => worker.stop());
console.log('WORKING');
