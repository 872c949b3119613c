import { errAsync } from 'neverthrow';
import { describe, expect, it, vi } from 'vitest';
import { oneStockError } from '#app/gateways/onestock/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, parts } from './asks-under-test.ts';
import { everywhere, killedExports } from './killed-exports.ts';
import { outcome } from './order-under-test.ts';

const { database } = await freshDatabase();
const { asked, kindOf, under } = await asksUnderTest(database);
const { run } = killedExports(under);

const standard = { title: 'Livraison standard', code: 'STANDARD', source: 'OneStock', price: 490 };
const express = { title: 'Livraison express', code: 'EXPRESS', source: 'OneStock', price: 990 };
const ofOne = { lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine: standard };
const ofTwo = {
  lines: [
    { sku: 'SKU-030', quantity: 1 },
    { sku: 'SKU-031', quantity: 1 },
  ],
  shippingLines: [express, standard],
  deliveries: parts(
    { quantity: 1, serviceCode: 'EXPRESS' },
    { quantity: 1, line: 1, serviceCode: 'STANDARD' },
  ),
};

function metafield(orderId: OrderId, key: string): string | undefined {
  return under.shopify.shopify.store.metafields
    .of(orderId)
    .find((each: { key: string; value: string }) => each.key === key)?.value;
}

/** What `onestock.deliveries` says of each delivery's order in OneStock, by its rate. */
function told(orderId: OrderId): [string, string | null][] {
  const entries: { code: string; onestock_order_id: string | null }[] = JSON.parse(
    metafield(orderId, 'deliveries') ?? '[]',
  );
  return entries.map(({ code, onestock_order_id: id }) => [code, id]);
}

/** OneStock refuses what comes by this rate. */
const refusing = (rate: string) =>
  under.exportsWith({
    oneStock: {
      ...under.gateway,
      createOrder: (account, order) =>
        order.delivery.type === rate
          ? errAsync(oneStockError('onestock_refused', 'orders', { vendorMessage: 'No.' }))
          : under.gateway.createOrder(account, order),
    },
  });

