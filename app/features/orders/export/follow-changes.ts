import { err, ok, type Result } from 'neverthrow';
import { type Causes, causesJson } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { KnownExport } from '../known-order.ts';
import { keepNote } from '../order-notes.ts';
import type { OrderError } from '../shape.ts';
import { goneSince } from './changes-since.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { readSurplus } from './read-surplus.ts';
import { removeCancelled } from './remove-cancelled.ts';
import type { ShopOrder } from './types.ts';
import { whatDiffers } from './what-differs.ts';

/** Whether anything happened to an order that is to be followed. */
export function hasChanged({ isCancelled, isEdited, refunds }: ShopOrder): boolean {
  return isCancelled || isEdited || refunds.length > 0;
}

/**
 * Follows what happened in Shopify to an order that OneStock has: refunds are noted, what differs since an edit or a refund is flagged, a
 * cancellation takes out of OneStock what can still be taken out.
 */
export async function followChanges(
  run: ExportRun,
  client: AdminClient,
  order: ShopOrder,
  known: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  await noteRefunds(run, order);
  if (order.isCancelled) return removeCancelled(run, known);
  if (hasChanged(order)) return flagDifference(run, client, order, known);
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
async function flagDifference(
  run: ExportRun,
  client: AdminClient,
  order: ShopOrder,
  known: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  const { clock, record } = run;
  const gone = goneSince(known.deliveries, order.lines);
  const surplus = await readSurplus(run, client, known, gone);
  if (surplus.isErr()) return err(surplus.error);
  if (surplus.value === null) return ok({ kind: 'followed' });
  const [first, ...others] = whatDiffers(surplus.value, order);
  if (first === undefined) await record.differs(null, known);
  else {
    const causes: Causes = [first, ...others];
    const kind = order.isEdited ? 'edited' : 'differs';
    const key = `${kind}:${sha256Hex(JSON.stringify(causes))}`;
    await record.differs(causes, known, {
      at: clock.now(),
      kind,
      facts: { causes: causesJson(causes) },
      key,
    });
  }
  return ok({ kind: 'followed' });
}
