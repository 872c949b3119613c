import { beforeEach, expect } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { lines, outcome, shippingLine } from './order-under-test.ts';

export const LYON = 'gid://shopify/Location/7100000000003';
export const PARIS = 'gid://shopify/Location/7100000000002';
export const address = {
  firstName: 'Camille',
  lastName: 'Martin',
  address1: '12 rue des Lilas',
  city: 'Nantes',
  zip: '44000',
  country: 'FR',
};
export const elsewhere = { ...address, address1: '3 quai de la Fosse' };

/** Orders that OneStock has, and what becomes of them there when they change in Shopify. */
export async function changesUnderTest(database: Database) {
  const under = await exportsUnderTest(database);
  /** An order that OneStock has. */
  async function sent(change: Record<string, unknown> = {}): Promise<OrderId> {
    const orderId = await under.place({ lines, shippingLine, address, ...change });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    return orderId;
  }

  /** Runs the order's job twice: the second has nothing to do. */
  async function follow(orderId: OrderId): Promise<void> {
    for (let times = 0; times < 2; times++) expect((await under.run(orderId)).isOk()).toBe(true);
  }

  async function ofOneStock(id = '1001') {
    return (await under.ofOneStock()).find((order) => order.id === id);
  }

  /** How many of each item are in which state in OneStock. */
  async function groups(id = '1001'): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { item_id, state, quantity } of (await ofOneStock(id))?.line_item_groups ?? [])
      counts[`${item_id} ${state}`] = (counts[`${item_id} ${state}`] ?? 0) + quantity;
    return counts;
  }

  async function difference(orderId: OrderId) {
    return (await under.standing(orderId)).difference ?? [];
  }

  async function removed(orderId: OrderId) {
    return ((await under.record(orderId))?.deliveries ?? []).map((delivery) =>
      (delivery.removed as { quantity: number }[]).reduce((sum, { quantity }) => sum + quantity, 0),
    );
  }

  beforeEach(async () => {
    await database.pool.query('delete from fulfillment_intent; delete from location_mapping');
  });

  return { under, sent, follow, ofOneStock, groups, difference, removed };
}
