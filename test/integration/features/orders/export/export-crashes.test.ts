import { err, ResultAsync } from 'neverthrow';
import { describe, expect, it, vi } from 'vitest';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { parts } from './asks-under-test.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { everywhere, Killer, killedExports } from './killed-exports.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

const lines = [{ sku: 'SKU-001', quantity: 2 }];
const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };

const { finish, run } = killedExports(under);

describe('a worker that is killed between any effect and its record', () => {
  it('leaves an order that ends up in OneStock once, with one note, and the record of what was sent', async () => {
    const deaths = await everywhere(async (killer) => {
      const orderId = await under.place({ lines, shippingLine });
      const end = await run(orderId, killer);
      await finish(orderId);
      const ours = (await under.ofOneStock()).filter(
        ({ information }) => information.shopify_order_id === orderId,
      );
      expect(ours).toHaveLength(1);
      const record = await under.record(orderId);
      expect(record).toMatchObject({ state: 'exported', oneStockOrderId: ours[0].id });
      expect(record?.items).toMatchObject([{ itemId: 'SKU-001', quantity: 2 }]);
      expect(await under.notes(orderId)).toEqual(['exported']);
      return end;
    });
    // The intention, the creation, and the record with its note.
    expect(deaths).toBe(2 * 3);
  });

  it('leaves a cancelled order that ends up out of OneStock, noted once', async () => {
    const deaths = await everywhere(async (killer) => {
      const orderId = await under.place({ lines, shippingLine });
      await finish(orderId);
      await under.command(orderId, 'cancel');
      const end = await run(orderId, killer);
      await finish(orderId);
      const [ours] = (await under.ofOneStock()).filter(
        ({ information }) => information.shopify_order_id === orderId,
      );
      expect(ours.line_item_groups).toMatchObject([{ state: 'removed', quantity: 2 }]);
      expect(await under.notes(orderId)).toEqual(['exported', 'cancelled']);
      expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
      expect(await under.standing(orderId)).toEqual({});
      return end;
    });
    // The removal and the note.
    expect(deaths).toBe(2 * 2);
  });

  it('is as good as an answer of OneStock that is lost on its way', async () => {
    await under.control({ failure: 'lost', failingResources: ['orders'] });
    const orderId = await under.place({ lines, shippingLine });
    expect((await under.run(orderId))._unsafeUnwrapErr()).toMatchObject({ retryable: true });
    await under.control({ failure: 'none' });
    expect(await under.ofOneStock()).toHaveLength(1);
    await finish(orderId);
    expect(await under.ofOneStock()).toHaveLength(1);
    expect(await under.notes(orderId)).toEqual(['exported']);
  });

  it('keeps the next delivery waiting, which would go by the id of the one that OneStock may have', async () => {
    const express = { title: 'Livraison express', code: 'EXPRESS', price: 990 };
    const orderId = await under.place({
      lines: [
        { sku: 'SKU-030', quantity: 1 },
        { sku: 'SKU-031', quantity: 1 },
      ],
      shippingLines: [shippingLine, express],
      deliveries: parts(
        { quantity: 1, serviceCode: 'STANDARD' },
        { quantity: 1, line: 1, serviceCode: 'EXPRESS' },
      ),
    });
    const lost = vi.fn(async (...input: Parameters<OneStockGateway['createOrder']>) => {
      await under.gateway.createOrder(...input);
      return err({ code: 'onestock_timeout', retryable: true } as const);
    });
    const oneStock = {
      ...under.gateway,
      createOrder: (...input: Parameters<OneStockGateway['createOrder']>) => new ResultAsync(lost(...input)),
    };
    const ended = await under.exportsWith({ oneStock }).process(under.shop, orderId, 1);
    expect(ended._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_timeout', retryable: true });
    expect(lost).toHaveBeenCalledOnce();
    await finish(orderId);
    expect(await under.ofOneStock()).toMatchObject([
      { id: '1001', order_items: [{ item_id: 'SKU-030' }] },
      { id: '1001-2', order_items: [{ item_id: 'SKU-031' }] },
    ]);
    expect((await under.record(orderId))?.deliveries).toMatchObject([
      { oneStockOrderId: '1001', items: [{ itemId: 'SKU-030' }] },
      { oneStockOrderId: '1001-2', items: [{ itemId: 'SKU-031' }] },
    ]);
  });

  it('does not matter more than many that work on one order at once', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const ends = await Promise.all(Array.from({ length: 5 }, () => under.run(orderId)));
    const kinds = ends.map((end) => end._unsafeUnwrap().exported?.kind ?? 'put_back');
    expect(kinds.filter((kind) => kind === 'exported')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'put_back').length).toBeGreaterThanOrEqual(3);
    expect(await under.queued()).toEqual([orderId]);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('leaves an order that is compared at once where OneStock told of it meanwhile, and else when its turn comes', async () => {
    const told = await under.place({ lines, shippingLine });
    // Created in OneStock, and nobody knows.
    expect(await run(told, new Killer(1, 'after'))).toBe('died');
    const { oneStockOrderId } = (await under.record(told)) ?? {};
    const event = { source: 'onestock', shop: under.shop, messageId: 'one', topic: 'parcel_state_changed' };
    await database.prisma.inboxEvent.create({
      data: { ...event, subject: oneStockOrderId ?? null, state: 'done' },
    });
    // Found there and recorded, and nothing more.
    expect(await run(told, new Killer(0, 'after'))).toBe('died');
    expect(await under.record(told)).toMatchObject({ state: 'exported' });
    await finish(told);
    await finish(await under.place({ lines, shippingLine }));
    const { rows } = await database.pool.query(
      "select key from graphile_worker.jobs where task_identifier = 'converge-order'",
    );
    expect(rows).toEqual([{ key: `converge:${under.shop}:${oneStockOrderId}` }]);
  });

  it('leaves an order that is cancelled before it is looked at again out of OneStock', async () => {
    const orderId = await under.place({ lines, shippingLine });
    // Created in OneStock, and nobody knows.
    expect(await run(orderId, new Killer(1, 'after'))).toBe('died');
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting' });
    await under.command(orderId, 'cancel');
    await finish(orderId);
    const [order] = await under.ofOneStock();
    expect(order.line_item_groups).toMatchObject([{ state: 'removed' }]);
    expect(await under.notes(orderId)).toEqual(['exported', 'cancelled']);
  });
});
