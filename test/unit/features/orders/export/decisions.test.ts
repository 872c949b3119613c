import { describe, expect, it } from 'vitest';
import { needsWork } from '#app/features/orders/export/needs-work.ts';
import { whyRefused } from '#app/features/orders/export/why-refused.ts';
import { ORDERS, readStored } from '#app/features/settings/shape.ts';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { causesText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';

const english = speakWords('en');

function refused(change: Partial<OneStockError>): string {
  const error = { code: 'onestock_refused', retryable: false, message: 'Refused.', ...change } as const;
  return causesText(english, whyRefused(error));
}

describe('a refusal of OneStock', () => {
  it.each([
    ['order.customer.last_name', 'the customer’s last name'],
    ['order.delivery.destination.address.zip_code', 'the delivery address'],
    ['order.delivery.destination.endpoint_id', 'the store where the order is collected'],
    ['order.delivery_promise.original_delivery_option', 'the delivery promise'],
    ['order.original_ruleset_chaining_id', 'the ruleset chaining'],
    ['order.sales_channel', 'the sales channel'],
    ['order.order_items.0.item_id', 'an item'],
    ['order.order_items.0.pricing_details.price', 'the prices'],
    ['order.id', 'the order’s id'],
  ])('of %s is told as %s', (field, name) => {
    expect(refused({ field, requestId: 'r1' })).toMatch(
      new RegExp(`^OneStock did not take ${name}\\..*nobody is asked to prepare it.*request id is r1\\.$`),
    );
  });

  it('of a thing that it does not know names the thing, and of what nobody knows tells the order', () => {
    const item = refused({ entity: { kind: 'item', id: 'SKU-9' } });
    expect(item).toContain('the item “SKU-9”, which it does not know');
    expect(refused({ code: 'onestock_timeout' })).toContain(
      'It is not known whether OneStock has the order.',
    );
    expect(refused({ field: 'order.colour' })).toMatch(
      /^OneStock did not take the order\. The order was not created/,
    );
    const said = refused({ field: 'order.id', vendorMessage: 'Too long' });
    expect(said).toMatch(
      /^OneStock did not take the order’s id\. OneStock said: “Too long”\. The order was not/,
    );
    // Nobody is told of an item without a name.
    expect(refused({ entity: { kind: 'item', id: '' } })).toMatch(/^OneStock did not take an item\./);
  });
});

describe('an order that the sweep finds', () => {
  const now = new Date('2026-11-21T12:00:00Z');
  const order = {
    orderId: 'gid://shopify/Order/1' as OrderId,
    createdAt: new Date('2026-11-21T11:00:00Z'),
    isCancelled: false,
    isPaid: false,
    isChanged: false,
    updatedAt: new Date('2026-11-21T11:00:00Z'),
  };
  const known = {
    ...{ state: 'waiting', exportedAt: null, readAt: null },
    ...{ hasJob: false, awaitsPayment: false, isGivenUp: false },
  };

  it('is taken up when nothing else will, and only then', () => {
    expect(needsWork(order, undefined, now)).toBe(true);
    expect(needsWork(order, known, now)).toBe(true);
    expect(needsWork(order, { ...known, hasJob: true }, now)).toBe(false);
    for (const resting of [{ isGivenUp: true }, { state: 'left_out' }]) {
      expect(needsWork({ ...order, isCancelled: true }, { ...known, ...resting }, now)).toBe(false);
    }
    const unpaid = { ...known, awaitsPayment: true };
    expect(needsWork(order, unpaid, now)).toBe(false);
    expect(needsWork({ ...order, isPaid: true }, unpaid, now)).toBe(true);
    const exported = { ...known, state: 'exported', exportedAt: now, readAt: now };
    expect(needsWork(order, exported, now)).toBe(false);
    expect(needsWork({ ...order, isChanged: true }, exported, now)).toBe(true);
    expect(needsWork(order, { ...exported, readAt: null }, now)).toBe(true);
    const untold = { ...order, updatedAt: new Date('2026-11-21T12:05:00Z') };
    expect(needsWork(untold, exported, now)).toBe(true);
    expect(needsWork(untold, { ...exported, readAt: untold.updatedAt }, now)).toBe(false);
    const closed = { ...exported, state: 'closed' };
    expect(needsWork({ ...order, isChanged: true }, closed, now)).toBe(true);
    expect(needsWork({ ...order, isCancelled: true }, closed, now)).toBe(false);
  });
});

describe('the settings of orders', () => {
  it('have their defaults where nothing, or nothing usable, was saved, and keep the rest', () => {
    const stored = { notifyCustomer: true, whereFulfilled: 'nowhere', heldGroupStates: ['removed', 'issue'] };
    expect(readStored(ORDERS, stored)).toMatchObject({
      notifyCustomer: true,
      whereFulfilled: 'assigned',
      heldGroupStates: ['removed', 'issue'],
      shippedParcelStates: ['dispatched', 'delivered', 'collected'],
    });
    expect(readStored(ORDERS, null)).toEqual(readStored(ORDERS, {}));
  });

  it('take no suffix with which a delivery could have the id of another order, and read one that was saved', () => {
    const { schema, fromForm } = ORDERS.fields.deliverySuffix;
    expect(['-', ' .d ', '1', '-2'].map((typed) => schema.safeParse(fromForm(typed)).success)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(readStored(ORDERS, { deliverySuffix: '1' })).toMatchObject({ deliverySuffix: '1' });
  });
});
