import { beforeEach, describe, expect, it } from 'vitest';
import { takeUpCorrected } from '#app/features/orders/index.ts';
import { createSettings } from '#app/features/settings/index.ts';
import { defaultsOf, ORDERS, type OrderSettings } from '#app/features/settings/shape.ts';
import { systemClock } from '#app/platform/clock.ts';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, LYON, PARIS, parts } from './asks-under-test.ts';
import { lines, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const { asked, kindOf, under } = await asksUnderTest(database);

const settings = createSettings({
  ...{ database, clock: systemClock, account: {} as never, channels: {} as never },
  endpointNames: async () => new Map(),
  whenSaved: (transaction, shop, saved) => takeUpCorrected(transaction, shop, saved, new Date()),
});

async function save(change: Partial<OrderSettings>) {
  const { configurationVersion: version } = await database.prisma.shop.findUniqueOrThrow({
    where: { domain: under.shop },
  });
  const values = { orders: { ...defaultsOf(ORDERS), ...change } };
  (await settings.save(under.shop, { version, values }))._unsafeUnwrap();
}

async function queuedAfter(change: Partial<OrderSettings>) {
  await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
  await save(change);
  return under.queued();
}

beforeEach(async () => {
  await database.pool.query('delete from order_delivery; delete from order_export');
});

describe('orders that a setting kept from being sent', () => {
  it('are sent when it is corrected, and nobody else is looked at', async () => {
    await save({ excludedLocations: [LYON] });
    const test = await under.place({ lines, shippingLine, test: true });
    const inLyon = await under.place({
      lines: [{ sku: 'SKU-001', quantity: 1 }],
      shippingLine,
      deliveries: parts({ quantity: 1, locationId: LYON }),
    });
    const sent = await under.place({ lines, shippingLine });
    expect([await kindOf(test), await kindOf(inLyon), await kindOf(sent)]).toEqual([
      ...['left_out', 'left_out'],
      'exported',
    ]);
    expect(await queuedAfter({ excludedLocations: [LYON], sendTestOrders: true })).toEqual([test]);
    expect(await queuedAfter({ excludedLocations: [LYON], sendTestOrders: true })).toEqual([]);
    expect(await queuedAfter({ excludedLocations: [PARIS], sendTestOrders: true })).toEqual([inLyon]);
    expect(await kindOf(inLyon)).toBe('exported');
    expect((await asked()).map(([id]) => id)).toEqual(['1003', '1002']);
  });

  it('are taken up early where they wait less long', async () => {
    await save({ waitMinutes: 60 });
    const orderId = await under.place({ lines, shippingLine });
    expect(await kindOf(orderId)).toBe('waiting');
    await save({ waitMinutes: 0 });
    const { rows } = await database.pool.query<{ run_at: Date }>(
      "select run_at from graphile_worker.jobs where task_identifier = 'resolve-order'",
    );
    expect(rows).toHaveLength(1);
    expect(Number(rows[0]?.run_at)).toBeLessThan(Date.now() + 60_000);
    expect(await kindOf(orderId)).toBe('exported');
  });

  it('are left alone where they are too old, given up or cancelled, or their shop synchronizes none', async () => {
    const [old, cancelled, test] = [
      await under.place({ lines, shippingLine, test: true }),
      await under.place({ lines, shippingLine, test: true }),
      await under.place({ lines, shippingLine, test: true }),
    ];
    await under.run(old);
    await under.run(test);
    await under.command(cancelled, 'cancel');
    await under.run(cancelled);
    const where = { shop_orderId: { shop: under.shop, orderId: old } };
    const createdAt = new Date(Date.now() - 61 * 24 * 60 * 60_000);
    await database.prisma.orderExport.update({ where, data: { createdAt } });
    expect(await queuedAfter({ sendTestOrders: true })).toEqual([test]);
    await under.configure({ syncsOrders: false });
    expect(await queuedAfter({ sendTestOrders: true })).toEqual([]);
  });
});
