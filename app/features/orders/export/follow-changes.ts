import { err, ok, type Result } from 'neverthrow';
import { type Causes, causesJson } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { KnownExport } from '../known-order.ts';
import { keepNote } from '../order-notes.ts';
import type { OrderCause, OrderError } from '../shape.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { followAddressee } from './follow-addressee.ts';
import { followUnits } from './follow-units.ts';
import { oneStockReads } from './one-stock-reads.ts';
import { removeCancelled } from './remove-cancelled.ts';
import { sayReopened } from './say-reopened.ts';
import type { ShopOrder } from './types.ts';

/** Whether anything happened to an order that is to be followed. */
export function hasChanged({ isCancelled, isEdited, refunds }: ShopOrder): boolean {
  return isCancelled || isEdited || refunds.length > 0;
}

/**
 * Follows what happened in Shopify to an order that OneStock has, whatever event told of it: refunds are noted, a cancellation takes out of
 * OneStock what can still be taken out, and else what OneStock has is compared with what Shopify means now. What OneStock takes is changed there; what it
 * does not, or what is for a person, stands in the way as one obstacle.
 */
export async function followChanges(
  run: ExportRun,
  client: AdminClient,
  order: ShopOrder,
  known: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  await noteRefunds(run, order);
  if (order.isCancelled) return removeCancelled(run, known);
  const oneStock = oneStockReads(run);
  const isOver = known.state === 'closed';
  const addressee = isOver ? ok([]) : await followAddressee(run, oneStock, order, known);
  if (addressee.isErr()) return err(addressee.error);
  const units = isOver ? ok([]) : await followUnits(run, client, oneStock, order, known);
  if (units.isErr()) return err(units.error);
  const plan = await run.visit.deliveryPlan();
  if (plan.isErr()) return err(plan.error);
  const reopened = sayReopened(plan.value?.reopened ?? [], order);
  if (addressee.value !== null && units.value !== null)
    await flag(run, order, known, [...addressee.value, ...units.value, ...reopened]);
  return ok({ kind: 'followed' });
}

async function noteRefunds(
  { database, shop, orderId, clock }: ExportRun,
  { refunds }: ShopOrder,
): Promise<void> {
  for (const { id, at, total, currency } of refunds) {
    await keepNote(database, shop, orderId, {
      at: at ?? clock.now(),
      kind: 'refunded',
      facts: { total, currency },
      key: `refunded:${id}`,
    });
  }
}

/** What is undone in Shopify, or done in OneStock too, clears the flag. The same difference is noted once. */
async function flag(
  { clock, record }: ExportRun,
  order: ShopOrder,
  known: KnownExport,
  [first, ...others]: readonly OrderCause[],
): Promise<void> {
  if (first === undefined) return record.differs(null, known);
  const causes: Causes = [first, ...others];
  const kind = order.isEdited ? 'edited' : 'differs';
  const key = `${kind}:${sha256Hex(JSON.stringify(causes))}`;
  const facts = { causes: causesJson(causes) };
  await record.differs(causes, known, { at: clock.now(), kind, facts, key });
}