describe('an order in Shopify', () => {
  it('tells of each delivery the order that OneStock has of it, though one before it was refused', async () => {
    const orderId = await under.place(ofTwo);
    const refused = await refusing('EXPRESS').process(under.shop, orderId, 1);
    expect(outcome(refused)).toEqual({ kind: 'needs_attention', code: 'onestock_refused' });
    expect(await asked()).toEqual([['1001', { 'SKU-031': 1 }]]);
    expect(told(orderId)).toEqual([
      ['STANDARD', '1001'],
      ['EXPRESS', null],
    ]);
    expect(await kindOf(orderId)).toBe('exported');
    expect(told(orderId)).toEqual([
      ['STANDARD', '1001'],
      ['EXPRESS', '1001-2'],
    ]);
  });

  it('tells of no order in OneStock before there is one', async () => {
    const test = await under.place({ ...ofOne, test: true });
    expect(await kindOf(test)).toBe('left_out');
    await under.configure({ syncMoment: 'paid' });
    const unpaid = await under.place({ ...ofOne, financialStatus: 'PENDING' });
    expect(await kindOf(unpaid)).toBe('waiting');
    await under.configure({ syncMoment: 'created', settings: { waitMinutes: 60 } });
    const waiting = await under.place(ofOne);
    expect(await kindOf(waiting)).toBe('waiting');
    await under.configure({ settings: { severalDeliveries: 'leave' } });
    const left = await under.place(ofTwo);
    expect(await kindOf(left)).toBe('needs_attention');
    await under.control({ failure: '500', failingResources: ['orders'] });
    const failing = await under.place(ofOne);
    expect((await under.run(failing)).isErr()).toBe(true);
    for (const orderId of [test, unpaid, waiting, failing])
      expect(told(orderId)).toEqual([['STANDARD', null]]);
    expect(told(left)).toEqual([
      ['EXPRESS', null],
      ['STANDARD', null],
    ]);
    await under.control({ failure: 'none' });
    expect(outcome(await under.run(failing, 2))).toEqual({ kind: 'exported' });
    expect(told(failing)).toEqual([['STANDARD', expect.stringMatching(/^\d+$/)]]);
  });

  it('of one delivery is written once', async () => {
    const orderId = await under.place(ofOne);
    const sent = vi.spyOn(globalThis, 'fetch');
    await under.run(orderId);
    const writes = sent.mock.calls.filter(([, init]) => String(init?.body).includes('metafieldsSet'));
    sent.mockRestore();
    expect(writes).toHaveLength(1);
    expect(told(orderId)).toEqual([['STANDARD', '1001']]);
  });

  it('ends up telling all that was sent, wherever its worker was killed', async () => {
    const deaths = await everywhere(async (killer) => {
      const orderId = await under.place(ofTwo);
      const end = await run(orderId, killer);
      expect((await under.run(orderId, 2)).isOk()).toBe(true);
      const ids = (await under.record(orderId))?.deliveries.map(({ oneStockOrderId }) => oneStockOrderId);
      expect(told(orderId).map(([, id]) => id)).toEqual(ids);
      expect(ids).toHaveLength(2);
      return end;
    });
    // The intention, the creation, and the record of each.
    expect(deaths).toBe(2 * 2 * 3);
  });

  it('is looked at again when it was not written after a further delivery was sent, though its job is lost', async () => {
    const orderId = await under.place(ofTwo);
    await refusing('EXPRESS').process(under.shop, orderId, 1);
    const where = { shop_orderId: { shop: under.shop, orderId } };
    const state = async () => (await database.prisma.orderPromise.findUniqueOrThrow({ where })).state;
    expect(await state()).toBe('resolved');
    const unwritten = fetchBut('metafieldsSet');
    const sent = vi.spyOn(globalThis, 'fetch').mockImplementation(unwritten);
    expect((await under.run(orderId)).isErr()).toBe(true);
    sent.mockRestore();
    expect(await asked()).toHaveLength(2);
    expect(await state()).toBe('waiting');
    expect(told(orderId)).toContainEqual(['EXPRESS', null]);
    await under.run(orderId);
    expect(await state()).toBe('resolved');
    expect(told(orderId)).toContainEqual(['EXPRESS', '1001-2']);
  });

  it('goes on to tell what OneStock has when the shop stops synchronizing', async () => {
    const orderId = await under.place(ofOne);
    await under.run(orderId);
    await under.configure({ syncsOrders: false });
    await under.run(orderId);
    expect(told(orderId)).toEqual([['STANDARD', '1001']]);
  });

  it('that is cancelled goes on to tell what its shopper was told, and what OneStock turned out to have', async () => {
    const unsent = await under.place({ ...ofOne, test: true });
    await under.run(unsent);
    const before = metafield(unsent, 'delivery_promise_source');
    expect(before).not.toBe('none');
    await under.command(unsent, 'cancel');
    await under.run(unsent);
    expect(metafield(unsent, 'delivery_promise_source')).toBe(before);

    const orderId = await under.place(ofTwo);
    const losing = under.exportsWith({
      oneStock: {
        ...under.gateway,
        createOrder: (account, order) =>
          under.gateway
            .createOrder(account, order)
            .andThen(() =>
              order.delivery.type === 'STANDARD'
                ? errAsync(oneStockError('onestock_timeout', 'orders'))
                : under.gateway.readOrder(account, order.id).map(() => undefined),
            ) as never,
      },
    });
    expect((await losing.process(under.shop, orderId, 1)).isErr()).toBe(true);
    const name = told(orderId)[0]?.[1];
    expect(told(orderId)).toEqual([
      ['EXPRESS', name],
      ['STANDARD', null],
    ]);
    await under.command(orderId, 'cancel');
    await under.run(orderId);
    expect(told(orderId)).toEqual([
      ['EXPRESS', name],
      ['STANDARD', `${name}-2`],
    ]);
  });
});

/** Shopify is out of reach for requests with this in their body. */
function fetchBut(text: string): typeof fetch {
  const real = globalThis.fetch;
  return async (input, init) => {
    if (String(init?.body).includes(text)) throw new TypeError('fetch failed');
    return real(input, init);
  };
}
