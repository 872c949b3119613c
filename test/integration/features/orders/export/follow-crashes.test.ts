import { describe, expect, it } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { everywhere, type Killer, killedExports } from './killed-exports.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);
const { finish, run } = killedExports(under);

const address = {
  ...{ firstName: 'Camille', lastName: 'Martin', address1: '12 rue des Lilas', city: 'Nantes', zip: '44000' },
  country: 'FR',
};

/** An order that OneStock has and that is changed in Shopify; the worker that follows it is killed, and another comes. */
function followed(change: (orderId: OrderId) => Promise<void>, judge: (orderId: OrderId) => Promise<void>) {
  return everywhere(async (killer: Killer) => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 3 }], shippingLine, address });
    await finish(orderId);
    await change(orderId);
    const end = await run(orderId, killer);
    for (let times = 0; times < 2; times++) await finish(orderId);
    await judge(orderId);
    return end;
  });
}

// biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
async function ofOneStock(orderId: OrderId): Promise<any[]> {
  const all = await under.ofOneStock();
  return all.filter(({ information }) => information.shopify_order_id === orderId);
}

async function quantityIn(orderId: OrderId, state: string): Promise<number> {
  const groups = (await ofOneStock(orderId)).flatMap(({ line_item_groups }) => line_item_groups);
  return groups.reduce((sum, group) => sum + (group.state === state ? group.quantity : 0), 0);
}

/** One of three pieces is prepared no more, nothing is asked for twice, and nobody has to look. */
async function isOnePieceLess(orderId: OrderId): Promise<void> {
  expect(await ofOneStock(orderId)).toHaveLength(1);
  expect([await quantityIn(orderId, 'created'), await quantityIn(orderId, 'removed')]).toEqual([2, 1]);
  const record = await under.record(orderId);
  expect(record?.deliveries).toMatchObject([{ removed: [{ quantity: 1 }] }]);
  expect((await under.notes(orderId)).filter((kind) => kind === 'taken_out')).toHaveLength(1);
  expect(await under.standing(orderId)).toEqual({});
}

describe('a worker that is killed while it follows', () => {
  it('an edit leaves an order of which each unit was taken out of OneStock once', async () => {
    const deaths = await followed(
      (orderId) => under.command(orderId, 'edit', { quantities: [{ sku: 'SKU-001', quantity: 2 }] }),
      isOnePieceLess,
    );
    // The removal, and the record with its note.
    expect(deaths).toBe(2 * 2);
  });

  it('a fulfilment by hand leaves an order of which each unit was taken out of OneStock once', async () => {
    await under.configure({ settings: { fulfilledByHand: 'remove' } });
    const deaths = await followed(
      (orderId) => under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] }),
      isOnePieceLess,
    );
    expect(deaths).toBe(2 * 2);
  });

  it('another address and contact leaves both in OneStock, each noted once', async () => {
    const shippingAddress = { ...address, address1: '3 quai de la Fosse' };
    const deaths = await followed(
      (orderId) => under.command(orderId, 'change', { shippingAddress, email: 'camille@example.com' }),
      async (orderId) => {
        const [order] = await ofOneStock(orderId);
        expect(order).toMatchObject({
          customer: { email: 'camille@example.com' },
          delivery: { destination: { address: { lines: ['3 quai de la Fosse'] } } },
        });
        expect((await under.notes(orderId)).sort()).toEqual([
          'address_changed',
          'contact_changed',
          'exported',
        ]);
        expect(await under.standing(orderId)).toEqual({});
      },
    );
    // Two changes, and the record of each with its note.
    expect(deaths).toBe(2 * 4);
  });
});
