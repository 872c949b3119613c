import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import { query } from '../rates/rows.ts';

const POLL_MS = 200;
const DRAINED_WITHIN_MS = 10 * 60_000;

/** Whether a condition came true in time; it is looked at every 200 ms. */
export async function until(isSo: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** Whether every event came to be handled, and every job about an order done, within ten minutes. */
export function drained(sandbox: RunningSandbox): Promise<boolean> {
  return until(async () => {
    const [row] = await query<{ waits: boolean }>(
      sandbox,
      `select exists (select from inbox_event where state = 'waiting') or exists (
         select from graphile_worker.jobs
         where task_identifier in ('handle-inbox-event', 'resolve-order', 'converge-order')
       ) as waits`,
    );
    return row?.waits === false;
  }, DRAINED_WITHIN_MS);
}
