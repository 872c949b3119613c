import { describe, expect, it } from 'vitest';
import type { DeliveryPlan, Wait } from '#app/features/orders/deliveries/types.ts';
import { restOf } from '#app/features/orders/export/rest-of-order.ts';
import type { ShopOrder } from '#app/features/orders/export/types.ts';
import type { ExportPlan, KnownExport } from '#app/features/orders/known-order.ts';
import { defaultsOf, ORDERS } from '#app/features/settings/shape.ts';
import { fulfillmentOrder, STANDARD } from '../deliveries/planned.ts';
import { line, shopOrder } from './shop-orders.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const placedAt = new Date('2026-11-21T12:00:00Z');
const timeAfter = (ms: number) => new Date(placedAt.getTime() + ms);

const wait: Wait = {
  ...{ cause: { code: 'awaits_hold', params: { reason: 'Upsell app' } }, until: null },
  ...{ choice: STANDARD, fulfillmentOrderId: '1', lines: [{ lineItemId: 'shirt', quantity: 1 }] },
};
const opening: Wait = {
  ...wait,
  cause: { code: 'opens_on', params: { date: '2026-12-01' } },
  until: new Date('2026-12-01T00:00:00Z'),
};
const giftCard = { code: 'gift_card_left_out', params: { title: 'Gift card' } } as const;

function rest({
  now = timeAfter(MINUTE_MS),
  order = { fulfillmentOrders: [fulfillmentOrder('1', { shirt: 1 })] } as Partial<ShopOrder>,
  known = null as Partial<KnownExport> | null,
  ...plan
}: Partial<DeliveryPlan> & {
  now?: Date;
  order?: Partial<ShopOrder>;
  known?: Partial<KnownExport> | null;
} = {}) {
  const settings = { ...defaultsOf(ORDERS), heldDays: 3 };
  return restOf(
    { clock: { now: () => now }, plan: { settings } as ExportPlan },
    shopOrder({ createdAt: placedAt, ...order }),
    known as KnownExport | null,
    { asks: [], waits: [], leftOut: [], passedOn: [], ...plan },
  );
}

describe('what of an order is not sent', () => {
  it('waits while any of it does, and is looked at every hour, should the event of its release be lost', () => {
    expect(rest({ waits: [wait, wait], leftOut: [giftCard] })).toMatchObject({
      kind: 'waiting',
      causes: [wait.cause, giftCard],
      revisitAt: timeAfter(MINUTE_MS + HOUR_MS),
    });
  });

  it('is looked at when the first of it opens', () => {
    const opened = new Date('2026-12-01T00:01:00Z');
    expect(rest({ waits: [opening] }).revisitAt).toEqual(opened);
  });

  it('is looked at soon where it should have opened, and the later the less often', () => {
    const due = opening.until?.getTime() ?? 0;
    const next = (lateMs: number) => {
      const now = new Date(due + lateMs);
      return (rest({ waits: [opening], now }).revisitAt?.getTime() ?? 0) - now.getTime();
    };
    expect([0, 5 * MINUTE_MS, 24 * HOUR_MS].map(next)).toEqual([MINUTE_MS, 5 * MINUTE_MS, HOUR_MS]);
  });

  it('is held too long after the days that the shop set, counted from when the hold was first seen', () => {
    const days = (count: number) => timeAfter(count * 24 * HOUR_MS + 1);
    expect(rest({ waits: [wait], now: days(9) })).toMatchObject({ obstacle: null, heldSince: days(9) });
    const known = { exportedAt: null, heldSince: placedAt };
    expect(rest({ waits: [wait], known, now: days(2) })).toMatchObject({
      obstacle: null,
      heldSince: placedAt,
    });
    expect(rest({ waits: [wait], known, now: days(3) }).obstacle).toEqual({ code: 'held_too_long' });
  });

  it('is never held too long by a schedule, and a hold after it counts anew', () => {
    const known = { exportedAt: null, heldSince: placedAt };
    const now = timeAfter(9 * 24 * HOUR_MS);
    expect(rest({ waits: [opening], known, now })).toMatchObject({ obstacle: null, heldSince: null });
  });

  it('is left out with its reasons, of an order that was sent as well', () => {
    const left = { kind: 'left_out', causes: [giftCard], revisitAt: null };
    expect(rest({ leftOut: [giftCard] })).toEqual(left);
    expect(rest({ leftOut: [giftCard], known: { exportedAt: placedAt } })).toEqual(left);
    expect(rest({ known: { exportedAt: placedAt } })).toEqual({ ...left, causes: [] });
  });

  it('has nothing left where all was fulfilled or cancelled', () => {
    expect(rest().causes).toEqual([{ code: 'nothing_left' }]);
  });
});

describe('an order of which Shopify shows no fulfillment order', () => {
  const order = { fulfillmentOrders: [] };

  it('is not routed yet, and is looked at every minute', () => {
    expect(rest({ order })).toMatchObject({
      kind: 'waiting',
      causes: [{ code: 'not_routed' }],
      revisitAt: timeAfter(2 * MINUTE_MS),
    });
  });

  it('is another’s after an hour', () => {
    expect(rest({ order, now: timeAfter(HOUR_MS + 1) })).toMatchObject({
      kind: 'left_out',
      causes: [{ code: 'nothing_shown' }],
    });
  });

  it.each([
    ['needs no shipping', { isShipped: false }],
    ['is a gift card', { isGiftCard: true }],
    ['is gone', { quantity: 0 }],
  ])('has nothing to send where all of it %s', (_, change) => {
    expect(rest({ order: { ...order, lines: [line(change)] } }).causes).toEqual([
      { code: 'nothing_to_send' },
    ]);
  });
});
