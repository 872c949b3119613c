import { hasEventSince } from '#app/features/inbox/index.ts';
import { enqueueConvergence } from '../convergence/onestock-events/converge-job.ts';
import { ONESTOCK } from '../convergence/onestock-events/onestock-source.ts';
import type { ExportRun } from './export-run.ts';

/**
 * Has a delivery compared at once of which OneStock told after an earlier try to send it, before the app knew that OneStock has it: those
 * events found nothing to compare.
 *
 * @param placedAt OneStock told nothing of the order before
 */
export async function convergeAfterEvents(
  { database, jobs, clock, shop }: ExportRun,
  oneStockOrderId: string,
  placedAt: Date,
): Promise<void> {
  const event = { source: ONESTOCK, shop, subject: oneStockOrderId };
  if (await hasEventSince(database, event, placedAt))
    await enqueueConvergence(jobs, { shop, oneStockOrderId }, clock.now());
}
