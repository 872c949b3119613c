import { errAsync, ok, okAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { PlannedDelivery } from '#app/features/orders/deliveries/types.ts';
import type { ReadOrder } from '#app/features/orders/order-visit.ts';
import { answerLater } from '#app/features/orders/promise/answer-later.ts';
import type { ResolveRun } from '#app/features/orders/promise/resolve-promise.ts';
import type { ResolvedGroup } from '#app/features/orders/promise/types.ts';
import { readDeliveryOptions } from '#app/gateways/onestock/index.ts';
import { deliveryOption, snapshot } from '#test/support/rate-requests.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { EXPRESS, STANDARD } from '../deliveries/planned.ts';
import { line, shopOrder } from '../export/shop-orders.ts';

const told: ResolvedGroup = {
  ...{ fulfillmentOrderId: 'FO1' as ResolvedGroup['fulfillmentOrderId'], code: 'STANDARD' },
  ...{ source: 'checkout', quoteId: null, endpointId: null, promise: promiseOf(0) },
};

/** What is found for deliveries that are to be sent after the first, and how often OneStock was asked. */
async function answer(
  asks: Partial<PlannedDelivery>[],
  { isAway = false, attempt = 1 }: { isAway?: boolean; attempt?: number } = {},
) {
  let asked = 0;
  const { connection, shop } = snapshot([]);
  const planned = asks.map((ask) => ({
    ...{ choice: STANDARD, fulfillmentOrderIds: ['FO2'] },
    lines: [{ lineItemId: line().id, quantity: 1, askedBefore: 1 }],
    ...ask,
  }));
  const run = {
    attempt,
    visit: { deliveryPlan: async () => ok({ asks: planned, waits: [], leftOut: [], passedOn: [] }) },
    oneStockAccounts: { account: async () => connection },
    deliveryOptions: { listAll: async () => [deliveryOption()] },
    oneStock: {
      deliveryPromises: () => {
        asked += 1;
        const promises = readDeliveryOptions([promiseOf(30)]) ?? [];
        return isAway ? errAsync({ code: 'onestock_timeout', retryable: true }) : okAsync({ promises });
      },
    },
  } as unknown as ResolveRun;
  const read = {
    order: { destination: { country: 'FR', zip: '31000', region: null } },
    shopOrder: shopOrder(),
  } as ReadOrder;
  const groups = await answerLater(run, { ...shop, itemIdSource: 'sku' }, read, [told]);
  return { asked, groups };
}

describe('a delivery that is sent after the first', () => {
  it('keeps what was found for it when the order was placed, and OneStock is not asked', async () => {
    const { asked, groups } = await answer([{ fulfillmentOrderIds: ['FO3', 'FO1'] }]);
    expect([asked, groups._unsafeUnwrap()]).toEqual([0, [told]]);
  });

  it('such as a scheduled one that opens is asked anew, beside what the shopper was told of the first', async () => {
    const { asked, groups } = await answer([{}]);
    expect(asked).toBe(1);
    expect(groups._unsafeUnwrap()).toMatchObject([
      told,
      { fulfillmentOrderId: 'FO2', code: 'STANDARD', source: 'recomputed', promise: promiseOf(30) },
    ]);
  });

  it('by another app’s rate has no promise, and OneStock is not asked', async () => {
    const { asked, groups } = await answer([{ choice: EXPRESS }]);
    expect(asked).toBe(0);
    expect(groups._unsafeUnwrap()).toMatchObject([told, { code: 'EXPRESS', source: 'none', promise: null }]);
  });

  it('waits for OneStock’s answer, and after the fifth try is sent without a promise', async () => {
    const { groups } = await answer([{}], { isAway: true });
    expect(groups._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_timeout' });
    const last = await answer([{}], { isAway: true, attempt: 5 });
    expect(last.groups._unsafeUnwrap()).toMatchObject([
      told,
      { source: 'none', promise: null, reasonCode: 'onestock_timeout' },
    ]);
  });
});
