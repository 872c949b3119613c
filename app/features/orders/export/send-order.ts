import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { KnownExport } from '../known-order.ts';
import { type OrderError, orderError } from '../shape.ts';
import { type Creation, createOrReadBack, readBack } from './create-or-read-back.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';
import { sentCopy } from './sent-copy.ts';
import { informationOf, type PreparedOrder, toOneStockOrder } from './to-onestock-order.ts';
import type { ShopOrder } from './types.ts';
import { whyNotNow } from './why-not-now.ts';
import { whyRefused } from './why-refused.ts';

type Outcome = Result<ExportOutcome, OrderError>;

/**
 * Creates an order in OneStock that OneStock is not known to have. What an earlier try may have created is looked for first, whatever
 * became of the order since: only then is what Shopify says now a reason not to send it.
 */
export async function sendOrder(
  run: ExportRun,
  order: ShopOrder,
  known: KnownExport | null,
): Promise<Outcome> {
  const { record, oneStock, shop } = run;
  const connection = await run.oneStockAccounts.account(shop);
  if (known?.oneStockOrderId && connection) {
    const { account } = connection;
    const found = await readBack(oneStock, account, known.oneStockOrderId, informationOf(order, shop));
    if (found.isErr()) return err(refused(found.error));
    if (found.value === 'found') return exported(run, known.oneStockOrderId, 'found');
  }
  const wasTakenUp = known !== null;
  const { wasAskedFor } = await run.visit.known();
  let notNow = whyNotNow(order, run.plan, { wasAskedFor, wasTakenUp });
  if (notNow) {
    // Somebody may have asked for the order by name since this run began.
    const now = await run.visit.knownNow();
    notNow = whyNotNow(order, run.plan, { wasAskedFor: now.wasAskedFor, wasTakenUp });
  }
  if (notNow) {
    await (notNow.kind === 'waiting' ? record.wait([notNow.cause]) : record.leaveOut([notNow.cause]));
    return ok({ kind: notNow.kind });
  }
  if (!connection) return err(orderError({ code: 'onestock_not_connected' }));
  const prepared = await prepare(run, order, connection);
  if (prepared.isErr()) {
    if (prepared.error.code !== 'nothing_to_send') return err(orderError(prepared.error));
    await record.leaveOut([prepared.error]);
    return ok({ kind: 'left_out' });
  }
  return create(run, connection, prepared.value);
}

async function prepare(run: ExportRun, order: ShopOrder, connection: ShopConnection) {
  const { shop, plan } = run;
  return toOneStockOrder({
    order,
    groups: await run.visit.groups(),
    shop: { domain: shop, itemIdSource: plan.itemIdSource },
    settings: plan.settings,
    mappings: plan.mappings,
    connection,
  });
}

async function create(
  run: ExportRun,
  { account }: ShopConnection,
  prepared: PreparedOrder,
): Promise<Outcome> {
  const { order, items } = prepared;
  const intent = await run.record.intend({ oneStockOrderId: order.id, items, sent: sentCopy(order) });
  if (intent === 'taken') return err(idTaken(order.id));
  const creation = await createOrReadBack(run.oneStock, account, order);
  if (creation.isErr()) return err(refused(creation.error));
  if (creation.value === 'foreign') {
    await run.record.forgetId();
    return err(idTaken(order.id));
  }
  return exported(run, order.id, creation.value);
}

async function exported(run: ExportRun, oneStockOrderId: string, creation: Creation): Promise<Outcome> {
  const { shop, orderId, clock, log, record } = run;
  const at = clock.now();
  await record.exported({ at, kind: 'exported', facts: { oneStockOrderId }, key: 'exported' });
  log.info({ shop, orderId, state: creation }, 'an order was exported');
  return ok({ kind: 'exported' });
}

function refused(error: OneStockError): OrderError {
  return { code: error.code, retryable: healsByItself(error), causes: whyRefused(error) };
}

function idTaken(id: string): OrderError {
  return orderError({ code: 'export_id_taken', params: { id } });
}
