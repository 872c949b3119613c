import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { PlannedDelivery } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import { askForDelivery } from '../promise/ask-for-delivery.ts';
import { promiseTimes } from '../promise/promise-times.ts';
import type { StoredPromise } from '../promise/types.ts';
import { type OrderCause, type OrderError, orderError } from '../shape.ts';
import { chosenDelivery } from './choice.ts';
import type { ExportRun } from './export-run.ts';
import type { ShopOrder } from './types.ts';

/** An order is on its way to OneStock that long; what comes later waited. */
const ON_ITS_WAY_MS = 5 * 60_000;

/**
 * What OneStock can keep of the promise of a delivery that waited until its cut-off had passed; nothing to say of any other. The shopper was told
 * what they were told. That it comes later, or that nobody knows when, is an obstacle or, by a setting, a reason not to send it before a
 * person says so.
 */
export async function promiseNow(
  run: ExportRun,
  order: ShopOrder,
  connection: ShopConnection,
  delivery: PlannedDelivery,
  known: KnownExport | null,
): Promise<Result<{ keepable?: StoredPromise | null }, OrderError>> {
  const now = run.clock.now();
  const { promise: told } = chosenDelivery(
    order,
    delivery,
    await run.visit.groups(),
    known?.deliveries ?? [],
  );
  const cutoff = told && promiseTimes(told)?.cutoff;
  if (!cutoff || cutoff > now || now.getTime() - order.createdAt.getTime() < ON_ITS_WAY_MS) return ok({});
  const read = await run.visit.order();
  if (read.isErr()) return err(read.error);
  if (!read.value) return ok({});
  const asked = await askForDelivery(run, {
    ...{ shop: run.shop, connection, itemIdSource: run.plan.itemIdSource, attempt: run.attempt },
    ...{ order: read.value.order, shopOrder: order, delivery },
  });
  if (asked.isErr()) return err(asked.error);
  const keepable = asked.value.promise;
  if (keepable && !isLater(keepable, told)) return ok({ keepable });
  const causes = lateCauses(known, keepable);
  if (run.plan.settings.whenLate === 'ask' && !known?.decided.late)
    return err({ ...orderError(causes[0]), causes });
  await run.record.late([...causes, { code: 'tell_shopper' }]);
  return ok({ keepable });
}

function isLater(one: StoredPromise, other: StoredPromise): boolean {
  const [end, toldEnd] = [promiseTimes(one)?.etaEnd, promiseTimes(other)?.etaEnd];
  return !!end && !!toldEnd && end > toldEnd;
}

function lateCauses(
  known: KnownExport | null,
  keepable: StoredPromise | null,
): [OrderCause, ...OrderCause[]] {
  const end = keepable && promiseTimes(keepable)?.etaEnd;
  const by: OrderCause = end
    ? { code: 'now_promised_by', params: { date: end.toISOString() } }
    : { code: 'no_promise_any_more' };
  return [whyLate(known), by];
}

/** What it waited for is known until it is given up; after that, what somebody decided about is. */
function whyLate(known: Pick<KnownExport, 'causes' | 'decided'> | null): OrderCause {
  if (!known?.causes) return known?.decided.whyLate ?? { code: 'late_after_waiting' };
  const reason = known.causes.find(({ code }) => code === 'awaits_hold')?.params?.reason;
  if (reason !== undefined) return { code: 'late_after_hold', params: { reason } };
  const isUnnamed = known.causes.some(({ code }) => code === 'awaits_hold_unnamed');
  return { code: isUnnamed ? 'late_after_unnamed_hold' : 'late_after_waiting' };
}
