import fc from 'fast-check';
import type { Address, OrderLine, ShippingFee, ShopOrder } from '#app/features/orders/export/types.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';

/** An address in Toulouse, with what a test wants otherwise. */
export function address(change: Partial<Address> = {}): Address {
  return {
    firstName: 'Camille',
    lastName: 'Martin',
    company: null,
    lines: ['1 rue des Lois'],
    city: 'Toulouse',
    zip: '31000',
    province: null,
    country: { code: 'FR', name: 'France' },
    coordinates: null,
    phone: null,
    ...change,
  };
}

/** Two pieces of SKU-001 for 19.99 each. */
export function line(change: Partial<OrderLine> = {}): OrderLine {
  return {
    id: 'gid://shopify/LineItem/1',
    sku: 'SKU-001',
    variantId: '11',
    title: 'Linen shirt',
    ordered: 2,
    quantity: 2,
    isShipped: true,
    isGiftCard: false,
    unitPrice: 19_990,
    discounts: [],
    taxes: [],
    duties: [],
    ...change,
  };
}

export function shopOrder(change: Partial<ShopOrder> = {}): ShopOrder {
  return {
    id: 'gid://shopify/Order/6172983901' as OrderId,
    name: '#1001',
    createdAt: new Date('2026-11-21T12:00:00Z'),
    isCancelled: false,
    isEdited: false,
    isPaid: true,
    currency: 'EUR',
    taxesIncluded: true,
    email: 'camille@example.com',
    phone: null,
    shippingAddress: address(),
    billingAddress: address(),
    lines: [line()],
    shippingFees: [
      { id: 'fee', title: 'Standard delivery', code: 'STANDARD', price: 4_900, discounts: [], taxes: [] },
    ],
    refunds: [],
    isTest: false,
    additionalFees: [],
    tip: 0,
    fulfillmentOrders: [],
    ...change,
  };
}

/** A decimal number in thousandths, by its text: no arithmetic of fractions. */
export function thousandths(amount: number | undefined): bigint {
  const [whole = '', fraction = ''] = String(amount).split('.');
  if (fraction.length > 3) throw new Error(`${amount} is finer than a thousandth.`);
  const sign = whole.startsWith('-') ? -1n : 1n;
  return sign * (BigInt(whole.replace('-', '')) * 1000n + BigInt(fraction.padEnd(3, '0')));
}

/** Cents, as thousandths. */
export const amounts = fc.integer({ min: 0, max: 100_000 }).map((cents) => cents * 10);
export const parts = {
  discounts: fc.array(
    fc.record({ title: fc.constant('SALE'), amount: amounts, percentage: fc.constant(null) }),
    { maxLength: 3 },
  ),
  taxes: fc.array(fc.record({ title: fc.constant('VAT'), amount: amounts, percentage: fc.constant(20) }), {
    maxLength: 2,
  }),
};

const anyLine: fc.Arbitrary<OrderLine> = fc
  .record({
    ...parts,
    ordered: fc.integer({ min: 1, max: 9 }),
    gone: fc.integer({ min: 0, max: 9 }),
    unitPrice: amounts,
    isShipped: fc.boolean(),
    isGiftCard: fc.boolean(),
    number: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ gone, number, ...rest }) =>
    line({ ...rest, quantity: Math.max(0, rest.ordered - gone), sku: `SKU-${number}` }),
  );

const anyFee: fc.Arbitrary<ShippingFee> = fc.record({
  ...parts,
  id: fc.uuid(),
  title: fc.constant('Standard delivery'),
  code: fc.constant('STANDARD'),
  price: amounts,
});

/** Orders of any lines, edited and refunded ones among them; discounts may exceed what they are on. */
export const anyShopOrder: fc.Arbitrary<ShopOrder> = fc
  .record({
    lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
    shippingFees: fc.array(anyFee, { maxLength: 2 }),
    taxesIncluded: fc.boolean(),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
  })
  .map((change) =>
    shopOrder({
      ...change,
      lines: change.lines.map((each, at) => ({ ...each, id: `gid://shopify/LineItem/${at + 1}` })),
    }),
  );
