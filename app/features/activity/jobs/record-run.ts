import type { Result } from 'neverthrow';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';

/** The reason kept of a run whose work threw: a fault of the app, of which the log tells. */
const FAILED_INSIDE = 'failed_inside';

/**
 * Does a job's work for a shop, and keeps when it was begun and how it ended, for the merchant to look at.
 *
 * @returns what the work returned
 * @throws what the work throws
 */
export async function recordRun<Value, Failure extends { code: string }>(
  { database: { prisma }, clock }: { database: Pick<Database, 'prisma'>; clock: Clock },
  { shop, task }: { shop: ShopDomain; task: string },
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const { id } = await prisma.jobRun.create({
    data: { shop, task, startedAt: clock.now() },
    select: { id: true },
  });
  const end = (state: 'done' | 'failed', reason: string | null) =>
    prisma.jobRun.updateMany({ where: { id }, data: { state, reason, finishedAt: clock.now() } });
  try {
    const result = await work();
    await (result.isOk() ? end('done', null) : end('failed', result.error.code));
    return result;
  } catch (error) {
    // The work's own fault is the one to tell of.
    await end('failed', FAILED_INSIDE).catch(() => {});
    throw error;
  }
}
