import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { KnownExport } from '../known-order.ts';
import { NOT_READABLE, ORDER_SOURCES } from '../shape.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { READABLE_MS, readsAllOrders } from './opens-unreadably.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Takes up an order that Shopify does not show. One of which OneStock has something is left to its comparison, which says so. Any other was deleted, and waits
 * for nothing; or it is too old for the app's permissions, and waits for them, looked at once a day.
 */
export async function leaveUnshown(
  run: ExportRun,
  client: AdminClient,
  known: KnownExport | null,
): Promise<Result<ExportOutcome, ShopifyError>> {
  const { clock, record, visit } = run;
  if (known === null) return ok({ kind: 'left_out' });
  const { promise } = await visit.known();
  // An order is seen within seconds of its placing, or later.
  const isOld =
    promise !== null && clock.now().getTime() - promise.firstSeenAt.getTime() > READABLE_MS - DAY_MS;
  const isExpected = known.obstacles.get(ORDER_SOURCES.waiting)?.[0].code === NOT_READABLE;
  const reads = isOld || isExpected ? await readsAllOrders(client) : ok(true);
  if (reads.isErr()) return err(reads.error);
  const isSent = known.exportedAt !== null;
  if (!isSent && reads.value) {
    await record.leaveOut([{ code: 'order_not_in_shop' }], known);
    return ok({ kind: 'left_out' });
  }
  if (!isSent || known.revisitAt !== null) {
    const revisitAt = new Date(clock.now().getTime() + DAY_MS);
    const { heldSince } = known;
    const obstacle = reads.value ? null : ({ code: NOT_READABLE } as const);
    const rest = { causes: known.causes ?? [], revisitAt, heldSince, obstacle };
    await record.rest(isSent ? null : 'waiting', rest, known, false);
  }
  return ok({ kind: isSent ? 'followed' : 'waiting' });
}
