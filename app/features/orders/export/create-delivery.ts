import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { KnownDelivery, PlannedDelivery } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import { type OrderError, orderError } from '../shape.ts';
import { addresseeOf } from './addressee.ts';
import { createOrReadBack } from './create-or-read-back.ts';
import type { ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';
import { promiseNow } from './promise-now.ts';
import { sentCopy } from './sent-copy.ts';
import { toOneStockOrder } from './to-onestock-order.ts';
import type { ShopOrder } from './types.ts';
import { whyRefused } from './why-refused.ts';

/** Creates OneStock's order of one delivery, which is kept before it is created. */
export async function createDelivery(
  run: ExportRun,
  order: ShopOrder,
  connection: ShopConnection,
  {
    delivery,
    earlier,
    known,
  }: { delivery: PlannedDelivery; earlier: readonly KnownDelivery[]; known: KnownExport | null },
): Promise<Result<KnownDelivery, OrderError>> {
  const { shop, plan, record, oneStock } = run;
  const number = 1 + Math.max(0, ...earlier.map((each) => each.number));
  const promise = await promiseNow(run, order, connection, delivery, known);
  if (promise.isErr()) return err(promise.error);
  const prepared = toOneStockOrder({
    order,
    delivery: { ...delivery, number },
    earlier,
    groups: await run.visit.groups(),
    ...promise.value,
    shop: { domain: shop, itemIdSource: plan.itemIdSource },
    settings: plan.settings,
    mappings: plan.mappings,
    connection,
  });
  if (prepared.isErr()) return err(prepared.error);
  const { order: wanted, items, feeIds } = prepared.value;
  const { choice, fulfillmentOrderIds } = delivery;
  const addressee = addresseeOf(order.id, wanted.customer, wanted.delivery.destination);
  const intended = {
    ...{ number, oneStockOrderId: wanted.id, choice, fulfillmentOrderIds, items, feeIds, addressee },
  };
  if ((await record.intend({ ...intended, sent: sentCopy(wanted) })) === 'taken')
    return err(idTaken(wanted.id));
  const creation = await createOrReadBack(oneStock, connection.account, wanted);
  if (creation.isErr()) return err(refused(creation.error));
  if (creation.value === 'foreign') {
    await record.forgetDelivery(number);
    return err(idTaken(wanted.id));
  }
  const at = run.clock.now();
  await record.exported(intended, at);
  run.log.info(
    { shop, orderId: run.orderId, oneStockOrderId: wanted.id, state: creation.value },
    'an order was exported',
  );
  return ok({ ...intended, removed: [], exportedAt: at });
}

export function refused(error: OneStockError): OrderError {
  return { code: error.code, retryable: healsByItself(error), causes: whyRefused(error) };
}

function idTaken(id: string): OrderError {
  return orderError({ code: 'export_id_taken', params: { id } });
}
