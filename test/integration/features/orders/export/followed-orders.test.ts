import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest } from '../convergence/convergence-under-test.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);

const SKUS = ['SKU-001', 'SKU-002'];
const LYON = 'gid://shopify/Location/7100000000003';
const sku = fc.constantFrom(...SKUS);

/** What merchants, other apps and OneStock do to an order; what cannot be done at that moment is not. */
const step = fc.oneof(
  fc.record({ what: fc.constant('edit' as const), sku, quantity: fc.nat({ max: 3 }) }),
  fc.record({ what: fc.constant('refund' as const), sku }),
  fc.record({ what: fc.constant('fulfill' as const), sku }),
  fc.record({ what: fc.constantFrom('hold', 'release', 'move', 'split', 'replace', 'add'), sku }),
  fc.record({ what: fc.constantFrom('claim', 'dispatch', 'remove'), sku }),
  fc.record({ what: fc.constantFrom('follow', 'compare') }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(orderId: OrderId, given: Step): Promise<void> {
  const { what } = given;
  const named = 'sku' in given ? given.sku : '';
  const one = { lines: [{ sku: named, quantity: 1 }] };
  const inOneStock = { itemQuantities: { [named]: 1 } };
  const quantity = 'quantity' in given ? given.quantity : 1;
  const done = {
    edit: () =>
      under.command(orderId, 'edit', { quantities: [{ sku: named, quantity }], marksEdited: false }),
    add: () => under.command(orderId, 'edit', { additions: [{ sku: named, quantity: 1 }] }),
    refund: () => under.command(orderId, 'refund', one),
    fulfill: () => under.command(orderId, 'fulfill', one),
    hold: () => under.command(orderId, 'hold', { app: 'Fraud watch' }),
    release: () => under.command(orderId, 'release'),
    move: () => under.command(orderId, 'move', { locationId: LYON }),
    split: () => under.command(orderId, 'split', one),
    replace: () => under.command(orderId, 'cancel-fulfillment-order'),
    claim: () => inEach(orderId, 'claim', inOneStock),
    dispatch: () => inEach(orderId, 'parcels', { ...inOneStock, state: 'dispatched' }),
    remove: () => inEach(orderId, 'remove', inOneStock),
    follow: () => follow(orderId),
    compare: () => compare(orderId),
  } as const;
  await done[what]().catch((error: unknown) => {
    if (what === 'follow' || what === 'compare') throw error;
  });
}

async function inEach(orderId: OrderId, command: string, body: object): Promise<void> {
  for (const { oneStockOrderId } of (await under.record(orderId))?.deliveries ?? [])
    await under.door(`orders/${oneStockOrderId}/${command}`, body);
}

async function follow(orderId: OrderId): Promise<void> {
  (await under.run(orderId))._unsafeUnwrap();
}

async function compare(orderId: OrderId): Promise<void> {
  (await under.converge(orderId))._unsafeUnwrap();
}

const GONE = ['removed', 'fulfilled'];

/** Of each item: what OneStock is to send, and what Shopify waits for, but for what the app holds as OneStock removed it. */
async function counted(orderId: OrderId) {
  const ours = (await under.ofOneStock()).filter(
    ({ information }) => information.shopify_order_id === orderId,
  );
  const { fulfillmentOrders, lines } = under.order(orderId);
  return SKUS.map((name) => {
    const toCome = ours
      .flatMap(({ line_item_groups }) => line_item_groups)
      .filter(({ item_id, state }) => item_id === name && !GONE.includes(state))
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const open = fulfillmentOrders
      .filter(({ holds, status }) => status !== 'CANCELLED' && holds.length === 0)
      .flatMap((each) => each.lines)
      .filter(({ orderLineId }) => lines.find(({ id }) => id === orderLineId)?.sku === name)
      .reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0);
    return { name, toCome, open };
  });
}

it('whatever happens to an order in Shopify and in OneStock, OneStock is to send just what Shopify waits for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      await under.configure({ settings: { fulfilledByHand: 'remove' } });
      const lines = SKUS.map((each) => ({ sku: each, quantity: 3 }));
      const orderId = await under.place({ lines, shippingLine });
      await follow(orderId);
      for (const each of steps) await take(orderId, each);
      for (let times = 0; times < 4; times++) {
        await releaseOthers(orderId);
        await follow(orderId);
        await compare(orderId);
      }
      const amounts = await counted(orderId);
      expect(amounts.map(({ name, toCome }) => [name, toCome])).toEqual(
        amounts.map(({ name, open }) => [name, open]),
      );
      expect((await under.standing(orderId)).difference).toBeUndefined();
    }),
    { numRuns: 10, endOnFailure: false },
  );
}, 240_000);

/** Not those of the app, on what OneStock removed. */
async function releaseOthers(orderId: OrderId): Promise<void> {
  for (const { id, holds } of under.order(orderId).fulfillmentOrders)
    for (const { id: holdId, handle } of holds)
      if (!handle?.startsWith('onestock-'))
        await under.command(orderId, 'release', { fulfillmentOrderId: id, holdId });
}
