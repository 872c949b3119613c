import { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { describe, expect, it } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createOrderPromises } from '#app/features/orders/index.ts';
import { basketFingerprint, destinationFingerprint } from '#app/features/promise/index.ts';
import { createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { METAFIELDS_SET } from '#app/gateways/shopify/operations/metafields.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { startShop } from '#test/contract/shopify-simulator/shop-harness.ts';
import { freshDatabase } from '#test/support/database.ts';
import { deliveryOption, snapshot } from '#test/support/rate-requests.ts';
import { datesOf, keepShownRates, promiseOf, shownRate } from '#test/support/shown-rates.ts';

const { database } = await freshDatabase();
const harness = await startShop();
const { shopify } = harness;
const shop = shopify.shop as ShopDomain;
const { shop: facts } = snapshot([], { domain: shop });
const log = createLogger('silent');

setAbstractFetchFunc((input, init) => {
  const { pathname, hostname } = new URL(String(input));
  const headers = new Headers(init?.headers);
  headers.set('X-Sandbox-Shop', hostname);
  return fetch(`${shopify.url}${pathname}`, { ...init, headers });
});

/** The orders feature, whose Admin client speaks to the simulated Shopify with the demo shop's fixed token. */
function connectedOrders() {
  const session = new Session({ id: `offline_${shop}`, shop, state: '', isOnline: false });
  session.accessToken = shopify.accessToken;
  return createOrderPromises({
    database,
    jobs: createJobs(database.pool),
    shops: { shop: async () => facts },
    oneStockAccounts: { account: async () => null },
    deliveryOptions: { listAll: async () => [deliveryOption()] },
    adminClients: createAdminClients({
      api: { session: { getOfflineId: () => session.id } } as never,
      sessionStorage: { loadSession: async () => session } as never,
      pool: database.pool,
      clock: systemClock,
      log,
    }),
    oneStock: {} as never,
    obstacles: createObstacles(database, systemClock),
    clock: systemClock,
    log,
  });
}

const orders = connectedOrders();
const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };

interface Line {
  sku?: string;
  /** Of a custom line, which has no SKU. */
  title?: string;
  quantity: number;
}

/** A day whose promise can be kept by an order that is placed now. */
const AHEAD = Math.ceil((Date.now() - Date.parse('2026-11-21T15:00:00Z')) / 86_400_000) + 1;

/** Records the promise of that day as shown for these lines to the order's address. */
async function show(lines: Line[]): Promise<void> {
  const variants = [...shopify.store.variants.values()];
  const basket = lines.map(({ sku, title, quantity }) => {
    const id = variants.find((variant) => variant.sku === sku)?.id;
    return { variantId: id?.slice(id.lastIndexOf('/') + 1) ?? null, customTitle: title, quantity };
  });
  const destination = { country: 'FR', zip: '75011', region: null };
  const rate = shownRate({
    shop,
    promise: promiseOf(AHEAD),
    shownAt: new Date(Date.now() - 60_000),
    postalPrefix: '75',
    basketFingerprint: basketFingerprint(basket, facts.fingerprintSalt),
    destinationFingerprint: destinationFingerprint(destination, facts.fingerprintSalt),
  });
  await keepShownRates(database, [rate]);
}

/** Places the order and hands over its two events as the webhooks' bodies name them. */
async function place(change: Record<string, unknown>): Promise<OrderId> {
  const orderId = (await harness.placeOrder({ shippingLine, ...change })) as OrderId;
  await harness.routed(orderId);
  const fulfillmentOrderId = shopify.store.orders.get(orderId)?.fulfillmentOrders[0]?.id ?? null;
  const event = { id: '', source: 'shopify', shop, facts: {}, triggeredAt: null, receivedAt: new Date() };
  const events = [
    { ...event, topic: 'fulfillment_orders/order_routing_complete', subject: fulfillmentOrderId },
    { ...event, topic: 'orders/create', subject: orderId },
  ];
  for (const each of events) {
    expect((await orders.handleOrderEvent(each))._unsafeUnwrap()).toBe('noted');
  }
  return orderId;
}

async function resolve(orderId: OrderId) {
  const outcome = await orders.resolvePromise(shop, orderId, 1);
  return outcome._unsafeUnwrap();
}

function metafieldsOf(orderId: OrderId): Record<string, string> {
  const own = shopify.store.metafields.of(orderId).filter(({ namespace }) => namespace === 'onestock');
  return Object.fromEntries(own.map(({ key, value }) => [key, value]));
}

describe('an order over the official Admin API schema', () => {
  it('gets the promise that was shown, told by the dates that Shopify kept, and is then left alone', async () => {
    const lines = [{ sku: 'SKU-001', quantity: 2 }];
    await show(lines);
    const { min, max } = datesOf(promiseOf(AHEAD));
    const deliveryMethod = {
      serviceCode: 'STANDARD',
      presentedName: 'Standard delivery',
      minDeliveryDateTime: min,
      maxDeliveryDateTime: max,
    };
    const [location] = shopify.store.locations.values();
    const deliveries = [{ locationId: location?.id, lines: [{ line: 0, quantity: 2 }], deliveryMethod }];
    const orderId = await place({ lines, deliveries });

    expect(await resolve(orderId)).toEqual({ kind: 'resolved', source: 'checkout', changed: true });
    const written = metafieldsOf(orderId);
    expect(JSON.parse(written.delivery_promise ?? '')).toEqual([promiseOf(AHEAD)]);
    expect(written.delivery_promise_source).toBe('checkout');
    expect(await resolve(orderId)).toMatchObject({ changed: false });
  });

  it('is brought back to what is known when somebody else changed it, and loses what contradicts it', async () => {
    const lines = [{ sku: 'SKU-002', quantity: 1 }];
    await show(lines);
    const orderId = await place({ lines });
    await resolve(orderId);
    const before = metafieldsOf(orderId);
    const theirs = { ownerId: orderId, namespace: 'onestock', key: 'endpoint_id', value: 'store_9' };
    await harness.graphql(METAFIELDS_SET, { metafields: [{ ...theirs, type: 'single_line_text_field' }] });
    expect(metafieldsOf(orderId)).not.toEqual(before);
    expect(await resolve(orderId)).toMatchObject({ changed: true });
    expect(metafieldsOf(orderId)).toEqual(before);
  });

  it('of more lines than a page holds, with a custom line among them, is read whole', async () => {
    const custom = { title: 'Engraving', quantity: 1, unitPrice: 500, requiresShipping: true };
    const lines: Line[] = Array.from({ length: 120 }, (_, index) => ({
      sku: `SKU-${String(index + 1).padStart(3, '0')}`,
      quantity: 1,
    }));
    lines.push(custom);
    await show(lines);
    const orderId = await place({ lines, draft: true });
    expect(await resolve(orderId)).toMatchObject({ kind: 'resolved', source: 'checkout' });
  });

  it('of a gift card alone says that there is no promise', async () => {
    const card = {
      title: 'Gift card',
      quantity: 1,
      unitPrice: 5000,
      isGiftCard: true,
      requiresShipping: false,
    };
    const orderId = await place({ lines: [card], shippingLine: undefined });
    expect(await resolve(orderId)).toMatchObject({ kind: 'resolved', source: 'none' });
    expect(metafieldsOf(orderId)).toEqual({ delivery_promise_source: 'none' });
  });
});
