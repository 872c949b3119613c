import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, LYON, parts } from './asks-under-test.ts';
import { address } from './changes-under-test.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const { asked, causes, kindOf, under } = await asksUnderTest(database);

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString();

describe('what waits', () => {
  it('for a hold of another app is sent when it is released, with what was added meanwhile', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.command(orderId, 'hold', { app: 'Upsell', reasonNotes: 'Awaiting post-purchase offer' });
    expect(await kindOf(orderId)).toBe('waiting');
    expect(await causes(orderId)).toEqual([
      { code: 'awaits_hold', params: { reason: 'Awaiting post-purchase offer' } },
    ]);
    expect((await under.record(orderId))?.revisitAt).not.toBeNull();
    await under.command(orderId, 'edit', {
      additions: [{ sku: 'SKU-050', quantity: 1 }],
      marksEdited: false,
    });
    await under.command(orderId, 'release');
    for (let times = 0; times < 2; times++) await under.run(orderId);
    const orders = await asked();
    expect(orders).toEqual([['1001', { 'SKU-001': 1, 'SKU-050': 1 }]]);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', causes: null, revisitAt: null });
  });

  it('for its day is asked for when it opens, each once, however often the order is looked at', async () => {
    const orderId = await under.place({
      lines: [{ sku: 'SKU-003', quantity: 3 }],
      shippingLine,
      deliveries: parts(
        { quantity: 1 },
        { quantity: 1, fulfillAt: inDays(30) },
        { quantity: 1, fulfillAt: inDays(60) },
      ),
    });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([['1001', { 'SKU-003': 1 }]]);
    expect(await causes(orderId)).toMatchObject([{ code: 'opens_on' }, { code: 'opens_on' }]);
    await under.command(orderId, 'open');
    expect(await kindOf(orderId)).toBe('exported');
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([
      ['1001', { 'SKU-003': 1 }],
      ['1001-2', { 'SKU-003': 1 }],
    ]);
    const [first, second] = await under.ofOneStock();
    expect(first.pricing_details.price + second.pricing_details.price).toBeCloseTo(
      first.pricing_details.price * 2 - 4.9,
    );
    expect(second.shipping_fees ?? []).toEqual([]);
  });

  it('for an address is sent when it comes, and what the shopper collects is sent without', async () => {
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId: LYON, endpointId: 'store_lyon' },
    });
    const orderId = await under.place({
      lines: [
        { sku: 'SKU-001', quantity: 1 },
        { sku: 'SKU-003', quantity: 1 },
      ],
      shippingLine: { ...shippingLine, code: 'ups:ground' },
      deliveries: parts(
        { quantity: 1, serviceCode: 'ups:ground' },
        { line: 1, quantity: 1, methodType: 'PICK_UP', locationId: LYON },
      ),
    });
    await under.command(orderId, 'change', { shippingAddress: null });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await asked()).toEqual([['1001', { 'SKU-003': 1 }]]);
    expect(await causes(orderId)).toEqual([{ code: 'awaits_address' }]);
    expect(await under.standing(orderId)).toEqual({});
    await database.prisma.orderExport.updateMany({ data: { heldSince: new Date(0) } });
    expect(await kindOf(orderId)).toBe('followed');
    expect(await under.standing(orderId)).toEqual({ waiting: [{ code: 'without_address_too_long' }] });
    await under.command(orderId, 'change', { shippingAddress: address });
    expect(await kindOf(orderId)).toBe('exported');
    expect((await asked())[1]).toEqual(['1001-2', { 'SKU-001': 1 }]);
    expect(await under.standing(orderId)).toEqual({});
  });

  it('as the shop wants it is sent afterwards, but never past its cut-off', async () => {
    await under.configure({ settings: { waitMinutes: 30 } });
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    expect(await kindOf(orderId)).toBe('waiting');
    expect(await causes(orderId)).toMatchObject([{ code: 'sent_at' }]);
    expect(await asked()).toEqual([]);
    await under.control({ cutoffInSeconds: 60 });
    const hurried = await under.place({ lines: [{ sku: 'SKU-005', quantity: 1 }], shippingLine });
    expect(await kindOf(hurried)).toBe('exported');
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(await kindOf(orderId)).toBe('exported');
  });
});

describe('what waited past its cut-off', () => {
  const promised = async () => {
    await under.control({ cutoffInSeconds: 3_600 });
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.command(orderId, 'hold', { reasonNotes: 'Fraud review' });
    expect(await kindOf(orderId)).toBe('waiting');
    // As if the shopper had been told two days ago.
    const where = { shop_orderId: { shop: under.shop, orderId } };
    const { groups } = await database.prisma.orderPromise.findUniqueOrThrow({ where });
    const [group] = groups as { promise: { cutoff: number; eta_start: number; eta_end: number } }[];
    const earlier = (seconds: number) => seconds - 2 * 24 * 3600;
    const told = {
      ...group?.promise,
      cutoff: earlier(group?.promise.cutoff ?? 0),
      eta_start: earlier(group?.promise.eta_start ?? 0),
      eta_end: earlier(group?.promise.eta_end ?? 0),
    };
    await database.prisma.orderPromise.update({ where, data: { groups: [{ ...group, promise: told }] } });
    const order = under.shopify.shopify.store.orders.get(orderId);
    if (order) order.createdAt = new Date(Date.now() - 2 * 24 * 3600_000);
    await database.prisma.shop.updateMany({ data: { syncsOrdersSince: new Date(0) } });
    await under.command(orderId, 'release');
    return { orderId, told };
  };

  it('is sent with what the shopper was told and what OneStock can keep, and says that it comes later', async () => {
    const { orderId, told } = await promised();
    expect(await kindOf(orderId)).toBe('exported');
    const [order] = await under.ofOneStock();
    const { original_delivery_option: original, sent_delivery_option: sent } = order.delivery_promise;
    expect(sent).toEqual({ eta_start: told.eta_start, eta_end: told.eta_end });
    expect(original.eta_end).toBeGreaterThan(told.eta_end);
    const date = new Date(original.eta_end * 1000).toISOString();
    expect(await under.standing(orderId)).toEqual({
      lateness: [
        { code: 'late_after_hold', params: { reason: 'Fraud review' } },
        { code: 'now_promised_by', params: { date } },
        { code: 'tell_shopper' },
      ],
    });
    const metafields = under.shopify.shopify.store.metafields.of(orderId);
    const written = metafields.find(({ key }: { key: string }) => key === 'delivery_promise');
    expect(JSON.parse(written?.value ?? '[]')).toEqual([told]);
  });

  it('is sent only once a person agrees, where the shop wants that', async () => {
    await under.configure({ settings: { whenLate: 'ask' }, syncsOrdersSince: new Date(0) });
    const { orderId } = await promised();
    expect(await kindOf(orderId)).toBe('needs_attention');
    expect(await asked()).toEqual([]);
    const stopped = await database.prisma.obstacle.findFirstOrThrow({ where: { source: 'export' } });
    expect(stopped.remedies).toEqual(['decide']);
    await under.exports.decide({ shop: under.shop, orderId }, 'late');
    expect(await kindOf(orderId)).toBe('exported');
    const { lateness } = await under.standing(orderId);
    expect(lateness?.[0]).toEqual({ code: 'late_after_hold', params: { reason: 'Fraud review' } });
  });
});
