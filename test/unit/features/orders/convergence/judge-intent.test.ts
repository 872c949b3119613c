import { describe, expect, test } from 'vitest';
import { judgeIntent } from '#app/features/orders/convergence/judge-intent.ts';
import type { Fulfillment, Intent, ShopFulfilment } from '#app/features/orders/convergence/types.ts';

const intendedAt = new Date('2026-11-21T12:00:00.700Z');
const settled = new Date('2026-11-21T12:01:01Z');
const tracking = { number: '6A1', url: null, company: 'Colissimo' };

const intent: Intent = {
  id: 'intent',
  delivery: 1,
  parcelId: 'p1',
  locationId: 'here',
  methodType: 'SHIPPING',
  lines: [{ fulfillmentOrderId: 'f1', lineItemId: 'shirt', quantity: 1, remainingBefore: 3 }],
  missing: [],
  tracking,
  askedTracking: [],
  state: 'intended',
  fulfillmentId: null,
  intendedAt,
};

/** Shopify's order with so many shirts left, perhaps of a fulfillment order that was split meanwhile. */
function shop(left: number, made: Partial<Fulfillment>[] = []): ShopFulfilment {
  const supported = { canFulfil: true, canHold: true, canMove: true };
  const choice = { methodType: 'SHIPPING', code: 'STANDARD', locationId: null };
  const location = { id: 'here', isOfService: false };
  const part = { location, methodType: 'SHIPPING', choice, state: 'open' as const, ...supported, holds: [] };
  return {
    orderName: '#1001',
    lines: [{ id: 'shirt', ordered: 3, quantity: 3 }],
    fulfillmentOrders: [
      { ...part, id: 'f1', lines: [{ id: 'l1', lineItemId: 'shirt', remaining: 1 }] },
      { ...part, id: 'f2', lines: [{ id: 'l2', lineItemId: 'shirt', remaining: left - 1 }] },
    ],
    claimed: [],
    unclaimed: made.map((change, number) => ({
      id: `made ${number}`,
      createdAt: new Date('2026-11-21T12:00:00Z'),
      isCancelled: false,
      locationId: 'here',
      methodType: 'SHIPPING',
      tracking: [tracking],
      lines: [{ lineItemId: 'shirt', quantity: 1 }],
      ...change,
    })),
  };
}

const before = new Date('2026-11-21T11:59:00Z');
const otherTracking = [{ number: '6A2', url: null, company: 'Colissimo' }];

describe('an intent of which nothing is recorded', () => {
  test('was carried out when exactly its pieces are gone and a fulfilment has them and the tracking, whatever the clocks say', () => {
    const judged = judgeIntent(intent, shop(2, [{ createdAt: before }]), settled);
    expect(judged).toEqual({ kind: 'done', fulfillmentId: 'made 0' });
  });

  test('was carried out when a fulfilment of its pieces was made since, though more is gone by now', () => {
    const judged = judgeIntent(intent, shop(1, [{ tracking: otherTracking }]), settled);
    expect(judged).toEqual({ kind: 'done', fulfillmentId: 'made 0' });
  });

  test('was carried out when its fulfilment was cancelled since: it is not made again', () => {
    expect(judgeIntent(intent, shop(3, [{ isCancelled: true }]), settled).kind).toBe('done');
  });

  test('was carried out by a fulfilment of its pieces where the delivery method type of either is not known', () => {
    expect(judgeIntent(intent, shop(2, [{ methodType: null }]), settled).kind).toBe('done');
    expect(judgeIntent({ ...intent, methodType: null }, shop(2, [{}]), settled).kind).toBe('done');
  });

  test('was not carried out when nothing is gone, once no call can be under way any more', () => {
    const soon = new Date('2026-11-21T12:00:05Z');
    const until = new Date(intendedAt.getTime() + 60_000);
    expect(judgeIntent(intent, shop(3), soon)).toEqual({ kind: 'unsettled', until });
    expect(judgeIntent(intent, shop(3), settled)).toEqual({ kind: 'not_done' });
  });

  test.each([
    ['other pieces are gone', shop(1)],
    ['its pieces are gone and nobody fulfilled them', shop(2)],
    [
      'its pieces were fulfilled before it, with other tracking',
      shop(2, [{ createdAt: before, tracking: otherTracking }]),
    ],
    ['its pieces were fulfilled elsewhere', shop(2, [{ locationId: 'there' }])],
    ['its pieces were fulfilled for another delivery method type', shop(2, [{ methodType: 'LOCAL' }])],
    ['more than its pieces were fulfilled', shop(1, [{ lines: [{ lineItemId: 'shirt', quantity: 2 }] }])],
  ])('is uncertain when %s', (_, found) => {
    expect(judgeIntent(intent, found, settled)).toEqual({ kind: 'uncertain' });
  });
});
