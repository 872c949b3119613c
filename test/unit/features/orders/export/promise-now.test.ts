import { errAsync, ok, okAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { Decided } from '#app/features/orders/export/decided.ts';
import type { ExportRun } from '#app/features/orders/export/export-run.ts';
import { promiseNow } from '#app/features/orders/export/promise-now.ts';
import type { KnownExport } from '#app/features/orders/known-order.ts';
import type { ResolvedGroup, StoredPromise } from '#app/features/orders/promise/types.ts';
import { defaultsOf, ORDERS } from '#app/features/settings/shape.ts';
import { readDeliveryOptions } from '#app/gateways/onestock/index.ts';
import { deliveryOption, snapshot } from '#test/support/rate-requests.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { STANDARD } from '../deliveries/planned.ts';
import { line, shopOrder } from './shop-orders.ts';

const MINUTE_MS = 60_000;
/** The cut-off of what was told is at 15:00 on that day, its window ends on the 25th. */
const TOLD = promiseOf(0);
const CUT_OFF = new Date('2026-11-21T15:00:00Z');

interface Situation {
  now: Date;
  /** What OneStock can keep by now; null for nothing. */
  keepable: StoredPromise | null;
  told: StoredPromise | null;
  placedAt: Date;
  whenLate: 'send' | 'ask';
  /** What the order waited for. */
  causes: Causes | null;
  decided: Decided;
  /** OneStock does not answer. */
  isAway: boolean;
}

/** What is found of a delivery that is to be sent, how often OneStock was asked, and which lateness is an obstacle. */
async function find(change: Partial<Situation> = {}) {
  const { now, keepable, told, placedAt, whenLate, causes, decided, isAway }: Situation = {
    ...{ now: new Date(CUT_OFF.getTime() + MINUTE_MS), keepable: promiseOf(0), told: TOLD },
    ...{ placedAt: new Date('2026-11-21T12:00:00Z'), whenLate: 'send', causes: null },
    ...{ decided: { without: [] }, isAway: false, ...change },
  };
  const shown = { asked: 0, late: null as Causes | null };
  const order = shopOrder({ createdAt: placedAt, lines: [line()] });
  const group = { fulfillmentOrderId: null, code: 'STANDARD', source: 'checkout', promise: told };
  const { connection } = snapshot([]);
  const run = {
    clock: { now: () => now },
    attempt: 1,
    shop: 'test-shop.myshopify.com',
    plan: { itemIdSource: 'sku', settings: { ...defaultsOf(ORDERS), whenLate } },
    deliveryOptions: { listAll: async () => [deliveryOption()] },
    oneStock: {
      deliveryPromises: () => {
        shown.asked += 1;
        const promises = (keepable && readDeliveryOptions([keepable])) ?? [];
        return isAway ? errAsync({ code: 'onestock_timeout', retryable: true }) : okAsync({ promises });
      },
    },
    record: {
      late: async (found: Causes) => {
        shown.late = found;
      },
    },
    visit: {
      groups: async () => [{ quoteId: null, endpointId: null, ...group } as ResolvedGroup],
      order: async () => ok({ order: { destination: { country: 'FR', zip: '31000', region: null } } }),
    },
  } as unknown as ExportRun;
  if (!connection) throw new Error('The shop is connected.');
  const delivery = {
    ...{ choice: STANDARD, fulfillmentOrderIds: [] },
    lines: [{ lineItemId: line().id, quantity: 2, askedBefore: 0 }],
  };
  const known = { causes, decided } as KnownExport;
  const found = await promiseNow(run, order, connection, delivery, known);
  return { ...shown, found };
}

describe('a delivery that waited', () => {
  it('until its cut-off had passed is asked for anew, and OneStock gets what it can keep', async () => {
    const keepable = { ...promiseOf(0), cutoff: promiseOf(1).cutoff };
    const { asked, late, found } = await find({ keepable });
    expect(asked).toBe(1);
    expect(found._unsafeUnwrap()).toEqual({ keepable });
    expect(late).toBeNull();
  });

  it.each([
    ['whose cut-off is ahead', { now: new Date(CUT_OFF.getTime() - 1) }],
    ['of which the shopper was told nothing', { told: null }],
    ['not longer than an order is on its way', { placedAt: new Date(CUT_OFF.getTime() - MINUTE_MS) }],
  ])('is sent with what the shopper was told, and OneStock is not asked: one %s', async (_, change) => {
    const { asked, found } = await find(change);
    expect([asked, found._unsafeUnwrap()]).toEqual([0, {}]);
  });

  it.each([
    [
      'a hold',
      [{ code: 'awaits_hold', params: { reason: 'Fraud review' } }],
      { code: 'late_after_hold', params: { reason: 'Fraud review' } },
    ],
    [
      'a hold of which nothing is told',
      [{ code: 'awaits_hold_unnamed' }],
      { code: 'late_after_unnamed_hold' },
    ],
    ['anything else', null, { code: 'late_after_waiting' }],
  ])('and can only come later than told is sent with an obstacle that names %s', async (_, causes, cause) => {
    const { late, found } = await find({ keepable: promiseOf(2), causes: causes as Causes | null });
    expect(found._unsafeUnwrap()).toMatchObject({ keepable: { eta_end: promiseOf(2).eta_end } });
    const date = new Date(Number(promiseOf(2).eta_end) * 1000).toISOString();
    expect(late).toEqual([cause, { code: 'now_promised_by', params: { date } }, { code: 'tell_shopper' }]);
  });

  it('and of which OneStock promises nothing any more is sent without one, with an obstacle', async () => {
    const { late, found } = await find({ keepable: null });
    expect(found._unsafeUnwrap()).toEqual({ keepable: null });
    expect(late).toEqual([
      { code: 'late_after_waiting' },
      { code: 'no_promise_any_more' },
      { code: 'tell_shopper' },
    ]);
  });

  it('and comes late is not sent before a person says so, where the shop wants to be asked', async () => {
    const wanted = { keepable: promiseOf(2), whenLate: 'ask' } as const;
    const { late, found } = await find(wanted);
    expect(found._unsafeUnwrapErr()).toMatchObject({ code: 'late_after_waiting', retryable: false });
    expect(late).toBeNull();
    expect((await find({ ...wanted, decided: { without: [], late: true } })).found.isOk()).toBe(true);
  });

  it('and is sent late as a person decided still says which hold it waited for, by then kept nowhere else', async () => {
    const whyLate = { code: 'late_after_hold', params: { reason: 'Fraud review' } } as const;
    const { late } = await find({ keepable: promiseOf(2), decided: { without: [], late: true, whyLate } });
    expect(late?.[0]).toEqual(whyLate);
    const causes = [{ code: 'opens_later' }] as const;
    const ofAnother = await find({
      keepable: promiseOf(2),
      causes,
      decided: { without: [], late: true, whyLate },
    });
    expect(ofAnother.late?.[0]).toEqual({ code: 'late_after_waiting' });
  });

  it('is tried again while OneStock does not answer', async () => {
    const { found } = await find({ isAway: true });
    expect(found._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_timeout', retryable: true });
  });
});
