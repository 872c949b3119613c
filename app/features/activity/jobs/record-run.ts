import type { Result } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** The reason kept of a run whose work threw: a fault of the app, of which the log tells. */
const FAILED_INSIDE = 'failed_inside';

/**
 * Does a job's work for a shop, and keeps when it was begun and how it ended, for the merchant to look at. The work counts, not the
 * record: one that cannot be kept is missing, and changes nothing of what the work comes to.
 *
 * @returns what the work returned
 * @throws what the work throws
 */
export async function recordRun<Value, Failure extends { code: string }>(
  { database: { prisma }, clock }: { database: Pick<Database, 'prisma'>; clock: Clock },
  { shop, task }: { shop: ShopDomain; task: string },
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure>> {
  const begun = await prisma.jobRun
    .create({ data: { shop, task, startedAt: clock.now() }, select: { id: true } })
    .catch(() => null);
  const end = async (state: 'done' | 'failed', reason: string | null) => {
    if (begun === null) return;
    const data = { state, reason, finishedAt: clock.now() };
    await prisma.jobRun.updateMany({ where: begun, data }).catch(() => {});
  };
  try {
    const result = await work();
    await (result.isOk() ? end('done', null) : end('failed', result.error.code));
    return result;
  } catch (error) {
    await end('failed', FAILED_INSIDE);
    throw error;
  }
}
