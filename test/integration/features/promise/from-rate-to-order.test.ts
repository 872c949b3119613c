import { describe, expect, it } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { ordersUnderTest, PLACED, SHOP } from '#test/integration/features/orders/orders-under-test.ts';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { freshDatabase } from '#test/support/database.ts';
import { fakeOrder } from '#test/support/fake-order-shop.ts';
import { minutesAfter, NOW, promisesFor, type Reply } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

const { database } = await freshDatabase();
const ORDER = fakeOrder().id;
const NOTHING_PROMISED = {
  delivery_promise_source: 'fallback',
  delivery: { promise: null, endpoint_id: null, source: 'fallback' },
};

/** A checkout and its orders over one database. Each answer of OneStock is a new promise; its cut-off is in two hours. */
async function checkout() {
  const under = await ordersUnderTest(database, ORDER);
  let now = NOW;
  let count = 0;
  const oneStock: { fails: boolean } = { fails: false };
  const door = checkoutDoor({
    shop: snapshot([
      deliveryOption(),
      deliveryOption({ handle: 'LATER', fallbackOnly: true }),
      collectOption(),
    ]),
    database,
    clock: { now: () => now },
    reply: (question): Reply =>
      oneStock.fails
        ? 'onestock_unreachable'
        : promisesFor(question, ({ deliveryMethod }) => ({
            cutoff: minutesAfter(120, now),
            option: {
              delivery_method: deliveryMethod,
              answer: count++,
              cutoff: minutesAfter(120, now).getTime() / 1000,
            },
          })),
  });
  return {
    oneStock,
    pass(minutes: number) {
      now = minutesAfter(minutes, now);
    },
    /** The rate of this code, as sent. */
    async shown(code: string, request?: unknown): Promise<Rate> {
      const { rates } = await door.ask(request);
      await door.promises.close();
      const rate = rates?.find(({ service_code }) => service_code === code);
      if (!rate) throw new Error(`No rate ${code} was sent.`);
      return rate;
    },
    /** What is written on an order placed with the rate, of which Shopify kept what it keeps; the promise and store of its only delivery. */
    async placed(rate: Rate, { quoteId }: { quoteId?: string } = {}): Promise<Record<string, unknown>> {
      const instant = (text?: string) => (text ? new Date(text.replace(' ', 'T').replace(' ', '')) : null);
      const { service_code: code, service_name: name } = rate;
      const order = fakeOrder({
        shippingLines: [{ code, title: name, amount: (Number(rate.total_price) / 100).toFixed(2) }],
        fulfillmentOrders: [
          {
            number: 1,
            lines: [{ variant: 11, quantity: 2 }],
            code,
            name,
            min: instant(rate.min_delivery_date),
            max: instant(rate.max_delivery_date),
          },
        ],
        metafields: new Map(quoteId === undefined ? [] : [['quote_id', quoteId]]),
      });
      under.shopify.orders.set(order.id, order);
      for (const topic of ['orders/create', 'fulfillment_orders/order_routing_complete'] as const) {
        await under.orders.noteEvent({ shop: SHOP, orderId: order.id, topic, seenAt: PLACED });
      }
      (await under.orders.resolvePromise(SHOP, order.id, 1))._unsafeUnwrap();
      expect(under.oneStock.asked).toEqual([]);
      const { deliveries, ...metafields } = Object.fromEntries(order.metafields);
      const [{ promise, endpoint_id, source }] = JSON.parse(deliveries ?? '[]');
      return { ...metafields, delivery: { promise, endpoint_id, source } };
    },
  };
}

function sent(rate: Rate, key: string): string {
  const metafield = rate.metafields.find((each) => each.key === key);
  if (!metafield) throw new Error(`The rate has no ${key}.`);
  return metafield.value;
}

describe('what the order says is what was sent for that rate', () => {
  it.each<[string, number, boolean]>([
    ['OneStock', 0, false],
    ['memory', 1, false],
    ['an older answer, while OneStock is down', 10, true],
  ])('when it came from %s', async (_rung, minutesLater, fails) => {
    const { shown, placed, oneStock, pass } = await checkout();
    let rate = await shown('STANDARD');
    oneStock.fails = fails;
    pass(minutesLater);
    if (minutesLater > 0) rate = await shown('STANDARD');
    const promise = sent(rate, 'delivery_promise');
    expect(await placed(rate)).toEqual({
      delivery_promise: `[${promise}]`,
      delivery_promise_source: 'checkout',
      delivery: { promise: JSON.parse(promise), endpoint_id: null, source: 'checkout' },
    });
  });

  it('with the store, when it is collected', async () => {
    const { shown, placed } = await checkout();
    const rate = await shown('COLLECT:store_purpan');
    const promise = sent(rate, 'delivery_promise');
    expect(await placed(rate)).toEqual({
      delivery_promise: `[${promise}]`,
      endpoint_id: 'store_purpan',
      delivery_promise_source: 'checkout',
      delivery: { promise: JSON.parse(promise), endpoint_id: 'store_purpan', source: 'checkout' },
    });
  });

  it.each([
    ['an option that is only ever a fallback', 'LATER', false],
    ['an option that had to fall back', 'STANDARD', true],
  ])('and no promise at all for %s', async (_what, code, fails) => {
    const { shown, placed, oneStock } = await checkout();
    oneStock.fails = fails;
    expect(await placed(await shown(code))).toEqual(NOTHING_PROMISED);
  });

  it('and no promise where another fulfillment service sends the goods', async () => {
    const { shown, placed } = await checkout();
    const request = rateRequestJson({ items: [rateItemJson({ fulfillment_service: 'printful' })] });
    expect(await placed(await shown('STANDARD', request))).toEqual(NOTHING_PROMISED);
  });

  it('and not what OneStock said later, nor what it said before', async () => {
    const { shown, placed, pass } = await checkout();
    await shown('STANDARD');
    pass(6);
    const chosen = await shown('STANDARD');
    pass(6);
    const later = await shown('STANDARD');
    expect(sent(later, 'delivery_promise')).not.toBe(sent(chosen, 'delivery_promise'));
    const metafields = await placed(chosen, { quoteId: sent(chosen, 'quote_id') });
    expect(metafields).toMatchObject({
      delivery_promise: `[${sent(chosen, 'delivery_promise')}]`,
      delivery_promise_source: 'cart',
    });
  });
});
