import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '#app/features/orders/deliveries/types.ts';
import { toOneStockOrder } from '#app/features/orders/export/to-onestock-order.ts';
import { deliveryEntries, plannedOutlines } from '#app/features/orders/promise/delivery-entries.ts';
import { wantedMetafields } from '#app/features/orders/promise/order-metafields.ts';
import type { ResolvedGroup, StoredPromise } from '#app/features/orders/promise/types.ts';
import { defaultsOf, ORDERS } from '#app/features/settings/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { shopOrder } from '../export/shop-orders.ts';
import { EXPRESS, STANDARD } from './planned.ts';

const LINE = 'gid://shopify/LineItem/1';
const anyPromise: fc.Arbitrary<StoredPromise | null> = fc.option(fc.nat(20).map(promiseOf));

/** Delivery groups as they were found when the order was placed, one a fulfillment order. */
const anyGroups: fc.Arbitrary<ResolvedGroup[]> = fc
  .array(fc.record({ code: fc.constantFrom('STANDARD', 'EXPRESS'), promise: anyPromise }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((groups) =>
    groups.map(({ code, promise }, at) => ({
      ...{ fulfillmentOrderId: `FO${at}` as ResolvedGroup['fulfillmentOrderId'], code, promise },
      ...{ source: promise ? ('checkout' as const) : ('none' as const), quoteId: null, endpointId: null },
    })),
  );

/** What is asked for under a choice; its fulfillment orders may have been split or moved since, and have other ids. */
const anyAsk = fc.record({
  choice: fc.constantFrom<Choice>(STANDARD, EXPRESS),
  isSplit: fc.boolean(),
  number: fc.integer({ min: 1, max: 3 }),
  /** What OneStock can still keep when it waited past its cut-off; undefined where it did not. */
  keepable: fc.option(anyPromise, { nil: undefined }),
});

describe('what the shopper was told of a delivery', () => {
  it('is what its metafield says and OneStock gets as sent_delivery_option, whatever it waited for', () => {
    fc.assert(
      fc.property(anyGroups, anyAsk, (groups, { choice, isSplit, number, keepable }) => {
        const own = groups.filter(({ code }) => code === choice.code);
        const ids = own.flatMap(({ fulfillmentOrderId }) => fulfillmentOrderId ?? []);
        const ask = {
          choice,
          fulfillmentOrderIds: isSplit ? ['FO9'] : ids,
          lines: [{ lineItemId: LINE, quantity: 2, askedBefore: 0 }],
        };
        const { order } = toOneStockOrder({
          ...{ order: shopOrder(), delivery: { ...ask, number }, earlier: [], groups },
          ...(keepable !== undefined && { keepable }),
          shop: { domain: 'test-shop.myshopify.com' as ShopDomain, itemIdSource: 'sku' },
          settings: defaultsOf(ORDERS),
          mappings: { rulesets: [], locations: [] },
          connection: { salesChannel: 'web', salesChannels: {} },
        })._unsafeUnwrap();
        const outlines = plannedOutlines([], { asks: [ask], waits: [] });
        const entries = deliveryEntries(outlines, groups);
        const metafields = wantedMetafields(groups, entries);
        const written: StoredPromise[] = JSON.parse(metafields.delivery_promise ?? '[]');
        const [entry] = JSON.parse(metafields.deliveries ?? '[]');

        const told: StoredPromise[] = own.flatMap(({ promise }) => (promise ? [promise] : []));
        const last = Math.max(...told.map(({ eta_end }) => Number(eta_end)));
        if (told.length === 0) {
          expect(entry.promise).toBeNull();
          expect(order.delivery_promise).toBeUndefined();
          return;
        }
        const parameter = order.delivery_promise as {
          original_delivery_option?: StoredPromise;
          sent_delivery_option: object;
        };
        const { eta_start, eta_end } = entry.promise;
        expect(eta_end).toBe(last);
        expect(written).toContainEqual(entry.promise);
        expect(parameter.sent_delivery_option).toEqual({ eta_start, eta_end });
        expect(parameter.original_delivery_option).toEqual(
          keepable === undefined ? entry.promise : (keepable ?? undefined),
        );
      }),
      { numRuns: 500 },
    );
  });
});
