import { err, ok, type Result } from 'neverthrow';
import type { Causes } from '#app/features/obstacles/index.ts';
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
  await run.record.late(causes);
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
  const none: OrderCause[] = !keepable
    ? [{ code: 'no_promise_any_more' }]
    : end
      ? [{ code: 'now_promised_by', params: { date: end.toISOString() } }]
      : [];
  return [whyLate(known?.causes ?? null), ...none];
}

function whyLate(waitedFor: Causes | null): OrderCause {
  const reason = waitedFor?.find(({ code }) => code === 'awaits_hold')?.params?.reason;
  return reason === undefined
    ? { code: 'late_after_waiting' }
    : { code: 'late_after_hold', params: { reason } };
}
