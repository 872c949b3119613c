import { ok } from 'neverthrow';
import { expect, it } from 'vitest';
import { decideIntent, type IntentDecision } from '#app/features/orders/convergence/decide-intent.ts';
import { orderKey } from '#app/features/orders/shape.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { withLock } from '#app/platform/database/lock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest, Killer } from './convergence-under-test.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const NO_DOUBT = { error: { code: 'intent_not_in_doubt' } };

/** GIVEN an order of three pieces, of which one left in a parcel while the app was interrupted and somebody fulfilled two by hand. */
async function aParcelInDoubt() {
  const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 3 }] });
  await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
  expect(await under.die(orderId, new Killer(0, 'after'))).toBe(true);
  await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }] });
  under.pass(61);
  expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'fulfilment_uncertain' }] });
  const { id: intentId } = await database.prisma.fulfillmentIntent.findFirstOrThrow({ where: { orderId } });
  return { orderId, intentId };
}

async function converge(orderId: OrderId) {
  return (await under.converge(orderId))._unsafeUnwrap();
}

function decide(
  { orderId, intentId }: { orderId: OrderId; intentId: string },
  decision: IntentDecision,
  shop = under.shop,
) {
  const dependencies = { database, jobs: createJobs<'converge-order'>(database.pool), clock: under };
  return decideIntent(dependencies, { shop, orderId, intentId }, decision);
}

const fulfilled = (orderId: OrderId) =>
  under.order(orderId).fulfillments.map(({ lines }) => lines.map(({ quantity }) => quantity));
const isQueued = async (orderId: OrderId) => {
  const { oneStockOrderId } = (await under.record(orderId)) ?? {};
  const { rowCount } = await database.pool.query(
    `select from graphile_worker.jobs where task_identifier = 'converge-order' and key like '%:' || $1 and run_at <= $2`,
    [oneStockOrderId, under.now()],
  );
  return rowCount === 1;
};

it('a parcel that was fulfilled counts as such, and the order needs attention no more', async () => {
  const parcel = await aParcelInDoubt();
  expect(await decide(parcel, 'fulfilled')).toEqual(ok());
  expect(await isQueued(parcel.orderId)).toBe(true);
  expect(await converge(parcel.orderId)).toMatchObject({ kind: 'converged', changes: 0 });
  expect(fulfilled(parcel.orderId)).toEqual([[2]]);
  expect(await under.record(parcel.orderId)).toMatchObject({ state: 'exported', causes: null });
  expect(await under.standing(parcel.orderId)).toEqual({});
  expect(await under.facts(parcel.orderId, 'decided')).toEqual([
    { decision: 'fulfilled', parcelId: expect.any(String) },
  ]);
});

it('a parcel that was not is fulfilled, once', async () => {
  const parcel = await aParcelInDoubt();
  expect(await decide(parcel, 'not_fulfilled')).toEqual(ok());
  expect(await isQueued(parcel.orderId)).toBe(true);
  expect(await converge(parcel.orderId)).toMatchObject({ kind: 'converged', changes: 1 });
  expect(fulfilled(parcel.orderId)).toEqual([[2], [1]]);
});

it.each(['fulfilled', 'not_fulfilled'] as const)('saying “%s” twice is saying it once', async (decision) => {
  const parcel = await aParcelInDoubt();
  await decide(parcel, decision);
  await converge(parcel.orderId);
  const before = fulfilled(parcel.orderId);
  expect(await decide(parcel, decision)).toEqual(ok());
  await converge(parcel.orderId);
  expect(fulfilled(parcel.orderId)).toEqual(before);
  expect(await under.facts(parcel.orderId, 'decided')).toHaveLength(1);
});

it('what was decided is not decided again otherwise, by two at once neither', async () => {
  const parcel = await aParcelInDoubt();
  const answers = await Promise.all([decide(parcel, 'fulfilled'), decide(parcel, 'not_fulfilled')]);
  expect(answers.filter((answer) => answer.isOk())).toHaveLength(1);
  expect(answers.filter((answer) => answer.isErr())).toMatchObject([NO_DOUBT]);
  expect(await under.facts(parcel.orderId, 'decided')).toHaveLength(1);
});

it('a decision while the app works on the order is refused in words, and can be given again', async () => {
  const parcel = await aParcelInDoubt();
  await withLock(database.pool, orderKey({ shop: under.shop, orderId: parcel.orderId }), async () => {
    expect(await decide(parcel, 'fulfilled')).toMatchObject({ error: { code: 'order_busy' } });
  });
  expect(await decide(parcel, 'fulfilled')).toEqual(ok());
});

it('nothing is decided of a parcel that is not in doubt, nor by another shop or of another order', async () => {
  const parcel = await aParcelInDoubt();
  expect(await decide(parcel, 'fulfilled', OTHER_SHOP)).toMatchObject(NO_DOUBT);
  const elsewhere = { ...parcel, orderId: 'gid://shopify/Order/1' as OrderId };
  expect(await decide(elsewhere, 'not_fulfilled')).toMatchObject(NO_DOUBT);
  await database.prisma.fulfillmentIntent.updateMany({ data: { state: 'done' } });
  expect(await decide(parcel, 'not_fulfilled')).toMatchObject(NO_DOUBT);
  expect(await under.facts(parcel.orderId, 'decided')).toEqual([]);
});
