import { err, ok, type Result } from 'neverthrow';
import type { OneStockConnection } from '#app/gateways/onestock/index.ts';
import type { KnownExport } from '../known-order.ts';
import type { OrderError } from '../shape.ts';
import { convergeAfterEvents } from './converge-after-events.ts';
import { refused } from './create-delivery.ts';
import { readBack } from './create-or-read-back.ts';
import type { ExportRun } from './export-run.ts';
import { informationOf } from './to-onestock-order.ts';
import type { ShopOrder } from './types.ts';

/**
 * Looks at OneStock for deliveries that an earlier try was about to create when it was cut off. What is there counts as sent; what is not, or is
 * somebody else's, as never asked for.
 *
 * @param absent what becomes of what is not there: an order that a person is to decide about keeps it, as it may be there yet
 * @returns how many are there
 */
export async function lookForPending(
  run: ExportRun,
  account: OneStockConnection,
  order: ShopOrder,
  { deliveries }: Pick<KnownExport, 'deliveries'>,
  absent: 'forget' | 'keep' = 'forget',
): Promise<Result<number, OrderError>> {
  const { oneStock, shop, record, clock, log, orderId, visit } = run;
  const pending = deliveries.filter(({ exportedAt }) => exportedAt === null);
  let found = 0;
  for (const { number, oneStockOrderId, items } of pending) {
    const there = await readBack(oneStock, account, oneStockOrderId, {
      information: informationOf(order, shop),
      items,
    });
    if (there.isErr()) return err(refused(there.error));
    if (there.value !== 'found') {
      if (absent === 'forget') await record.forgetDelivery(number);
      continue;
    }
    // Before the record says that OneStock has it, after which nobody comes back here: the comparison waits for this run to end.
    await convergeAfterEvents(run, oneStockOrderId, order.createdAt);
    await record.exported({ number, oneStockOrderId }, clock.now());
    log.info({ shop, orderId, oneStockOrderId, state: there.value }, 'an order was exported');
    found += 1;
  }
  if (pending.length > 0) visit.changed();
  return ok(found);
}
