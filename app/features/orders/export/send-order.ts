import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import { isSameChoice } from '../deliveries/choice.ts';
import type { DeliveryPlan } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import { isOrderCode, NOT_READABLE, type OrderError, orderError } from '../shape.ts';
import { awaitAddress } from './await-address.ts';
import { createDelivery } from './create-delivery.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { lookForPending } from './look-for-pending.ts';
import { opensUnreadably } from './opens-unreadably.ts';
import { type Rest, restOf } from './rest-of-order.ts';
import type { ShopOrder } from './types.ts';
import { waitBeforeSending } from './wait-before-sending.ts';
import { whyNotNow } from './why-not-now.ts';

type Outcome = Result<ExportOutcome, OrderError>;

/**
 * Asks OneStock for what of an order is to be prepared and was not asked for yet: an order of OneStock for each delivery. What an earlier try
 * may have created is looked for first, whatever became of the order since: only then is what Shopify says now a reason not to send it.
 */
export async function sendOrder(
  run: ExportRun,
  order: ShopOrder,
  known: KnownExport | null,
): Promise<Outcome> {
  const connection = await run.oneStockAccounts.account(run.shop);
  const pending = connection && known ? await lookForPending(run, connection.account, order, known) : ok(0);
  if (pending.isErr()) return err(pending.error);
  const current = pending.value > 0 ? (await run.visit.known()).export : known;
  const notNow = await reasonToWait(run, order, current);
  if (notNow) return rest(run, current, notNow, pending.value);
  const planned = await run.visit.deliveryPlan();
  if (planned.isErr()) return err(planned.error);
  const wanted = planned.value ?? { asks: [], waits: [], leftOut: [], passedOn: [] };
  const plan = awaitAddress(order, wanted, await run.visit.groups(), current?.deliveries ?? []);
  const later = await waitBeforeSending(run, order, plan);
  if (later) return rest(run, current, later, pending.value);
  if (plan.asks.length > 0) {
    if (!connection) return err(orderError({ code: 'onestock_not_connected' }));
    const sent = await send(run, order, connection, current, plan);
    if (sent.isErr()) return err(sent.error);
  }
  const kept = restOf(run, order, current, plan);
  const unreadable = await opensUnreadably(run, order, plan.waits);
  if (unreadable.isErr()) return err(unreadable.error);
  const obstacle = unreadable.value ? ({ code: NOT_READABLE } as const) : kept.obstacle;
  return rest(run, current, { ...kept, obstacle }, pending.value + plan.asks.length);
}

/** Why nothing of the order is to be sent now, whatever it has. */
async function reasonToWait(
  run: ExportRun,
  order: ShopOrder,
  known: KnownExport | null,
): Promise<Rest | null> {
  const wasTakenUp = known?.state === 'waiting' || !!known?.exportedAt;
  const { wasAskedFor } = await run.visit.known();
  const rules = { ...run.plan, sendsTests: run.plan.settings.sendTestOrders };
  const before = whyNotNow(order, rules, { wasAskedFor, wasTakenUp });
  if (!before) return null;
  // Somebody may have asked for the order by name since this run began.
  const now = await run.visit.knownNow();
  const notNow = whyNotNow(order, rules, { wasAskedFor: now.wasAskedFor, wasTakenUp });
  return notNow && { kind: notNow.kind, causes: [notNow.cause], revisitAt: null };
}

/** What stands in the way of one delivery does not keep the others. */
async function send(
  run: ExportRun,
  order: ShopOrder,
  connection: ShopConnection,
  known: KnownExport | null,
  plan: DeliveryPlan,
): Promise<Result<void, OrderError>> {
  if (run.plan.settings.severalDeliveries === 'leave' && !known?.decided.several && isSeveral(known, plan))
    return err(orderError({ code: 'several_deliveries' }));
  const earlier = known?.deliveries.filter(({ exportedAt }) => exportedAt !== null) ?? [];
  let failed: OrderError | undefined;
  for (const delivery of plan.asks) {
    const created = await createDelivery(run, order, connection, { delivery, earlier, known });
    if (created.isOk()) {
      earlier.push(created.value);
      continue;
    }
    failed ??= created.error;
    // OneStock may have it, under the id that the next one would get.
    if (!isSurelyNotCreated(created.error)) break;
  }
  return failed ? err(failed) : ok();
}

function isSurelyNotCreated({ code }: OrderError): boolean {
  return isOrderCode(code) || code === 'onestock_refused' || code === 'onestock_not_found';
}

function isSeveral(known: KnownExport | null, { asks, waits }: DeliveryPlan): boolean {
  const all = [...(known?.deliveries ?? []), ...asks, ...waits];
  const [first, ...others] = all.flatMap(({ choice }) => choice ?? []);
  return first !== undefined && others.some((choice) => !isSameChoice(choice, first));
}

/** Keeps what the order, or what is left of it, waits for, or why it is not sent. */
async function rest(
  { record }: ExportRun,
  known: KnownExport | null,
  { kind, causes, revisitAt, obstacle = null, heldSince = null }: Rest,
  sent: number,
): Promise<Outcome> {
  const isThere = sent > 0 || !!known?.exportedAt;
  await record.rest(isThere ? null : kind, { causes, revisitAt, heldSince, obstacle }, known, sent > 0);
  if (sent > 0) return ok({ kind: 'exported' });
  return ok({ kind: isThere ? 'followed' : kind });
}
