import { err, ok, type Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { keepNote } from '../order-notes.ts';
import { type CONVERGE_ORDER, type IntentState, type OrderError, orderError } from '../shape.ts';
import { askAlone } from '../work-alone.ts';
import { enqueueConvergenceOf } from './onestock-events/converge-job.ts';

export interface DecideDependencies {
  database: Pick<Database, 'prisma' | 'pool'>;
  jobs: Jobs<typeof CONVERGE_ORDER>;
  clock: Clock;
}

/** What a person saw in Shopify of a parcel of which the app could not tell it. */
export type IntentDecision = 'fulfilled' | 'not_fulfilled';

/**
 * Ends the doubt about a parcel by what a person says: it counts as fulfilled from then on, or the app fulfils it as though it had never
 * tried. The order is compared again at once, and the timeline tells who is to be believed. The same answer given twice is given once.
 *
 * @param intentId a UUID
 * @returns an error when the doubt is over by itself, was ended otherwise, or is of no such order of the shop; or when the app is at work on the order
 */
export async function decideIntent(
  { database: { prisma, pool }, jobs, clock }: DecideDependencies,
  { shop, orderId, intentId }: { shop: ShopDomain; orderId: OrderId; intentId: string },
  decision: IntentDecision,
): Promise<Result<void, OrderError>> {
  const now = clock.now();
  const key = `decided:${intentId}`;
  // Alone for its order, as a comparison is: one that is under way counts on the intents that it read.
  return askAlone({ pool }, { shop, orderId }, async () => {
    const isDecided = await prisma.$transaction(async (transaction) => {
      const parcelId = await settle(transaction, { shop, orderId, intentId }, decision, now);
      if (parcelId === null) {
        const said = { key, facts: { path: ['decision'], equals: decision } };
        if ((await transaction.orderNote.count({ where: { shop, orderId, ...said } })) === 0) return false;
      } else {
        const facts = { decision, parcelId };
        await keepNote({ prisma: transaction }, shop, orderId, { at: now, kind: 'decided', facts, key });
      }
      return enqueueConvergenceOf(jobs, { shop, orderId }, now, transaction);
    });
    return isDecided ? ok() : err(orderError({ code: 'intent_not_in_doubt' }));
  });
}

/** @returns the parcel, or null when nothing of it is in doubt any more */
async function settle(
  { fulfillmentIntent }: Prisma.TransactionClient,
  { shop, orderId, intentId }: { shop: ShopDomain; orderId: OrderId; intentId: string },
  decision: IntentDecision,
  now: Date,
): Promise<string | null> {
  const intent = await fulfillmentIntent.findFirst({ where: { shop, orderId, id: intentId } });
  if (!intent) return null;
  // A comparison may end the doubt at this moment.
  const [inDoubt, done]: IntentState[] = ['in_doubt', 'done'];
  const where = { shop, orderId, id: intentId, state: inDoubt };
  const { count } =
    decision === 'fulfilled'
      ? await fulfillmentIntent.updateMany({ where, data: { state: done, doneAt: now } })
      : await fulfillmentIntent.deleteMany({ where });
  return count === 1 ? intent.parcelId : null;
}
