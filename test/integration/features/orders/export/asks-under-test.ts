import { beforeEach } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { outcome } from './order-under-test.ts';

export const PARIS = 'gid://shopify/Location/7100000000002';
export const LYON = 'gid://shopify/Location/7100000000003';

interface Part {
  quantity: number;
  line?: number;
  methodType?: string;
  serviceCode?: string;
  locationId?: string;
  fulfillAt?: string;
}

/** Fulfillment orders, each of some pieces of one line. */
export function parts(...given: Part[]) {
  return given.map(({ quantity, line = 0, methodType, serviceCode, locationId = PARIS, fulfillAt }) => ({
    locationId,
    lines: [{ line, quantity }],
    deliveryMethod: { methodType: methodType ?? 'SHIPPING', ...(serviceCode && { serviceCode }) },
    ...(fulfillAt && { fulfillAt }),
  }));
}

/** The export between both simulators, and what OneStock was asked for by it. */
export async function asksUnderTest(database: Database) {
  const under = await exportsUnderTest(database);
  beforeEach(async () => {
    await database.pool.query('delete from fulfillment_intent; delete from location_mapping');
  });
  return {
    under,
    /** Each order of OneStock with its items. */
    async asked() {
      return (await under.ofOneStock()).map(({ id, order_items }) => [
        id,
        Object.fromEntries(
          order_items.map(({ item_id, quantity }: { item_id: string; quantity: number }) => [
            item_id,
            quantity,
          ]),
        ),
      ]);
    },
    causes: async (orderId: OrderId) => (await under.record(orderId))?.causes,
    kindOf: async (orderId: OrderId) => outcome(await under.run(orderId))?.kind,
  };
}
