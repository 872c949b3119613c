import { expect, it } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest } from './asks-under-test.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const { asked, causes, kindOf, under } = await asksUnderTest(database);

const untyped = (title: string) => ({ title, quantity: 1, requiresShipping: true, unitPrice: 300 });
const shirt = { sku: 'SKU-002', quantity: 1 };
const decide = (orderId: OrderId) => under.exports.decide({ shop: under.shop, orderId }, 'without');
const stopsFor = (title: string) => ({ code: 'custom_line', params: { title } });
const leftOut = (title: string) => ({ code: 'line_left_out', params: { title } });

it('a decision to send an order without lines is about those that stopped it, and about no later one', async () => {
  const lines = [shirt, untyped('Engraving'), untyped('Gift wrapping')];
  const orderId = await under.place({ draft: true, lines, shippingLine });
  expect(await kindOf(orderId)).toBe('needs_attention');
  expect(await under.standing(orderId)).toEqual({
    export: [stopsFor('Engraving'), stopsFor('Gift wrapping')],
  });
  expect((await decide(orderId)).isOk()).toBe(true);
  expect(await kindOf(orderId)).toBe('exported');
  expect(await causes(orderId)).toEqual([leftOut('Engraving'), leftOut('Gift wrapping')]);

  await under.command(orderId, 'edit', { additions: [untyped('Oak table')] });
  expect(await kindOf(orderId)).toBe('needs_attention');
  expect(await under.standing(orderId)).toEqual({ export: [stopsFor('Oak table')] });
  expect((await decide(orderId)).isOk()).toBe(true);
  expect(await kindOf(orderId)).toBe('followed');
  expect(await causes(orderId)).toEqual([
    leftOut('Engraving'),
    leftOut('Gift wrapping'),
    leftOut('Oak table'),
  ]);
  expect(await under.standing(orderId)).toEqual({});
  expect(await asked()).toEqual([['1001', { 'SKU-002': 1 }]]);
  expect((await under.notes(orderId)).filter((kind) => kind === 'decided_to_send')).toHaveLength(2);
});

it('a decision that was kept when no line was kept with it is none', async () => {
  const orderId = await under.place({ draft: true, lines: [shirt, untyped('Engraving')], shippingLine });
  await kindOf(orderId);
  await database.pool.query(`update order_export set decided = '{"without": true}'`);
  await under.exports.resynchronize(under.shop, [orderId]);
  expect(await kindOf(orderId)).toBe('needs_attention');
  expect(await under.standing(orderId)).toEqual({ export: [stopsFor('Engraving')] });
});

it('who decides the same at once is answered alike, and it is noted once', async () => {
  const orderId = await under.place({ draft: true, lines: [shirt, untyped('Engraving')], shippingLine });
  await kindOf(orderId);
  const answers = await Promise.all(Array.from({ length: 12 }, () => decide(orderId)));
  expect(answers.filter((answer) => answer.isErr())).toEqual([]);
  expect((await under.notes(orderId)).filter((kind) => kind === 'decided_to_send')).toHaveLength(1);
  expect(await kindOf(orderId)).toBe('exported');
  const other = await under.exports.decide({ shop: under.shop, orderId }, 'several');
  expect(other._unsafeUnwrapErr().code).toBe('nothing_to_decide');
});
