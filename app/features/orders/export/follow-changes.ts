import { ok, type Result } from 'neverthrow';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import { keepNote } from '../order-notes.ts';
import type { OrderError } from '../types.ts';
import { differenceInWords } from './difference-in-words.ts';
import type { KnownExport } from './export-record.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { linesToSend } from './exported-items.ts';
import { removeCancelled } from './remove-cancelled.ts';
import type { ShopOrder } from './types.ts';

/**
 * Follows what happened in Shopify to an order that OneStock has: refunds are noted, an edit is flagged with what differs, a cancellation
 * takes out of OneStock what can still be taken out.
 */
export async function followChanges(
  run: ExportRun,
  order: ShopOrder,
  known: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  await noteRefunds(run, order);
  if (order.isCancelled) return removeCancelled(run, known);
  if (order.isEdited) await flagEdit(run, order, known);
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

/** An edit that is undone clears the flag. The same difference is noted once. */
async function flagEdit(
  run: ExportRun,
  { lines }: ShopOrder,
  { items, difference }: KnownExport,
): Promise<void> {
  const { database, shop, orderId, clock, plan, record } = run;
  const rules = { itemIdSource: plan.itemIdSource, keepUnshippable: plan.settings.keepUnshippable };
  const found = differenceInWords(items, linesToSend(lines, rules));
  if (found === difference) return;
  if (found) {
    const note = {
      at: clock.now(),
      kind: 'edited',
      facts: { difference: found },
      key: `edited:${sha256Hex(found)}`,
    };
    await keepNote(database, shop, orderId, note);
  }
  await record.differs(found);
}
